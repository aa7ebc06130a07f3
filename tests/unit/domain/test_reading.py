from __future__ import annotations

from policyviewer.domain.structure import parse

LETTER = """国务院办公厅关于建站
有关问题的复函
国办函\u30141996\u301514号
中国气象局：
请示收悉。现函复如下：
一、同意建站。
国务院办公厅
一九九六年二月六日"""


def test_a_letter_says_who_wrote_what_to_whom_and_when():
    data = parse(LETTER).metadata
    assert data.title == "国务院办公厅关于建站有关问题的复函"
    assert data.issuers == ("国务院办公厅",)
    assert data.document_number == "国办函\u30141996\u301514号"
    assert (data.kind, data.kind_as_printed) == ("函", "复函")
    assert data.written == "1996-02-06"
    assert data.addressees == ("中国气象局",)


def test_an_order_gives_number_issuer_and_date_to_its_regulation():
    text = (
        "中华人民共和国国务院令\n第706号\n《条例》已经通过，现予公布。\n"
        "总理 某某\n2018年11月6日\n专利条例\n第一条 甲。"
    )
    data = parse(text).metadata
    assert (data.title, data.document_number) == ("专利条例", "国令第706号")
    assert (data.issuers, data.written) == (("国务院",), "2018-11-06")
