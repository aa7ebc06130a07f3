from __future__ import annotations

import pytest

from policyviewer.importers.odt.numbering import Numbering, Place


def level(at: int, form: str = "1", more: str = "", kind: str = "list-level-style-number") -> str:
    return f'<text:{kind} text:level="{at}" style:num-format="{form}" {more}/>'


def style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


CHINESE = "一, 二, 三, ..."
OFFICIAL = style(
    "公文",
    level(1, CHINESE, 'style:num-suffix="、"'),
    level(2, CHINESE, 'style:num-prefix="（" style:num-suffix="）"'),
    level(3, "1", 'style:num-suffix="."'),
)


@pytest.fixture
def numbering(element):
    return lambda *styles: Numbering(None, element("".join(styles)))


def labels(found: Numbering, *levels: int, style: str = "公文") -> list[str]:
    count = found.begin(style, None, None, goes_on=False)
    return [found.label(Place(count, style, at)) for at in levels]


def test_levels_count_and_begin_again_below_a_higher_one(numbering):
    found = labels(numbering(OFFICIAL), 1, 2, 3, 3, 2, 3, 1, 2)
    assert found == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_a_new_list_begins_anew_and_one_that_goes_on_does_not(numbering):
    found = numbering(OFFICIAL)
    assert labels(found, 1, 1) == ["一、", "二、"]
    assert labels(found, 1) == ["一、"]
    latest = found.begin("公文", None, None, goes_on=True)
    assert found.label(Place(latest, "公文", 1)) == "二、"


def test_a_list_continues_the_one_that_it_names_also_in_another_style(numbering):
    found = numbering(OFFICIAL, style("乙", level(1, CHINESE, 'style:num-suffix="."')))
    first = found.begin("公文", "甲", None, goes_on=False)
    assert found.label(Place(first, "公文", 1)) == "一、"
    assert labels(found, 1, 1) == ["一、", "二、"]
    again = found.begin("乙", "丙", "甲", goes_on=False)
    assert found.label(Place(again, "乙", 1)) == "二."
    assert found.begin("公文", None, "丙", goes_on=False) == first


def test_a_list_that_continues_nothing_begins(numbering):
    found = numbering(OFFICIAL)
    for after, goes_on in (("无", False), (None, True)):
        count = found.begin("公文", None, after, goes_on=goes_on)
        assert found.label(Place(count, "公文", 1)) == "一、"
        found = numbering(OFFICIAL)


def test_an_item_may_set_its_number_and_a_level_its_first(numbering):
    found = numbering(style("公文", level(1, "1", 'text:start-value="5"')))
    count = found.begin("公文", None, None, goes_on=False)
    given = [found.label(Place(count, "公文", 1), value) for value in (None, None, 9, None)]
    assert given == ["5", "6", "9", "10"]


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("1", "2"),
        ("a", "b"),
        ("A", "B"),
        ("i", "ii"),
        ("I", "II"),
        (CHINESE, "二"),
        ("壹, 贰, 叁, ...", "贰"),
        ("①, ②, ③, ...", "②"),
        ("甲, 乙, 丙, ...", "乙"),
        ("子, 丑, 寅, ...", "丑"),
        ("１, ２, ３, ...", "２"),
        ("א, ב, ג, ...", "2"),
        ("", ""),
    ],
)
def test_numbers_are_written_in_their_format(numbering, form: str, label: str):
    assert labels(numbering(style("公文", level(1, form))), 1, 1)[1] == label


def test_a_label_may_show_the_levels_above(numbering):
    shown = level(2, "1", 'text:display-levels="2" style:num-suffix="."')
    assert labels(numbering(style("公文", level(1), shown)), 1, 1, 2) == ["1", "2", "2.1."]


def test_a_label_that_libreoffice_writes_out_goes_first(numbering):
    written = level(2, CHINESE, 'loext:num-list-format="第%1%章第%2%条" style:num-suffix="x"')
    assert labels(numbering(style("公文", level(1), written)), 1, 2, 2)[1:] == [
        "第1章第一条",
        "第1章第二条",
    ]


@pytest.mark.parametrize(("sign", "label"), [("——", "——"), ("\uf0b7", "•"), ("", "•"), ("■", "■")])
def test_bullets_are_signs_that_every_font_has(numbering, sign: str, label: str):
    bullet = level(1, "", f'text:bullet-char="{sign}"', "list-level-style-bullet")
    assert labels(numbering(style("公文", bullet)), 1) == [label]


def test_headings_count_in_a_list_of_their_own(numbering):
    outline = "".join(level(at, CHINESE, kind="outline-level-style") for at in (1, 2))
    found = numbering(f"<text:outline-style>{outline}</text:outline-style>", OFFICIAL)
    assert [found.heading(at) for at in (1, 2, 2)] == ["一", "一", "二"]
    assert labels(found, 1) == ["一、"]
    assert found.heading(1) == "二"


def test_what_is_not_defined_has_no_label(numbering):
    assert Numbering(None).heading(1) == ""
    assert labels(numbering(OFFICIAL), 4, 99) == ["", ""]
    assert labels(numbering(OFFICIAL), 1, style="无") == [""]
    assert labels(numbering(style("公文", level(11), level(0))), 11) == [""]


def test_endless_labels_do_no_harm(numbering):
    huge = level(1, "I", f'style:num-suffix="{"。" * 5000}" text:start-value="{10**12}"')
    assert len(labels(numbering(style("公文", huge)), 1)[0]) < 200
