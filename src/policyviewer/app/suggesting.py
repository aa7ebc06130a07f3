"""Suggestions while one types: own searches, titles, and words that stand in the documents."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from policyviewer.app.search_history import SearchHistory
from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.suggestions import Suggestion, SuggestionKind
from policyviewer.domain.title_index import plain_title
from policyviewer.search import initials
from policyviewer.search.folding import fold

MOST_SEARCHES = 3
MOST_TITLES = 4
_REMEMBERED = 200
"""Searches that are looked through."""
_LONGEST = 40
"""Characters of which something can be suggested."""
_SIGNS = '-|()（）“”"*?:：'
_SHORTEST_WORD = 2

Words = Callable[[str, int], list[str]]
"""Gives so many texts that go on from a folded one to the end of a word of the documents."""


class SuggestionService:
    """Suggests; safe to use from several threads."""

    def __init__(self, shelves: Sequence[Shelf], history: SearchHistory, words: Words) -> None:
        self._shelves = shelves
        self._history = history
        self._words = words
        self._lock = threading.Lock()
        self._titles: dict[str, tuple[str, DocumentId]] | None = None

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Give what may be meant by what was typed so far, each text once.

        Raises StorageError when the library or the notes cannot be read.
        """
        typed = text.strip()
        if not typed or len(typed) > _LONGEST:
            return ()
        found: dict[str, Suggestion] = {}
        for one in (
            *islice(self._searches(typed), MOST_SEARCHES),
            *islice(self._documents(typed), MOST_TITLES),
            *self._terms(text, limit),
        ):
            if one.text != typed:
                found.setdefault(one.text, one)
        return tuple(found.values())[:limit]

    def forget(self) -> None:
        """Read the titles anew for the next question: the library has changed."""
        with self._lock:
            self._titles = None

    def _searches(self, typed: str) -> Iterator[Suggestion]:
        """Give the user's own searches that begin so, with their names the saved first."""
        key = fold(typed)
        for saved in self._history.saved():
            if key in fold(saved.name) or fold(saved.query.text).startswith(key):
                yield Suggestion(SuggestionKind.SEARCH, saved.query.text, saved.name)
        for past in self._history.recent(_REMEMBERED):
            if fold(past.query.text).startswith(key):
                yield Suggestion(SuggestionKind.SEARCH, past.query.text)

    def _documents(self, typed: str) -> Iterator[Suggestion]:
        """Give the titles that begin with the text, that hold it, or that have its initials; a
        title begins behind 中华人民共和国 too.
        """
        key, titles = fold(typed), self._known()
        holding = sorted((_place(key, one), len(one), one) for one in titles if key in one)
        named = [one for _, _, one in holding]
        if not named and initials.letters(typed):
            plain = {plain_title(one): one for one in titles} | {one: one for one in titles}
            found = initials.named(initials.letters(typed), plain)
            named = list(dict.fromkeys(plain[one] for one in found))
        for one in named:
            title, document = titles[one]
            yield Suggestion(SuggestionKind.TITLE, title, document=document)

    def _terms(self, text: str, most: int) -> Iterator[Suggestion]:
        """Give the text with its last word completed."""
        if text != text.rstrip():
            return
        before, blank, last = text.strip().rpartition(" ")
        if not last or any(one in _SIGNS for one in last):
            return
        for word in self._words(fold(last), most + 1):
            if len(word) >= _SHORTEST_WORD and len(word) > len(last):
                yield Suggestion(SuggestionKind.TERM, f"{before}{blank}{word}")

    def _known(self) -> dict[str, tuple[str, DocumentId]]:
        """Give the titles by their keys; of documents with the same title the first."""
        with self._lock:
            if self._titles is None:
                found: dict[str, tuple[str, DocumentId]] = {}
                for shelf in self._shelves:
                    for one in shelf.documents.names():
                        title = one.title
                        found.setdefault(fold(title), (title, one.id))
                self._titles = found
            return self._titles


def _place(key: str, title: str) -> int:
    """Give where a text begins in a title that has it, counted without 中华人民共和国."""
    plain = plain_title(title)
    return plain.find(key) if key in plain else title.find(key)
