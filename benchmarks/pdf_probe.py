"""Measures a PDF as somebody with a ruler would: margins, lines, characters, fonts, words.

Run: python benchmarks/pdf_probe.py FILE.pdf
"""

from __future__ import annotations

import ctypes
import io
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

_MM = 25.4 / 72
_TEXT = 16
"""Points of 3号."""
_NUMBER = re.compile(r"—\s*\d+\s*—")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True)
class Sign:
    """A character on a page; all lengths in mm from the upper left corner of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    """The line it stands on."""
    size: float
    """Points."""


@dataclass(frozen=True)
class Line:
    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.signs)

    @property
    def base(self) -> float:
        return self.signs[0].base

    @property
    def is_text(self) -> bool:
        """Whether the line is of 3号, not of a title, a table or a source."""
        return round(self.signs[0].size) == _TEXT


@dataclass(frozen=True)
class PaperPage:
    width: float
    height: float
    signs: tuple[Sign, ...]
    words: str
    """In the order in which they were painted."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the page without its number, from above."""
        return tuple(one for one in self.all_lines if not _NUMBER.fullmatch(one.text.strip()))

    @cached_property
    def number(self) -> Line | None:
        found = [one for one in self.all_lines if _NUMBER.fullmatch(one.text.strip())]
        return found[-1] if found else None

    @cached_property
    def all_lines(self) -> tuple[Line, ...]:
        found: defaultdict[float, list[Sign]] = defaultdict(list)
        for sign in self.signs:
            found[round(sign.base, 1)].append(sign)
        return tuple(Line(tuple(found[base])) for base in sorted(found))

    @property
    def text(self) -> str:
        """All words but the number, in the order in which they were painted."""
        return _NUMBER.sub("", self.words)


@dataclass(frozen=True)
class Paper:
    pages: tuple[PaperPage, ...]
    fonts: dict[str, bool]
    """Whether each font is embedded."""
    bookmarks: int

    @property
    def text(self) -> str:
        """All words without blanks and page numbers."""
        return _BLANK.sub("", "".join(page.text for page in self.pages))

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """The white in mm above, below, left and right of all words but page numbers."""
        signs = [(one, page) for page in self.pages for line in page.lines for one in line.signs]
        inked = [(one, page) for one, page in signs if one.right > one.left]
        return (
            min(one.top for one, _page in inked),
            min(page.height - one.bottom for one, page in inked),
            min(one.left for one, _page in inked),
            min(page.width - one.right for one, page in inked),
        )

    @property
    def lines_of_a_page(self) -> int:
        """The most lines of the text's size on a page; 22 where one is full of them."""
        return max(sum(one.is_text for one in page.lines) for page in self.pages)

    @property
    def characters_of_a_line(self) -> int:
        """How many characters the lines have that are full of Chinese ones: the commonest."""
        lines = [one.text for page in self.pages for one in page.lines if one.is_text]
        full = [len(one) for one in lines if one.isprintable() and not re.search("[!-~ ]", one)]
        return Counter(one for one in full if one > 20).most_common(1)[0][0]


def probed(data: bytes) -> Paper:
    """Give what a PDF is like on paper."""
    document = pypdfium2.PdfDocument(data)
    pages = tuple(_page(page) for page in document)
    document.close()
    reader = PdfReader(io.BytesIO(data))
    return Paper(pages, dict(_fonts(reader)), _count(reader.outline))


def _page(page: pypdfium2.PdfPage) -> PaperPage:
    width, height = page.get_size()
    text = page.get_textpage()
    signs = tuple(_signs(text, height))
    words = text.get_text_range()
    text.close()
    page.close()
    return PaperPage(width * _MM, height * _MM, signs, words)


def _signs(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Sign]:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if pdfium.FPDFText_IsGenerated(text, at):
            continue
        left, bottom, right, top = text.get_charbox(at)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        size = pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d)
        ends = (left, height - top, right, height - bottom, height - y.value)
        edges = [one * _MM for one in ends]
        yield Sign(chr(code), edges[0], edges[1], edges[2], edges[3], edges[4], size)


def _fonts(reader: PdfReader) -> Iterator[tuple[str, bool]]:
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        fonts = resources["/Font"].get_object() if isinstance(resources, DictionaryObject) else None
        for font in fonts.values() if isinstance(fonts, DictionaryObject) else ():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            files = {"/FontFile", "/FontFile2", "/FontFile3"}
            yield str(font.get_object()["/BaseFont"]), bool(files & inner.get_object().keys())


def _count(outline: object) -> int:
    return sum(map(_count, outline)) if isinstance(outline, list) else 1


def main(arguments: Sequence[str]) -> None:
    """Tell what a PDF is like."""
    for name in arguments:
        paper = probed(Path(name).read_bytes())
        print(name)
        print("  margins above, below, left, right:", *(f"{one:.1f}" for one in paper.margins))
        print(f"  pages {len(paper.pages)}, lines of a page {paper.lines_of_a_page}, ", end="")
        print(f"characters of a line {paper.characters_of_a_line}")
        print(f"  fonts {paper.fonts}, bookmarks {paper.bookmarks}")


if __name__ == "__main__":
    main(sys.argv[1:])
