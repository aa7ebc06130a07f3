from __future__ import annotations

import pytest

from policyviewer.domain.citations import Citations, citation
from policyviewer.domain.structure import parse

LAW = parse("某某法\n第一章 总则\n第一条 甲。\n第二条 乙：\n（一）丙；\n（二）丁。\n戊。")
PAPER = parse("某县关于修路的意见\n黔党发\u30142020\u301515号\n一、总则\n（一）修路。")


@pytest.mark.parametrize(
    ("node", "cited"),
    [
        ("art_1", "《某某法》第一条"),
        ("art_2/p_2", "《某某法》第二条第二款"),
        ("art_2/p_1/i_2", "《某某法》第二条第一款第二项"),
        ("main", "《某某法》"),
    ],
)
def test_a_law_is_cited_without_chapters(node, cited):
    assert citation(LAW, node) == cited


def test_a_document_is_cited_with_its_number():
    assert (
        citation(PAPER, "main/l1_1/l2_1")
        == "《某县关于修路的意见》（黔党发\u30142020\u301515号）第一部分第（一）项"
    )


def test_items_may_be_written_with_brackets():
    text = "某办法\n第一条　甲：\n（一）乙；\n（二）丙。"
    cited = Citations(parse(text), bracketed_items=True).of("art_1/p_1/i_2")
    assert cited == "《某办法》第一条第（二）项"


def test_within_its_document_a_provision_needs_no_title():
    assert Citations(PAPER).within("main/l1_1/l2_1") == "第一部分第（一）项"
    assert Citations(LAW).within("art_2/p_2") == "第二条第二款"
    assert Citations(LAW).within("main") == ""
