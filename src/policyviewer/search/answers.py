"""From a query to a page of hits, over anything that can say which provisions answer."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from policyviewer.domain.queries import (
    IndexedProvision,
    Order,
    SearchFilter,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.search import excerpts, hints
from policyviewer.search.analyzer import required_grams
from policyviewer.search.expression import Expression, parse
from policyviewer.search.rows import keys

MOST_CHARACTERS = 1000
MOST_TEXTS = 32
NEAREST = 200
"""Hits of a question that nowhere stands as it was asked."""
_SENTENCE = 8
"""Characters from which a text that nowhere stands is read as a question."""

Place = tuple[int, int]
"""Where a provision is kept; places sort by document and by the provisions' order in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A provision that answers."""

    place: Place
    score: float


class Corpus(Protocol):
    """What can be searched."""

    def answering(self, expression: Expression, wanted: SearchFilter) -> list[Found]:
        """Give every provision that meets the expression and the filter."""
        ...

    def nearest(self, text: str, wanted: SearchFilter) -> list[Found]:
        """Give the provisions that have the most in common with a folded text."""
        ...

    def record(self, place: Place) -> IndexedProvision:
        """Give a provision that was found."""
        ...

    def written(self, place: Place) -> str:
        """Give the date of a provision that was found."""
        ...


def answer(
    corpus: Corpus, query: SearchQuery, clock: Callable[[], float] = time.perf_counter
) -> SearchPage:
    """Answer a query; what cannot be answered gets a hint and no hits."""
    began = clock()
    expression = parse(query.text[: MOST_CHARACTERS + 1])
    hint = _refusal(query.text, expression)
    found = [] if hint else corpus.answering(expression, query.wanted)
    texts: Sequence[str] = expression.wanted
    complete = not hint
    if not found and not hint:
        question = _question(expression)
        found = corpus.nearest(question, query.wanted)[:NEAREST] if question else []
        hint = hints.nearest(query.text) if found else hints.not_found(query.text)
        texts = tuple(required_grams(question))
        complete = not found
    shown = _ordered(corpus, found, query)
    hits = tuple(_hit(corpus.record(one.place), one.score, texts) for one in shown)
    elapsed = (clock() - began) * 1000
    return SearchPage(query, len(found), complete, elapsed, hits, hint)


def _refusal(text: str, expression: Expression) -> str:
    """Give the hint for a query that cannot be answered, empty for all others."""
    if len(text) > MOST_CHARACTERS:
        return hints.too_long(len(text), MOST_CHARACTERS)
    if len(expression.wanted) + len(expression.excluded) > MOST_TEXTS:
        return hints.too_many(MOST_TEXTS)
    if expression.groups:
        return ""
    return hints.ONLY_EXCLUDED if expression.excluded else hints.EMPTY


def _question(expression: Expression) -> str:
    """Give the folded question that a query seems to be, empty when it is none."""
    operators = expression.exact or expression.excluded
    plain = not operators and all(len(group) == 1 for group in expression.groups)
    long = any(len(text) >= _SENTENCE for text in expression.wanted)
    return " ".join(expression.wanted) if plain and long else ""


def _ordered(corpus: Corpus, found: list[Found], query: SearchQuery) -> list[Found]:
    """Give the hits to show: what the order leaves equal stands by place."""
    limit = len(found) if query.limit is None else max(0, query.limit)
    if query.order is Order.RELEVANCE:
        return heapq.nsmallest(limit, found, key=lambda one: (-one.score, one.place))
    found = sorted(found, key=lambda one: one.place)
    if query.order is Order.DATE:
        found.sort(key=lambda one: _date(corpus.written(one.place)), reverse=True)
    return found[:limit]


def _date(written: str) -> str:
    """Give what a date sorts by; one without a year is older than all."""
    return written if written[:1].isdecimal() else ""


def _hit(record: IndexedProvision, score: float, texts: Sequence[str]) -> SearchHit:
    spans = excerpts.spans(keys(record), texts)
    excerpt = excerpts.excerpt(record.text, spans)
    return SearchHit(
        document=record.document,
        title=record.title,
        source=record.source,
        provision=record.provision,
        marker=record.marker,
        path=record.path,
        citation=record.citation,
        score=score,
        excerpt=excerpt.text,
        highlights=excerpt.highlights,
        matches=tuple(span.shifted(record.start) for span in spans),
    )
