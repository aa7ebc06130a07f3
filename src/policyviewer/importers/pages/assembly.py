"""Pages made into one text with its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from policyviewer.importers.base import Extract
from policyviewer.importers.pages.aligned import row_of, table_length
from policyviewer.importers.pages.columns import ordered
from policyviewer.importers.pages.footnotes import footnotes_of
from policyviewer.importers.pages.furniture import furniture_of
from policyviewer.importers.pages.grids import Grid, grids_of
from policyviewer.importers.pages.lines import Line, continued
from policyviewer.importers.pages.paragraphs import Joiner, column_of
from policyviewer.importers.pages.pieces import Page
from policyviewer.importers.writing import TableCell, TextWriter

_NEAR = 3.0


@dataclass(slots=True)
class _Drawn:
    """A table on a page; ``rows`` are its cells with their words."""

    grid: Grid
    rows: list[list[TableCell]]

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
    sheets = [_sheet(page) for page in pages]
    found = furniture_of([sheet.lines() for sheet in sheets], [page.height for page in pages])
    for sheet, furniture in zip(sheets, found, strict=True):
        sheet.furniture = furniture
        sheet.without(furniture)
    _set_columns(sheets)
    _take_notes(sheets)
    _Writing(
        writer, Joiner([line for sheet in sheets for one in sheet.columns for line in one])
    ).all(sheets)
    left_out = sum(len(sheet.furniture) for sheet in sheets)
    if left_out:
        writer.notice("furniture", f"已略去 {left_out} 处页码、页眉和页脚。")
    return writer.extract([line.text for sheet in sheets for line in sheet.furniture])


def _sheet(page: Page) -> _Sheet:
    grids = grids_of(page.rulings)
    tables = []
    free = page.pieces
    for grid in grids:
        inside = [piece for piece in free if grid.holds(piece)]
        if inside:
            free = [piece for piece in free if not grid.holds(piece)]
            tables.append(_Drawn(grid, grid.rows(inside)))
    return _Sheet(page, ordered(page, free), tables)


def _set_columns(sheets: Sequence[_Sheet]) -> None:
    """Tell each line between which edges it stands: pages in one column share theirs."""
    by_width: dict[int, list[Line]] = {}
    for sheet in sheets:
        if len(sheet.columns) == 1:
            by_width.setdefault(round(sheet.page.width), []).extend(sheet.columns[0])
        for one in sheet.columns if len(sheet.columns) > 1 else ():
            edges = column_of(one)
            for line in one:
                line.column = edges
    for width, lines in by_width.items():
        edges = column_of(lines, width)
        for line in lines:
            line.column = edges


def _take_notes(sheets: Sequence[_Sheet]) -> None:
    sizes = [line.size for sheet in sheets for line in sheet.lines() for _ in line.pieces]
    for sheet in sheets:
        sheet.notes = footnotes_of(sheet.lines(), median(sizes)) if sizes else []
        sheet.without(sheet.notes)


class _Writing:
    """Writes paragraphs as their lines come, a page's notes after the paragraph it ends with."""

    def __init__(self, writer: TextWriter, joiner: Joiner) -> None:
        self._writer = writer
        self._joiner = joiner
        self._text = ""
        self._last: Line | None = None
        self._notes: list[Line] = []
        self._rows: list[list[TableCell]] = []
        self._grid: Grid | None = None
        """The table that may go on on the next page."""

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
        notes, self._notes = self._notes, []
        text = ""
        for before, line in zip([None, *notes], notes, strict=False):
            if before is not None and self._joiner.goes_on(before, line):
                text = continued(text, line.text.strip())
            else:
                self._note(text)
                text = line.text.strip()
        self._note(text)

    def _note(self, text: str) -> None:
        if text:
            self._writer.paragraph(text)

    def _table(self, table: _Drawn) -> None:
        goes_on = self._grid is not None and _same_edges(self._grid, table.grid)
        if not goes_on:
            self._end_table()
        rows = table.rows
        if goes_on and rows[0] == self._rows[0]:
            rows = rows[1:]
        self._rows += rows
        self._grid = table.grid

    def _end_table(self) -> None:
        if self._rows:
            self._writer.table(self._rows)
        self._rows = []
        self._grid = None


def _same_edges(one: Grid, other: Grid) -> bool:
    """Say whether the columns are the same, so that one table may go on in the other."""
    return len(one.across) == len(other.across) and all(
        abs(a - b) <= _NEAR for a, b in zip(one.across, other.across, strict=True)
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
