from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.clauses import MOST, clauses
from policyviewer.domain.structure import parse

LAW = parse(
    "\n".join(
        (
            "青山县河道管理条例",
            "第一章　总则",
            "第一条　为了加强河道管理，制定本条例。",
            "第二条　本县河道适用本条例。",
            "国家另有规定的，从其规定。",
            "第二章　保护",
            "第一节　一般规定",
            "第三条　禁止下列行为：",
            "（一）倾倒垃圾；",
            "（二）围垦河道：",
            "1．种植作物；",
            "2．养殖；",
            "（三）其他行为。",
            "违反前款的，责令改正。",
            "第三条之一　堤防由水务部门管理。",
            "第十一条　本条例自2021年1月1日起施行。",
        )
    )
)
NOTICE = parse(
    "\n".join(
        (
            "青山县人民政府关于加强水利工作的意见",
            "各乡镇人民政府：",
            "一、总体要求",
            "（一）指导思想。坚持节水优先，统筹推进。",
            "（二）工作目标。到2025年建成现代水网。",
            "二、重点任务",
            "（一）建设骨干水网。",
            "1．加快水库建设，开工三座。",
            "2．推进渠道改造，完成五处。",
            "（二）防洪排涝",
            "加强值守，做好预案。",
            "　　附件：1．任务分工表",
            "　　　　　2．考核办法",
            "青山县人民政府",
            "2021年3月1日",
            "附件1",
            "任务分工表",
            "一、水库建设由水务局负责。",
            "二、渠道改造由农业农村局负责。",
            "附件2",
            "考核办法",
            "第一条　为做好考核，制定本办法。",
            "第二条　考核每年一次。",
        )
    )
)


def first(outline, typed: str) -> str | None:
    found = clauses(outline, typed)
    return found[0].id if found else None


@pytest.mark.parametrize(
    ("typed", "provision"),
    [
        ("2", "art_2"),
        ("二", "art_2"),
        ("第二条", "art_2"),
        ("２条", "art_2"),
        ("2条2款", "art_2/p_2"),
        ("2 二", "art_2/p_2"),
        ("第二条第二款", "art_2/p_2"),
        ("第 二 条 ， 第 2 款", "art_2/p_2"),
        ("1条1款", "art_1"),
        ("3（二）", "art_3/p_1/i_2"),
        ("3条二项", "art_3/p_1/i_2"),
        ("第三条第一款第（二）项", "art_3/p_1/i_2"),
        ("3-1-2", "art_3/p_1/i_2"),
        ("3条之1", "art_3bis1"),
        ("第三条之一", "art_3bis1"),
        ("11", "art_11"),
        ("第二章", "ch_2"),
        ("2章1节", "ch_2/sec_1"),
        ("一般规定", "ch_2/sec_1"),
        ("总则", "ch_1"),
    ],
)
def test_places_of_a_regulation(typed: str, provision: str):
    assert first(LAW, typed) == provision


@pytest.mark.parametrize(
    ("typed", "provision"),
    [
        ("二", "main/l1_2"),
        ("二、", "main/l1_2"),
        ("第二部分", "main/l1_2"),
        ("二（一）", "main/l1_2/l2_1"),
        ("二(一)2", "main/l1_2/l2_1/l3_2"),
        ("2.1.2", "main/l1_2/l2_1/l3_2"),
        ("二、（一）2.", "main/l1_2/l2_1/l3_2"),
        ("防洪排涝", "main/l1_2/l2_2"),
        ("附件2", "att_2"),
        ("附件二 2条", "att_2/art_2"),
        ("附件1 二", "att_1/l1_2"),
        ("考核办法", "att_2"),
    ],
)
def test_places_of_a_document_with_attachments(typed: str, provision: str):
    assert first(NOTICE, typed) == provision


def test_what_stands_below_is_offered_too():
    assert [one.id for one in clauses(LAW, "2")] == ["art_2", "art_2/p_1", "art_2/p_2"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "第",
        "99",
        "2条9款",
        "3之9",
        "附件9",
        "附件0",
        "附件1 附件2",
        "没有这样的词",
        "1" * 99,
    ],
)
def test_words_that_name_no_place(typed: str):
    assert clauses(LAW, typed) == []


@given(st.text("第0123456789一二三十（）()条款项章附件 之、．-总则", max_size=24))
def test_whatever_is_typed_there_is_an_answer(typed: str):
    for outline in (LAW, NOTICE):
        found = clauses(outline, typed)
        assert len(found) <= MOST
        assert len(set(found)) == len(found)
        assert all(0 <= one.span.start < one.span.end <= len(outline.text) for one in found)
