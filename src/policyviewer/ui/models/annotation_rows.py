"""Annotations in a line: what the user wrote, with the words that it is about."""

from __future__ import annotations

from datetime import datetime

from policyviewer.domain.annotations import Annotation, AnnotationKind

_QUOTED = 28
_TOLD = 120
_MOST = 1000
_LOOKED_AT = 20
"""Times the length: a note may be long, and its first line is drawn often."""


def shortened(words: str, length: int = _QUOTED) -> str:
    """Give words on one line, no longer than a number of characters."""
    begun = words[: length * _LOOKED_AT]
    line = " ".join(begun.split())
    fits = len(line) <= length and len(begun) == len(words)
    return line if fits else f"{line[: length - 1]}…"


def day(when: datetime) -> str:
    """Give a time as lists show it, in the time of this place."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")


def shortened_lines(text: str) -> str:
    """Give a text with its lines, as much as there is room for in a tool tip."""
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def row_text(one: Annotation) -> str:
    """Give the line of an annotation: what the user wrote, and the words it is about."""
    quote = shortened(one.target.quote.exact)
    if one.kind is AnnotationKind.BOOKMARK:
        return shortened(one.text) or quote
    note = shortened(one.text)
    return f"{note} —— “{quote}”" if note else f"“{quote}”"


def row_tip(one: Annotation) -> str:
    """Give all of an annotation that has room in a tool tip."""
    quote = shortened(one.target.quote.exact, _TOLD)
    tags = " ".join(f"#{tag}" for tag in one.tags)
    parts = (shortened_lines(one.text), f"“{quote}”", one.target.citation, tags, day(one.modified))
    return "\n".join(part for part in parts if part)
