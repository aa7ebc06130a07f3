from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.metadata import Metadata
from policyviewer.domain.structure import parse
from policyviewer.domain.works import (
    are_editions,
    characters_apart,
    content_key,
    is_older,
    latest_date,
    same_wording,
    same_work,
)

RULE = Metadata("青山县河道管理办法", "青山县河道管理办法", kind="办法")
NOTICE = Metadata(
    "关于召开防汛会议的通知",
    "关于召开防汛会议的通知",
    issuers=("青山县水利局",),
    document_number="青水发〔2026〕3号",
    kind="通知",
    written="2026-05-01",
)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"document_number": "青府令第8号"}, True),
        ({"title": "青山县河道管理办法（2025年修订）"}, True),
        ({"title": "青山县 河道 管理办法"}, True),
        ({"title": "青山县湖泊管理办法"}, False),
        ({"title": ""}, False),
    ],
)
def test_a_norm_is_known_by_its_title(change: dict[str, str], same: bool):
    assert same_work(RULE, replace(RULE, **change)) is same


def test_norms_of_different_bodies_are_different():
    one = replace(RULE, title="实施办法", issuers=("青山县人民政府",))
    assert not same_work(one, replace(one, issuers=("白水县人民政府",)))
    assert same_work(one, replace(one, issuers=("青山县人民政府", "青山县水利局")))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"written": "2026-05-03"}, True),  # the number says that it is the same notice
        ({"document_number": "青水发〔2026〕9号"}, False),
        ({"document_number": None}, True),
        ({"document_number": None, "written": "2025-05-01"}, False),
        ({"title": "关于召开抗旱会议的通知"}, False),
    ],
)
def test_a_notice_is_known_by_number_and_date_as_well(change: dict[str, str | None], same: bool):
    assert same_work(NOTICE, replace(NOTICE, **change)) is same


def test_a_short_title_without_body_and_number_says_nothing():
    bare = Metadata("会议通知", "会议通知", kind="通知")
    assert not same_work(bare, bare)


def outline(date: str, text: str = "第一条　为了管理河道，制定本办法。"):
    return parse(f"青山县河道管理办法\n（{date}青山县人民政府第3次常务会议通过）\n{text}\n")


def test_the_older_edition_is_known_by_its_dates():
    old, new = outline("2019年3月1日"), outline("2024年6月2日")
    assert (is_older(old, new), is_older(new, old), is_older(new, new)) == (True, False, False)


def test_of_several_dates_below_the_title_the_latest_counts():
    several = "2010年1月1日通过　2021年9月3日第二次修正　自2012年1月1日"
    assert latest_date(outline(several)) == "2021-09-03"


def test_dates_in_the_text_are_no_dates_of_the_text():
    late = outline("2019年3月1日", "第一条　到2035年12月31日，河道全部治理完毕。")
    assert latest_date(late) == "2019-03-01"


def test_what_has_no_date_is_neither_older_nor_newer():
    bare = parse("青山县河道管理办法\n第一条　为了管理河道，制定本办法。\n")
    dated = outline("2019年3月1日")
    assert latest_date(bare) is None
    assert not is_older(bare, dated)
    assert not is_older(dated, bare)


def test_parts_of_a_code_are_no_editions():
    first, second = outline("2020年5月28日"), outline("2020年5月28日", "第一百条　河道归国家所有。")
    whole = outline("2020年5月28日", "第一条　河道归国家所有。\n第二条　河水也是。")
    assert not are_editions(first, second)
    assert are_editions(first, whole)
    assert are_editions(first, parse("青山县河道管理办法\n一、河道归国家所有。"))


def test_the_key_is_that_of_the_content():
    one = "一、总体要求\n标准为０.15万元①。\n注①：见附件。"
    other = "一、 总体要求 标准为0.15万元 注1：见附件。1"
    assert content_key(one) == content_key(other)
    assert content_key(one) != content_key(one.replace("15", "30"))
    assert content_key("\ud83d一") != content_key("二")


def test_texts_are_so_many_characters_apart():
    assert characters_apart("一、修路。", "一 修路") == 0
    assert characters_apart("一、修路。", "一、修大路，架桥。") == 3
    assert characters_apart("第1条", "第②条") == 1


def test_wording_is_compared_without_blanks():
    assert same_wording("一、总体　要求\n", "一、总体要求")
    assert not same_wording("一、总体要求", "要求总体、一")
