"""What a selection gives to the clipboard: the text without the page's indents and breaks.

Cells come in rows with tabs between them, as spreadsheets read them, and as HTML for programs
that keep tables.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import LINE_END, Cell, Table
from policyviewer.ui.reader.blocks import Block, BlockKind

_Part = TextRange | tuple[Cell, ...]
"""Words outside tables or within one cell, or else cells of one table."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Words for the clipboard; ``html`` is empty where they hold no table."""

    words: str
    html: str = ""


def clean_copy(outline: Outline, blocks: Sequence[Block], span: TextRange) -> str:
    """Give the words of a range; a line break stands only where a paragraph of the text ends."""
    parts = (
        _words(outline.text, blocks, part)
        if isinstance(part, TextRange)
        else _rows(outline.text, part, span)
        for part in _parts(outline.tables, span)
    )
    return "\n".join(filter(None, parts))


def html_copy(outline: Outline, blocks: Sequence[Block], span: TextRange) -> str:
    """Give a range that goes over cells as HTML; nothing for other ranges."""
    parts = [*_parts(outline.tables, span)]
    if all(isinstance(part, TextRange) for part in parts):
        return ""
    return "".join(
        _paragraphs(_words(outline.text, blocks, part))
        if isinstance(part, TextRange)
        else _html_table(outline.text, part, span)
        for part in parts
    )


def _parts(tables: Sequence[Table], span: TextRange) -> Iterator[_Part]:
    at = span.start
    for table in tables:
        if not table.span.overlaps(span):
            continue
        cells = tuple(one for one in table.cells if _touched(one, span))
        if len(cells) > 1:
            yield TextRange(at, max(at, table.span.start))
            yield cells
            at = min(table.span.end, span.end)
    yield TextRange(at, span.end)


def _touched(cell: Cell, span: TextRange) -> bool:
    return cell.span.overlaps(span) or (
        cell.span.length == 0 and span.start <= cell.span.start < span.end
    )


def _words(text: str, blocks: Sequence[Block], span: TextRange) -> str:
    parts = [
        (block, inside)
        for block in _touching(blocks, span)
        if (inside := block.span.clipped(span)) is not None
    ]
    if not parts:
        return span.of(text).strip()
    words = [parts[0][1].of(text)]
    for (above, before), (block, inside) in pairwise(parts):
        one_title = above.kind is block.kind is BlockKind.TITLE
        broken = "\n" in text[before.end : inside.start] and not one_title
        words.append(("\n" if broken else "") + inside.of(text))
    return "".join(words).replace(LINE_END, "\n")


def _touching(blocks: Sequence[Block], span: TextRange) -> Sequence[Block]:
    """Give the blocks, which stand in reading order, that may reach into a range."""
    first = bisect_right(blocks, span.start, key=lambda one: one.span.start) - 1
    return blocks[max(0, first) : bisect_left(blocks, span.end, key=lambda one: one.span.start)]


def _rows(text: str, cells: Sequence[Cell], span: TextRange) -> str:
    """Give cells as lines; each stands as many tabs from the left as in its table."""
    left = min(cell.column for cell in cells)
    width = max(cell.column + cell.columns for cell in cells) - left
    above = cells[0].row
    lines = [[""] * width for _ in range(cells[-1].row - above + 1)]
    for cell in cells:
        words = _inside(text, cell, span).replace(LINE_END, " ")
        lines[cell.row - above][cell.column - left] = words
    return "\n".join("\t".join(line) for line in lines)


def _html_table(text: str, cells: Sequence[Cell], span: TextRange) -> str:
    rows = "".join(
        f"<tr>{''.join(_html_cell(text, cell, span) for cell in row)}</tr>"
        for _, row in groupby(cells, key=lambda cell: cell.row)
    )
    return f'<table border="1" style="border-collapse:collapse">{rows}</table>'


def _html_cell(text: str, cell: Cell, span: TextRange) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    words = escape(_inside(text, cell, span)).replace(LINE_END, "<br>")
    return f"<td{rows}{columns}>{words}</td>"


def _inside(text: str, cell: Cell, span: TextRange) -> str:
    """Give the words of a cell as far as they lie in a range."""
    inside = cell.span.clipped(span)
    return inside.of(text).strip() if inside is not None else ""


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line)
