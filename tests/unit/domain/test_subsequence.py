from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis.strategies import lists, permutations, text

from policyviewer.domain.subsequence import Block, common_blocks, increasing

FEW = text("甲乙丙", max_size=12)


def longest(one: str, other: str) -> int:
    """Give the length of a longest common subsequence by the schoolbook table."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row
        row = [0]
        for at, sign in enumerate(other):
            row.append(before[at] + 1 if letter == sign else max(row[at], before[at + 1]))
    return row[-1]


@given(FEW, FEW)
def test_the_blocks_are_a_longest_common_subsequence(one: str, other: str):
    blocks = common_blocks(one, other)
    assert sum(block.length for block in blocks) == longest(one, other)
    for block in blocks:
        ends = block.one + block.length, block.other + block.length
        assert one[block.one : ends[0]] == other[block.other : ends[1]]


@given(FEW, FEW)
def test_the_blocks_stand_in_order_and_never_touch_on_both_sides(one: str, other: str):
    blocks = common_blocks(one, other)
    for before, behind in pairwise(blocks):
        gaps = behind.one - before.one - before.length, behind.other - before.other - before.length
        assert min(gaps) >= 0
        assert max(gaps) > 0


def test_a_text_has_all_of_itself_in_common_with_itself():
    assert common_blocks("甲乙", "甲乙") == [Block(0, 0, 2)]
    assert common_blocks("", "甲") == []


@given(permutations(range(7)))
def test_the_increasing_subsequence_is_the_heaviest(places: list[int]):
    weights = [1.0 + place / 100 for place in places]
    found = increasing(places, weights)
    rising = (
        chosen
        for count in range(8)
        for chosen in combinations(range(7), count)
        if all(places[a] < places[b] for a, b in pairwise(chosen))
    )
    heaviest = max(sum(weights[at] for at in chosen) for chosen in rising)
    assert abs(sum(weights[at] for at in found) - heaviest) < 1e-9


@given(lists(FEW, max_size=5))
def test_nothing_moves_in_what_is_in_order(texts: list[str]):
    assert increasing(range(len(texts)), [1.0] * len(texts)) == set(range(len(texts)))
