"""What Qt leaves undone in a PDF: words that can be found, and a list of bookmarks.

A PDF tells of each glyph which character it is. Where a font draws two characters with one glyph,
as Noto CJK does 口 and the radical ⼝, Qt tells the one with the lower number, and nobody finds
the word. Which one was printed only who printed it knows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import StreamObject

_TARGETS = re.compile(r"\[[^\]]*\]")
"""The characters of a range of glyphs in a character map."""
_CODE = re.compile(r"<([0-9A-Fa-f]{4})>")
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


def finished(data: bytes, meaning: Callable[[str], str], bookmarks: Sequence[Bookmark]) -> bytes:
    """Give a PDF of Qt's with the characters that were meant, and with bookmarks.

    ``meaning`` gives for a character that Qt tells the one that was printed.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for cmap in _character_maps(writer):
        told = cmap.get_data().decode("ascii")
        cmap.set_data(mended(told, meaning).encode("ascii"))
    _add_bookmarks(writer, bookmarks)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def mended(cmap: str, meaning: Callable[[str], str]) -> str:
    """Give a character map with the characters that were meant."""

    def target(code: re.Match[str]) -> str:
        meant = meaning(chr(int(code[1], 16)))
        return f"<{meant.encode('utf-16-be').hex().upper()}>"

    return _TARGETS.sub(lambda found: _CODE.sub(target, found[0]), cmap)


def _character_maps(writer: PdfWriter) -> Iterator[StreamObject]:
    """Give the character map of each font, once."""
    from pypdf.generic import DictionaryObject, StreamObject

    seen: set[int] = set()
    for page in writer.pages:
        resources = page["/Resources"].get_object()
        fonts = resources["/Font"].get_object() if isinstance(resources, DictionaryObject) else None
        for font in fonts.values() if isinstance(fonts, DictionaryObject) else ():
            stream = font.get_object()["/ToUnicode"].get_object()
            if isinstance(stream, StreamObject) and id(stream) not in seen:
                seen.add(id(stream))
                yield stream


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
