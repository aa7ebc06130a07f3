"""What Qt leaves undone in a PDF: words that can be found, and a list of bookmarks.

A PDF tells of each glyph which character it is. Where a font draws two characters with one glyph,
as Noto CJK does 口 and the radical ⼝, Qt tells the one with the lower number, and nobody finds
the word. Which one was printed only who printed it knows.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policyviewer.app.pdf_update import PdfUpdate
from policyviewer.domain.patterns import regex

if TYPE_CHECKING:
    from pypdf.generic import ArrayObject, IndirectObject, StreamObject

_ENTRY = regex(r"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(\[[^\]]*\]|<[0-9A-F]{4}>)$", re.MULTILINE)
"""A range of glyphs in a character map, and the characters that they are."""
_CODE = regex(r"<([0-9A-F]{4})>")
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
    update = PdfUpdate(data)
    for number, cmap, glyphs in _character_maps(update):
        told = mended(cmap.get_data().decode("ascii"), meaning)
        update.replace(number, _stream(completed(told, glyphs, rare).encode("ascii")))
    _add_bookmarks(update, bookmarks)
    return update.written()


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


def _character_maps(update: PdfUpdate) -> Iterator[tuple[int, StreamObject, int]]:
    """Give the number of the character map of each font, the map, and the font's glyphs."""
    for font in update.fonts():
        if "/ToUnicode" not in font:
            continue
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]  # type: ignore[index]
        glyphs = glyph_count(descriptor["/FontFile2"].get_object().get_data())
        cmap: Any = font["/ToUnicode"].get_object()
        yield font.raw_get("/ToUnicode").idnum, cmap, glyphs


def _stream(data: bytes) -> StreamObject:
    from pypdf.generic import DecodedStreamObject

    made = DecodedStreamObject()
    made.set_data(data)
    return made.flate_encode()


def glyph_count(font: bytes) -> int:
    """Give the number of glyphs of a TrueType font, 0 where it does not say."""
    for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", font, at)
        if tag == b"maxp":
            return int.from_bytes(font[offset + 4 : offset + 6], "big")
    return 0


def _add_bookmarks(update: PdfUpdate, bookmarks: Sequence[Bookmark]) -> None:
    """Put the tree of bookmarks in: each knows what is above, beside and below it."""
    from pypdf.generic import DictionaryObject, NameObject, NumberObject, TextStringObject

    if not bookmarks:
        return
    root, pages = DictionaryObject(), update.pages()
    above = [(-1, root, update.add(root))]
    update.catalog[NameObject("/Outlines")] = above[0][2]
    for one in bookmarks:
        while above[-1][0] >= one.level:
            above.pop()
        made = DictionaryObject({NameObject("/Title"): TextStringObject(one.title)})
        made[NameObject("/Dest")] = _place(pages[one.page - 1], _PAPER_HEIGHT - one.top)
        named = update.add(made)
        _level, parent, parent_name = above[-1]
        made[NameObject("/Parent")] = parent_name
        if "/Last" in parent:
            made[NameObject("/Prev")] = parent.raw_get("/Last")
            before: Any = update.new(parent.raw_get("/Last"))
            before[NameObject("/Next")] = named
        else:
            parent[NameObject("/First")] = named
        parent[NameObject("/Last")] = named
        for _, each, _ in above:
            each[NameObject("/Count")] = NumberObject(int(each.get("/Count", 0)) + 1)
        above.append((one.level, made, named))


def _place(page: IndirectObject, top: float) -> ArrayObject:
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject

    fit = NameObject("/XYZ"), FloatObject(0), FloatObject(top), NullObject()
    return ArrayObject([page, *fit])
