from __future__ import annotations

import pytest
from lxml import etree

from policyviewer.importers.docx.names import WORD
from policyviewer.importers.docx.numbering import Numbering


def level(at, form, text, more="", start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


OFFICIAL = (
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>')
    + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>')
    + level(2, "decimal", "%3.")
)


def numbering(*lists, nums="<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"):
    inner = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(lists)
    )
    return Numbering(etree.fromstring(f'<w:numbering xmlns:w="{WORD}">{inner}{nums}</w:numbering>'))


def labels(found, *places):
    return [found.label(number, at) for number, at in places]


def of_list_1(*levels):
    return [("1", at) for at in levels]


def test_levels_count_and_begin_again_below_a_higher_one():
    found = labels(numbering(OFFICIAL), *of_list_1(0, 1, 2, 2, 1, 2, 0, 1))
    assert found == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_articles_run_through_and_chapters_do_not_stop_them():
    law = level(0, "chineseCountingThousand", "第%1章") + level(
        1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'
    )
    assert labels(numbering(law), *of_list_1(0, 1, 1, 0, 1)) == [
        "第一章",
        "第一条",
        "第二条",
        "第二章",
        "第三条",
    ]


def test_a_level_may_begin_again_after_the_highest_only():
    lists = (
        level(0, "decimal", "%1")
        + level(1, "decimal", "%2")
        + level(2, "decimal", "c%3", '<w:lvlRestart w:val="1"/>')
    )
    found = labels(numbering(lists), *of_list_1(0, 1, 2, 1, 2, 0, 2))
    assert [one for one in found if one.startswith("c")] == ["c1", "c2", "c1"]


def test_legal_numbers_are_arabic():
    lists = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(numbering(lists), *of_list_1(0, 0, 1)) == ["第一章", "第二章", "2.1"]
    lists = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2")
    assert labels(numbering(lists), *of_list_1(0, 1)) == ["第一章", "一.1"]


def test_instances_of_a_list_count_on_unless_they_begin_anew():
    nums = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    )
    found = numbering(OFFICIAL, nums=nums)
    assert labels(found, ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)) == [
        "一、",
        "二、",
        "五、",
        "六、",
        "七、",
    ]


def test_a_start_value_of_an_instance_holds_after_each_restart():
    nums = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'>"
        "<w:startOverride w:val='3'/></w:lvlOverride></w:num>"
    )
    found = labels(numbering(OFFICIAL, nums=nums), *of_list_1(0, 1, 0, 1))
    assert found == ["一、", "（三）", "二、", "（三）"]


def test_an_instance_may_write_a_level_in_its_own_way():
    own = level(0, "decimal", "%1)")
    nums = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/>"
        f"<w:lvlOverride w:ilvl='0'>{own}</w:lvlOverride></w:num>"
    )
    assert labels(numbering(OFFICIAL, nums=nums), *of_list_1(0, 0)) == ["1)", "2)"]


def test_a_list_may_take_its_levels_from_a_style():
    lists = ('<w:numStyleLink w:val="公文"/>', f'<w:styleLink w:val="公文"/>{OFFICIAL}')
    assert numbering(*lists).label("1", 0) == "一、"


def test_the_level_of_a_style_is_known():
    found = numbering(OFFICIAL)
    assert [found.level_of_style("1", style) for style in ("1", "2", "other")] == [0, 1, 0]
    assert found.level_of_style("9", "1") == 0


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [
        ("\uf06c", "Wingdings", "•"),
        ("n", "Wingdings", "•"),
        ("——", "宋体", "——"),
        ("■", "宋体", "■"),
    ],
)
def test_bullets_are_signs_that_every_font_has(text: str, font: str, label: str):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert numbering(level(0, "bullet", text, fonts)).label("1", 0) == label


def test_what_is_not_defined_has_no_label():
    assert Numbering(None).label("1", 0) == ""
    found = numbering(OFFICIAL, nums="<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>")
    assert labels(found, ("1", 0), ("2", 0)) == ["", ""]
    assert numbering(OFFICIAL).label("1", 8) == ""


def test_endless_numbers_do_no_harm():
    huge = level(0, "upperRoman", "%1" * 9, start=10**12)
    assert len(numbering(huge).label("1", 0)) < 100


def test_endless_labels_do_no_harm():
    long = level(0, "decimal", "字" * 5000)
    assert len(numbering(long).label("1", 0)) == 100
