from __future__ import annotations

import pytest
from pages_by_hand import page, piece, ruled

from policyviewer.importers.pages.assembly import assembled
from policyviewer.importers.pages.pieces import Ruling
from policyviewer.importers.pages.struck import take_struck
from policyviewer.importers.writing import TextWriter


def across(at, start, end):
    return Ruling(at, start, end, upright=False)


def test_a_line_through_the_middle_of_words_strikes_them_out():
    sheet = page([piece("自一月一日起")], [across(80, 88, 152), across(90, 72, 168)])
    assert take_struck(sheet)
    assert sheet.rulings == [across(90, 72, 168)]


@pytest.mark.parametrize(
    "ruling",
    [
        across(87, 88, 152),
        across(72, 88, 152),
        across(80, 40, 400),
        across(80, 300, 400),
        Ruling(80, 60, 100, upright=True),
    ],
)
def test_underlines_and_lines_of_tables_strike_nothing_out(ruling: Ruling):
    sheet = page([piece("自一月一日起")], [ruling])
    assert not take_struck(sheet)
    assert sheet.rulings == [ruling]


def test_struck_words_stay_and_are_told():
    pieces = [piece("自一月一日起"), piece("项目", 80, 210), piece("标准", 210, 210)]
    rulings = [across(80, 88, 152), *ruled([72, 200, 400], [200, 240, 280])]
    extract = assembled([page(pieces, rulings)], TextWriter())
    assert extract.text == "自一月一日起\n项目\t标准\n\t"
    assert [(one.code, one.message) for one in extract.notices] == [
        ("struck-out", "第 1 页有划去的文字，已照样读入，请对照原件。")
    ]


def test_empty_pages_have_nothing_struck_out():
    assert not take_struck(page([]))
