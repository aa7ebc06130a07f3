from __future__ import annotations

import pytest

from policyviewer.importers.odt.numbering import Numbering

CHINESE = "一, 二, 三, ..."


def level(at: int, number: str, more: str = "") -> str:
    told = f'text:level="{at}" style:num-format="{number}"'
    return f"<text:list-level-style-number {told} {more}/>"


def numbering(element, *levels: str) -> Numbering:
    style = f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'
    return Numbering(element(f"<office:styles>{style}</office:styles>"), None)


def test_levels_count_and_begin_anew_below(element):
    lists = numbering(
        element,
        level(1, CHINESE, 'style:num-suffix="、"'),
        level(2, CHINESE, 'style:num-prefix="（" style:num-suffix="）"'),
    )
    labels = [lists.label("L", at) for at in (1, 2, 2, 1, 2)]
    assert labels == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_a_list_begins_where_it_says(element):
    lists = numbering(element, level(1, "1", 'text:start-value="5" style:num-suffix="."'))
    assert [lists.label("L", 1), lists.label("L", 1, 9), lists.label("L", 1)] == ["5.", "9.", "10."]
    lists.begin("L")
    assert lists.label("L", 1) == "5."


def test_upper_levels_are_shown_where_wanted(element):
    lists = numbering(element, level(1, "1"), level(2, "1", 'text:display-levels="2"'))
    assert [lists.label("L", at) for at in (1, 2, 2)] == ["1", "1.1", "1.2"]


def test_the_label_as_libreoffice_writes_it_counts_first(element):
    lists = numbering(element, level(1, CHINESE, 'loext:num-list-format="第%1%条　"'))
    assert lists.label("L", 1) == "第一条　"


@pytest.mark.parametrize(
    ("form", "label"),
    [("甲, 乙, 丙, ...", "甲"), ("①, ②, ③, ...", "①"), ("i", "i"), ("A", "A"), ("", "")],
)
def test_forms_of_numbers(element, form: str, label: str):
    assert numbering(element, level(1, form)).label("L", 1) == label


def test_bullets_are_signs(element):
    style = (
        '<office:styles><text:list-style style:name="L"><text:list-level-style-bullet '
        'text:level="1" text:bullet-char="{}"/></text:list-style></office:styles>'
    )
    assert Numbering(element(style.format("■")), None).label("L", 1) == "■"
    assert Numbering(element(style.format("&#xf0b7;")), None).label("L", 1) == "•"


def test_headings_have_a_list_of_their_own(element):
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" '
        f'style:num-format="{CHINESE}" style:num-suffix="、"/></text:outline-style></office:styles>'
    )
    lists = Numbering(element(outline))
    assert [lists.heading(1), lists.heading(1), lists.heading(2)] == ["一、", "二、", ""]


def test_an_unknown_style_gives_no_label(element):
    assert numbering(element).label("X", 1) == ""
