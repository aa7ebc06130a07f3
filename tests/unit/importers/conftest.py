"""Small documents, written part by part."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_FIXTURES = os.environ.get("POLICYVIEWER_FIXTURES", "")

Zipped = Callable[[Mapping[str, str | bytes]], bytes]
Docx = Callable[..., bytes]


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()


def _docx(body: str, **others: str) -> bytes:
    """Zip a body with other parts: ``numbering="<w:abstractNum .../>"``, ``header1=...``."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in others
    )
    roots = {"header": "hdr", "footer": "ftr"}
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f"<R>{relations}</R>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in others.items():
        kind = name.rstrip("0123456789")
        root = f"w:{roots.get(kind, kind)}"
        parts[f"word/{name}.xml"] = f"<{root} {_NAMES}>{inner}</{root}>"
    return _zipped(parts)


@pytest.fixture(scope="session")
def zipped() -> Zipped:
    return _zipped


@pytest.fixture(scope="session")
def docx() -> Docx:
    return _docx


@pytest.fixture(scope="session")
def given() -> Callable[[str], bytes]:
    """Give the bytes of a document in the folder that POLICYVIEWER_FIXTURES names."""

    def read(name: str) -> bytes:
        file = Path(_FIXTURES) / name
        if not _FIXTURES or not file.is_file():
            pytest.skip(f"no {name} in POLICYVIEWER_FIXTURES")
        return file.read_bytes()

    return read


_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_PAGES, _WORDS = 0x400, 0x800
"""Where the stream WordDocument has its two pages of formatting, and its words."""


def _entry(name: str, kind: int, start: int, size: int, *, left: int, child: int) -> bytes:
    words = name.encode("utf-16-le")
    length = len(words) + 2 if name else 0
    form = "<64sHBBIII36xIQ"
    return struct.pack(form, words, length, kind, 1, left, _NONE, child, start, size)


def _ole(streams: Mapping[str, bytes]) -> bytes:
    """Write a compound file of two streams, that with the longer name first ([MS-CFB])."""
    fat, starts, padded = [_FAT, _END], [], []
    for data in streams.values():
        whole = data.ljust(4096, b"\0")  # shorter ones would need a stream of small sectors
        padded.append(whole + bytes(-len(whole) % _SECTOR))
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + len(padded[-1]) // _SECTOR), _END]
    (one, other), sizes = streams, [max(4096, len(data)) for data in streams.values()]
    folder = [
        _entry("Root Entry", 5, _END, 0, left=_NONE, child=1),
        _entry(one, 2, starts[0], sizes[0], left=2, child=_NONE),
        _entry(other, 2, starts[1], sizes[1], left=_NONE, child=_NONE),
        _entry("", 0, 0, 0, left=_NONE, child=_NONE),
    ]
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head = struct.pack("<8s16xHHHHH6x", magic, 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    return b"".join([head, table, *folder, *padded])


def _doc(text: str, *, flags: int = 0x1200) -> bytes:
    """Write a Word 97 document of a few paragraphs without any formatting ([MS-DOC])."""
    ends = [_WORDS]
    for line in text.splitlines(keepends=True):
        ends.append(ends[-1] + 2 * len(line))
    count, paragraphs = (ends[-1] - _WORDS) // 2, len(ends) - 1
    runs = struct.pack("<II", _WORDS, ends[-1]).ljust(511, b"\0") + b"\1"
    rows = struct.pack(f"<{len(ends)}I", *ends) + bytes([250, *[0] * 12]) * paragraphs
    page = (rows.ljust(500, b"\0") + b"\2").ljust(511, b"\0") + bytes([paragraphs])
    pieces = struct.pack("<BIIIHIH", 2, 16, 0, count, 0, _WORDS, 0)
    styles = struct.pack("<10H30x", 18, 15, 10, 1, 0x5B, 15, 0, 0, 0, 0)
    places = [struct.pack("<III", _WORDS, ends[-1], number) for number in (2, 3)]
    pairs = [0] * 186  # offset and length of each structure in the table stream
    at = 0
    for number, part in ((33, pieces), (1, styles), (12, places[0]), (13, places[1])):
        pairs[2 * number : 2 * number + 2] = at, len(part)
        at += len(part)
    longs = [0] * 22
    longs[0], longs[3] = ends[-1], count
    base = struct.pack("<HH2xHHHH8xII", 0xA5EC, 0xC1, 0x0804, 0, flags, 0xBF, _WORDS, ends[-1])
    fib = base.ljust(32, b"\0") + struct.pack("<H28xH22IH186IH", 14, 22, *longs, 93, *pairs, 0)
    words = text.replace("\n", "\r").encode("utf-16-le")
    return _ole(
        {
            "WordDocument": fib.ljust(_PAGES, b"\0") + runs + page + words,
            "1Table": pieces + styles + b"".join(places),
        }
    )


@pytest.fixture(scope="session")
def ole() -> Callable[[Mapping[str, bytes]], bytes]:
    return _ole


@pytest.fixture(scope="session")
def doc() -> Callable[..., bytes]:
    return _doc
