"""Carrying annotations over from the text they were made on to a revised one.

A place in the revised text counts only where a careful person would say: these are the words.
They must be the same letters, in the provision that is the former one's counterpart, at the place
that the words around them lead to; or they are found elsewhere, where they did not stand before,
and are too long or too well framed to be a coincidence. Everything else is for the user to decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from policyviewer.domain.alignment import Tile, paired, tiles_of
from policyviewer.domain.anchoring import ENOUGH, Anchor
from policyviewer.domain.annotations import AnchorState, Target
from policyviewer.domain.documents import Outline
from policyviewer.domain.provisions import provision_at
from policyviewer.domain.ranges import TextRange

ALONE = 12
"""Letters of words that stand once in either text from which they need no context."""


class Revision:
    """A former text and the one that took its place; made once and asked for each annotation."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._texts = (old.text, new.text)
        self._old, self._new = tiles_of(old), tiles_of(new)
        self._provisions = [tile.provision for tile in self._old], [t.provision for t in self._new]
        self._pairs = paired(self._old, self._new)
        self._blocks = cache(self._matching)

    def knows(self, target: Target) -> bool:
        """Say whether the former text is the one on which an annotation was made."""
        return bool(self._old) and target.span.of(self._texts[0]) == target.quote.exact

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
        if other is None:
            return Anchor(AnchorState.TEXT_DELETED, None, None)
        likely = self._likely(span, first, last, other)
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
            return self._marker(first, others[0])
        start = self._led(first, others[0], begins, ends if first == last else None)
        end = start if first == last else self._led(last, others[1], 0, ends)
        if start is None or end is None:
            return None
        found = TextRange(start.start, max(start.start, end.end))
        if first != last and _letters(self._old, span) != _letters(self._new, found):
            return None
        return TextRange(self._new[others[0]].start, found.end) if whole else found

    def _marker(self, first: int, other: int) -> TextRange | None:
        """Give the place of a marker, or of blanks: the counterpart's beginning."""
        if first in self._pairs.weak:
            return None
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
                if not framed or (first in self._pairs.weak and length < 2 * ENOUGH):
                    return None
                return new.span(to + begins - at, to + ends - at)
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
        blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks if block.size]

    def _elsewhere(self, span: TextRange, first: int) -> TextRange | None:
        """Give the one place in another provision to which the words went: it was cut in two,
        joined with another, or its words were put elsewhere.
        """
        tile = self._old[first].wording
        begins, ends = tile.index(span.start), tile.index(span.end)
        words = tile.letters[begins:ends]
        if len(words) < 2 or words != _letters(self._old, span):
            return None
        before, behind = tile.letters[max(0, begins - 32) : begins], tile.letters[ends : ends + 32]
        places = [
            (_frame(before, behind, there.wording.letters, at, len(words)), number, at)
            for number, there in self._free(words, first)
            for at in _places(words, there.wording.letters)
        ]
        places.sort(reverse=True)
        if not places or (len(places) > 1 and places[0][0] == places[1][0]):
            return None
        frame, number, at = places[0]
        once = len(places) == 1 and self._old_count(words) == 1
        if frame >= ENOUGH or (once and len(words) >= ALONE):
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
        if first in self._pairs.weak or start >= end or span.start <= self._old[first].start:
            return TextRange(new.start, new.provision.span.end)
        return new.wording.span(start, min(end, size))


def _letters(tiles: Sequence[Tile], span: TextRange) -> str:
    """Give the letters of a stretch of several provisions without the provisions' markers."""
    inside = (tile for tile in tiles if tile.provision.span.overlaps(span))
    return "".join(
        tile.wording.letters[tile.wording.index(span.start) : tile.wording.index(span.end)]
        for tile in inside
    )


def _frame(before: str, behind: str, letters: str, at: int, length: int) -> int:
    """Give how many letters around a place are those that stood around the words."""
    there = letters[:at]
    count = 0
    while count < min(len(before), len(there)) and before[-1 - count] == there[-1 - count]:
        count += 1
    rest = letters[at + length :]
    after = 0
    while after < min(len(behind), len(rest)) and behind[after] == rest[after]:
        after += 1
    return count + after


def _places(words: str, letters: str) -> Iterator[int]:
    at = letters.find(words)
    while at >= 0:
        yield at
        at = letters.find(words, at + 1)
