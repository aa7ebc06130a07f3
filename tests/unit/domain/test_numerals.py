from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.numerals import chinese, number


@given(st.integers(1, 9999))
def test_a_counted_numeral_reads_back(value):
    assert number(chinese(value)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二〇二〇", 2020),
        ("一○", 10),
        ("\uff11\uff13", 13),
        ("③", 3),
        ("㈣", 4),
        ("一千二百六十", 1260),
    ],
)
def test_other_forms_are_read(written, value):
    assert number(written) == value


@pytest.mark.parametrize("words", ["", "甲", "十百千", "一a"])
def test_what_is_no_numeral_has_no_value(words):
    assert number(words) is None
