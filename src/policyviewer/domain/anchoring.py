"""Finding an annotation's place again in a text that may have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from policyviewer.domain.annotations import AnchorState, Target
from policyviewer.domain.provisions import Provision, provision_at
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands now; without a range it has lost its words."""

    state: AnchorState
    span: TextRange | None
    provision: str | None
    likely: TextRange | None = None
    """What took the place of words that were changed, to be shown beside them."""
    settled: bool = False
    """The user has looked at it and left it as it is."""


ENOUGH = 8
"""Code points: of context that agrees, or of the words themselves, that make a place sure."""


def anchor(target: Target, text: str, provisions: Sequence[Provision]) -> Anchor:
    """Find the target's words in the present text, never other words in silence.

    Words that stand where they stood, between the same words, have stayed, also where a text
    repeats itself, as forms do. Any other place counts when its context agrees better than at
    every other place of the same words, and either words or context are long enough to be no
    coincidence. Otherwise the text counts as changed, or as deleted where its provision is
    gone: a person must decide.
    """
    if has_stayed(target, text):
        return _placed(target, target.span, provisions)
    places = _places(target.quote.exact, text)
    ranked = sorted(places, key=lambda place: _agreement(target, text, place), reverse=True)
    if ranked and _sure(target, text, ranked):
        return _placed(target, ranked[0], provisions)
    if any(tile.id == target.provision for tile in provisions):
        return Anchor(AnchorState.TEXT_CHANGED, None, target.provision)
    return Anchor(AnchorState.TEXT_DELETED, None, None)


def has_stayed(target: Target, text: str) -> bool:
    """Say whether the words stand in a text where they stood, between the same words."""
    quote, span = target.quote, target.span
    begins = span.start - len(quote.prefix)
    if begins < 0 or not 0 < len(quote.exact) == span.length:
        return False
    return text.startswith(quote.prefix + quote.exact + quote.suffix, begins)


def _placed(target: Target, place: TextRange, provisions: Sequence[Provision]) -> Anchor:
    provision = provision_at(provisions, place.start).id
    stayed = provision == target.provision
    return Anchor(AnchorState.IN_PLACE if stayed else AnchorState.MOVED, place, provision)


def _sure(target: Target, text: str, ranked: Sequence[TextRange]) -> bool:
    best = _agreement(target, text, ranked[0])
    if len(ranked) > 1 and best == _agreement(target, text, ranked[1]):
        return False
    context = len(target.quote.prefix) + len(target.quote.suffix)
    alone = len(ranked) == 1 and len(target.quote.exact) >= ENOUGH
    return alone or best >= min(ENOUGH, context)


def _agreement(target: Target, text: str, place: TextRange) -> int:
    """Give how many code points next to a place are those that stood next to the words."""
    quote = target.quote
    before = text[max(0, place.start - len(quote.prefix)) : place.start]
    after = text[place.end : place.end + len(quote.suffix)]
    return _common(quote.prefix[::-1], before[::-1]) + _common(quote.suffix, after)


def _common(one: str, other: str) -> int:
    """Give the length of the common beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _places(words: str, text: str) -> list[TextRange]:
    """Give every place of the words, overlapping ones too."""
    places: list[TextRange] = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(TextRange(at, at + len(words)))
        at = text.find(words, at + 1)
    return places
