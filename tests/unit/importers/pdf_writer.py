"""Small PDFs, written object by object; lengths in points, from the left and the top of a page."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

A4 = (595.0, 842.0)
_FIRST_OF_PAGES = 6
"""The objects before are the catalogue, the tree of pages, and the three of the font."""


def put_together(objects: Sequence[bytes]) -> bytes:
    """Give a file of objects that count from 1; the first is the catalogue."""
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content, 1)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n"
    return head.encode() + packed + b"\nendstream"


class PdfPage:
    """A page that is being drawn; each method gives the page, so that they may be chained."""

    def __init__(self, glyphs: dict[str, int], size: tuple[float, float], entries: str) -> None:
        self._glyphs = glyphs
        self.size = size
        self.entries = entries
        self.drawn: list[str] = []
        self.pictured = False

    def text(self, left: float, top: float, words: str, size: float = 16.0) -> PdfPage:
        """Write two characters or more; their boxes are as high as Chinese ones are wide.

        The font has no shapes, and PDFium leaves out a single character without any.
        """
        assert len(words) > 1
        codes = "".join(
            f"{self._glyphs.setdefault(one, len(self._glyphs) + 1):04X}" for one in words
        )
        baseline = self.size[1] - top - 0.88 * size
        self.drawn.append(f"BT /F {size} Tf {left} {baseline:.3f} Td <{codes}> Tj ET")
        return self

    def lines(self, left: float, top: float, words: Sequence[str], size: float = 16.0) -> PdfPage:
        """Write lines below each other, twice as far apart as they are high."""
        for number, line in enumerate(words):
            self.text(left, top + 2 * size * number, line, size)
        return self

    def rule(self, left: float, top: float, right: float, bottom: float) -> PdfPage:
        height = self.size[1]
        self.drawn.append(f"0.5 w {left} {height - top} m {right} {height - bottom} l S")
        return self

    def frame(self, left: float, top: float, right: float, bottom: float) -> PdfPage:
        across = f"{left} {self.size[1] - bottom} {right - left} {bottom - top}"
        self.drawn.append(f"0.5 w {across} re S")
        return self

    def grid(self, across: Sequence[float], down: Sequence[float]) -> PdfPage:
        for at in down:
            self.rule(across[0], at, across[-1], at)
        for at in across:
            self.rule(at, down[0], at, down[-1])
        return self

    def picture(self, left: float, top: float, width: float, height: float) -> PdfPage:
        """Draw a picture of one grey point."""
        place = f"{width} 0 0 {height} {left} {self.size[1] - top - height}"
        self.drawn.append(f"q {place} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx /L 3 ID 80> EI Q")
        return self


class PdfWriter:
    """Collects pages; ``mapped`` says whether the font tells which characters its glyphs are."""

    def __init__(self, *, mapped: bool = True) -> None:
        self._glyphs: dict[str, int] = {}
        self._mapped = mapped
        self._pages: list[PdfPage] = []

    def page(self, size: tuple[float, float] = A4, entries: str = "") -> PdfPage:
        """Begin a page; ``entries`` such as /Rotate 90 go into its dictionary."""
        self._pages.append(PdfPage(self._glyphs, size, entries))
        return self._pages[-1]

    def data(self) -> bytes:
        kids = " ".join(f"{_FIRST_OF_PAGES + 2 * at} 0 R" for at in range(len(self._pages)))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode(),
            *self._font(),
        ]
        for page in self._pages:
            box = f"[0 0 {page.size[0]} {page.size[1]}]"
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents {len(objects) + 2} 0 R"
                f"/Resources<</Font<</F 3 0 R>>>>{page.entries}>>".encode()
            )
            objects.append(stream("\n".join(page.drawn).encode()))
        return put_together(objects)

    def _font(self) -> list[bytes]:
        mapping = "/ToUnicode 5 0 R" if self._mapped else ""
        widths = " ".join(
            f"{code} [{500 if one.isascii() else 1000}]" for one, code in self._glyphs.items()
        )
        describes = (
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
            "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>"
        )
        below = (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDToGIDMap/Identity/DW 1000"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/W[{widths}]/FontDescriptor{describes}>>"
        )
        font = (
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H"
            f"/DescendantFonts[4 0 R]{mapping}>>"
        )
        return [font.encode(), below.encode(), stream(self._unicode().encode())]

    def _unicode(self) -> str:
        rows = "\n".join(
            f"<{code:04X}> <{one.encode('utf-16-be').hex()}>" for one, code in self._glyphs.items()
        )
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /Own def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(self._glyphs)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap end end\n"
        )
