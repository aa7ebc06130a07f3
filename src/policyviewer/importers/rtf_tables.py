"""The rows of an RTF table: cells end where the row's definition says, merged ones are made one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyviewer.importers.rtf_source import Edge, RowShape
from policyviewer.importers.writing import TableCell

_SAME = 60
"""Twentieths of a point: edges nearer to each other are one."""


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow downwards and to the right."""

    text: str
    columns: int = 1
    rows: int = 1


def cells_of(rows: Sequence[tuple[Sequence[str], RowShape]]) -> list[list[TableCell]]:
    """Give the cells of a table's rows, each the words of its cells and its shape."""
    edges = _common(shape for words, shape in rows if _fits(words, shape))
    above: dict[int, _Draft] = {}
    drafts = [_row(words, shape, edges, above) for words, shape in rows]
    return [[TableCell(one.text, one.rows, one.columns) for one in row] for row in drafts]


def _fits(words: Sequence[str], shape: RowShape) -> bool:
    """Say whether a definition is that of these cells; a damaged one tells nothing."""
    places = [shape.left, *(edge.right for edge in shape.edges)]
    return len(words) == len(shape.edges) and places == sorted(places)


def _common(shapes: Iterable[RowShape]) -> list[int]:
    """Give the edges of all rows from left to right."""
    places: set[int] = set()
    for shape in shapes:
        places |= {shape.left, *(edge.right for edge in shape.edges)}
    edges: list[int] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _row(
    words: Sequence[str], shape: RowShape, edges: list[int], above: dict[int, _Draft]
) -> list[_Draft]:
    """Give the cells that begin in a row; ``above`` has those that may go on into it."""
    if not _fits(words, shape):
        above.clear()
        return [_Draft(text) for text in words]
    drafts: list[_Draft] = []
    column = _column(edges, shape.left)
    if column:
        drafts.append(_Draft("", column))
    going_on: dict[int, _Draft] = {}
    for text, edge in zip(words, shape.edges, strict=True):
        columns = max(1, _column(edges, edge.right) - column)
        draft = _placed(text, edge, column, columns, drafts, above)
        if edge.begins_down or edge.goes_on_down:
            going_on[column] = draft
        column += columns
    above.clear()
    above.update(going_on)
    return drafts


def _column(edges: list[int], place: int) -> int:
    """Give which edge a place is: the last that does not stand behind it."""
    at = bisect_left(edges, place + 1)
    return max(0, at - 1)


def _placed(
    text: str, edge: Edge, column: int, columns: int, drafts: list[_Draft],
    above: dict[int, _Draft],
) -> _Draft:  # fmt: skip
    """Give the cell that holds these words: one before or above it, or a new one."""
    if edge.goes_on_across and drafts:
        drafts[-1].columns += columns
        return drafts[-1]
    if edge.goes_on_down and column in above and above[column].columns == columns:
        above[column].rows += 1
        return above[column]
    drafts.append(_Draft(text, columns))
    return drafts[-1]
