"""References as rows: what a document refers to, and what refers to it, by document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyviewer.app.citing import CitedFrom
from policyviewer.app.library import LedReference
from policyviewer.domain.documents import DocumentId, Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.rows import Row
from policyviewer.ui.translation import tr

_AROUND = 14
"""Code points that are shown before and behind a reference."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a row leads: a document and a range of its text."""

    document: DocumentId
    span: TextRange


def referring(
    document: DocumentId, outline: Outline, led: Iterable[LedReference], within: TextRange | None
) -> list[Row]:
    """Give the documents that a text refers to, each with the places where it does.

    ``within`` leaves out what stands elsewhere. References inside the document are no rows:
    its own text is at hand.
    """
    from policyviewer.domain.references import ReferenceKind  # loaded by whoever gave them

    groups: dict[tuple[bool, str], list[Row]] = {}
    for one in led:
        reference = one.reference
        if reference.kind is not ReferenceKind.DOCUMENT or not _stands(reference.span, within):
            continue
        name = reference.title or reference.document_number or ""
        at = reference.span.start
        jump = Jump(document, reference.span)
        row = Row(_around(outline.text, reference.span), f"of:{at}", value=jump)
        groups.setdefault((one.document is None, name), []).append(row)
    ordered = sorted(groups.items(), key=lambda item: item[0][0])
    return [_group(_named(name, missing=missing), rows) for (missing, name), rows in ordered]


def cited(places: Iterable[CitedFrom], within: TextRange | None) -> list[Row]:
    """Give the documents that refer to a text, each with the places where it does.

    ``within`` keeps those that mean a provision in that range.
    """
    groups: dict[tuple[DocumentId, str], list[Row]] = {}
    for one in places:
        if within is not None and (one.target is None or not one.target.overlaps(within)):
            continue
        found = one.found
        jump = Jump(found.document, found.citing.span)
        key = f"to:{found.document}:{found.citing.span.start}"
        words = f"{found.citing.marker} {found.words}".strip()
        groups.setdefault((found.document, found.document_title), []).append(
            Row(words, key, words, jump)
        )
    return [_group(f"《{title}》", rows) for (_name, title), rows in groups.items()]


def _stands(span: TextRange, within: TextRange | None) -> bool:
    return within is None or within.start <= span.start < within.end


def _named(name: str, *, missing: bool) -> str:
    shown = name if name.endswith("号") or name.startswith("《") else f"《{name}》"
    return tr("{name}（文库中没有）").format(name=shown) if missing else shown


def _group(name: str, rows: Sequence[Row]) -> Row:
    return Row(f"{name}  {len(rows)}", tip=name, children=tuple(rows))


def _around(text: str, span: TextRange) -> str:
    """Give a reference with the words around it, in one line."""
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    return " ".join(text[start:end].split())
