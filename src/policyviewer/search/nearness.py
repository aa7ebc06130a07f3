"""Which provisions answer a question best, of those that have most characters in common with it.

Shared characters alone find a provision about the same things; whether it is the rule that is
asked for shows in more: that the question's pairs and characters stand in the text itself and
not only in the headings, that it is an article, of a law rather than of a departmental rule,
that its document has more to say, and that it has the words of the law for those of daily life.
The weights were fitted on lay questions, in halves (see benchmarks/relevance.py, which measures
them), and rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.domain.patterns import regex
from policyviewer.search import scoring
from policyviewer.search.analyzer import grams, required_grams
from policyviewer.search.facts import Facts
from policyviewer.search.folding import fold
from policyviewer.search.lay_words import legal_words
from policyviewer.search.questions import content
from policyviewer.search.segments import Segment

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

SHARED = 7.5
"""Weight of the BM25 score, as a share of the highest."""
PAIRS = 4.0
CHARACTERS = 2.0
LEGAL = 8.0
"""Weight of the words of the law, each scored as a share of the highest too."""
DOCUMENT = 2.0
ARTICLE = 3.0
LAW, CODE, RULE = 1.75, 1.0, -2.0
_BEST_OF = 5
"""Provisions of a document that tell what it is about."""
_MARKER = 40
"""Bytes in which the number of an article ends."""
_ARTICLE = regex("第.{1,10}条")
_EDITION = regex(r"\(.*?\)")
_KINDS = (
    (regex("(?:规定|办法|规则)$"), RULE),
    (regex("法典$"), LAW + CODE),
    (regex("法$"), LAW),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, as what its words weigh."""

    grams: Mapping[str, float]
    pairs: Mapping[str, float]
    """Of two characters, without words that say nothing."""
    characters: frozenset[str]
    legal: tuple[Mapping[str, float], ...]
    """The grams of each word of the law."""


def asked(segments: Sequence[Segment], question: str) -> Asked:
    """Weigh the words of a folded question."""
    about = content(question)
    legal = (scoring.gram_weights(segments, required_grams(one)) for one in legal_words(question))
    pairs = scoring.gram_weights(segments, {one for one in grams(about) if len(one) > 1})
    return Asked(
        grams=scoring.gram_weights(segments, grams(question)),
        pairs=pairs,
        characters=frozenset(one for one in about if one.isalnum()),
        legal=tuple(one for one in legal if one),
    )


def legal_scores(segment: Segment, one: Asked, average: float, rows: Array) -> Array:
    """Give what rows, which are in order, score for the words of the law: of each the mean of
    its grams.
    """
    import numpy as np

    found = np.zeros(len(rows))
    for weights in one.legal:
        found += scoring.scores(segment, weights, average, rows) / len(weights)
    return found


def scores(segment: Segment, one: Asked, rows: Array, shared: Array, legal: Array) -> Array:
    """Give how well rows answer; they are in order, their scores shares of the highest."""
    pairs = _inside(segment, one.pairs, rows)
    characters = _inside(segment, dict.fromkeys(one.characters, 1.0), rows)
    told = segment.facts_of_rows[rows]
    found: Array = (
        SHARED * shared + PAIRS * pairs + CHARACTERS * characters + LEGAL * legal
        + DOCUMENT * _of_documents(told, shared)
        + ARTICLE * _articles(segment.texts.of(rows), len(rows))
        + _of_kinds(segment.different_facts, told)
    )  # fmt: skip
    return found


def _inside(segment: Segment, weights: Mapping[str, float], rows: Array) -> Array:
    """Give the share of the weights whose grams stand in the text of rows."""
    import numpy as np

    found = np.zeros(len(rows))
    for gram, weight in weights.items():
        having, marks = segment.postings(gram)
        if len(having):
            at = np.minimum(np.searchsorted(having, rows), len(having) - 1)
            found += weight * ((having[at] == rows) & ((marks[at] & 1) == 1))
    return found / (sum(weights.values()) or 1.0)


def _of_documents(told: Array, shared: Array) -> Array:
    """Give for each row what the best of its document score on the whole."""
    import numpy as np

    found = np.zeros(len(told))
    for one in np.unique(told).tolist():
        own = told == one
        found[own] = np.sort(shared[own])[-_BEST_OF:].sum() / _BEST_OF
    return found


def _articles(texts: Iterable[bytes], count: int) -> Array:
    import numpy as np

    heads = (text[:_MARKER].decode("utf-8", "ignore") for text in texts)
    return np.fromiter((_ARTICLE.match(head) is not None for head in heads), np.bool_, count)


def _of_kinds(different: Sequence[Facts], told: Array) -> Array:
    import numpy as np

    known = {one: kind_weight(different[one].title) for one in np.unique(told).tolist()}
    return np.array([known[one] for one in told.tolist()])


def kind_weight(title: str) -> float:
    """Give what the kind of a document is worth, as its title ends: of laws and rules, most
    answers stand in the laws; of all others nothing is assumed.
    """
    name = _EDITION.sub("", fold(title)).strip()
    return next((weight for form, weight in _KINDS if form.search(name)), 0.0)
