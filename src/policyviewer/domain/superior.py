"""What a local document took over from its superior one, paragraph by paragraph.

A paragraph of the local document is told to come from the superior's paragraph whose words it
has; words that stand in few paragraphs count more than those that stand in many. One paragraph
of the superior may be carried out by several of the local document. What the user says goes
before what the words say.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policyviewer.domain.alignment import RARE, Tile, tiles_of
from policyviewer.domain.correspondence import DIVISIONS
from policyviewer.domain.documents import ComponentKind, HeadingKind, Outline
from policyviewer.domain.formulas import formulaic, manner_of
from policyviewer.domain.paragraphs import Paragraphs
from policyviewer.domain.subsequence import common_blocks, increasing
from policyviewer.domain.synopsis import (
    Carried,
    Change,
    Part,
    Row,
    Synopsis,
    pieces_of,
    unit_of,
)

_FEWEST = 10
"""Letters that a paragraph with something to carry out has at least."""
_ALIKE = 0.23
"""Share of what letters and pairs of letters tell in common that makes a score of 1, ..."""
_HELD = 0.65
"""... or of those of the shorter one, where the other puts it out at length."""
_RARITY = 1.6
"""How fast they tell less in the more paragraphs they stand, ..."""
_FORMULA = 0.25
"""... and how much of that is left in words that documents of every subject have."""
_OTHER_MANNER = 0.4
"""Taken from the score of a paragraph that is there for something else: a duty and the fine for
its breach have most words in common."""
_FIRM = 1.2
"""Scores from which the order of the superior document is told."""
_IN_ORDER = 0.3
"""Added to the score of a paragraph between those that the neighbours come from."""
_AHEAD = 0.2
"""Of what the best score has ahead of the second, so much is added."""
_ENOUGH = 0.95
"""The score from which a paragraph comes from another."""
_COPIED = 0.9
"""Share of letters in common, in their order, from which a paragraph is a copy."""
_RUN = 2
_CANDIDATES = 12
_BODY = frozenset({ComponentKind.MAIN, ComponentKind.ATTACHMENT, ComponentKind.NOTICE})


@dataclass(frozen=True, slots=True)
class Settled:
    """What the user said: a local paragraph comes from one of the superior document, or, where
    ``superior`` is None, from none. Both are named by ``paragraph_key``.
    """

    local: str
    superior: str | None


def paragraph_key(letters: str) -> str:
    """Give a name of a paragraph by its letters, which a new edition does not change."""
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def carried_over(superior: Outline, local: Outline, settled: Sequence[Settled] = ()) -> Synopsis:
    """Give a local document beside its superior one, paragraph by paragraph."""
    olds, news = paragraphs_of(superior), paragraphs_of(local)
    by_hand = _said(olds, news, settled)
    origins = {**_origins(olds, news, by_hand), **by_hand}
    texts = superior.text, local.text
    rows: list[tuple[tuple[int, int, int], Row]] = []
    behind = -1
    last: dict[int, int] = {}
    for at, tile in enumerate(news):
        origin = origins.get(at)
        rows.append(((at, 0, 0), _row(texts, olds, origin, tile, by_hand=at in by_hand)))
        if origin is not None:
            last[origin] = at
    for at, tile in enumerate(olds):
        behind = max(behind, last.get(at, -1)) if at in last else behind
        if at not in last:
            missed = Part(Change.DELETED, (unit_of(tile.provision, texts[0]),), ())
            row = Row(Change.DELETED, missed.old, (), (missed,), carried=Carried.MISSED)
            rows.append(((behind, 1, at), row))
    return Synopsis(superior, local, tuple(row for _key, row in sorted(rows, key=_first)))


def paragraphs_of(outline: Outline) -> list[Tile]:
    """Give the paragraphs of a document that may be carried out: no headings, no title, no
    closing lines, nothing too short to say anything.
    """
    kinds = {one.id: one.kind for one in outline.components}
    headings: dict[str, int] = {
        str(node.id): node.heading.end
        for node in outline.nodes
        if node.heading_kind is HeadingKind.OWN_LINE
    }
    paragraphs = Paragraphs(outline)
    found: list[Tile] = []
    for tile in tiles_of(outline):
        one = tile.provision
        if one.cls is None or one.cls in DIVISIONS or kinds.get(one.id) not in (None, *_BODY):
            continue
        end = headings.get(one.id, 0)
        found += (
            part
            for part in paragraphs.of(tile)
            if len(part.wording.letters) >= _FEWEST and part.provision.span.end > end
        )
    return found


def _first(keyed: tuple[tuple[int, int, int], Row]) -> tuple[int, int, int]:
    return keyed[0]


def _said(
    olds: Sequence[Tile], news: Sequence[Tile], settled: Sequence[Settled]
) -> dict[int, int | None]:
    """Give the user's decisions by index; those on paragraphs that are gone are left out."""
    places = {paragraph_key(tile.wording.letters): at for at, tile in reversed([*enumerate(olds)])}
    told = {one.local: one.superior for one in settled}
    said: dict[int, int | None] = {}
    for at, tile in enumerate(news):
        key = paragraph_key(tile.wording.letters)
        if key in told:
            superior = told[key]
            if superior is None or superior in places:
                said[at] = None if superior is None else places[superior]
    return said


def _origins(
    olds: Sequence[Tile], news: Sequence[Tile], by_hand: Mapping[int, int | None]
) -> dict[int, int]:
    """Give for each local paragraph the one of the superior document that it comes from."""
    scores = _scores(olds, news)
    places = _order(scores, by_hand, len(olds))
    found: dict[int, int] = {}
    for at, likely in enumerate(scores):
        low, high = places[at]
        told = sorted(
            (
                (score + _IN_ORDER * (low - 1 <= one <= high + 1), -one)
                for one, score in likely.items()
            ),
            reverse=True,
        )
        if not told:
            continue
        second = told[1][0] if len(told) > 1 else 0.0
        if told[0][0] + _AHEAD * (told[0][0] - second) >= _ENOUGH:
            found[at] = -told[0][1]
    return found


def _order(
    scores: Sequence[Mapping[int, float]], by_hand: Mapping[int, int | None], count: int
) -> list[tuple[int, int]]:
    """Give between which paragraphs of the superior document each local one comes by its order."""
    firm: list[tuple[int, int]] = []
    for at, likely in enumerate(scores):
        best = max(likely, key=lambda one: (likely[one], -one), default=None)
        said = by_hand.get(at)
        if said is not None:
            firm.append((at, said))
        elif best is not None and likely[best] >= _FIRM:
            firm.append((at, best))
    ranks = [place * (len(scores) + 1) + at for at, place in firm]  # equal places are in order
    kept = [firm[number] for number in sorted(increasing(ranks, [1.0] * len(firm)))]
    low, high = [0] * len(scores), [count - 1] * len(scores)
    for at, place in kept:
        low[at:] = [place] * (len(scores) - at)
    for at, place in reversed(kept):
        high[: at + 1] = [place] * (at + 1)
    return list(zip(low, high, strict=True))


def _scores(olds: Sequence[Tile], news: Sequence[Tile]) -> list[dict[int, float]]:
    """Give for each local paragraph how surely it comes from those with words of it."""
    ones, others = _weighted(olds, news)
    sums = [sum(features.values()) for features in ones]
    manners = [manner_of(tile.wording.letters) for tile in olds]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, features in enumerate(ones):
        for feature in features:
            having[feature].append(at)
    made: list[dict[int, float]] = []
    for tile, features in zip(news, others, strict=True):
        shared: defaultdict[int, float] = defaultdict(float)
        for feature, weight in features.items():
            if len(having.get(feature, ())) <= RARE:
                for one in having.get(feature, ()):
                    shared[one] += weight / sums[one]
        manner, mine = manner_of(tile.wording.letters), sum(features.values())
        made.append({})
        for one in sorted(shared, key=lambda one: (-shared[one], one))[:_CANDIDATES]:
            score = _score(_common(features, ones[one]), mine, sums[one])
            made[-1][one] = score - _OTHER_MANNER * (manners[one] is not manner)
    return made


def _weighted(olds: Sequence[Tile], news: Sequence[Tile]) -> list[list[dict[str, float]]]:
    """Give what the letters and pairs of letters of each paragraph tell of it."""
    sides = [[_features(tile.wording.letters) for tile in side] for side in (olds, news)]
    paragraphs = [*sides[0], *sides[1]]
    counts = Counter(feature for features in paragraphs for feature in features)
    weights = {
        one: math.log(1 + len(paragraphs) / count) ** _RARITY for one, count in counts.items()
    }
    return [
        [{one: count * weights[one] for one, count in features.items()} for features in side]
        for side in sides
    ]


def _features(letters: str) -> dict[str, float]:
    """Give letters and pairs of letters with their numbers, those of formulas in part; signs tell
    nothing.
    """
    shares = [
        (_FORMULA if told else 1.0) if letter.isalnum() else 0.0
        for letter, told in zip(letters, formulaic(letters), strict=True)
    ]
    counts: defaultdict[str, float] = defaultdict(float)
    for letter, share in zip(letters, shares, strict=True):
        if share:
            counts[letter] += share
    for (one, first), (other, second) in pairwise(zip(letters, shares, strict=True)):
        if first and second:
            counts[one + other] += (first + second) / 2
    return counts


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(min(weight, other[feature]) for feature, weight in one.items() if feature in other)


def _score(common: float, one: float, other: float) -> float:
    """Give how surely one paragraph comes from another, by the weights of both and in common."""
    return max(2 * common / (one + other) / _ALIKE, common / min(one, other) / _HELD)


def _row(
    texts: tuple[str, str], olds: Sequence[Tile], origin: int | None, tile: Tile, *, by_hand: bool
) -> Row:
    new = (unit_of(tile.provision, texts[1]),)
    if origin is None:
        part = Part(Change.INSERTED, (), new)
        return Row(
            part.change, (), new, (part,), revised=True, carried=Carried.ADDED, by_hand=by_hand
        )
    old = (unit_of(olds[origin].provision, texts[0]),)
    letters = olds[origin].wording.letters, tile.wording.letters
    same = letters[0] == letters[1]
    change = Change.SAME if same else Change.CHANGED
    part = Part(change, old, new, pieces_of(texts, old, new))
    carried = Carried.COPIED if _share(*letters) >= _COPIED else Carried.REFINED
    return Row(change, old, new, (part,), None, not same, carried, by_hand)


def _share(one: str, other: str) -> float:
    """Give the share of letters that two paragraphs have in common, in words and not alone."""
    blocks = common_blocks(one, other)
    return 2 * sum(b.length for b in blocks if b.length >= _RUN) / (len(one) + len(other))
