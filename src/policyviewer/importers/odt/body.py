"""Paragraphs, lists and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policyviewer.importers.odt.names import attribute, integer, name_of, q
from policyviewer.importers.odt.numbering import Numbering
from policyviewer.importers.odt.runs import Found, Runs
from policyviewer.importers.ordinals import spaced
from policyviewer.importers.writing import Rows, TableCell, flat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Block = str | Rows
"""A paragraph or a table."""
_BLANKS = " \t\u3000"
_AROUND_ROWS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_NOT_READ = frozenset({"text:tracked-changes", "office:forms", "text:sequence-decls"})
_WIDEST = 200


class Body:
    """Reads stories; numbers run on from one to the next."""

    def __init__(self, numbering: Numbering, found: Found) -> None:
        self._numbering = numbering
        self._found = found
        self._first_page = True
        self.boxes: list[str] = []
        """The words of the text boxes on the first page."""

    def blocks(self, story: Element) -> list[Block]:
        """Give the paragraphs that say something, and the tables."""
        found: list[Block] = []
        for one in story:
            name = name_of(one)
            if name == "text:p":
                self._paragraph(one, "", found)
            elif name == "text:h":
                self._paragraph(one, self._of_heading(one), found)
            elif name == "text:list":
                self._list(one, "", 1, found)
            elif name == "table:table":
                found += self._table(one)
            elif name == "text:soft-page-break":
                self._first_page = False
            elif name not in _NOT_READ:
                found += self.blocks(one)
        return found

    def _of_heading(self, heading: Element) -> str:
        if attribute(heading, "text:is-list-header") == "true":
            return ""
        return self._numbering.heading(integer(attribute(heading, "text:outline-level"), 1))

    def _paragraph(self, paragraph: Element, label: str, found: list[Block]) -> None:
        runs = Runs(self._found, lambda box: self._box(box, runs, found))
        text = runs.text(paragraph)
        if runs.new_page:
            self._first_page = False
        if label:
            text = spaced(label, text.lstrip(_BLANKS))
        if text.strip():
            found.append(text)

    def _box(self, box: Element, runs: Runs, found: list[Block]) -> None:
        blocks = self.blocks(box)
        if self._first_page and not runs.new_page:
            self.boxes.append(words_of(blocks))
        found += blocks

    def _list(self, element: Element, style: str, level: int, found: list[Block]) -> None:
        """Read a list; the outermost counts anew unless it says that it goes on."""
        style = attribute(element, "text:style-name") or style
        goes_on = attribute(element, "text:continue-numbering") == "true"
        if level == 1 and not goes_on and attribute(element, "text:continue-list") is None:
            self._numbering.begin(style)
        for item in element:
            name = name_of(item)
            if name in {"text:list-item", "text:list-header"}:
                self._item(item, style, level, found)

    def _item(self, item: Element, style: str, level: int, found: list[Block]) -> None:
        """Read an item: its first paragraph has the number, and what is deeper its own."""
        numbered = name_of(item) == "text:list-item"
        start = attribute(item, "text:start-value")
        for one in item:
            name = name_of(one)
            if name == "text:list":
                self._list(one, style, level + 1, found)
                numbered = False
            elif name in {"text:p", "text:h"}:
                value = None if start is None else integer(start, 1)
                label = self._numbering.label(style, level, value) if numbered else ""
                self._paragraph(one, label, found)
                numbered = False

    def _table(self, table: Element) -> list[Block]:
        """Give a table; one of a single cell is but a frame around its paragraphs."""
        rows = [[*_cells(row)] for row in _rows(table)]
        if sum(map(len, rows)) == 1:
            return [block for row in rows for cell in row for block in self.blocks(cell)]
        return [[[self._cell(cell) for cell in row] for row in rows]]

    def _cell(self, cell: Element) -> TableCell:
        return TableCell(
            words_of(self.blocks(cell)),
            integer(attribute(cell, "table:number-rows-spanned"), 1),
            integer(attribute(cell, "table:number-columns-spanned"), 1),
        )


def words_of(blocks: list[Block]) -> str:
    """Give blocks as plain words, a line each."""
    return "\n".join(block if isinstance(block, str) else flat(block) for block in blocks)


def _rows(table: Element) -> Iterator[Element]:
    for one in table:
        name = name_of(one)
        if name == "table:table-row":
            yield one
        elif name in _AROUND_ROWS:
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    """Give the cells of a row, without those that a merged one covers."""
    for one in row.iterchildren(q("table:table-cell")):
        count = integer(attribute(one, "table:number-columns-repeated"), 1, most=_WIDEST)
        yield from [one] * count
