"""Which tables of a page are tables, and which only set it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policyviewer.domain.patterns import regex
from policyviewer.importers.web.tree import Element
from policyviewer.importers.writing import Rows, TableCell

_MOST_SPANNED = 200
_NUMBER = regex(r"\s*(\d{1,6})", re.ASCII)
_LONG_CELL = 500
_LONG_SHARE = 0.8


def rows_of(table: Element) -> list[list[Element]]:
    """Give the cells of a table row by row, without those of the tables inside."""
    return [
        [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
        for row in _rows(table)
    ]


def spanned(cell: Element, way: str) -> int:
    """Give how many rows or columns a cell takes up (``way``: "rowspan" or "colspan")."""
    digits = _NUMBER.match(cell.attributes.get(way, ""))
    return min(max(int(digits[1]), 1), _MOST_SPANNED) if digits else 1


def is_data(rows: Rows) -> bool:
    """Say whether the table holds data side by side, not the page's columns or a frame.

    It does when two rows or more have two filled cells, and no cell holds nearly all words.
    """
    lengths = [len(cell.text) for row in rows for cell in row]
    longest = max(lengths, default=0)
    if longest > _LONG_CELL and longest > _LONG_SHARE * sum(lengths):
        return False
    return sum(_filled(row) >= 2 for row in rows) >= 2


def _filled(row: Sequence[TableCell]) -> int:
    return sum(bool(cell.text.strip()) for cell in row)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in ("tbody", "thead", "tfoot"):
                yield from _rows(child)
