"""Where a text says who answers for what stands before: brackets and labels (责任单位：…)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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
    brackets = list(_brackets(line))
    border = _first_label(line.rstrip(BLANKS), brackets)
    for first, last in brackets:
        if last > border:
            break
        words = line[first + 1 : last - 1]
        if len(words) <= _LONGEST and _stands_as_duty(line, first, last, words):
            after = line[last : last + 1]
            end = last + (after in tuple("。；;.") and after != "")
            yield Mark(TextRange(at + first, at + end), TextRange(at + first + 1, at + last - 1))
    if border < len(line):
        whole = TextRange(at + border, at + len(line))
        yield Mark(whole, whole)


def _first_label(line: str, brackets: Sequence[tuple[int, int]]) -> int:
    """Give where the first label of a line stands, its end for none; those in brackets name what
    these do: （牵头单位：甲局；责任单位：乙局）.
    """
    ends = [last for _first, last in brackets]
    for label in _LABELS.finditer(line):
        around = bisect_right(ends, label.start())
        if around == len(brackets) or label.start() <= brackets[around][0]:
            return label.start()
    return len(line)


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
