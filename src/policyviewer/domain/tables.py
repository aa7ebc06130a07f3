"""Tables within a stored text."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.ranges import TextRange

LINE_END = "\u2028"
"""What stands between the paragraphs of a cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``span`` is its text, ``row`` and ``column`` count from 0."""

    span: TextRange
    row: int
    column: int
    rows: int = 1
    """How many rows and columns it takes up: more than one where cells are merged."""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``span`` covers its rows in the stored text, cells stand in reading order."""

    span: TextRange
    cells: tuple[Cell, ...]
