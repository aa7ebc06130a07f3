"""Annotations as rows: by document, with the words they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from policyviewer.domain.annotations import Annotation, AnnotationKind
from policyviewer.ui.models.rows import Row

_QUOTED = 28
GONE = "（文件已不在文库中）"


def annotation_rows(
    annotations: Iterable[Annotation], titles: Mapping[str, str], wanted: str = ""
) -> list[Row]:
    """Give the annotations that hold the wanted words, grouped by document title."""
    groups: dict[str, list[Annotation]] = {}
    for one in annotations:
        if matches(one, wanted.strip()):
            groups.setdefault(one.target.document, []).append(one)
    return [
        Row(titles.get(document, GONE), tip=titles.get(document, document), children=_rows(group))
        for document, group in groups.items()
    ]


def matches(one: Annotation, wanted: str) -> bool:
    """Say whether the words stand in note, quotation or tags."""
    return not wanted or any(
        wanted in field for field in (one.text, one.target.quote.exact, *one.tags)
    )


def shortened(words: str, length: int = _QUOTED) -> str:
    """Give words on one line, no longer than a number of characters."""
    line = " ".join(words.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def day(when: datetime) -> str:
    """Give a time as lists show it, in the time of this place."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")


def _rows(group: Iterable[Annotation]) -> tuple[Row, ...]:
    placed = sorted(group, key=lambda one: one.target.span.start)
    return tuple(Row(_text(one), one.id, _tip(one), one) for one in placed)


def _text(one: Annotation) -> str:
    quote = shortened(one.target.quote.exact)
    if one.kind is AnnotationKind.BOOKMARK:
        return quote
    note = shortened(one.text)
    return f"{note} —— “{quote}”" if note else f"“{quote}”"


def _tip(one: Annotation) -> str:
    quote = shortened(one.target.quote.exact, 120)
    return "\n".join(filter(None, (one.text, f"“{quote}”", day(one.modified))))
