from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from policyviewer.ui.reader.blocks import BlockKind, Face
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.title_lines import LONGEST_LINE
from policyviewer.ui.reader.typography import Piece, Script, families, sheet_for

PLAIN = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Times New Roman")


@pytest.fixture
def formats(qtbot: QtBot) -> PageFormats:
    return PageFormats(sheet_for(784, 1.0), families(PLAIN), ink="#111111", soft="#777777")


def test_a_paragraph_is_indented_by_two_characters(formats: PageFormats):
    assert formats.block(BlockKind.BODY).textIndent() == 36


def test_latin_has_its_own_family(formats: PageFormats):
    latin = formats.characters(BlockKind.BODY, Face.BODY, Piece("2020", Script.LATIN))
    assert list(latin.fontFamilies()) == ["Times New Roman"]


def test_no_latin_family_stands_before_the_chinese_one(formats: PageFormats):
    han = formats.characters(BlockKind.BODY, Face.BODY, Piece("正文", Script.HAN))
    assert next(iter(han.fontFamilies())) == "Noto Serif CJK SC"


def test_a_point_is_spread_to_a_character(formats: PageFormats):
    point = formats.characters(BlockKind.BODY, Face.BODY, Piece(",", Script.POINT))
    assert point.fontLetterSpacingType() is QFont.SpacingType.AbsoluteSpacing
    assert 0 < point.fontLetterSpacing() < 18


def test_a_run_in_heading_is_heavier_where_kaiti_is_missing(formats: PageFormats):
    kaiti = formats.characters(BlockKind.L2, Face.KAITI, Piece("（一）", Script.HAN))
    body = formats.characters(BlockKind.L2, Face.BODY, Piece("正文", Script.HAN))
    assert kaiti.fontWeight() > body.fontWeight()


def test_formats_are_made_once(formats: PageFormats):
    assert formats.block(BlockKind.L1) is formats.block(BlockKind.L1)


def test_lines_stand_closer_or_wider_as_chosen():
    def height(spacing: float) -> float:
        sheet = sheet_for(784, 1.0)
        made = PageFormats(sheet, families(PLAIN), ink="#111111", soft="#777777", spacing=spacing)
        return made.block(BlockKind.BODY).lineHeight()

    assert height(0.84) < height(1.0) < height(1.2)


def test_fewer_characters_of_a_title_stand_on_a_line_of_larger_type():
    def length(zoom: float) -> int:
        sheet = sheet_for(784, zoom)
        return PageFormats(sheet, families(PLAIN), ink="#111111", soft="#777777").title_length

    lengths = [length(zoom) for zoom in (0.5, 1.0, 2.0, 4.0)]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == LONGEST_LINE
    assert lengths[-1] < 8
