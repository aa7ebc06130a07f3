"""Carrying annotations over from the text they were made on to a revised one.

A place in the revised text counts only where a careful person would say: these are the words.
They must be the same letters, in the provision that is the former one's counterpart, at the place
that the words around them lead to; or they are found elsewhere, where they did not stand before,
and are too long or too well framed to be a coincidence. Everything else is for the user to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

from policyviewer.domain.alignment import Tile, paired, tiles_of
from policyviewer.domain.anchoring import ENOUGH, Anchor, has_stayed
from policyviewer.domain.annotations import AnchorState, Target
from policyviewer.domain.descent import Descent
from policyviewer.domain.documents import Outline
from policyviewer.domain.provisions import provision_at
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.subsequence import increasing

ALONE = 12
"""Letters of words that stand once in either text from which they need no context."""
STRETCH = 30
"""Letters, words and context together, that have gone elsewhere in one piece from which it cannot
be a turn of phrase that two rules have in common; a whole sentence needs no more than ALONE.
"""
MANY = 4_000_000
"""Letters times letters from which two provisions are compared by what stands once in either
first: a text of sixty thousand letters without a number would take half a minute.
"""
_BOUNDS = "。；;：:"


class Revision:
    """A former text and the one that took its place; made once and asked for each annotation."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._texts = (old.text, new.text)
        self._old, self._new = tiles_of(old), tiles_of(new)
        self._provisions = [tile.provision for tile in self._old], [t.provision for t in self._new]
        self._pairs = paired(self._old, self._new)
        self._blocks = cache(self._matching)

    @cached_property
    def _descent(self) -> Descent:
        return Descent(self._old, self._new, self._pairs)

    def knows(self, target: Target) -> bool:
        """Say whether the former text is the one on which an annotation was made."""
        return bool(self._old) and has_stayed(target, self._texts[0])

    def anchor(self, target: Target) -> Anchor:
        """Give where the words of an annotation on the former text are now."""
        span = target.span
        first, last = self._covered(span)
        found = self._followed(span, first, last) or self._elsewhere(span, first)
        if found is not None:
            name = provision_at(self._provisions[1], found.start).id
            same = name == self._provisions[0][first].id
            return Anchor(AnchorState.IN_PLACE if same else AnchorState.MOVED, found, name)
        other = self._pairs.forward.get(first)
        heir = self._descent.heir(first, span) if other is None else None
        if other is not None:
            likely = self._once(span, first, other) or self._likely(span, first, last, other)
        elif heir is not None:
            other, likely = heir, self._once(span, first, heir) or self._whole(heir)
        else:
            return Anchor(AnchorState.TEXT_DELETED, None, None)
        return Anchor(AnchorState.TEXT_CHANGED, None, self._new[other].provision.id, likely)

    def _covered(self, span: TextRange) -> tuple[int, int]:
        """Give the first and the last provision of which a stretch has letters."""
        former = self._provisions[0]
        first = former.index(provision_at(former, span.start))
        last = former.index(provision_at(former, max(span.start, span.end - 1)))
        while first < last and not self._old[last].wording.index(span.end):
            last -= 1
        while first < last and self._old[first].wording.index(span.start) == len(
            self._old[first].wording.letters
        ):
            first += 1
        return first, last

    def _followed(self, span: TextRange, first: int, last: int) -> TextRange | None:
        """Give where the neighbouring words lead: the same letters in the counterpart."""
        tiles = self._old[first], self._old[last]
        others = self._pairs.forward.get(first), self._pairs.forward.get(last)
        if others[0] is None or others[1] is None:
            return None
        begins = tiles[0].wording.index(span.start)
        ends = tiles[1].wording.index(span.end)
        whole = span.start <= tiles[0].start  # marker and all
        if first == last and begins >= ends:
            return self._marker(others[0])
        start = self._led(first, others[0], begins, ends if first == last else None)
        end = start if first == last else self._led(last, others[1], 0, ends)
        if start is None or end is None:
            return None
        found = TextRange(start.start, max(start.start, end.end))
        if first != last and _letters(self._old, span) != _letters(self._new, found):
            return None
        return TextRange(self._new[others[0]].start, found.end) if whole else found

    def _marker(self, other: int) -> TextRange | None:
        """Give the place of a marker, or of blanks: the counterpart's beginning."""
        tile = self._new[other]
        length = len(tile.provision.marker.strip())
        return TextRange(tile.start, min(tile.start + length, tile.provision.span.end))

    def _led(self, first: int, other: int, begins: int, ends: int | None) -> TextRange | None:
        """Give where letters of a provision stand in its counterpart, all in one piece.

        ``ends`` is the index behind the last letter, None for all that follow.
        """
        old, new = self._old[first].wording, self._new[other].wording
        ends = len(old.letters) if ends is None else ends
        if begins >= ends:
            return None
        for at, to, length in self._blocks(first, other):
            if at <= begins and ends <= at + length:
                framed = length >= ENOUGH or length == len(old.letters) == len(new.letters)
                return new.span(to + begins - at, to + ends - at) if framed else None
        words = old.letters[begins:ends]
        if len(words) >= ENOUGH and old.letters.count(words) == new.letters.count(words) == 1:
            place = new.letters.index(words)
            return new.span(place, place + len(words))
        return None

    def _matching(self, first: int, other: int) -> list[tuple[int, int, int]]:
        """Give the stretches of letters that two counterparts have in common, in their order."""
        one, two = self._old[first].wording.letters, self._new[other].wording.letters
        if one == two:
            return [(0, 0, len(one))]
        return _common_stretches(one, two)

    def _elsewhere(self, span: TextRange, first: int) -> TextRange | None:
        """Give the one place in another provision to which the words went: it was cut in two,
        joined with another, or its words were put elsewhere.
        """
        tile = self._old[first].wording
        begins, ends = tile.index(span.start), tile.index(span.end)
        words = tile.letters[begins:ends]
        if len(words) < 2 or words != _letters(self._old, span):
            return None
        places = [
            (_common(tile.letters, begins, ends, there.wording.letters, at), number, at)
            for number, there in self._free(words, first)
            for at in _places(words, there.wording.letters)
        ]
        places.sort(key=lambda place: place[0].length, reverse=True)
        if not places or (len(places) > 1 and places[0][0].length == places[1][0].length):
            return None
        common, number, at = places[0]
        once = len(places) == 1 and self._old_count(words) == 1
        if common.tells(len(words)) or (once and len(words) >= ALONE):
            return self._new[number].wording.span(at, at + len(words))
        return None

    def _free(self, words: str, first: int) -> Iterator[tuple[int, Tile]]:
        """Give the provisions in which words stand that did not stand in their counterparts."""
        for number, tile in enumerate(self._new):
            count = tile.wording.letters.count(words)
            former = self._pairs.back.get(number)
            if not count or former == first:
                continue
            if former is None or self._old[former].wording.letters.count(words) < count:
                yield number, tile

    def _old_count(self, words: str) -> int:
        return sum(tile.wording.letters.count(words) for tile in self._old)

    def _likely(self, span: TextRange, first: int, last: int, other: int) -> TextRange:
        """Give what took the place of words: between the letters around them that have stayed."""
        old, new = self._old[first].wording, self._new[other]
        begins = old.index(span.start)
        ends = old.index(span.end) if first == last else len(old.letters)
        size = len(new.wording.letters)
        start, end = 0, size
        for at, to, length in self._blocks(first, other):
            if at <= begins:
                start = to + min(begins - at, length)
            if at + length >= ends:
                end = max(start, to + max(0, ends - at))
                break
        if start >= end or span.start <= self._old[first].start:
            return self._whole(other)
        return new.wording.span(start, min(end, size))

    def _once(self, span: TextRange, first: int, other: int) -> TextRange | None:
        """Give the words in another provision, if they stand in it just once."""
        old, new = self._old[first].wording, self._new[other].wording
        words = old.letters[old.index(span.start) : old.index(span.end)]
        if not words or new.letters.count(words) != 1:
            return None
        at = new.letters.index(words)
        return new.span(at, at + len(words))

    def _whole(self, other: int) -> TextRange:
        return TextRange(self._new[other].start, self._new[other].provision.span.end)


def _common_stretches(one: str, two: str) -> list[tuple[int, int, int]]:
    """Give the stretches of letters that two texts have in common, in their order: of long ones
    those that stand once in either, and the letters between them.
    """
    if len(one) * len(two) <= MANY:
        return _blocks(one, two)
    found: list[tuple[int, int, int]] = []
    at = to = 0
    for first, other, length in (*_once_in_both(one, two), (len(one), len(two), 0)):
        over = max(at - first, to - other, 0)  # of two stretches that overlap
        begins, there = first + over, other + over
        if (begins - at) * (there - to) <= MANY:
            inner = _blocks(one[at:begins], two[to:there])
            found += ((at + a, to + b, length) for a, b, length in inner)
        if length > over:
            found.append((begins, there, length - over))
            at, to = first + length, other + length
    return _joined(found)


def _once_in_both(one: str, two: str) -> Iterator[tuple[int, int, int]]:
    """Give stretches of ALONE letters and more that stand once in either text, in an order that
    both have.
    """
    there = _once(two)
    runs: list[tuple[int, int, int]] = []
    for words, at in _once(one).items():
        to = there.get(words)
        if to is not None:
            runs.append((at, to, 1))
    runs = _joined(runs)
    kept = increasing([to for _at, to, _count in runs], [count for *_places, count in runs])
    for number in sorted(kept):
        at, to, count = runs[number]
        yield at, to, count + ALONE - 1


def _once(letters: str) -> dict[str, int]:
    """Give the stretches of ALONE letters that stand once in a text, with their places in order."""
    places: dict[str, int] = {}
    for at in range(len(letters) - ALONE + 1):
        words = letters[at : at + ALONE]
        places[words] = -1 if words in places else at
    return {words: at for words, at in places.items() if at >= 0}


def _blocks(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int, int]]:
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _joined(blocks: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Give stretches as one where the next goes on from the last in either text."""
    joined: list[tuple[int, int, int]] = []
    for at, to, length in blocks:
        last = joined[-1] if joined else (-1, -1, 0)
        if (last[0] + last[2], last[1] + last[2]) == (at, to):
            joined[-1] = (last[0], last[1], last[2] + length)
        elif length:
            joined.append((at, to, length))
    return joined


def _letters(tiles: Sequence[Tile], span: TextRange) -> str:
    """Give the letters of a stretch of several provisions without the provisions' markers."""
    inside = (tile for tile in tiles if tile.provision.span.overlaps(span))
    return "".join(
        tile.wording.letters[tile.wording.index(span.start) : tile.wording.index(span.end)]
        for tile in inside
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """The letters around some words that two texts have in common, the words among them."""

    length: int
    whole: bool
    """They begin and end where sentences do, in either text."""

    def tells(self, words: int) -> bool:
        """Say whether they are too many to be common by chance, with so many letters of words."""
        framed = self.length - words >= ENOUGH or (self.whole and self.length > words)
        return framed and self.length >= (ALONE if self.whole else STRETCH)


def _common(one: str, begins: int, ends: int, other: str, at: int) -> _Common:
    """Give what two texts have in common around words at ``begins`` of one and at ``at``."""
    start, stop = begins, ends
    shift = at - begins
    while start > 0 and start + shift > 0 and one[start - 1] == other[start + shift - 1]:
        start -= 1
    while stop < len(one) and stop + shift < len(other) and one[stop] == other[stop + shift]:
        stop += 1
    whole = _is_whole(one, start, stop) and _is_whole(other, start + shift, stop + shift)
    return _Common(stop - start, whole)


def _is_whole(letters: str, start: int, stop: int) -> bool:
    """Say whether a stretch begins and ends where sentences do."""
    begins = start == 0 or letters[start - 1] in _BOUNDS
    return begins and (stop == len(letters) or letters[stop - 1] in _BOUNDS)


def _places(words: str, letters: str) -> Iterator[int]:
    at = letters.find(words)
    while at >= 0:
        yield at
        at = letters.find(words, at + 1)
