"""Words of the index that complete the one being typed: only what stands in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from policyviewer.domain.patterns import regex
from policyviewer.search.analyzer import required_grams
from policyviewer.search.folding import fold
from policyviewer.search.matching import inside
from policyviewer.search.rows import SEPARATOR, encoded
from policyviewer.search.segments import Segment

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

LONGEST = 8
"""Characters of what is typed that a word may begin with."""
_TRIED = 48
"""Words of each segment that are looked at, those in most rows first."""
_LOOKED_AT = 512
"""Rows of each segment in whose texts a suggestion is looked for: what they lack is left out."""
_PART = 0.9
_LAST = regex(r"[^\W_]*$")


class Completions:
    """The words of segments that were opened."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = tuple(segments)

    def of(self, typed: str, most: int) -> list[str]:
        """Give texts that go on from a typed one, the most frequent words first.

        The word being typed is the longest end of the text that words begin with.
        """
        key = fold(typed)
        last = _LAST.search(key)
        begins = last.start() if last else len(key)
        for at in range(max(begins, len(key) - LONGEST), len(key)):
            found = self._completed(key[begins:at], key[at:], most)
            if found:
                return [typed[:at] + word for word in found]
        return []

    def _completed(self, before: str, begun: str, most: int) -> list[str]:
        """Give the words that go on from their beginning and stand behind ``before``."""
        words = {
            word
            for segment in self._segments
            for word, _ in segment.terms("words").beginning(begun, _TRIED)
            if word != begun
        }
        counts = {word: sum(self._live(one, word) for one in self._segments) for word in words}
        ranked = sorted(words, key=lambda word: (-counts[word], word))
        whole = (word for word in ranked if not _is_part(word, counts))
        if before:
            texts = self._around(before + begun)
            return list(islice((one for one in whole if encoded(before + one) in texts), most))
        return list(islice((one for one in whole if self._stands(one)), most))

    def _around(self, begun: str) -> bytes:
        """Give texts that may have what begins so, as many as are looked at."""
        texts: list[bytes] = []
        for segment in self._segments:
            rarest = min(required_grams(begun), key=segment.frequency)
            texts += segment.texts.of(_first(segment, inside(segment, rarest)))
        return encoded(SEPARATOR).join(texts)

    def _live(self, segment: Segment, word: str) -> int:
        """Give the number of a segment's provisions with a word."""
        rows, _ = segment.terms("words").postings(word)
        return len(rows) - int(segment.dead[rows].sum())

    def _stands(self, word: str) -> bool:
        """Say whether a word stands in a text, and not only in the headings above one."""
        data = encoded(word)
        for segment in self._segments:
            rows, _ = segment.terms("words").postings(word)
            if any(data in key for key in segment.texts.of(_first(segment, rows))):
                return True
        return False


def _is_part(word: str, counts: Mapping[str, int]) -> bool:
    """Say whether a word hardly stands but where a longer one does: 国务 is a part of 国务院."""
    return any(
        len(other) == len(word) + 1
        and other.startswith(word)
        and counts[other] >= _PART * counts[word]
        for other in counts
    )


def _first(segment: Segment, rows: Array) -> Array:
    """Give the first rows that are not deleted, so many as are looked at."""
    live: Array = rows[~segment.dead[rows]][:_LOOKED_AT]
    return live
