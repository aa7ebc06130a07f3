"""The rows of a Word table, with merged cells made one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from policyviewer.importers.docx.alternatives import chosen
from policyviewer.importers.docx.names import child, integer, name_of, value
from policyviewer.importers.writing import TableCell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_WIDEST = 200


class _Draft:
    """A cell that may still grow to the right and downwards."""

    def __init__(self, text: str, columns: int) -> None:
        self.text = text
        self.rows = 1
        self.columns = columns


def members(parent: Element, name: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, also those in content controls.

    What was deleted under revision control is left out.
    """
    for one in parent:
        found = name_of(one)
        if found == name:
            if child(one, f"{name}Pr", "del") is None:
                yield one
        elif found in _AROUND:
            yield from members(one, name)
        elif found == "AlternateContent" and (branch := chosen(one)) is not None:
            yield from members(branch, name)


def rows_of(table: Element, text: Callable[[Element], str]) -> list[list[TableCell]]:
    """Give the rows of a table; ``text`` gives the words of a cell element."""
    above: dict[int, _Draft] = {}
    rows = [_row(row, text, above) for row in members(table, "tr")]
    return [[TableCell(one.text, one.rows, one.columns) for one in row] for row in rows]


def _row(row: Element, text: Callable[[Element], str], above: dict[int, _Draft]) -> list[_Draft]:
    """Give the cells that begin in a row; ``above`` has those that may go on into it."""
    drafts: list[_Draft] = []
    column = _span(child(row, "trPr", "gridBefore"), least=0)
    if column:
        drafts.append(_Draft("", column))
    for cell in members(row, "tc"):
        columns = _span(child(cell, "tcPr", "gridSpan"), least=1)
        if drafts and _goes_on(cell, "hMerge"):
            drafts[-1].columns += columns
            column += columns
            continue
        upper = above.get(column)
        words = text(cell)
        if upper is not None and upper.columns == columns and _goes_on(cell, "vMerge"):
            upper.rows += 1
        else:
            drafts.append(_Draft(words, columns))
            above[column] = drafts[-1]
            if not _is_merged(cell):
                del above[column]
        column += columns
    return drafts


def _span(element: Element | None, least: int) -> int:
    return max(least, min(integer(value(element), least), _WIDEST))


def _is_merged(cell: Element) -> bool:
    return child(cell, "tcPr", "vMerge") is not None


def _goes_on(cell: Element, merge: str) -> bool:
    """Say whether a cell continues the one above (vMerge) or before it (hMerge)."""
    element = child(cell, "tcPr", merge)
    return element is not None and value(element) in {None, "continue"}
