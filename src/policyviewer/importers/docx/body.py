"""Paragraphs and tables in their order: the story of a document's body, of a note, of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policyviewer.importers.blocks import Block, framed, words_of
from policyviewer.importers.docx.alternatives import chosen
from policyviewer.importers.docx.grid import rows_of
from policyviewer.importers.docx.names import child, is_on, name_of
from policyviewer.importers.docx.notes import Notes
from policyviewer.importers.docx.numbering import Numbering
from policyviewer.importers.docx.runs import Runs
from policyviewer.importers.docx.styles import Styles
from policyviewer.importers.docx.tally import Tally
from policyviewer.importers.ordinals import spaced

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANKS = " \t\u3000"
_AROUND = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "txbxContent", "body"}
)


class Body:
    """Reads stories; numbers run on from one to the next."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        tally: Tally,
        lost_boxes: Sequence[str] = (),
    ) -> None:
        """``lost_boxes`` stand where the first paragraph is nothing but a lost object."""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._tally = tally
        self._lost_boxes = [*lost_boxes]
        self._first_page = True
        self.boxes: list[str] = []
        """The words of the text boxes on the first page."""

    def blocks(self, story: Element) -> list[Block]:
        """Give the paragraphs that say something, and the tables.

        The words of a text box stand before the paragraph that it hangs on.
        """
        found: list[Block] = []
        carried = ""
        for one in _members(story):
            name = name_of(one)
            if name == "p":
                carried = self._paragraph(one, carried, found)
            elif name == "tbl":
                found += self._table(one)
            else:
                self._tally.objects += 1
        return [*found, carried] if carried else found

    def _paragraph(self, paragraph: Element, before: str, found: list[Block]) -> str:
        """Add a paragraph, and give what of it runs on into the next, since its end is deleted."""
        properties = child(paragraph, "pPr")
        if is_on(child(properties, "pageBreakBefore")):
            self._first_page = False
        runs = Runs(self._notes, self._tally, lambda box: self._box(box, runs, found))
        text = before + runs.text(paragraph)
        if runs.new_page or child(properties, "sectPr") is not None:
            self._first_page = False
        if _end_is_deleted(properties):
            self._tally.revisions += 1
            return text
        place = self._styles.place(properties, self._numbering)
        if place is not None:
            text = spaced(self._numbering.label(*place), text.lstrip(_BLANKS))
        if text.strip():
            found.append(text)
        elif runs.lost:
            found += self._lost_boxes
            self._lost_boxes.clear()
        return ""

    def _box(self, box: Element, runs: Runs, found: list[Block]) -> None:
        """Take over a text box, or the words of a WordArt."""
        art = box.get("string") if name_of(box) == "textpath" else None
        blocks: list[Block] = [art] if art else self.blocks(box)
        if self._first_page and not runs.new_page:
            self.boxes += [words_of(blocks)]
        found += blocks

    def _table(self, table: Element) -> list[Block]:
        """Give a table, or the blocks that it is but a frame around."""
        stories: list[list[Block]] = []

        def words(cell: Element) -> str:
            stories.append(self.blocks(cell))
            return words_of(stories[-1])

        rows = rows_of(table, words)
        inside = framed(stories)
        return [rows] if inside is None else [*inside]


def _members(story: Element) -> Iterator[Element]:
    """Give the paragraphs, tables and embedded files of a story, also those in containers."""
    for one in story:
        name = name_of(one)
        if name in {"p", "tbl", "altChunk"}:
            yield one
        elif name in _AROUND:
            yield from _members(one)
        elif name == "AlternateContent" and (branch := chosen(one)) is not None:
            yield from _members(branch)


def _end_is_deleted(properties: Element | None) -> bool:
    return any(child(properties, "rPr", name) is not None for name in ("del", "moveFrom"))
