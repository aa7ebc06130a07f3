"""Where a text says who answers for what stands before: brackets and labels (责任单位：…)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyviewer.domain.duties import LABEL, is_list_of_bodies, says_who
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import BLANKS

_OPEN, _CLOSED = "（([【〔［", "）)]】〕］"
_LONGEST = 600
_ENDS = "。；;！？”’）)."
_AFTER_LINE = regex(f"[。；;.，,]?[{BLANKS}]*$")
_LABELS = regex(f"(?:^|(?<=[。；;）)])|(?<=[。；;][{BLANKS}]))(?={LABEL.pattern})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A bracket or label with what is in it; ``span`` takes in the sign that follows it."""

    span: TextRange
    words: TextRange


def marks_in(text: str, span: TextRange) -> Iterator[Mark]:
    """Give the marks in a stretch of a text that stand where those that name bodies do.

    What they say is read by ``duties.duty_of``, which may find that they name none.
    """
    at = span.start
    for line in span.of(text).split("\n"):
        yield from _of_line(line, at)
        at += len(line) + 1


def _of_line(line: str, at: int) -> Iterator[Mark]:
    label = _LABELS.search(line.rstrip(BLANKS))
    border = len(line)
    if label and (label.start() > 0 or not line[: label.start()].strip(BLANKS)):
        border = label.start()
    for first, last in _brackets(line[:border]):
        words = line[first + 1 : last - 1]
        if len(words) <= _LONGEST and _stands_as_duty(line, first, last, words):
            after = line[last : last + 1]
            end = last + (after in tuple("。；;.") and after != "")
            yield Mark(TextRange(at + first, at + end), TextRange(at + first + 1, at + last - 1))
    if border < len(line):
        whole = TextRange(at + border, at + len(line))
        yield Mark(whole, whole)


def _stands_as_duty(line: str, first: int, last: int, words: str) -> bool:
    before = line[:first].rstrip(BLANKS)
    closes = _AFTER_LINE.match(line, last) is not None
    ended = not before or before[-1] in _ENDS
    if says_who(words):
        return closes or ended or line.startswith("。", last)
    return ended and closes and is_list_of_bodies(words)


def _brackets(line: str) -> Iterator[tuple[int, int]]:
    """Give the brackets of a line that lie in no other, with their signs."""
    opened: list[int] = []
    for at, char in enumerate(line):
        if char in _OPEN:
            opened.append(at)
        elif char in _CLOSED and opened:
            first = opened.pop()
            if not opened:
                yield first, at + 1
