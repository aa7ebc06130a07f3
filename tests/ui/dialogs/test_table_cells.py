from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import LINE_END, Cell, Table
from policyviewer.ui.dialogs.table_cells import TableCells

ACROSS = Qt.Orientation.Horizontal


def made(*rows: str) -> tuple[Table, str]:
    """Give a table of words parted by blanks; ">" goes on with the cell before it."""
    text, cells, at = "", [], 0
    for row, line in enumerate(rows):
        for column, words in enumerate(line.split(" ")):
            if words == ">":
                last = cells[-1]
                cells[-1] = Cell(last.span, last.row, last.column, 1, last.columns + 1)
                continue
            span = TextRange(len(text), len(text) + len(words))
            cells.append(Cell(span, row, column))
            text += words + "\t"
        at = len(text)
    return Table(TextRange(0, at), tuple(cells)), text


def test_the_first_row_names_the_columns():
    cells = TableCells(*made("河名 长度", "清水河 12.5", f"大河{LINE_END}下游 1200.0"))
    assert (cells.rowCount(), cells.columnCount(), cells.headed) == (2, 2, True)
    assert [cells.headerData(at, ACROSS) for at in range(2)] == ["河名", "长度"]
    assert cells.data(cells.index(1, 0)) == "大河\n下游"
    assert cells.rowCount(cells.index(0, 0)) == cells.columnCount(cells.index(0, 0)) == 0


def test_a_merged_first_row_is_a_row_as_others():
    cells = TableCells(*made("河流名录 >", "清水河 12.5"))
    assert (cells.rowCount(), cells.headed, cells.headerData(0, ACROSS)) == (2, False, None)
    assert [(one.row, one.column, one.columns) for one in cells.merged] == [(0, 0, 2)]


def test_merged_cells_below_names_are_counted_without_them():
    cells = TableCells(*made("河名 长度", "另见附表 >"))
    assert [(one.row, one.columns) for one in cells.merged] == [(0, 2)]


def test_amounts_stand_one_below_the_other():
    cells = TableCells(*made("河名 长度", "清水河 12.5", "大河 1200.0"))
    align = [cells.data(cells.index(0, at), Qt.ItemDataRole.TextAlignmentRole) for at in range(2)]
    assert align[1] & Qt.AlignmentFlag.AlignRight
    assert not align[0] & Qt.AlignmentFlag.AlignRight


def test_one_row_alone_is_no_head():
    cells = TableCells(*made("甲 乙"))
    assert (cells.rowCount(QModelIndex()), cells.head(0)) == (1, "")
