from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.citations import (
    Citations,
    CitationStyle,
    ItemForm,
    NameForm,
    SectionForm,
    citation,
)
from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

LAW = parse(
    "中华人民共和国河道法\n第一章　总则\n第一条　甲。\n第二条　乙：\n（一）丙；\n1.子甲；\n"
    "2.子乙；\n3.子丙。\n（二）丁；\n（三）己。\n戊。\n庚。\n第三条　辛。\n第三条之一　壬。\n"
    "第二章　附则\n第一节　施行\n"
    "第四条　癸。\n第五条　子：\n（一）丑；\n（二）寅。"
)
PAPER = parse(
    "某县关于修路的实施意见\n某县发〔2020〕15号\n各乡镇：\n　　为了修路，提出意见。\n一、总体要求\n"
    "（一）修路。认真修路。\n1.县道。修县道。\n（1）路面。\n（2）路基。\n2.乡道。\n3.村道。\n（二）养路。\n（三）护路。\n"
    "二、保障措施\n没有编号的一段。\n又一段。\n三、其他。写在后面。\n附件：1.分工表\n2.路线表\n某县\n2020年1月1日\n"
    "附件1\n分工表\n一、甲方\n二、乙方\n附件2\n路线表\n丙丁"
)
NOTICE = parse(
    "某县人民政府关于印发某县道路管理办法的通知\n某政发〔2021〕3号\n各乡镇人民政府：\n"
    "现将《某县道路管理办法》印发给你们。\n某县人民政府\n2021年3月1日\n"
    "某县道路管理办法\n第一条　为了管路。\n第二条　谁管路。\n第三条　自公布之日起施行。"
)
HANDED_ON = parse(
    "某县人民政府关于印发《某县道路管理办法》的通知\n某政发〔2021〕3号\n各乡镇人民政府：\n"
    "现将办法印发给你们。\n某县人民政府\n2021年3月1日\n"
    "某县道路管理办法\n第一条　为了管路。\n第二条　谁管路。\n第三条　自公布之日起施行。"
)
NAMED, NUMBERED = "《中华人民共和国河道法》", "《某县关于修路的实施意见》（某县发〔2020〕15号）"


def cited(outline: Outline, first: str, last: str = "", style: CitationStyle | None = None) -> str:
    """Cite what stands from some words to others."""
    start = outline.text.index(first)
    end = outline.text.index(last or first, start) + len(last or first)
    return Citations(outline, style).of_range(TextRange(start, end))


def test_a_text_without_a_title_is_cited_by_its_number_or_told_to_have_none():
    bare = parse("第一条　修路。\n第二条　造林。")
    untitled = replace(bare, metadata=replace(bare.metadata, title="", document_number=None))
    assert cited(untitled, "造林") == "（原文无标题）第二条"
    numbered = replace(untitled.metadata, document_number="某政发〔2021〕3号")
    assert cited(replace(untitled, metadata=numbered), "造林") == "某政发〔2021〕3号第二条"


def test_a_title_in_a_title_stands_in_other_marks():
    name = "《某县人民政府关于印发〈某县道路管理办法〉的通知》（某政发〔2021〕3号）"
    assert cited(HANDED_ON, "现将办法") == name
    assert cited(HANDED_ON, "谁管路") == "《某县道路管理办法》第二条"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("art_1", "第一条"),
        ("art_2/p_2", "第二条第二款"),
        ("art_2/p_1/i_2", "第二条第一款第二项"),
        ("art_2/p_1/i_1/si_2", "第二条第一款第一项第2目"),
        ("art_3bis1", "第三条之一"),
        ("ch_2", "第二章"),
        ("main", ""),
    ],
)
def test_a_law_is_cited_without_chapters(node: str, expected: str):
    assert citation(LAW, node) == NAMED + expected
    assert Citations(LAW).within(node) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("甲。", "", "第一条"),
        ("第一条", "甲。", "第一条"),
        ("乙：", "", "第二条第一款"),
        ("乙：", "丁；", "第二条第一款"),
        ("丙；", "", "第二条第一款第一项"),
        ("丙；", "丁；", "第二条第一款第一项、第二项"),
        ("丙；", "己。", "第二条第一款第一项至第三项"),
        ("（一）丙", "己。", "第二条第一款第一项至第三项"),
        ("子乙", "", "第二条第一款第一项第2目"),
        ("子甲", "子乙", "第二条第一款第一项第1目、第2目"),
        ("子甲", "子丙。", "第二条第一款第一项第1目至第3目"),
        ("戊。", "", "第二条第二款"),
        ("戊。", "庚。", "第二条第二款、第三款"),
        ("乙：", "庚。", "第二条"),
        ("第二条", "庚。", "第二条"),
        ("丁", "戊", "第二条第一款、第二款"),
        ("己", "庚", "第二条第一款至第三款"),
        ("辛。", "", "第三条"),
        ("壬。", "", "第三条之一"),
        ("辛。", "壬。", "第三条、第三条之一"),
        ("甲。", "辛。", "第一条至第三条"),
        ("庚。", "辛。", "第二条、第三条"),
        ("壬。", "癸。", "第三条之一、第四条"),
        ("甲。", "癸。", "第一条至第四条"),
        ("子：", "", "第五条"),
        ("丑", "", "第五条第一项"),
        ("丑", "寅", "第五条第一项、第二项"),
        ("第二章", "附则", "第二章"),
        ("附则", "", "第二章"),
        ("施行", "", "第二章第一节"),
        ("第二章", "癸。", "第四条"),
        ("第一条", "寅。", ""),
        ("河道法", "", ""),
        ("\n第一条　甲。\n", "", "第一条"),
    ],
)
def test_words_of_a_law_are_cited_by_the_narrowest_provisions(first: str, last: str, expected: str):
    assert cited(LAW, first, last) == NAMED + expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("为了修路", "", ""),
        ("各乡镇", "提出意见", ""),
        ("总体要求", "", "“一、总体要求”"),
        ("一、总体要求", "护路。", "“一、总体要求”"),
        ("认真修路", "", "“一、（一）”"),
        ("修县道", "", "“一、（一）1.”"),
        ("路面", "", "“一、（一）1.（1）”"),
        ("路面", "路基", "“一、（一）1.（1）、（2）”"),
        ("修县道", "路基", "“一、（一）1.”"),
        ("修县道", "乡道", "“一、（一）1.2.”"),
        ("修县道", "村道", "“一、（一）1.至3.”"),
        ("养路", "", "“一、（二）”"),
        ("养路", "护路", "“一、（二）、（三）”"),
        ("认真修路", "护路", "“一、（一）至（三）”"),
        ("没有编号", "", "“二、保障措施”"),
        ("又一段", "写在后面", "“二、”“三、”"),
        ("护路", "写在后面", "“一、”至“三、”"),
        ("写在后面", "", "“三、”"),
        ("甲方", "", "附件1“一、甲方”"),
        ("一、甲方", "乙方", "附件1"),
        ("丙丁", "", "附件2"),
        ("护路", "乙方", ""),
        ("2020年1月1日", "", ""),
    ],
)
def test_words_of_a_document_are_cited_by_the_markers_as_printed(
    first: str, last: str, expected: str
):
    assert cited(PAPER, first, last) == NUMBERED + expected


def test_narrow_brackets_are_cited_as_the_wide_ones_that_official_documents_have():
    paper = parse(
        "某县关于修路的实施意见\n某县发〔2020〕15号\n一、总体要求\n(一)修路。\n(二)养路。\n"
    )
    assert cited(paper, "养路") == f"{NUMBERED}“一、（二）”"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle(items=ItemForm.BRACKETED), "《中华人民共和国河道法》第五条第（二）项"),
        (CitationStyle(name=NameForm.SHORT), "《河道法》第五条第二项"),
        (
            CitationStyle(name=NameForm.INTRODUCED),
            "《中华人民共和国河道法》（以下简称《河道法》）第五条第二项",
        ),
    ],
)
def test_laws_in_other_styles(style: CitationStyle, expected: str):
    assert cited(LAW, "寅", style=style) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle(sections=SectionForm.WORDED), f"{NUMBERED}第一部分第（二）项"),
        (CitationStyle(name=NameForm.SHORT), "《实施意见》“一、（二）”"),
        (
            CitationStyle(name=NameForm.INTRODUCED),
            "《某县关于修路的实施意见》（某县发〔2020〕15号，以下简称《实施意见》）“一、（二）”",
        ),
    ],
)
def test_documents_in_other_styles(style: CitationStyle, expected: str):
    assert cited(PAPER, "养路", style=style) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("现将", "", "《某县人民政府关于印发某县道路管理办法的通知》（某政发〔2021〕3号）"),
        ("谁管路", "", "《某县道路管理办法》第二条"),
        ("为了管路", "施行", "《某县道路管理办法》第一条至第三条"),
    ],
)
def test_what_a_notice_issues_is_cited_by_its_own_name(first: str, last: str, expected: str):
    assert cited(NOTICE, first, last) == expected


def test_a_title_without_a_short_form_stays_as_it_is():
    outline = parse("在全县干部大会上的讲话\n一、形势\n很好。")
    style = CitationStyle(name=NameForm.SHORT)
    assert cited(outline, "很好", style=style) == "《在全县干部大会上的讲话》“一、形势”"


@given(st.sampled_from([LAW, PAPER, NOTICE]), st.data())
def test_any_words_have_a_citation(outline: Outline, data: st.DataObject):
    start = data.draw(st.integers(0, len(outline.text)))
    end = data.draw(st.integers(start, len(outline.text)))
    found = Citations(outline).of_range(TextRange(start, end))
    assert found.startswith("《")
    assert "\n" not in found
