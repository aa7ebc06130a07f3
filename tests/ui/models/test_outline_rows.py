from __future__ import annotations

from policyviewer.domain.documents import Document, NodeClass
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table
from policyviewer.ui.models.outline_rows import node_at, outline_rows, row_text, shown_nodes


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


def test_a_table_is_named_by_its_caption_or_its_first_row():
    text = "关于甲的通知\n一、乙\n任务表\n甲\t乙\n丙\t丁\n二、丙\n戊\t己"
    first = TextRange(text.index("甲\t"), text.index("\n二"))
    second = TextRange(text.index("戊"), len(text))
    outline = parse(text, tables=(Table(first, ()), Table(second, ())))
    tables = [one for one in outline.nodes if one.cls is NodeClass.TABLE]
    assert [row_text(outline, one) for one in tables] == ["［表］任务表", "［表］ 戊 己"]


def test_attachments_have_a_row_of_their_own():
    text = (
        "关于甲的通知\n一、乙。\n某县人民政府\n2020年1月1日\n"
        "附件1\n丙方案\n一、丁。\n附件2\n戊名册\n己。"
    )
    rows = outline_rows(parse(text))
    assert [(row.text, row.key, len(row.children)) for row in rows] == [
        ("一、乙", "main/l1_1", 0),
        ("附件1　丙方案", "att_1", 1),
        ("附件2　戊名册", "att_2", 0),
    ]
