"""A provision as a row of the index, and back.

What a document's rows have in common is kept once (see :mod:`policyviewer.search.facts`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import IndexedProvision
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import Facts, facts
from policyviewer.search.folding import fold

SEPARATOR = "\0"
"""Between the keys of the printed and of the restored text; folding leaves none in a key."""
_ABOVE = 64
"""Headings that are remembered with their words: neighbours stand under the same."""


class Record(NamedTuple):
    """What is stored of a row; ``restored`` is empty where it is like the text."""

    provision: str
    marker: str
    path: tuple[str, ...]
    citation: str
    start: int
    text: str
    restored: str
    ordinal: int


class Row(NamedTuple):
    """What the index is given of a provision: plain values, which another process may have made."""

    facts: Facts
    record: tuple[object, ...]
    """The values of a Record."""
    above: str
    """The folded title and headings."""
    keys: tuple[str, ...]
    words: list[str]
    """Of all that is folded here."""


def keys(record: IndexedProvision) -> tuple[str, ...]:
    """Give the folded texts that a query is compared with: as printed, and as restored where
    that differs.
    """
    printed = fold(record.text)
    if record.restored == record.text:
        return (printed,)
    restored = fold(record.restored)
    return (printed,) if restored == printed else (printed, restored)


def headings(record: IndexedProvision) -> str:
    """Give the title and the headings above a provision, a line each; they tell what is near."""
    return "\n".join((record.title, *record.path))


class RowMaker:
    """Makes rows of provisions."""

    def __init__(self, words: WordAnalyzer) -> None:
        self._words = words
        self._above = lru_cache(maxsize=_ABOVE)(self._cut)

    def row(self, record: IndexedProvision) -> Row:
        """Give the row of a provision."""
        texts = keys(record)
        above, words = self._above(headings(record))
        words = [*words, *self._words.cut(texts[-1])]
        return Row(facts(record), _stored(record), above, texts, words)

    def _cut(self, text: str) -> tuple[str, list[str]]:
        """Give the key and the words of a text."""
        key = fold(text)
        return key, self._words.cut(key)


def encoded(key: str) -> bytes:
    """Give a key as it is stored; UTF-8 finds a text in a text without decoding either."""
    return key.encode("utf-8", "surrogatepass")


def joined(stored: bytes) -> str:
    """Give the keys that a row holds, as one text."""
    return stored.decode("utf-8", "surrogatepass")


def record(stored: object, told: Facts) -> IndexedProvision:
    """Give the provision that a row holds; raises ValueError when it is none."""
    if not isinstance(stored, tuple) or len(stored) != len(Record._fields):
        msg = "not a stored provision"
        raise ValueError(msg)
    one = Record(*stored)
    return IndexedProvision(
        document=DocumentId(told.document),
        title=told.title,
        source=told.source,
        provision=one.provision,
        marker=one.marker,
        path=one.path,
        citation=one.citation,
        start=one.start,
        text=one.text,
        restored=one.restored or one.text,
        ordinal=one.ordinal,
        issuers=tuple(told.issuers.splitlines()),
        document_number=told.number,
        kind=told.kind,
        effective=told.effective,
        expires=told.expires,
        written=told.written,
    )


def _stored(one: IndexedProvision) -> tuple[object, ...]:
    """Give the values to store, as a plain tuple: nothing else is read back."""
    restored = "" if one.restored == one.text else one.restored
    about = (one.provision, one.marker, one.path, one.citation)
    return (*about, one.start, one.text, restored, one.ordinal)
