"""What else a query may be searched by: the short names of its provinces that stand in the
library.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Protocol

from policyviewer.domain.queries import SearchQuery, ShortForm, ShortForms
from policyviewer.domain.short_places import MOST, candidates, is_clear, is_compound, province
from policyviewer.search.folding import fold
from policyviewer.search.misspellings import Pairs
from policyviewer.search.tokens import Kind, tokens

_MOST_WORDS = 3
"""Words of a query that are looked into."""
_TRIED = 20
"""Candidates of a word whose provisions are counted."""


class Counted(Protocol):
    """Counts the provisions that have a word, besides the other words of the query; none in the
    place of one that is excluded.
    """

    def __call__(self, word: str, form: str) -> int:
        """Give how many provisions have a form in the place of a word."""
        ...


def offered(query: SearchQuery, pairs: Pairs, count: Counted) -> tuple[ShortForms, ...]:
    """Give for each province in the query, and each pair of short names, what else can be
    searched for: the most frequent first, letters that mostly mean other things last; nothing for
    what is widened already.
    """
    found: list[ShortForms] = []
    after, before = cache(pairs.after), cache(pairs.before)
    for key, written in islice(_words(query).items(), _MOST_WORDS):
        known = {one for each in query.widened if each.written == written for one in each.added}
        tried = candidates(key, after, before)[:_TRIED]
        counted = [
            ShortForm(one, number, is_clear(one))
            for one in tried
            if not any(each in one for each in known) and (number := count(key, one))
        ]
        counted.sort(key=lambda one: (not one.clear, -one.count, len(one.text), one.text))
        if counted:
            found.append(ShortForms(written, tuple(counted[:MOST])))
    return tuple(found)


def _words(query: SearchQuery) -> dict[str, str]:
    """Give the words of a query that name provinces, folded, with how each is typed."""
    found: dict[str, str] = {}
    for token in tokens(query.text):
        key = fold(token.text)
        if token.kind is Kind.WORD and (province(key) or is_compound(key)):
            found.setdefault(key, token.text)
    return found
