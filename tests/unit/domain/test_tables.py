from __future__ import annotations

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table


def parsed(text, first, last):
    table = Table(TextRange(text.index(first), text.index(last) + len(last)), ())
    return parse(text, tables=(table,))


TEXT = """关于甲的通知
一、任务
任务分工表
序号	任务
一、修路	交通局
第二条	农业局
二、要求
丙。"""


def test_a_table_is_one_node_below_what_is_open():
    outline = parsed(TEXT, "序号", "农业局")
    assert [(one.id, one.parent, one.label) for one in outline.nodes] == [
        ("main/l1_1", None, "任务"),
        ("main/l1_1/table_1", "main/l1_1", "任务分工表"),
        ("main/l1_2", None, "要求"),
    ]
    table = outline.nodes[1]
    assert table.cls is NodeClass.TABLE
    assert table.span.of(TEXT).count("\t") == 3


def test_nothing_is_lost_around_a_table():
    outline = parsed(TEXT, "序号", "农业局")
    assert "".join(tile.span.of(TEXT) for tile in provisions(outline)) == TEXT


def test_a_text_that_is_all_table_is_read():
    outline = parsed("甲\t乙\n丙\t丁", "甲", "丁")
    assert outline.text == "甲\t乙\n丙\t丁"
    assert "".join(tile.span.of(outline.text) for tile in provisions(outline)) == outline.text
