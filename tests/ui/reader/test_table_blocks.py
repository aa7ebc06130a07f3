from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.tables import Table
from policyviewer.importers.writing import TableCell, TextWriter
from policyviewer.ui.reader.blocks import BlockKind, Face
from policyviewer.ui.reader.table_blocks import (
    MOST_ROWS,
    Place,
    TableBlocks,
    column_widths,
    stretches,
)

Rows = list[list[TableCell]]


def written(rows: Rows) -> tuple[str, Table]:
    writer = TextWriter()
    writer.paragraph("如下表：")
    writer.table(rows)
    writer.paragraph("完。")
    extract = writer.extract()
    return extract.text, extract.tables[0]


def only(rows: Rows) -> tuple[str, TableBlocks]:
    text, table = written(rows)
    (stretch,) = stretches(text, table)
    return text, stretch


def row(*words: str) -> list[TableCell]:
    return [TableCell(one) for one in words]


def test_cells_stand_between_two_thin_lines():
    text, stretch = only([row("序号", "名称"), row("1", "石桥")])
    before, *cells, behind = stretch.blocks
    assert (before.kind, behind.kind) == (BlockKind.GAP, BlockKind.GAP)
    assert [one.span.of(text) for one in cells] == ["序号", "名称", "1", "石桥"]
    assert before.span.start == cells[0].span.start
    assert behind.span.end == cells[-1].span.end == stretch.span.end


def test_the_first_row_is_the_head():
    _text, stretch = only([row("序号", "这是一个很长的、不会居中的列名称"), row("1", "石桥")])
    heads, body = stretch.blocks[1:3], stretch.blocks[3:5]
    assert {one.kind for one in heads} == {BlockKind.CENTRED_CELL}
    assert {run.face for one in heads for run in one.runs} == {Face.HEITI}
    assert {run.face for one in body for run in one.runs} == {Face.BODY}


def test_short_words_and_figures_stand_in_the_middle_and_sentences_at_the_left():
    _text, stretch = only(
        [row("甲", "乙", "丙"), row("石桥", "12,345.60%", "完成清水河的河道治理任务和清淤")]
    )
    kinds = [one.kind for one in stretch.blocks[4:7]]
    assert kinds == [BlockKind.CENTRED_CELL, BlockKind.CENTRED_CELL, BlockKind.CELL]


def test_many_columns_are_set_smaller():
    _text, stretch = only([row(*"甲乙丙丁戊己庚辛"), row(*"12345678")])
    assert stretch.blocks[1].kind is BlockKind.SMALL_CENTRED_CELL


def test_merged_cells_take_their_places():
    rows = [
        [TableCell("序号"), TableCell("河道", columns=2)],
        [TableCell("1", rows=2), TableCell("清水河"), TableCell("上游")],
        [TableCell("白水河"), TableCell("下游")],
    ]
    text, stretch = only(rows)
    assert stretch.places == (
        Place(0, 0), Place(0, 1, 1, 2), Place(1, 0, 2, 1), Place(1, 1), Place(1, 2), Place(2, 1),
        Place(2, 2),
    )  # fmt: skip
    assert len(stretch.places) == len(stretch.blocks) - 2
    assert stretch.blocks[6].span.of(text) == "白水河"


def test_cells_that_the_text_leaves_out_are_empty():
    text, stretch = only([row("甲", "乙", "丙"), row("1")])
    assert [one.span.of(text) for one in stretch.blocks[4:7]] == ["1", "", ""]
    starts = [one.span.start for one in stretch.blocks]
    assert starts == sorted(starts)


def test_a_long_table_is_put_on_the_page_in_stretches():
    text, table = written([row("序号", "名称"), *(row(str(n), "桥") for n in range(100))])
    found = stretches(text, table)
    assert [one.rows for one in found] == [MOST_ROWS, MOST_ROWS, 21]
    assert len({one.widths for one in found}) == 1
    assert all(one.end < two.start for one, two in zip(
        [one.span for one in found], [two.span for two in found[1:]], strict=False,
    ))  # fmt: skip


def test_a_cell_merged_over_the_end_of_a_stretch_ends_there():
    rows = [[TableCell("甲", rows=90), TableCell("乙")], *([TableCell("丙")] for _ in range(89))]
    text, table = written(rows)
    first, second, _third = stretches(text, table)
    assert first.places[0] == Place(0, 0, MOST_ROWS, 1)
    assert second.places[:2] == (Place(0, 0), Place(0, 1))


def test_columns_of_short_words_keep_their_width():
    long = "开展全县河道清淤疏浚，完成清水河、白水河等河道治理任务，" * 3
    text, table = written([row("序号", "重点任务", "单位"), row("1", long, "县水利局")])
    number, task, body = column_widths(text, table, 3)
    assert number < body < task
    assert body * 46 >= 5


def test_shares_make_a_whole():
    text, table = written([row(*("很长很长很长很长很长很长的词" for _ in range(12)))] * 2)
    assert sum(column_widths(text, table, 12)) == pytest.approx(1)


words = st.text(alphabet="桥路12.，\n ", max_size=30)


@given(st.lists(st.lists(words, min_size=1, max_size=5), min_size=1, max_size=8))
def test_every_cell_is_on_the_page_once_and_in_order(rows: list[list[str]]):
    writer = TextWriter()
    writer.table([row(*one) for one in rows])
    extract = writer.extract()
    for table in extract.tables:
        blocks = [one for part in stretches(extract.text, table) for one in part.blocks]
        starts = [one.span.start for one in blocks]
        assert starts == sorted(starts)
        shown = [one.span for one in blocks if one.span.length]
        assert shown == [cell.span for cell in table.cells if cell.span.length]
