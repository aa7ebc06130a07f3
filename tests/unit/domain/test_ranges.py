from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange, merged

RANGES = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(
    lambda two: TextRange(min(two), max(two))
)


def test_a_range_must_not_run_backwards():
    with pytest.raises(ValueError, match="not a range"):
        TextRange(3, 2)


def test_a_range_gives_its_part_of_the_text():
    assert TextRange(1, 3).of("政策文件") == "策文"


def test_ranges_that_only_touch_do_not_overlap():
    assert not TextRange(0, 2).overlaps(TextRange(2, 4))


def test_clipping_gives_the_common_part_or_none():
    assert TextRange(0, 5).clipped(TextRange(3, 9)) == TextRange(3, 5)
    assert TextRange(0, 2).clipped(TextRange(2, 9)) is None


def test_a_shifted_range_keeps_its_length():
    assert TextRange(2, 5).shifted(-2) == TextRange(0, 3)


@given(st.lists(RANGES))
def test_merged_ranges_hold_the_same_places_once(ranges):
    joined = merged(ranges)
    places = {at for one in ranges for at in range(one.start, one.end)}
    assert sorted(places) == [at for one in joined for at in range(one.start, one.end)]
