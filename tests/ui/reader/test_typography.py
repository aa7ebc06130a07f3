from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.app.page_settings import BodyFace, LineLength
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.blocks import BlockKind, Face
from policyviewer.ui.reader.typography import (
    LARGEST_ZOOM,
    LINES,
    NARROWEST,
    SETTINGS,
    SMALLEST_ZOOM,
    WIDEST,
    Script,
    character_size,
    clamped_zoom,
    families,
    pieces,
    sheet_for,
)


def scripts(text: str) -> list[tuple[str, Script]]:
    return [(one.text, one.script) for one in pieces(text, TextRange(0, len(text)))]


def test_digits_and_letters_are_latin():
    assert scripts("到2025年GDP增长5.5%。") == [
        ("到", Script.HAN),
        ("2025", Script.LATIN),
        ("年", Script.HAN),
        ("GDP", Script.LATIN),
        ("增长", Script.HAN),
        ("5.5%", Script.LATIN),
        ("。", Script.HAN),
    ]


def test_a_half_width_comma_between_characters_is_a_point():
    assert (",", Script.POINT) in scripts("经济圈,推动")


def test_a_comma_in_a_number_is_latin():
    assert scripts("1,000") == [("1,000", Script.LATIN)]


def test_the_gap_behind_a_marker_is_seen_over_the_end_of_its_run():
    text = "第一条 为了"
    assert pieces(text, TextRange(3, 6))[0].script is Script.POINT


@given(st.text("一,.;( )9aZ%、”𠀀"), st.data())
def test_pieces_are_the_range(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    joined = "".join(one.text for one in pieces(text, TextRange(start, end)))
    assert joined == text[start:end]


@given(st.integers(0, 5000), st.floats(SMALLEST_ZOOM, LARGEST_ZOOM))
def test_a_sheet_lies_inside_the_pane_or_is_as_narrow_as_can_be(width: int, zoom: float):
    sheet = sheet_for(width, zoom)
    assert NARROWEST <= sheet.columns <= WIDEST
    assert sheet.left + sheet.width <= width or sheet.columns == NARROWEST


def test_a_wide_pane_shows_the_desk_on_both_sides():
    sheet = sheet_for(1600, 1.0)
    assert not sheet.full
    assert sheet.columns == WIDEST
    assert abs(1600 - sheet.width - 2 * sheet.left) <= 1


def test_a_narrow_pane_is_all_paper():
    assert sheet_for(700, 1.0).full


@pytest.mark.parametrize(("asked", "given_"), [(0.1, 0.5), (9.0, 4.0), (1.3, 1.3)])
def test_zoom_has_bounds(asked: float, given_: float):
    assert clamped_zoom(asked) == given_


def test_type_is_four_times_as_large_at_400_percent():
    assert character_size(4.0) == 4 * character_size(1.0)


def test_only_families_that_are_there_are_named():
    chosen = families({"KaiTi", "Noto Serif CJK SC"})
    assert chosen.han[Face.KAITI] == ("KaiTi", "Noto Serif CJK SC")
    assert chosen.han[Face.HEITI] == ("Noto Serif CJK SC",)


def test_windows_typefaces_come_first():
    chosen = families({"FangSong", "SimHei", "Noto Serif CJK SC", "Noto Sans CJK SC"})
    assert chosen.han[Face.BODY][0] == "FangSong"
    assert chosen.han[Face.HEITI][0] == "SimHei"


def test_latin_falls_back_on_chinese_families():
    assert families({"SimSun"}).latin[Face.BODY] == ("SimSun",)


def test_a_machine_without_fonts_gives_no_names():
    assert families(()).han[Face.BODY] == ()


def test_kaiti_stands_out_only_where_it_is():
    assert families({"FangSong", "KaiTi"}).stands_out(Face.KAITI)
    assert not families({"Noto Serif CJK SC"}).stands_out(Face.KAITI)


def test_every_kind_of_paragraph_has_a_setting():
    assert set(SETTINGS) == set(BlockKind)


@pytest.mark.parametrize(
    ("body", "first"),
    [(BodyFace.FANGSONG, "仿宋"), (BodyFace.SONG, "宋体"), (BodyFace.HEI, "黑体")],
)
def test_the_face_of_the_text_can_be_chosen(body: BodyFace, first: str):
    chosen = families({"仿宋", "宋体", "黑体", "楷体"}, body)
    assert chosen.han[Face.BODY][0] == first
    assert chosen.han[Face.KAITI][0] == "楷体"


@pytest.mark.parametrize("body", BodyFace)
def test_a_face_that_is_not_there_gives_way(body: BodyFace):
    assert families({"仿宋"}, body).han[Face.BODY] == ("仿宋",)


@pytest.mark.parametrize("length", LineLength)
def test_the_longest_line_can_be_chosen(length: LineLength):
    assert sheet_for(2000, 1.0, LINES[length]).columns == LINES[length]
