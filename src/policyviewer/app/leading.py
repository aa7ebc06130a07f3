"""Which of the places that words name stand before the hits of those words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyviewer.app.destinations import Destination
from policyviewer.domain.queries import Order, SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.search import excerpts
from policyviewer.search.parsing import parse


def widened(query: SearchQuery) -> SearchQuery:
    """Give the query for all hits up to those that are to be shown: the destinations are taken
    out of them, which moves the others.
    """
    most = None if query.limit is None else max(0, query.offset) + max(0, query.limit)
    return replace(query, offset=0, limit=most)


def led(page: SearchPage, destinations: Sequence[Destination]) -> SearchPage:
    """Give a page with the destinations before its hits, which begin with the first of all.

    Where words stand in the texts, a title only moves the hit that it names: the total counts
    provisions with the words. What is merely near them is left out when a place is named.
    """
    standing = page.complete and page.total > 0
    if not destinations:
        return page
    if standing and page.query.order is not Order.RELEVANCE:
        return replace(page, hits=_cut(page.hits, page))
    asked = parse(page.query.text, page.query.literal, page.query.widened)
    own = [asked.matches(one.provision) for one in destinations]
    pairs = zip(destinations, own, strict=True)
    shown = [one for one, hit in pairs if hit or one.outright or not standing]
    score = page.hits[0].score if page.hits else 1.0
    first = [_hit(one, score) for one in shown]
    page = replace(page, suggestions=())
    if not standing:
        hits = _cut(first, page)
        return replace(page, total=len(first), complete=True, hits=hits, hint="", facets=())
    more = sum(1 for one, hit in zip(destinations, own, strict=True) if one.outright and not hit)
    there = {(one.document, one.provision) for one in first}
    others = [one for one in page.hits if (one.document, one.provision) not in there]
    return replace(page, total=page.total + more, hits=_cut([*first, *others], page))


def _cut(hits: Sequence[SearchHit], page: SearchPage) -> tuple[SearchHit, ...]:
    offset, limit = max(0, page.query.offset), page.query.limit
    end = None if limit is None else offset + max(0, limit)
    return tuple(hits[offset:end])


def _hit(one: Destination, score: float) -> SearchHit:
    unit = one.provision
    inside = one.span.shifted(-unit.start)
    words = TextRange(inside.start, inside.start + len(inside.of(unit.text).rstrip()))
    excerpt = excerpts.excerpt(unit.text, [words] if words.length else [])
    return SearchHit(
        document=unit.document,
        title=unit.title,
        source=unit.source,
        provision=unit.provision,
        marker=unit.marker,
        path=unit.path,
        citation=one.citation,
        score=score,
        excerpt=excerpt.text,
        highlights=excerpt.highlights,
        matches=(words.shifted(unit.start),) if words.length else (),
    )
