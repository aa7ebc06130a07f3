"""What became of each provision: kept, moved, cut in several, joined with others, new or gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyviewer.domain.alignment import RARE, Pairs, Tile, letter_pairs, paired
from policyviewer.domain.documents import NodeClass
from policyviewer.domain.subsequence import common_blocks, increasing

DIVISIONS = frozenset({NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION})
_PART = 0.6
"""Of a provision that was cut off another, so much stood in it, and stands there no more, ..."""
_RUN = 5
"""... in stretches of so many letters and more."""
_FEWEST = 8
"""Letters from which a provision can be told to be a part of another."""
_CANDIDATES = 6
_LIGHT = 0.5
"""A heading is moved past a provision rather than the provision past the heading."""


@dataclass(frozen=True, slots=True)
class Group:
    """Provisions of two texts that correspond, by index: one and one, or several where one was
    cut in parts or some were joined; either side is empty for what is new or gone.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    """Whether it stands before others that it stood behind, or behind those it stood before."""


def groups_of(old: Sequence[Tile], new: Sequence[Tile]) -> list[Group]:
    """Give all provisions of two texts in groups: in the order of the new text, and what is gone
    behind what it stood behind.
    """
    pairs = paired(old, new)
    links = _links(old, new, pairs)
    fixed = [one for one in _stayed(sorted(links.items()), old) if not _is_heading(old[one])]
    olds = {other: [one] for one, other in links.items()}
    news = {one: [other] for one, other in links.items()}
    places = sorted(links[one] for one in fixed)
    free = [at for at in range(len(new)) if at not in olds]
    for part, whole in _parts(new, old, free, news):
        others = news.get(whole)
        if not _adjoin(part, others[-1] if others else pairs.near.get(whole, part), places):
            continue
        if others:
            others.append(part)
        else:
            links[whole], news[whole], olds[part] = part, [part], [whole]
    for part, whole in _parts(old, new, [at for at in range(len(old)) if at not in news], olds):
        if whole in olds and _adjoin(part, olds[whole][-1], fixed):
            olds[whole].append(part)
    taken = {one for ones in olds.values() for one in ones}
    parts = {other for others in news.values() for other in others}
    for one, other in sorted(pairs.near.items()):
        if one not in taken and other not in parts:
            links[one], olds[other], news[one] = other, [one], [other]
    return _in_order(old, new, [(olds[other], news[one]) for one, other in sorted(links.items())])


def _links(old: Sequence[Tile], new: Sequence[Tile], pairs: Pairs) -> dict[int, int]:
    """Give the counterparts by index; the same number alone makes none, but the text outside all
    provisions is the same one, and so is a heading of the same provisions.
    """
    links = dict(pairs.forward)
    named = {tile.provision.id: at for at, tile in enumerate(new) if at not in pairs.back}
    for one, tile in enumerate(old):
        other = named.get(tile.provision.id) if one not in links else None
        if other is None:
            continue
        stray = tile.provision.cls is None and new[other].provision.cls is None
        if stray or _heads_the_same(one, other, (old, new), links):
            links[one] = other
    return links


def _heads_the_same(
    one: int, other: int, tiles: tuple[Sequence[Tile], Sequence[Tile]], links: Mapping[int, int]
) -> bool:
    """Say whether most provisions below a heading are counterparts of those below another."""
    sides = (tiles[0], one), (tiles[1], other)
    if not all(_is_heading(side[at]) for side, at in sides):
        return False
    below, there = (set(_below(at, side)) for side, at in sides)
    same = sum(links.get(at) in there for at in below)
    return same * 2 > max(1, len(below))


def _below(at: int, tiles: Sequence[Tile]) -> Iterator[int]:
    depth = len(tiles[at].provision.path)
    for number in range(at + 1, len(tiles)):
        if len(tiles[number].provision.path) <= depth:
            return
        yield number


def _parts(
    parts: Sequence[Tile],
    wholes: Sequence[Tile],
    free: Sequence[int],
    joined: Mapping[int, Sequence[int]],
) -> Iterator[tuple[int, int]]:
    """Give provisions without a counterpart, each with the provision of the other text that it
    was a part of: whose words it has, and whose own counterpart has them not.
    """
    left = _left_over(parts, wholes, joined)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, pairs in left.items():
        for pair in pairs:
            having[pair].append(at)
    for part in free:
        tile = parts[part]
        pairs = letter_pairs(tile)
        if len(tile.wording.letters) < _FEWEST or _is_heading(tile):
            continue
        rare = (having[pair] for pair in pairs if pair in having and len(having[pair]) <= RARE)
        shared = Counter(at for wholes_with in rare for at in wholes_with)
        for whole, _count in shared.most_common(_CANDIDATES):
            inside = (pairs & left[whole]).total() >= _PART * pairs.total()
            if inside and _held(tile, wholes[whole]):
                left[whole] = left[whole] - pairs
                yield part, whole
                break


def _left_over(
    parts: Sequence[Tile], wholes: Sequence[Tile], joined: Mapping[int, Sequence[int]]
) -> dict[int, Counter[str]]:
    """Give the pairs of letters of each provision that its counterpart has not."""
    left: dict[int, Counter[str]] = {}
    for at, tile in enumerate(wholes):
        others = [parts[other] for other in joined.get(at, ())]
        if _is_heading(tile) or tile.wording.letters in {one.wording.letters for one in others}:
            continue
        pairs = letter_pairs(tile)
        for one in others:
            pairs = pairs - letter_pairs(one)
        if pairs.total() >= _FEWEST:
            left[at] = pairs
    return left


def _held(part: Tile, whole: Tile) -> bool:
    """Say whether most letters of a provision stand in another, in long stretches."""
    letters = part.wording.letters
    blocks = common_blocks(letters, whole.wording.letters)
    return sum(one.length for one in blocks if one.length >= _RUN) >= _PART * len(letters)


def _adjoin(one: int, other: int, fixed: Sequence[int]) -> bool:
    """Say whether no provision that has stayed stands between two."""
    low, high = min(one, other), max(one, other)
    return bisect_right(fixed, low) == bisect_left(fixed, high)


def _in_order(
    old: Sequence[Tile], new: Sequence[Tile], made: Sequence[tuple[list[int], list[int]]]
) -> list[Group]:
    """Give groups of counterparts, each side's first, and what has none, in order."""
    stayed = set(_stayed([(olds[0], news[0]) for olds, news in made], old))
    rows: list[tuple[tuple[int, int, int], Group]] = []
    for olds, news in made:
        group = Group(tuple(sorted(olds)), tuple(sorted(news)), moved=olds[0] not in stayed)
        rows.append(((group.new[0], 0, 0), group))
    fixed = [(group.old[-1], group.new[-1]) for _key, group in rows if not group.moved]
    gone = set(range(len(old))).difference(*(olds for olds, _news in made))
    added = set(range(len(new))).difference(*(news for _olds, news in made))
    rows += [((at, 0, 0), Group((), (at,))) for at in added]
    for at in gone:
        before = bisect_left(fixed, (at,)) - 1
        rows.append(((fixed[before][1] if before >= 0 else -1, 1, at), Group((at,), ())))
    return [group for _key, group in sorted(rows, key=lambda row: row[0])]


def _stayed(pairs: Sequence[tuple[int, int]], old: Sequence[Tile]) -> list[int]:
    """Give the provisions of the old text that stand in the same order in the new one, as many
    as there can be; of two that changed places, the shorter one was moved.
    """
    weights = [
        (_LIGHT if _is_heading(old[one]) else 1.0) + len(old[one].wording.letters) / 1_000_000
        for one, _other in pairs
    ]
    kept = increasing([other for _one, other in pairs], weights)
    return [pairs[at][0] for at in sorted(kept)]


def _is_heading(tile: Tile) -> bool:
    return tile.provision.cls in DIVISIONS
