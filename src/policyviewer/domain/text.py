"""The lines of a stored text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.patterns import regex

BLANKS = " \t\r\f\v\u3000\xa0\u200b\u200c\u200d\u2060\ufeff"
"""What may stand before and after the words of a line, and means nothing there."""

_GAP = regex(rf"(?<=[^\x00-\x7f])[{BLANKS}]+|[{BLANKS}]+(?=[^\x00-\x7f])")

_INNER = str.maketrans("《》〈〉", "〈〉《》")
_NO_MARKS = str.maketrans(dict.fromkeys("《》〈〉"))


@dataclass(slots=True)
class Line:
    """A line that is not blank: ``text`` is without the blanks around it, which ``start`` skips."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Give the place after the last code point that is not blank."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text that are not blank."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        words = raw.lstrip(BLANKS)
        if words:
            lines.append(Line(at + len(raw) - len(words), words.rstrip(BLANKS)))
        at += len(raw) + 1
    return lines


def without_gaps(heading: str) -> str:
    """Give a heading without the blanks that spread its characters: 总　则 is 总则."""
    return _GAP.sub("", heading)


def in_marks(title: str) -> str:
    """Give a title in its marks; a title within it stands in the other ones (GB/T 15834-2011)."""
    return f"《{marked_otherwise(title) if '《' in title else title}》"


def without_marks(words: str) -> str:
    """Give words without the marks of titles, of which prints have now these, now those."""
    return words.translate(_NO_MARKS)


def marked_otherwise(words: str) -> str:
    """Give words with the marks of titles that stand within others in the place of the outer ones,
    and the other way round.
    """
    return words.translate(_INNER)
