from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.ui.reader.blocks import BlockKind
from policyviewer.ui.reader.table_widths import (
    LEAST,
    SCALES,
    SMALLEST,
    Column,
    column_of,
    ems,
    widths,
)

COLUMNS = st.lists(
    st.builds(
        Column,
        longest=st.floats(0, 4_000),
        typical=st.floats(0, 100),
        token=st.floats(0, 9),
        kind=st.just(BlockKind.CELL),
    ),
    min_size=1,
    max_size=64,
)


def column(*words: str) -> Column:
    return column_of(words, ())


def test_latin_signs_are_about_half_as_wide():
    assert ems("第12条") == pytest.approx(3.1)
    assert ems("GS") > ems("gs")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("1,250", "37", "9"), BlockKind.NUMBER_CELL),
        (("12.50", "30.25"), BlockKind.NUMBER_CELL),
        (("12550", "0"), BlockKind.NUMBER_CELL),
        (("2023", "2024", "2025"), BlockKind.SHORT_CELL),
        (("1", "2", "10"), BlockKind.SHORT_CELL),
        (("市水务局", ""), BlockKind.SHORT_CELL),
        (("加快水厂改造，提升水质",), BlockKind.CELL),
        ((), BlockKind.SHORT_CELL),
    ],
)
def test_what_a_column_holds_decides_how_it_is_set(words: tuple[str, ...], kind: BlockKind):
    assert column(*words).kind is kind


def test_the_unit_in_a_head_is_not_broken():
    assert column_of(["1"], ["投资（万元）"]).token == pytest.approx(4)


def test_each_paragraph_of_a_cell_is_a_line():
    assert column("甲乙\u2028丙").longest == 2


def test_columns_that_fit_stand_in_proportion_to_their_words():
    shared = widths([column("甲" * 5), column("甲" * 10)], 42 * 18, 18)
    narrow, wide = shared.columns
    assert narrow + wide == 42 * 18
    assert 1.6 < wide / narrow < 2
    assert shared.scale == SCALES[0]


def test_many_words_get_the_room_that_few_leave():
    number, task, office = widths(
        [column("1", "10"), column("甲" * 200), column("乙" * 12)], 42 * 18, 18
    ).columns
    assert number < office < task
    assert number >= LEAST * 18 * SCALES[0]


def test_type_shrinks_before_numbers_break():
    shared = widths([column("123,456.78")] * 9, 42 * 18, 18)
    assert SCALES[-1] < shared.scale < SCALES[0]
    assert shared.columns[0] >= ems("123,456.78") * 18 * shared.scale


def test_type_does_not_shrink_below_what_is_read():
    shared = widths([column("1234567890123456")] * 40, 42 * 18, 18)
    assert shared.scale * 18 >= SMALLEST


def test_small_type_is_not_shrunk():
    assert widths([column("123456789")] * 20, 42 * 9, 9).scale == SCALES[0]


@given(COLUMNS, st.integers(4, 42), st.integers(9, 72))
def test_a_table_is_exactly_as_wide_as_the_text(columns: list[Column], line: int, em: int):
    shared = widths(columns, line * em, em)
    assert sum(shared.columns) == line * em
    assert min(shared.columns) >= 0
