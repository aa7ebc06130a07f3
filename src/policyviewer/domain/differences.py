"""Which words two wordings of one text have, and which only one of them: as a person marks them.

Letters alone would be compared crumbly: a stray 的 in common cuts a phrase that was written anew.
So whole clauses are told first, letters only between them; what is left in common between two
changes and shorter than both is given up; numerals and Latin words are changed whole; and what is
put in or taken out begins and ends at signs where it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.subsequence import Block, common_blocks
from policyviewer.domain.wording import Wording

_CLAUSE = regex("[^,。;:、]*[,。;:、]?")
_ANCHOR = 4
"""Letters from which a clause in common stands for itself."""
_STRAY = 3
"""Letters up to which what two changes leave in common between them may be given up."""
_REWRITTEN = 0.25
"""Below this share of letters in common, a text was written anew."""
_SIGNS = frozenset(",。;:、()《》\"'?!")
_WHOLE = regex("[0-9A-Za-z.%〇零一二三四五六七八九十百千万亿]")
_MOST = 4_000_000
"""Letters times letters up to which a stretch without a clause in common is compared by letters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the two texts, code points of either: the same words, or what became of them.

    The pieces of two texts tile both. Where ``same`` is False, ``old`` was taken out and ``new``
    put in its place; either may be empty.
    """

    same: bool
    old: TextRange
    new: TextRange


@dataclass(frozen=True, slots=True)
class _Edit:
    """Letters of one wording, from here to there, and those of the other in their place."""

    one: int
    one_end: int
    other: int
    other_end: int

    @property
    def weight(self) -> int:
        return max(self.one_end - self.one, self.other_end - self.other)


def differences(old: Wording, new: Wording, spans: tuple[TextRange, TextRange]) -> list[Piece]:
    """Give the pieces of two texts in order; ``spans`` are the stretches that they take."""
    one, other = old.letters, new.letters
    edits = _edits(_blocks(one, other), len(one), len(other))
    if _kept(edits, one) < _REWRITTEN * max(len(one), len(other)):
        edits = [_Edit(0, len(one), 0, len(other))] if one or other else []
    edits = [_slid(edit, one, other) for edit in _without_strays(_whole(edits, one, other))]
    edits = [_ended(edit, one) for edit in edits]
    return list(_pieces(edits, old, new, spans))


def _blocks(one: str, other: str) -> list[Block]:
    """Give what two texts have in common: clauses, and letters between them."""
    found: list[Block] = []
    at = to = 0
    for block in (*_clauses(one, other), Block(len(one), len(other), 0)):
        first, second = one[at : block.one], other[to : block.other]
        if len(first) * len(second) <= _MOST:
            inner = common_blocks(first, second)
            found += (Block(at + b.one, to + b.other, b.length) for b in inner)
        if block.length:
            found.append(block)
        at, to = block.one + block.length, block.other + block.length
    return found


def _clauses(one: str, other: str) -> Iterator[Block]:
    """Give the clauses that two texts have in common; a short one only beside another."""
    ones, others = _CLAUSE.findall(one), _CLAUSE.findall(other)
    starts, other_starts = _starts(ones), _starts(others)
    for block in common_blocks(ones, others):
        end = block.one + block.length
        length = starts[end] - starts[block.one]
        if length >= _ANCHOR:
            yield Block(starts[block.one], other_starts[block.other], length)


def _starts(parts: list[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _edits(blocks: list[Block], length: int, other_length: int) -> list[_Edit]:
    """Give what lies between the stretches in common."""
    frame = [Block(0, 0, 0), *blocks, Block(length, other_length, 0)]
    between = (
        _Edit(a.one + a.length, b.one, a.other + a.length, b.other) for a, b in pairwise(frame)
    )
    return [edit for edit in between if edit.weight]


def _kept(edits: list[_Edit], one: str) -> int:
    return len(one) - sum(edit.one_end - edit.one for edit in edits)


def _without_strays(edits: list[_Edit]) -> list[_Edit]:
    """Join changes between which too little is in common to be worth reading."""
    joined: list[_Edit] = []
    for edit in edits:
        present = edit
        while joined and _is_stray(joined[-1], present):
            last = joined.pop()
            present = _Edit(last.one, present.one_end, last.other, present.other_end)
        joined.append(present)
    return joined


def _is_stray(before: _Edit, behind: _Edit) -> bool:
    common = behind.one - before.one_end
    lighter = min(before.weight, behind.weight)
    return common <= _STRAY and (2 * common < lighter or common <= 1)


def _whole(edits: list[_Edit], one: str, other: str) -> list[_Edit]:
    """Widen changes within a number or a Latin word to all of it."""
    widened: list[_Edit] = []
    for number, edit in enumerate(edits):
        low = widened[-1].one_end if widened else 0
        high = edits[number + 1].one if number + 1 < len(edits) else len(one)
        stretches = ((one, edit.one, edit.one_end), (other, edit.other, edit.other_end))
        before = behind = 0
        if any(a < b and _WHOLE.match(letters[a]) for letters, a, b in stretches):
            while edit.one - before > low and _WHOLE.match(one[edit.one - before - 1]):
                before += 1
        if any(a < b and _WHOLE.match(letters[b - 1]) for letters, a, b in stretches):
            while edit.one_end + behind < high and _WHOLE.match(one[edit.one_end + behind]):
                behind += 1
        one_place, other_place = edit.one - before, edit.other - before
        ends = edit.one_end + behind, edit.other_end + behind
        widened.append(_Edit(one_place, ends[0], other_place, ends[1]))
    return widened


def _ended(edit: _Edit, one: str) -> _Edit:
    """Give words that were replaced with the one letter that parts them from a sign behind."""
    end = edit.one_end
    if min(end - edit.one, edit.other_end - edit.other) < 2 or end >= len(one):
        return edit
    if one[end] in _SIGNS or _WHOLE.match(one[end - 1]) or one[end + 1 : end + 2] not in _SIGNS:
        return edit
    return replace(edit, one_end=end + 1, other_end=edit.other_end + 1)


def _slid(edit: _Edit, one: str, other: str) -> _Edit:
    """Give what was only put in, or only taken out, at the place that reads best."""
    if edit.one < edit.one_end and edit.other < edit.other_end:
        return edit
    added = edit.one == edit.one_end
    letters, start, end = (
        (other, edit.other, edit.other_end) if added else (one, edit.one, edit.one_end)
    )
    best = max(_shifts(letters, start, end), key=lambda by: _fit(letters, start + by, end + by))
    return replace(
        edit,
        one=edit.one + best,
        one_end=edit.one_end + best,
        other=edit.other + best,
        other_end=edit.other_end + best,
    )


def _shifts(letters: str, start: int, end: int) -> Iterator[int]:
    """Give by how much a stretch can be moved so that the rest stays the same, 0 first."""
    yield 0
    by = 0
    while start + by > 0 and letters[start + by - 1] == letters[end + by - 1] and by > start - end:
        by -= 1
        yield by
    by = 0
    while end + by < len(letters) and letters[start + by] == letters[end + by] and by < end - start:
        by += 1
        yield by


def _fit(letters: str, start: int, end: int) -> tuple[int, bool]:
    """Tell how well a stretch reads as one: stands behind a sign, ends with one."""
    behind = start == 0 or letters[start - 1] in _SIGNS
    ends = end == len(letters) or letters[end - 1] in _SIGNS
    return behind + ends, ends


def _pieces(
    edits: list[_Edit], old: Wording, new: Wording, spans: tuple[TextRange, TextRange]
) -> Iterator[Piece]:
    """Give the pieces with their places in the texts; blanks belong to what stands before."""
    at, to = spans[0].start, spans[1].start
    bounds: list[tuple[bool, int, int]] = []
    for edit in edits:
        bounds += ((True, edit.one, edit.other), (False, edit.one_end, edit.other_end))
    bounds.append((True, len(old.letters), len(new.letters)))
    for same, one, other in bounds:
        end = _place(old, one, spans[0])
        other_end = _place(new, other, spans[1])
        if end > at or other_end > to:
            yield Piece(same, TextRange(at, max(at, end)), TextRange(to, max(to, other_end)))
        at, to = max(at, end), max(to, other_end)


def _place(wording: Wording, index: int, span: TextRange) -> int:
    return wording.offsets[index] if index < len(wording.offsets) else span.end
