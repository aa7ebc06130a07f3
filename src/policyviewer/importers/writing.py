"""Paragraphs and tables put together to a text in which every offset is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.notices import Notice
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.importers.base import Extract
from policyviewer.importers.text import cleaned

WITHIN_CELL = "\u2028"
"""Between the paragraphs of a cell, since a row of a table is one line."""
_BESIDE_IN_CELL = "\u3000"
_WIDEST = 200
"""Columns: what spans more is damaged, or meant to exhaust the memory."""
_SURROGATES = regex("[\ud800-\udfff]")
_OTHER_ENDS = regex("[\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell to be written: ``rows`` and ``columns`` count what it takes up."""

    text: str
    rows: int = 1
    columns: int = 1


Rows = Sequence[Sequence[TableCell]]
"""Cells from left to right; what a merged cell from above or from the left covers is absent."""


class TextWriter:
    """Collects what a document says and gives the text with its tables."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._notices: dict[Notice, None] = {}

    def paragraph(self, text: str) -> None:
        """Add a paragraph; line breaks within it stay, so it may be several lines."""
        self._add(_clean(text))

    def table(self, rows: Rows) -> None:
        """Add a table, a line a row; one without any words is left out."""
        written = [
            [_in_cell(cell, len(rows) - number) for cell in row] for number, row in enumerate(rows)
        ]
        if not any(cell.text.strip() for row in written for cell in row):
            return
        cells: list[Cell] = []
        start = self._length
        for row, placed in enumerate(_placed(written)):
            at = self._length
            for column, cell in placed:
                span = TextRange(at, at + len(cell.text))
                cells.append(Cell(span, row, column, cell.rows, cell.columns))
                at = span.end + 1
            self._add("\t".join(cell.text for _column, cell in placed))
        self._tables.append(Table(TextRange(start, self._length - 1), tuple(cells)))

    def notice(self, code: str, message: str) -> None:
        """Add what the user should know; the same twice is told once."""
        self._notices.setdefault(Notice(code, message))

    def extract(self, markings: Sequence[str] = ()) -> Extract:
        """Give all that was added; ``markings`` see Extract."""
        return Extract(
            "\n".join(self._lines),
            tuple(self._tables),
            tuple(self._notices),
            tuple(dict.fromkeys(clean for one in markings if (clean := _clean(one).strip()))),
        )

    def _add(self, line: str) -> None:
        self._lines.append(line)
        self._length += len(line) + 1


def flat(rows: Rows) -> str:
    """Give a table as the text of one cell, which is what becomes of a table within a table."""
    lines = (_BESIDE_IN_CELL.join(_one_line(cell.text) for cell in row) for row in rows)
    return WITHIN_CELL.join(lines)


def _clean(text: str) -> str:
    return cleaned(_SURROGATES.sub("", _OTHER_ENDS.sub("\n", text))) if text else text


def _one_line(text: str) -> str:
    return _clean(text).strip("\n").replace("\t", " ").replace("\n", WITHIN_CELL)


def _in_cell(cell: TableCell, rows_left: int) -> TableCell:
    """Give the cell with its text on one line and without reaching beyond the table."""
    rows = max(1, min(cell.rows, rows_left))
    return TableCell(_one_line(cell.text), rows, max(1, min(cell.columns, _WIDEST)))


def _placed(rows: Rows) -> Iterator[list[tuple[int, TableCell]]]:
    """Give each row's cells with their columns: the first that no cell above reaches down to."""
    reach: dict[int, int] = {}  # column: rows that are still covered
    for row in rows:
        placed: list[tuple[int, TableCell]] = []
        covered = {column for column, left in reach.items() if left > 0}
        reach = {column: left - 1 for column, left in reach.items() if left > 1}
        column = 0
        for cell in row:
            while column in covered:
                column += 1
            placed.append((column, cell))
            if cell.rows > 1:
                reach |= dict.fromkeys(range(column, column + cell.columns), cell.rows - 1)
            column += cell.columns
        yield placed
