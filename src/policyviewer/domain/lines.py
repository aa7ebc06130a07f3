"""The lines of a text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyviewer.domain.markers import BLANKS
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words without the blanks around, and where they stand."""

    words: str
    span: TextRange


def lines_of(text: str, within: TextRange | None = None) -> Iterator[Line]:
    """Give the lines of a text, or of a part of it, that are not blank."""
    at = within.start if within else 0
    end = within.end if within else len(text)
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        words = text[at:stop]
        shorn = words.strip(BLANKS + "\r")
        if shorn:
            start = at + words.index(shorn[0])
            yield Line(shorn, TextRange(start, start + len(shorn)))
        at = stop + 1
