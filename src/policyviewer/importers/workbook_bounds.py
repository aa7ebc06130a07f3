"""What a workbook may cost, told before calamine lays out the grid of a sheet.

calamine gives every cell between the first and the last with words a place in memory, and ends the
process where there is no more: one word in the last cell that Excel has makes 17,000 million.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.patterns import regex
from policyviewer.importers.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_PLACES = 8_000_000
"""Cells of one grid, empty ones too: 32 bytes each."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_SHEET = re.compile(rb"<(?:\w+:)?sheetData[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLACE = re.compile(rb"""[\s"']r\s*=\s*["']\s*([A-Za-z]+)(\d+)""")
_LETTERS = regex(r"\s*([A-Za-z]{1,3})(\d{1,7})\s*")
_RECORD = struct.Struct("<HH")
_BEGIN = 0x0809
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""BIFF records that hold a cell with words, [MS-XLS] 2.3.1."""
_SEVERAL = 0x00BD


def check_parts(parts: Parts, name: str) -> None:
    """Raise UnreadableDocumentError when a part of an .xlsx file would swell, or a grid would."""
    for place in sorted(parts.names):
        if not place.endswith((".xml", ".rels")):
            continue
        data = parts.read(place) or b""
        if _SHEET.search(data) and not _is_close(data):
            root = parts.xml(place)
            if root is not None and _grid(root, name) > _MOST_PLACES:
                raise _scattered(name)


def check_stream(data: bytes, name: str) -> None:
    """Raise UnreadableDocumentError when a sheet of an Excel 97 file would make a huge grid."""
    if any(size > _MOST_PLACES for size in _grids(_stream(data, name))):
        raise _scattered(name)


def _is_close(data: bytes) -> bool:
    """Say whether all cells stand near the beginning, even those that are only coloured."""
    places = {place.groups() for place in _PLACE.finditer(data)}
    if len(places) < len(_CELL.findall(data)):
        return False  # cells that do not say where they are
    row = max((_least(digits, 8) for _letters, digits in places), default=0)
    column = max((_column(letters.decode()) for letters, _digits in places), default=0)
    return row * column <= _MOST_PLACES


def _least(digits: bytes, length: int) -> int:
    return int(digits[:length])


def _column(letters: str) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + ord(letter) - 64
    return number


def _grid(sheet: Element, name: str) -> int:
    """Give the size of the grid up to the last cell that holds something."""
    most_row = most_column = row = 0
    for element in sheet.iter("{*}row"):
        row = _number(element.get("r"), row + 1, name)
        column = 0
        for cell in element.iter("{*}c"):
            place = cell.get("r")
            at, column = (row, column + 1) if place is None else _place(place, name)
            if len(cell):
                most_row, most_column = max(most_row, at), max(most_column, column)
    return most_row * most_column


def _number(text: str | None, otherwise: int, name: str) -> int:
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdecimal() and len(text) <= 7):
        raise _broken(name)
    return int(text)


def _place(text: str, name: str) -> tuple[int, int]:
    found = _LETTERS.fullmatch(text)
    if found is None:
        raise _broken(name)
    row, column = int(found[2]), _column(found[1])
    if not (1 <= row <= _MOST_ROWS and column <= _MOST_COLUMNS):
        raise _broken(name)
    return row, column


def _stream(data: bytes, name: str) -> bytes:
    from doc2docx.cfb import CompoundFile
    from doc2docx.errors import Doc2DocxError

    try:
        return bytes(CompoundFile(data).open_stream("Workbook"))
    except (Doc2DocxError, ValueError, IndexError, KeyError, struct.error, RecursionError) as error:
        raise _broken(name) from error


def _grids(stream: bytes) -> Iterator[int]:
    """Give the size of each sheet's grid in a stream of BIFF records."""
    at = most_row = most_column = 0
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        at += _RECORD.size
        if kind == _BEGIN:
            yield most_row * most_column
            most_row = most_column = 0
        elif kind in _CELLS and length >= 4 and at + length <= len(stream):
            row, column = _RECORD.unpack_from(stream, at)
            if kind == _SEVERAL:
                column += length // 6
            most_row, most_column = max(most_row, row + 1), max(most_column, column + 1)
        at += length
    yield most_row * most_column


def _scattered(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"“{name}”里有字的单元格相隔太远，展开后过大。",
        "请用 Excel 或 WPS 打开它，删去表格以外的零散内容后再导入。",
    )


def _broken(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"“{name}”已经损坏，或加了密码，打不开。",
        "请用 Excel 或 WPS 打开它，去掉密码另存为 .xlsx 后再导入。",
    )
