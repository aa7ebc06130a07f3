"""From a query to a page of hits, over anything that can say which provisions answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policyviewer.domain.patterns import regex
from policyviewer.domain.queries import (
    Expansion,
    Facet,
    IndexedProvision,
    SearchFilter,
    SearchHit,
    SearchPage,
    SearchQuery,
    ShortForms,
)
from policyviewer.search import excerpts, hints, misspellings, short_forms
from policyviewer.search.analyzer import required_grams
from policyviewer.search.corpus import NOTHING, Corpus, Found, Hits, ListedHits
from policyviewer.search.expression import All, Expression, Node, decide, shown
from policyviewer.search.filters import is_open, narrowed
from policyviewer.search.leaves import Leaf, Text
from policyviewer.search.parsing import parse
from policyviewer.search.questions import LONG, asks

if TYPE_CHECKING:
    pass

MOST_CHARACTERS = 1000
MOST_TEXTS = 32
"""Words, phrases and fields of a query, those that are excluded too."""
_SHORTEST_PART = 2
"""Characters of a part of a compound."""
_IDEOGRAPHS = regex("[\u3400-\u9fff]+")
NEAREST = 200
"""Hits of a question that nowhere stands as it was asked."""


def answer(
    corpus: Corpus, query: SearchQuery, clock: Callable[[], float] = time.perf_counter
) -> SearchPage:
    """Answer a query; what cannot be answered gets a hint and no hits."""
    began = clock()
    before: list[Leaf] = []
    complete = True
    for text in query.within:
        earlier = _asked(corpus, replace(query, text=text))
        corpus = corpus.limited(earlier.found)
        before += earlier.leaves
        complete &= earlier.complete
    reply = _asked(corpus, query)
    leaves = tuple(dict.fromkeys((*reply.leaves, *before)))
    hits = tuple(
        _hit(corpus.record(one.place), corpus.keys(one.place), one.score, leaves)
        for one in _shown(reply.found, query)
    )
    facets = _facets(corpus, query, reply, hits) if query.facets else ()
    wrong = not reply.complete or len(reply.found) <= misspellings.FEW
    suggestions = _suggestions(corpus, query) if query.suggest and wrong else ()
    return SearchPage(
        query=query,
        total=len(reply.found),
        complete=complete and reply.complete,
        elapsed_ms=(clock() - began) * 1000,
        hits=hits,
        hint=reply.hint,
        facets=facets,
        expansions=reply.expansions,
        suggestions=suggestions,
        short_forms=_short_forms(corpus, query) if query.suggest else (),
    )


def _asked(corpus: Corpus, query: SearchQuery) -> _Reply:
    expression = parse(query.text[: MOST_CHARACTERS + 1], query.literal, query.widened)
    hint = _refusal(query.text, expression)
    if hint:
        return _Reply(NOTHING, (), hint, complete=False)
    return replace(_reply(corpus, query, expression), expansions=expression.expansions)


def _shown(found: Hits, query: SearchQuery) -> list[Found]:
    offset = max(0, query.offset)
    end = None if query.limit is None else offset + max(0, query.limit)
    return found.first(end, query.order)[offset:]


def _facets(
    corpus: Corpus, query: SearchQuery, reply: _Reply, hits: Sequence[SearchHit]
) -> tuple[Facet, ...]:
    """Count what meets the words, whatever the filter: another choice may be made."""
    found = reply.found
    if reply.met is not None and not is_open(query.wanted):
        found = corpus.answering(reply.met, SearchFilter())
    return corpus.facets(found, query.wanted, {hit.document for hit in hits})


@dataclass(frozen=True, slots=True)
class _Reply:
    """What was found, what is marked in it, and whether it is all that was asked for."""

    found: Hits
    leaves: Sequence[Leaf]
    hint: str = ""
    complete: bool = True
    expansions: tuple[Expansion, ...] = ()
    met: Expression | None = None
    """What all hits meet, and nothing else that the filter lets through."""


def _reply(corpus: Corpus, query: SearchQuery, expression: Expression) -> _Reply:
    """Give what meets the expression; where nothing does, what comes near it."""
    found = corpus.answering(expression, query.wanted)
    if len(found):
        return _Reply(found, expression.leaves, met=expression)
    own = query.wanted if query.facets else replace(query.wanted, documents=())
    if not is_open(own):  # of the documents of a page it is asked alone, without a choice
        kept_out = len(corpus.answering(expression, SearchFilter()))
        if kept_out:
            return _Reply(NOTHING, (), hints.kept_out(query.text, kept_out), met=expression)
    reply = None
    if _is_question(query.text, expression):
        reply = _nearest(corpus, query, expression)
    elif len(expression.words) > 1:
        reply = _without_some(corpus, query, expression)
    elif not expression.exact:
        reply = _in_two(corpus, query, expression)
    return reply or _Reply(NOTHING, (), hints.not_found(query.text))


def _refusal(text: str, expression: Expression) -> str:
    """Give the hint for a query that cannot be answered, empty for all others."""
    if len(text) > MOST_CHARACTERS:
        return hints.too_long(len(text), MOST_CHARACTERS)
    if expression.size > MOST_TEXTS:
        return hints.too_many(MOST_TEXTS)
    if expression.is_empty:
        return hints.BOUNDLESS if expression.boundless else hints.EMPTY
    return hints.ONLY_EXCLUDED if expression.only_excludes else ""


def _is_question(text: str, expression: Expression) -> bool:
    """Say whether a query without operators is a sentence rather than words to be found."""
    long = any(len(text) >= LONG for text in expression.wanted)
    return not expression.exact and bool(expression.words) and (long or asks(text))


def _nearest(corpus: Corpus, query: SearchQuery, expression: Expression) -> _Reply | None:
    """Give what has most characters in common with a question."""
    question = " ".join(shown(one) for one in expression.words)
    wanted = narrowed(query.wanted, [one.wanted for one in expression.facts])
    met = decide(All(expression.facts))
    near = corpus.nearest(question, wanted)[:NEAREST]
    found = [one for one in near if met(corpus.record(one.place), ())] if expression.facts else near
    if not found:
        return None
    leaves = [Text((gram,)) for gram in sorted(required_grams(question))]
    hits = ListedHits(found, corpus.written)
    return _Reply(hits, leaves, hints.nearest(query.text), complete=False)


def _without_some(corpus: Corpus, query: SearchQuery, expression: Expression) -> _Reply | None:
    """Keep the rarest word, which says most, and of the others all that occur with it, the rarer
    first.
    """
    words = expression.words

    def having(kept: Sequence[Node]) -> Expression:
        return expression.without([word for word in words if word not in kept])

    counts = {word: len(corpus.answering(having([word]), query.wanted)) for word in words}
    kept: list[Node] = []
    found: Hits = NOTHING
    for word in sorted(filter(counts.__getitem__, words), key=counts.__getitem__):
        more = corpus.answering(having([*kept, word]), query.wanted)
        if len(more):
            kept.append(word)
            found = more
    if not kept:
        return None
    hint = hints.left_out([shown(word) for word in words if word not in kept])
    met = having(kept)
    return _Reply(found, met.leaves, hint, complete=False, met=met)


def _in_two(corpus: Corpus, query: SearchQuery, expression: Expression) -> _Reply | None:
    """Give what has both parts of a compound that nowhere stands as one (地方债务): of all ways
    to part it the one with the fewest hits, which is seldom an accident.
    """
    if len(expression.words) != 1:
        return None
    (word,) = expression.words
    whole = word.texts[0] if isinstance(word, Text) else ""
    if not (2 * _SHORTEST_PART <= len(whole) < LONG and _IDEOGRAPHS.fullmatch(whole)):
        return None
    replies: list[_Reply] = []
    for at in range(_SHORTEST_PART, len(whole) - _SHORTEST_PART + 1):
        parts = Text((whole[:at],)), Text((whole[at:],))
        met = replace(expression, root=All((*parts, *expression.without([word]).root.parts)))
        found = corpus.answering(met, query.wanted)
        if len(found):
            hint = hints.parted(whole, [one.shown for one in parts])
            replies.append(_Reply(found, met.leaves, hint, complete=False, met=met))
    return min(replies, key=lambda reply: len(reply.found), default=None)


def _suggestions(corpus: Corpus, query: SearchQuery) -> tuple[str, ...]:
    """Give the query with a word mended that stands hardly anywhere, where something has it
    then.
    """
    if len(query.text) > MOST_CHARACTERS:
        return ()

    def count(text: str) -> int:
        return len(corpus.answering(parse(text, query.literal, query.widened), query.wanted))

    return misspellings.meant(query, corpus, count)


def _short_forms(corpus: Corpus, query: SearchQuery) -> tuple[ShortForms, ...]:
    """Give what the provinces of a query are also written as, counted beside its other words."""
    if len(query.text) > MOST_CHARACTERS:
        return ()

    asked = parse(query.text, query.literal)

    def count(word: str, form: str) -> int:
        if word not in asked.wanted:
            return 0
        return len(corpus.answering(asked.with_word(word, form), query.wanted))

    return short_forms.offered(query, corpus, count)


def _hit(
    record: IndexedProvision, keys: Sequence[str], score: float, leaves: Sequence[Leaf]
) -> SearchHit:
    spans = excerpts.spans(keys, leaves)
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
