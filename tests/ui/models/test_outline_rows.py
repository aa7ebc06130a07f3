from __future__ import annotations

from policyviewer.domain.documents import Document
from policyviewer.domain.structure import parse
from policyviewer.ui.models.outline_rows import node_at, outline_rows, shown_nodes


def test_the_tree_is_that_of_the_document(document: Document):
    rows = outline_rows(document.outline)
    assert [row.text for row in rows] == ["一、总体要求", "二、主要任务"]
    assert [row.text for row in rows[1].children] == ["（一）建设基地", "（二）培育主体"]


def test_articles_show_how_they_begin():
    law = "青山县道路条例\n第一章　总则\n第一条　为了修好全县的道路，方便群众，制定本条例。\n"
    (chapter,) = outline_rows(parse(law))
    assert chapter.text == "第一章 总则"
    assert chapter.children[0].text.startswith("第一条 为了修好全县的道路")


def test_paragraphs_and_items_are_read_in_their_article():
    law = "青山县道路条例\n第一条　下列道路：\n（一）大路；\n（二）小路。\n县政府负责。\n"
    assert [node.marker for node in shown_nodes(parse(law))] == ["第一条"]


def test_the_unit_being_read_is_found(document: Document):
    outline = document.outline
    nodes = shown_nodes(outline)
    assert node_at(nodes, 0) is None
    assert node_at(nodes, outline.text.index("三万亩")).id == "main/l1_1/l2_2"
    assert node_at(nodes, len(outline.text)).id == "main/l1_2/l2_2"
