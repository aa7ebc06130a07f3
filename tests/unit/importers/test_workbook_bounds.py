from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.parts import Parts
from policyviewer.importers.workbook_bounds import check_parts, check_stream

FAR = 'r="XFD1048576"'


def sheet(cells: str) -> str:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'


@pytest.fixture
def check(zipped) -> Callable[[str], None]:
    return lambda cells: check_parts(Parts(zipped({"xl/s.xml": sheet(cells)}), "表"), "表")


@pytest.mark.parametrize(
    "cells",
    [
        "",
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        "<row><c><v>1</v></c><c/></row>" * 9,
        '<row r="20000"><c r="T20000"><v>1</v></c></row>',
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c {FAR} s="1"/></row>',
        '<row r="1"><c r="a1" t="s"><v>0</v></c></row>',
    ],
)
def test_sheets_of_offices_are_let_through(check, cells: str):
    check(cells)


@pytest.mark.parametrize(
    "cells",
    [
        f"<row><c {FAR}><v>1</v></c></row>",
        "<row><c s='1' r = 'XFD1048576' ><is><t>x</t></is></c></row>",
        f'<row><c a="&gt;" b=">" {FAR}><!-- --><v>1</v></c></row>',
        '<row r="1000000"><c><v>1</v></c><c><v>1</v></c>' + "<c><v>1</v></c>" * 20 + "</row>",
        '<row><c r="&#88;FD1048576"><v>1</v></c></row>',
    ],
)
def test_words_far_from_each_other_are_refused(check, cells: str):
    with pytest.raises(UnreadableDocumentError, match="相隔太远"):
        check(cells)


@pytest.mark.parametrize("place", ["ZZZZ1", "A99999999", "A0", "", "一", "XFE9999999"])
def test_places_that_no_sheet_has_are_refused(check, place: str):
    with pytest.raises(UnreadableDocumentError):
        check(f'<row><c/><c r="{place}"><v>1</v></c></row>')


def record(kind: int, *fields: int) -> bytes:
    content = struct.pack(f"<{len(fields)}H", *fields)
    return struct.pack("<HH", kind, len(content)) + content


@pytest.mark.parametrize(
    ("records", "fits"),
    [
        (record(0x0203, 99, 9, 0), True),
        (record(0x0203, 65535, 9, 0), True),
        (record(0x0203, 65535, 255, 0), False),
        (record(0x00FD, 60000, 65535, 0), False),
        (record(0x0201, 65535, 255, 0), True),
        (record(0x0203, 65535, 0) + record(0x0809, 0) + record(0x0203, 0, 255), True),
        (record(0x0203, 65535, 0) + record(0x0203, 0, 255), False),
        (record(0x00BD, 65535, 0, *[0] * 1000), False),
        (b"\x03\x02\xff\xff", True),
    ],
)
def test_sheets_of_excel_97_are_measured(ole, records: bytes, fits: bool):
    data = ole({"WorkbookSummary": b"", "Workbook": record(0x0809, 0) + records})
    if fits:
        check_stream(data, "表")
        return
    with pytest.raises(UnreadableDocumentError, match="相隔太远"):
        check_stream(data, "表")


def test_a_broken_compound_file_is_refused(ole):
    for data in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, ole({"a": b"", "b": b""})):
        with pytest.raises(UnreadableDocumentError, match="损坏"):
            check_stream(data, "表")
