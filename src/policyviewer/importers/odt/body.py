"""Paragraphs, lists and tables in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from policyviewer.importers.blocks import Block, framed, words_of
from policyviewer.importers.odt.names import attribute, integer, name_of, q
from policyviewer.importers.odt.numbering import Numbering, Place
from policyviewer.importers.odt.runs import Found, Runs
from policyviewer.importers.ordinals import spaced
from policyviewer.importers.writing import TableCell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANKS = " \t\u3000"
_AROUND_ROWS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_NOT_READ = frozenset({"text:tracked-changes", "office:forms", "text:sequence-decls"})
_WIDEST = 200
_MOST_REPEATED = 100_000
"""Characters, cells among them, that repeated cells add to a document: more is a trap."""


class Body:
    """Reads stories; numbers run on from one to the next."""

    def __init__(self, numbering: Numbering, found: Found) -> None:
        self._numbering = numbering
        self._found = found
        self._first_page = True
        self._repeatable = _MOST_REPEATED
        self.boxes: list[str] = []
        """The words of the text boxes on the first page."""

    def blocks(self, story: Element) -> list[Block]:
        """Give the paragraphs that say something, and the tables."""
        found: list[Block] = []
        for one in story:
            name = name_of(one)
            action = self._ACTIONS.get(name)
            if action is not None:
                action(self, one, found)
            elif name.startswith("draw:"):
                self._drawing(one, found)
            elif name not in _NOT_READ:
                found += self.blocks(one)
        return found

    def _plain(self, paragraph: Element, found: list[Block]) -> None:
        self._paragraph(paragraph, "", found)

    def _heading(self, heading: Element, found: list[Block]) -> None:
        self._paragraph(heading, self._of_heading(heading), found)

    def _page(self, _element: Element, _found: list[Block]) -> None:
        self._first_page = False

    def _change(self, _element: Element, _found: list[Block]) -> None:
        self._found.revisions += 1

    def _drawing(self, element: Element, found: list[Block]) -> None:
        """Read a drawing that stands outside any paragraph, since it hangs on a page."""
        runs = Runs(self._found, lambda box: self._box(box, runs, found))
        runs.child(element)

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

    def _list(self, element: Element, found: list[Block]) -> None:
        """Read an outermost list."""
        style = attribute(element, "text:style-name") or ""
        count = self._numbering.begin(
            style,
            attribute(element, "xml:id") or attribute(element, "text:id"),
            attribute(element, "text:continue-list"),
            goes_on=attribute(element, "text:continue-numbering") == "true",
        )
        self._items(element, Place(count, style, 1), found)

    def _items(self, element: Element, place: Place, found: list[Block]) -> None:
        for item in element:
            name = name_of(item)
            if name in {"text:list-item", "text:list-header"}:
                self._item(item, place, found)

    def _item(self, item: Element, place: Place, found: list[Block]) -> None:
        """Read an item: its first paragraph has the number, and what is deeper its own."""
        numbered = name_of(item) == "text:list-item"
        start = attribute(item, "text:start-value")
        for one in item:
            name = name_of(one)
            if name == "text:list":
                style = attribute(one, "text:style-name") or place.style
                self._items(one, Place(place.count, style, place.level + 1), found)
                numbered = False
            elif name in {"text:p", "text:h"}:
                value = None if start is None else integer(start, 1)
                label = self._numbering.label(place, value) if numbered else ""
                self._paragraph(one, label, found)
                numbered = False

    def _table(self, table: Element, found: list[Block]) -> None:
        """Add a table, or the blocks that it is but a frame around."""
        rows = [[*row.iterchildren(q("table:table-cell"))] for row in _rows(table)]
        stories = {cell: self.blocks(cell) for row in rows for cell in row}
        inside = framed([*stories.values()])
        if inside is None:
            found.append(
                [[one for cell in row for one in self._cells(cell, stories[cell])] for row in rows]
            )
        else:
            found += inside

    def _cells(self, cell: Element, story: list[Block]) -> list[TableCell]:
        """Give a cell, as often as it is repeated; those that a merged one covers have no name."""
        words = words_of(story)
        count = integer(attribute(cell, "table:number-columns-repeated"), 1, most=_WIDEST)
        copies = max(0, min(count - 1, self._repeatable // (1 + len(words))))
        self._repeatable -= copies * (1 + len(words))
        one = TableCell(
            words,
            integer(attribute(cell, "table:number-rows-spanned"), 1),
            integer(attribute(cell, "table:number-columns-spanned"), 1),
        )
        return [one] * (1 + copies)

    _ACTIONS: ClassVar[dict[str, Callable[[Body, Element, list[Block]], None]]] = {
        "text:p": _plain,
        "text:h": _heading,
        "text:list": _list,
        "table:table": _table,
        "text:soft-page-break": _page,
        "text:change": _change,
        "text:change-start": _change,
    }


def _rows(table: Element) -> Iterator[Element]:
    for one in table:
        name = name_of(one)
        if name == "table:table-row":
            yield one
        elif name in _AROUND_ROWS:
            yield from _rows(one)
