"""The names of a library or of a document as a list that is narrowed down and sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from policyviewer.domain.name_counts import NameCount
from policyviewer.domain.named import NameKind
from policyviewer.search import initials
from policyviewer.search.folding import fold

_PARTING = "\n"
_ORDER = "gb18030"
"""The encoding whose order is that of the pinyin, as far as characters are frequent."""


class NameOrder(StrEnum):
    """How names are sorted."""

    PROVISIONS = "provisions"
    DOCUMENTS = "documents"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class _Listed:
    count: NameCount
    key: str
    """All forms, folded."""


class NameList:
    """Names by kind; made once, narrowed down as one types."""

    def __init__(self, counts: Iterable[NameCount]) -> None:
        self._names: dict[NameKind, list[_Listed]] = {kind: [] for kind in NameKind}
        for one in counts:
            key = fold(_PARTING.join(form.text for form in one.forms))
            self._names[one.kind].append(_Listed(one, key))

    def total(self, kind: NameKind) -> int:
        """Give how many names of a kind there are."""
        return len(self._names[kind])

    def select(
        self,
        kind: NameKind,
        words: str = "",
        order: NameOrder = NameOrder.PROVISIONS,
        *,
        descending: bool = True,
    ) -> list[NameCount]:
        """Give the names of a kind that have all words in one of their forms, or have their
        letters as the initials of their pinyin, sorted; equals by name.
        """
        found = self._names[kind]
        for word in fold(words).split():
            wanted = self._wanted(word)
            found = [one for one in found if wanted.search(one.key)]
        names = sorted((one.count for one in found), key=_by_name)
        if order is NameOrder.NAME:
            return names[::-1] if descending else names
        sign = -1 if descending else 1
        if order is NameOrder.DOCUMENTS:
            return sorted(names, key=lambda one: (sign * one.documents, sign * one.provisions))
        return sorted(names, key=lambda one: (sign * one.provisions, sign * one.documents))

    def _wanted(self, word: str) -> re.Pattern[str]:
        typed = initials.letters(word)
        if not typed:
            return re.compile(re.escape(word))
        return re.compile(f"{re.escape(word)}|{initials.pattern(typed, self._characters)}")

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(one.key for names in self._names.values() for one in names))


def _by_name(one: NameCount) -> bytes:
    return one.text.encode(_ORDER, "replace")
