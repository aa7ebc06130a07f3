"""What Qt leaves undone in a PDF: words that can be found, and a list of bookmarks.

A PDF tells of each glyph which character it is. Where a font draws two characters with one glyph,
as Noto CJK does 口 and the radical ⼝, Qt tells the one with the lower number, and nobody finds
the word. Which one was printed only who printed it knows.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import StreamObject

_ENTRY = re.compile(r"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(\[[^\]]*\]|<[0-9A-F]{4}>)$", re.MULTILINE)
"""A range of glyphs in a character map, and the characters that they are."""
_CODE = re.compile(r"<([0-9A-F]{4})>")
_PAPER_HEIGHT = 842
"""Points of A4, as Qt rounds them."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that a reader of the PDF can go to."""

    title: str
    page: int
    """Counted from 1."""
    top: float
    """Points below the edge of the paper."""
    level: int = 0
    """0 is the outermost."""


def finished(
    data: bytes,
    meaning: Callable[[str], str],
    bookmarks: Sequence[Bookmark] = (),
    rare: Sequence[str] = (),
) -> bytes:
    """Give a PDF of Qt's with the characters that were meant, and with bookmarks.

    ``meaning`` gives for a character that Qt tells the one that was printed; ``rare`` are those
    beyond the first plane in the order in which they were painted first: Qt tells nothing of them.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for cmap, glyphs in _character_maps(writer):
        told = mended(cmap.get_data().decode("ascii"), meaning)
        cmap.set_data(completed(told, glyphs, rare).encode("ascii"))
    _add_bookmarks(writer, bookmarks)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def mended(cmap: str, meaning: Callable[[str], str]) -> str:
    """Give a character map with the characters that were meant."""

    def target(code: re.Match[str]) -> str:
        return _code(meaning(chr(int(code[1], 16))))

    def entry(line: re.Match[str]) -> str:
        return line[1] + _CODE.sub(target, line[2])

    return _ENTRY.sub(entry, cmap)


def completed(cmap: str, glyphs: int, rare: Sequence[str]) -> str:
    """Give a character map of a font with so many glyphs that tells of the rare ones, too.

    Glyphs are numbered as they are painted first, so those of which nothing is told are the rare
    ones in their order, if they are as many.
    """
    told: set[int] = set()
    for line in _ENTRY.finditer(cmap):
        first, last = (int(one, 16) for one in _CODE.findall(line[1]))
        told.update(range(first, last + 1))
    untold = [one for one in range(1, glyphs) if one not in told]
    if not rare or len(untold) != len(rare):
        return cmap
    pairs = zip(untold, rare, strict=True)
    lines = "".join(f"<{glyph:04X}> {_code(sign)}\n" for glyph, sign in pairs)
    more = f"{len(untold)} beginbfchar\n{lines}endbfchar\nendcmap"
    return cmap.replace("endcmap", more, 1)


def _code(sign: str) -> str:
    return f"<{sign.encode('utf-16-be').hex().upper()}>"


def _character_maps(writer: PdfWriter) -> Iterator[tuple[StreamObject, int]]:
    """Give the character map and the number of glyphs of each font, once."""
    from pypdf.generic import DictionaryObject, StreamObject

    seen: set[int] = set()
    for page in writer.pages:
        resources = page["/Resources"].get_object()
        if not isinstance(resources, DictionaryObject) or "/Font" not in resources:
            continue
        for name in resources["/Font"]:  # type: ignore[attr-defined]  # a dictionary
            font = resources["/Font"][name].get_object()  # type: ignore[index]  # a dictionary
            stream = font["/ToUnicode"].get_object()
            if isinstance(stream, StreamObject) and id(stream) not in seen:
                seen.add(id(stream))
                descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
                yield stream, glyph_count(descriptor["/FontFile2"].get_object().get_data())


def glyph_count(font: bytes) -> int:
    """Give the number of glyphs of a TrueType font, 0 where it does not say."""
    for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", font, at)
        if tag == b"maxp":
            return int.from_bytes(font[offset + 4 : offset + 6], "big")
    return 0


def _add_bookmarks(writer: PdfWriter, bookmarks: Sequence[Bookmark]) -> None:
    from pypdf.generic import Fit, IndirectObject

    above: list[tuple[int, IndirectObject]] = []
    for one in bookmarks:
        while above and above[-1][0] >= one.level:
            above.pop()
        parent = above[-1][1] if above else None
        fit = Fit.xyz(left=0, top=_PAPER_HEIGHT - one.top)
        made = writer.add_outline_item(
            title=one.title, page_number=one.page - 1, parent=parent, fit=fit
        )
        above.append((one.level, made))
