"""Tables in plain text: lines side by side whose words are set apart by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.text import BLANKS

_FEWEST_ROWS = 2
_FEWEST_ROWS_OF_TWO_COLUMNS = 3
_MOST_CELLS = 400_000
"""As of a workbook: a text with more of them is data, and stays lines."""


def tables_in(text: str) -> tuple[Table, ...]:
    """Give the tables of a plain text.

    Lines in a row with the same number of tabs are one: two lines of three columns or more, or
    three of two. Columns without any words, as indented lines have, do not count; entries of a
    table of contents and numbers set apart from their paragraphs make no table.
    """
    if not 0 < text.count("\t") <= _MOST_CELLS:
        return ()
    tables: list[Table] = []
    start = 0
    for tabs, group in groupby(text.split("\n"), key=lambda line: line.count("\t")):
        lines = [*group]
        if tabs:
            tables += _table(lines, start)
        start += sum(len(line) + 1 for line in lines)
    return tuple(tables)


def _table(lines: list[str], start: int) -> Iterator[Table]:
    """Give the table that begins at ``start``, if the lines are one."""
    rows = [line.split("\t") for line in lines]
    columns = [
        n for n, column in enumerate(zip(*rows, strict=True)) if any(map(_has_words, column))
    ]
    if _is_table(lines, rows, columns):
        cells = tuple(_cells(rows, columns, start))
        yield Table(TextRange(start, start + sum(map(len, lines)) + len(lines) - 1), cells)


def _is_table(lines: list[str], rows: list[list[str]], columns: list[int]) -> bool:
    fewest = _FEWEST_ROWS_OF_TWO_COLUMNS if len(columns) == 2 else _FEWEST_ROWS
    sided = sum(sum(map(_has_words, row)) > 1 for row in rows)
    if len(columns) < 2 or sided < fewest:
        return False
    most = len(rows) / 2
    return _entries(lines) <= most and _numbered(rows, columns) <= most


def _entries(lines: list[str]) -> int:
    """Count what may be entries of a table of contents: words with a number that never falls."""
    if any(kind_of(line.strip(BLANKS)) is LineKind.CONTENTS for line in lines):
        return len(lines)
    pages = [
        int(line.rstrip(BLANKS).rpartition("\t")[2])
        for line in lines
        if kind_of(line.strip(BLANKS)) is LineKind.CONTENTS_ENTRY and line[-1:].isdecimal()
    ]
    return len(pages) if pages == sorted(pages) else 0


def _numbered(rows: list[list[str]], columns: list[int]) -> int:
    """Count the paragraphs that a tab parts from their own number: 一、 and the words."""
    if len(columns) != 2:
        return 0
    return sum(_is_marker(row[columns[0]].strip(BLANKS)) for row in rows)


def _is_marker(words: str) -> bool:
    marker = marker_of(words)
    return marker is not None and marker.length == len(words)


def _has_words(cell: str) -> bool:
    return bool(cell.strip(BLANKS))


def _cells(rows: list[list[str]], columns: list[int], at: int) -> Iterator[Cell]:
    for row, texts in enumerate(rows):
        for column, words in enumerate(texts):
            if column in columns:
                yield Cell(TextRange(at, at + len(words)), row, columns.index(column))
            at += len(words) + 1
