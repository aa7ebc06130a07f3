"""A provision as a row of the index, and back."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from policyviewer.domain.queries import IndexedProvision
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import facts
from policyviewer.search.folding import fold
from policyviewer.search.gram_codes import GramTexts

SEPARATOR = "\0"
"""Between the keys of the printed and of the restored text; folding leaves none in a key."""
_NAMES = tuple(field.name for field in fields(IndexedProvision))


def keys(record: IndexedProvision) -> tuple[str, ...]:
    """Give the folded texts that a query is compared with: as printed, and as restored where
    that differs.
    """
    printed = fold(record.text)
    if record.restored == record.text:
        return (printed,)
    restored = fold(record.restored)
    return (printed,) if restored == printed else (printed, restored)


def row(record: IndexedProvision, words: WordAnalyzer) -> dict[str, Any]:
    """Give the values of the index's fields, and the facts that they share."""
    texts, told = keys(record), facts(record)
    around = "\n".join((record.title, *record.path))
    return {
        "document": record.document,
        "words": words.terms(f"{around}\n{record.restored}"),
        "grams": GramTexts(fold(around), texts),
        "key": encoded(SEPARATOR.join(texts)),
        "issuers": encoded(told.issuers),
        "kind": encoded(told.kind),
        "effective": encoded(told.effective),
        "expires": encoded(told.expires),
        "year": told.year,
        "written": encoded(record.written),
        "record": _stored(record),
        "facts": told,
    }


def encoded(key: str) -> bytes:
    """Give a key as it is stored; UTF-8 finds a text in a text without decoding either."""
    return key.encode("utf-8", "surrogatepass")


def split(stored: bytes) -> tuple[str, ...]:
    """Give the keys that a row holds."""
    return tuple(stored.decode("utf-8", "surrogatepass").split(SEPARATOR))


def record(stored: object) -> IndexedProvision:
    """Give the provision that a row holds; raises ValueError when it is none."""
    if not isinstance(stored, tuple) or len(stored) != len(_NAMES):
        msg = "not a stored provision"
        raise ValueError(msg)
    one = IndexedProvision(*stored)
    return one if one.restored else replace(one, restored=one.text)


def _stored(record: IndexedProvision) -> tuple[object, ...]:
    """Give the values to store; a restored text like the printed one is stored once."""
    if record.restored == record.text:
        record = replace(record, restored="")
    return tuple(getattr(record, name) for name in _NAMES)
