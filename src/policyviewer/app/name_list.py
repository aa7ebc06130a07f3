"""The names of a library or of a document as a list that is narrowed down and sorted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from policyviewer.domain.name_counts import NameCount
from policyviewer.domain.named import NameKind
from policyviewer.search import initials
from policyviewer.search.folding import fold

_PARTING = "\n"
_ENCODING = "gb18030"
"""Its order is that of the pinyin, as far as characters are frequent."""


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


_BY: dict[NameOrder, Callable[[_Listed], tuple[int, int]]] = {
    NameOrder.PROVISIONS: lambda one: (-one.count.provisions, -one.count.documents),
    NameOrder.DOCUMENTS: lambda one: (-one.count.documents, -one.count.provisions),
    NameOrder.NAME: lambda _one: (0, 0),
}


class NameList:
    """Names by kind; made once, behind the window, and narrowed down as one types."""

    def __init__(self, counts: Iterable[NameCount]) -> None:
        named: dict[NameKind, list[_Listed]] = {kind: [] for kind in NameKind}
        for one in counts:
            key = fold(_PARTING.join(form.text for form in one.forms))
            named[one.kind].append(_Listed(one, key))
        self._sorted: dict[tuple[NameKind, NameOrder], list[_Listed]] = {}
        for kind, listed in named.items():
            listed.sort(key=_by_name)
            for order, key_of in _BY.items():
                self._sorted[kind, order] = sorted(listed, key=key_of)

    def prepare(self) -> None:
        """Look up the pinyin of all characters, which would stop the first typing for a while."""
        initials.pattern("a", self._characters)

    def total(self, kind: NameKind) -> int:
        """Give how many names of a kind there are."""
        return len(self._sorted[kind, NameOrder.NAME])

    def select(
        self,
        kind: NameKind,
        words: str = "",
        order: NameOrder = NameOrder.PROVISIONS,
        *,
        backwards: bool = False,
    ) -> list[NameCount]:
        """Give the names of a kind that have all words in one of their forms, or have their
        letters as the initials of their pinyin: the frequent first, or by name.
        """
        found = self._sorted[kind, order]
        for word in fold(words).split():
            wanted = self._wanted(word)
            found = [one for one in found if wanted.search(one.key)]
        names = [one.count for one in found]
        return names[::-1] if backwards else names

    def _wanted(self, word: str) -> re.Pattern[str]:
        typed = initials.letters(word)
        if not typed:
            return re.compile(re.escape(word))
        return re.compile(f"{re.escape(word)}|{initials.pattern(typed, self._characters)}")

    @cached_property
    def _characters(self) -> frozenset[str]:
        found: set[str] = set()
        for kind in NameKind:
            for one in self._sorted[kind, NameOrder.NAME]:
                found.update(one.key)
        return frozenset(found)


def _by_name(one: _Listed) -> bytes:
    return one.count.text.encode(_ENCODING, "replace")
