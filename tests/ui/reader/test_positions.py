from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, block_of
from policyviewer.ui.reader.plan import plan
from policyviewer.ui.reader.positions import Positions, Utf16

TEXTS = st.text("一、中文。𠀀𪚥\n 　a", max_size=80)
SEPARATOR = "\u2029"


def body(start: int, end: int) -> Block:
    return block_of(BlockKind.BODY, TextRange(start, end), [], Face.BODY)


def filled(text: str) -> Positions:
    positions = Positions(text)
    positions.append(plan(parse(text)))
    return positions


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str):
    utf16 = Utf16(text)
    for at in range(len(text) + 1):
        assert utf16.units(at) == len(text[:at].encode("utf-16-le")) // 2


@given(TEXTS)
def test_both_halves_of_a_pair_are_its_code_point(text: str):
    utf16 = Utf16(text)
    units = [at for at, sign in enumerate(text) for _ in range(1 + (ord(sign) > 0xFFFF))]
    assert [utf16.code_point(unit) for unit in range(len(units))] == units


@given(TEXTS)
def test_a_position_in_qts_text_holds_the_same_character(text: str):
    positions = filled(text)
    blocks = plan(parse(text))
    page = SEPARATOR.join(block.span.of(text) for block in blocks)
    units = page.encode("utf-16-le")
    for block in blocks:
        for at in range(block.span.start, block.span.end):
            place = positions.position(at)
            assert units[2 * place :].decode("utf-16-le")[0] == text[at]


@given(TEXTS)
def test_there_and_back_is_the_same_code_point(text: str):
    positions = filled(text)
    for block in plan(parse(text)):
        for at in range(block.span.start, block.span.end + 1):
            assert positions.code_point(positions.position(at)) == at


@given(TEXTS, st.data())
def test_putting_blocks_before_gives_the_same_map(text: str, data: st.DataObject):
    blocks = plan(parse(text))
    cut = data.draw(st.integers(0, len(blocks)))
    positions = Positions(text)
    positions.append(blocks[cut:])
    positions.prepend(blocks[:cut])
    whole = filled(text)
    assert [positions.position(at) for at in range(len(text))] == [
        whole.position(at) for at in range(len(text))
    ]


def test_what_is_not_on_the_page_is_at_the_end_of_the_block_before():
    positions = Positions("甲乙　\n　丙")
    positions.append([body(0, 2), body(5, 6)])
    assert [positions.position(at) for at in range(6)] == [0, 1, 2, 2, 2, 3]


def test_an_adjacent_block_begins_behind_its_separator():
    positions = Positions("标题正文")
    positions.append([body(0, 2), body(2, 4)])
    assert positions.position(2) == 3
    assert positions.block_of(2) == 1


def test_a_span_turned_round_is_the_same_span():
    positions = Positions("甲乙丙")
    positions.append([body(0, 3)])
    assert positions.span(2, 1) == positions.span(1, 2) == TextRange(1, 2)


def test_an_empty_page_covers_nothing():
    positions = Positions("正文")
    assert positions.covered == TextRange(0, 0)
    assert (positions.position(1), positions.code_point(1)) == (0, 0)
