from __future__ import annotations

import pytest

from policyviewer.domain.references import ReferenceKind, references_of
from policyviewer.domain.structure import parse

LAW = """某县河道管理办法
第一条　为了加强管理，根据《中华人民共和国水法》，制定本办法。
第二条　禁止下列行为：
（一）倾倒垃圾；
（二）擅自采砂。
违反前款第二项规定的，依照本办法第四条处理。
第二条之一　前条第一款所列行为，不适用第一条。
第三条　本条第二款另有规定的除外。
第三款不适用。
第四条　处罚见附件1。
附件1
处罚标准表
轻微的，警告。"""


def targets(text):
    outline = parse(text)
    return {one.span.of(text): one.target for one in references_of(outline)}


def test_places_of_the_same_document_are_found():
    assert targets(LAW) == {
        "《中华人民共和国水法》": None,
        "前款第二项": "art_2/p_1/i_2",
        "本办法第四条": "art_4",
        "前条第一款": "art_2/p_1",
        "第一条": "art_1",
        "本条第二款": "art_3/p_2",
        "第三款": None,
        "附件1": "att_1",
    }


def test_a_flaw_is_only_what_is_named_outright():
    text = "某办法\n第一条　甲。\n第二条　依照本办法第九条和第八条，第七款除外。"
    explicit = {one.span.of(text): one.explicit for one in references_of(parse(text))}
    assert explicit == {"本办法第九条": True, "第八条": True, "第七款": False}


def test_an_amending_decision_speaks_of_the_law_it_amends():
    text = "关于修改《某某法》的决定\n一、将第三条修改为：“前款规定的，依照本法第九条处理。”"
    kinds = {(one.kind, one.title) for one in references_of(parse(text))}
    assert kinds == {(ReferenceKind.DOCUMENT, "某某法")}


@pytest.mark.parametrize(
    ("mention", "target"),
    [("第二条第（一）项", "main/l1_2/l2_1"), ("本意见第一条", "main/l1_1")],
)
def test_levels_of_an_opinion_are_called_articles_too(mention, target):
    text = f"关于甲的意见\n一、乙\n丙。\n二、丁\n（一）戊。\n（二）按照{mention}执行。"
    assert targets(text)[mention] == target


def test_numbers_are_normalised():
    text = "关于甲的通知\n按照《乙丙》（国发[2008]30号）执行。"
    one = references_of(parse(text))[0]
    assert (one.title, one.document_number) == ("乙丙", "国发〔2008〕30号")
