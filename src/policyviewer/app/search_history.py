"""What the user has searched for, and the searches that are kept under a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from policyviewer.domain.errors import UserError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.searches import PastSearch, SavedSearch, SearchId
from policyviewer.storage.searches import SearchStore

LONGEST_NAME = 60


class SearchHistory:
    """Remembers searches; every method raises StorageError when the notes cannot be used."""

    def __init__(
        self, store: SearchStore, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._now = now

    def remember(self, query: SearchQuery, total: int) -> None:
        """Remember a search of which the user has used a hit, or asked for by Enter."""
        if query.text.strip():
            self._store.remember(query, total, self._now())

    def recent(self, limit: int = 20) -> list[PastSearch]:
        """Give the last searches, the latest first."""
        return self._store.recent(limit)

    def forget_all(self) -> None:
        """Forget all searches but those with names."""
        self._store.forget_all()

    def save(self, query: SearchQuery, name: str) -> SavedSearch:
        """Keep a search under a name; raises UserError for a name that cannot be."""
        return self._store.save(query, _checked(name), self._now())

    def saved(self) -> list[SavedSearch]:
        """Give the searches with names."""
        return self._store.saved()

    def rename(self, search: SearchId, name: str) -> None:
        """Give a search another name; raises UserError for a name that cannot be."""
        self._store.rename(search, _checked(name))

    def delete(self, search: SearchId) -> None:
        """Take a search from the list; :meth:`restore` brings it back."""
        self._store.delete(search, self._now())

    def restore(self, search: SearchId) -> None:
        """Put a deleted search back."""
        self._store.restore(search)


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise UserError("检索还没有名称。", "请写一个名称，例如“高标准农田”。")
    return plain[:LONGEST_NAME]
