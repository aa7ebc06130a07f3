"""Pages made into one text with its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from policyviewer.importers.base import Extract
from policyviewer.importers.pages.aligned import row_of, table_length
from policyviewer.importers.pages.columns import ordered
from policyviewer.importers.pages.footnotes import footnotes_of
from policyviewer.importers.pages.furniture import furniture_of
from policyviewer.importers.pages.grids import Grid, grids_of
from policyviewer.importers.pages.lines import Line, continued, lines_of
from policyviewer.importers.pages.marks import note_of, tell_raised
from policyviewer.importers.pages.paragraphs import Joiner, column_of
from policyviewer.importers.pages.pieces import Page, Piece
from policyviewer.importers.pages.struck import take_struck
from policyviewer.importers.writing import TableCell, TextWriter

_NEAR = 3.0


@dataclass(slots=True)
class _Drawn:
    """A table on a page; ``rows`` are its cells with their words.

    ``full`` says of each cell of the last row whether its words may go on on the next page.
    """

    grid: Grid
    rows: list[list[TableCell]]
    full: list[bool]

    @property
    def top(self) -> float:
        return self.grid.down[0]


@dataclass(slots=True)
class _Sheet:
    """A page taken apart."""

    page: Page
    columns: list[list[Line]]
    tables: list[_Drawn]
    furniture: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    def lines(self) -> list[Line]:
        """Give the lines of all columns from the top of the page to its foot."""
        return sorted((line for one in self.columns for line in one), key=lambda line: line.top)

    def without(self, lines: Sequence[Line]) -> None:
        """Take lines out of the columns."""
        gone = {id(line) for line in lines}
        kept = [[line for line in one if id(line) not in gone] for one in self.columns]
        self.columns = [one for one in kept if one]


def assembled(pages: Sequence[Page], writer: TextWriter) -> Extract:
    """Write what pages say into ``writer``, in which notices may stand already, and give it all.

    Page numbers, running heads and feet are left out, told in number, and given as markings.
    """
    struck = [page.number for page in pages if take_struck(page)]
    for page in pages:
        tell_raised(page.pieces)
    sheets = _sheets(pages)
    _set_columns(sheets)
    _take_notes(sheets)
    _Writing(
        writer, Joiner([line for sheet in sheets for one in sheet.columns for line in one])
    ).all(sheets)
    if struck:
        told = "、".join(map(str, struck))
        writer.notice("struck-out", f"第 {told} 页有划去的文字，已照样读入，请对照原件。")
    left_out = sum(len(sheet.furniture) for sheet in sheets)
    if left_out:
        writer.notice("furniture", f"已略去 {left_out} 处页码、页眉和页脚。")
    return writer.extract([line.text for sheet in sheets for line in sheet.furniture])


def _sheets(pages: Sequence[Page]) -> list[_Sheet]:
    """Take the pages apart; furniture first, since a foot may stand below both columns."""
    drawn = [_tables(page) for page in pages]
    lines = [lines_of(free) for free, _tables in drawn]
    found = furniture_of(lines, [page.height for page in pages])
    gone = {id(piece) for furniture in found for line in furniture for piece in line.pieces}
    kept = [[piece for piece in free if id(piece) not in gone] for free, _tables in drawn]
    columns = ordered([*zip(pages, kept, strict=True)])
    return [
        _Sheet(page, one, tables, furniture)
        for page, one, (_free, tables), furniture in zip(pages, columns, drawn, found, strict=True)
    ]


def _tables(page: Page) -> tuple[list[Piece], list[_Drawn]]:
    """Give the tables of a page, and the words that stand in none of them."""
    tables = []
    free = page.pieces
    for grid in grids_of(page.rulings):
        inside = [piece for piece in free if grid.holds(piece)]
        if inside:
            free = [piece for piece in free if not grid.holds(piece)]
            tables.append(_Drawn(grid, grid.rows(inside), grid.full(inside)))
    return free, tables


def _set_columns(sheets: Sequence[_Sheet]) -> None:
    """Tell each line between which edges it stands: pages of one width share theirs."""
    alike: dict[tuple[int, tuple[float, float]], list[Line]] = {}
    for sheet in sheets:
        for line in sheet.lines():
            alike.setdefault((round(sheet.page.width), line.column), []).append(line)
    for (width, (start, end)), lines in alike.items():
        edges = column_of(lines, width if end - start >= width - 1 else None)
        for line in lines:
            line.column = edges


def _take_notes(sheets: Sequence[_Sheet]) -> None:
    lines = [line for sheet in sheets for line in sheet.lines()]
    sizes = [size for line in lines for size in [line.size] * len(line.pieces)]
    for sheet in sheets:
        sheet.notes = footnotes_of(sheet.lines(), median(sizes)) if sizes else []
        sheet.without(sheet.notes)


class _Writing:
    """Writes paragraphs as their lines come, and all notes behind the last of them.

    Within the text a note would be read as a paragraph of the article before it.
    """

    def __init__(self, writer: TextWriter, joiner: Joiner) -> None:
        self._writer = writer
        self._joiner = joiner
        self._text = ""
        self._last: Line | None = None
        self._notes: list[Line] = []
        self._noted = 0
        self._rows: list[list[TableCell]] = []
        self._grid: Grid | None = None
        """The table that may go on on the next page."""
        self._full: list[bool] = []

    def all(self, sheets: Sequence[_Sheet]) -> None:
        """Write everything."""
        for sheet in sheets:
            for run in _runs(sheet):
                if isinstance(run, _Drawn):
                    self._end_paragraph()
                    self._table(run)
                else:
                    self._end_table()
                    self._lines(run)
            self._notes += sheet.notes
        self._end_table()
        self._end_paragraph()
        self._write_notes()

    def _lines(self, lines: Sequence[Line]) -> None:
        at = 0
        while at < len(lines):
            length = table_length(lines, at)
            if length:
                self._end_paragraph()
                self._writer.table([row_of(line) for line in lines[at : at + length]])
            else:
                self._line(lines[at])
            at += length or 1

    def _line(self, line: Line) -> None:
        if self._last is not None and self._joiner.goes_on(self._last, line):
            self._text = continued(self._text, line.text.strip())
        else:
            self._end_paragraph()
            self._text = line.text.strip()
        self._last = line

    def _end_paragraph(self) -> None:
        if self._last is not None:
            self._writer.paragraph(self._text)
        self._last = None

    def _write_notes(self) -> None:
        text = ""
        for before, line in zip([None, *self._notes], self._notes, strict=False):
            if before is not None and self._joiner.goes_on(before, line):
                text = continued(text, line.text.strip())
            else:
                self._note(text)
                text = line.text.strip()
        self._note(text)

    def _note(self, text: str) -> None:
        if text:
            self._noted += 1
            self._writer.paragraph(note_of(text, self._noted))

    def _table(self, table: _Drawn) -> None:
        goes_on = self._grid is not None and _same_edges(self._grid, table.grid)
        if not goes_on:
            self._end_table()
        rows = table.rows
        if goes_on and rows[0] == self._rows[0]:
            rows = rows[1:]
        if goes_on and rows and _is_rest(rows[0], self._rows[-1], self._full):
            self._rows[-1] = [
                replace(cell, text=continued(cell.text, more.text))
                for cell, more in zip(self._rows[-1], rows[0], strict=True)
            ]
            rows = rows[1:]
        self._rows += rows
        self._grid, self._full = table.grid, table.full

    def _end_table(self) -> None:
        if self._rows:
            self._writer.table(self._rows)
        self._rows = []
        self._grid = None


def _is_rest(first: list[TableCell], last: list[TableCell], full: list[bool]) -> bool:
    """Say whether a row is what found no room on the page before: only where a cell was full."""
    if len(first) != len(last) or len(full) != len(last) or all(cell.text for cell in first):
        return False
    return any(cell.text for cell in first) and all(
        fills and bool(before.text)
        for cell, before, fills in zip(first, last, full, strict=True)
        if cell.text
    )


def _same_edges(one: Grid, other: Grid) -> bool:
    """Say whether the columns are as wide, so that one table may go on in the other.

    Where the other begins is all the same: it may stand in the next column of a page.
    """
    return len(one.across) == len(other.across) and all(
        abs((a - one.across[0]) - (b - other.across[0])) <= _NEAR
        for a, b in zip(one.across, other.across, strict=True)
    )


def _runs(sheet: _Sheet) -> Iterator[list[Line] | _Drawn]:
    """Give the lines of each column, cut where a table stands between them."""
    waiting = list(sheet.tables)
    for number, lines in enumerate(sheet.columns, start=1):
        last = number == len(sheet.columns)
        edges = min(line.left for line in lines), max(line.right for line in lines)
        here = [one for one in waiting if last or _stands_in(one, edges)]
        waiting = [one for one in waiting if not any(one is other for other in here)]
        start = 0
        for table in here:
            cut = sum(line.top < table.top for line in lines)
            if cut > start:
                yield lines[start:cut]
            yield table
            start = max(start, cut)
        if start < len(lines):
            yield lines[start:]
    yield from waiting


def _stands_in(table: _Drawn, edges: tuple[float, float]) -> bool:
    middle = (table.grid.across[0] + table.grid.across[-1]) / 2
    return edges[0] <= middle <= edges[1]
