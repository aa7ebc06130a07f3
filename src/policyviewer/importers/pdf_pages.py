"""The pages of a PDF: words with boxes, ruling lines, whether there are pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from pypdfium2 import raw
from typing_extensions import override

from policyviewer.domain.closing import Closing
from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.pages.pieces import Page, Piece, Ruling
from policyviewer.importers.pages.radicals import without_radicals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_CHARACTERS = 200_000
"""On one page; a sheet of A4 in six-point type has ten thousand."""
_MOST_OBJECTS = 20_000
_MOST_IN_ALL = 2_000_000
"""Characters and lines of all pages: a book of a thousand pages has one million."""
_THIN = 2.5
"""Points: what is so thin is a line, not a surface."""
_LONG = 8.0
_BLANKS = frozenset(b" \t\r\n") | {0, 0xA0}
_HIDDEN = frozenset({0xFFFE, 0xFFFF, 0xAD, 0x02})
"""What PDFium writes where a word was broken at the line's end, and soft hyphens."""
_DIGITS = frozenset(range(0x30, 0x3A))
_SMALLER = 0.8
_RAISED = 0.15
"""Digits so much smaller than the words beside them, and raised so much, are a note's sign."""
_BELOW = 0.12
"""Of a character so much lies below its line. The boxes that PDFium gives are as high as 一."""
_NO_SHAPES = _BLANKS | _HIDDEN
_GARBLED_SHARE = 0.3
_DOTS_PER_INCH = 200
_MOST_PIXELS = 40_000_000

Place = Callable[[float, float], tuple[float, float]]


class PdfFile(Closing):
    """An open PDF; pages are read one at a time.

    Raises UnreadableDocumentError for broken and encrypted files.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._file = pdfium.PdfDocument(data)
            self.length = len(self._file)
        except pdfium.PdfiumError as error:
            # PDFium's last error may be that of a file before: this one must be encrypted, too
            if b"/Encrypt" in data and "password" in str(error).lower():
                raise UnreadableDocumentError(
                    f"“{name}”有密码，打不开。", "请用原来的软件去掉密码后再导入。"
                ) from error
            raise UnreadableDocumentError(
                f"“{name}”不是完好的 PDF，打不开。",
                "请重新取得这份文件；能用阅读器打开的，打印成新的 PDF 后再导入。",
            ) from error
        if not self.length:
            self._file.close()
            raise UnreadableDocumentError(f"“{name}”里没有一页。", "请检查是否选错了文件。")

    @override
    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def pages(self) -> Iterator[Page]:
        """Give the pages; one that cannot be read is empty.

        Raises UnreadableDocumentError when they have far too much on them.
        """
        left = _MOST_IN_ALL
        for number in range(1, self.length + 1):
            try:
                page = self._file[number - 1]
            except pdfium.PdfiumError:
                yield Page(number, 595.0, 842.0, [], garbled=True)
                continue
            found, count = _page(page, number)
            page.close()
            left -= count
            if left < 0:
                raise UnreadableDocumentError(
                    f"“{self._name}”的内容多得不像一份文件。", "请把它拆成几份后再导入。"
                )
            yield found

    def picture(self, number: int) -> NDArray[np.uint8]:
        """Give a page as it looks, at 200 dots per inch, rows of blue-green-red points."""
        page = self._file[number - 1]
        width, height = page.get_size()
        scale = _DOTS_PER_INCH / 72
        if width * height * scale * scale > _MOST_PIXELS:
            scale = (_MOST_PIXELS / (width * height)) ** 0.5
        picture: NDArray[np.uint8] = page.render(scale=scale).to_numpy()
        return picture[:, :, :3].copy()


def _page(page: pdfium.PdfPage, number: int) -> tuple[Page, int]:
    """Give a page, and how many characters and lines were looked at."""
    width, height = page.get_size()
    place = _placer(page)
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), _MOST_CHARACTERS)
        pieces, garbled = _pieces(text, count, place)
    finally:
        text.close()
    rulings, pictured, objects = _objects(page, place)
    return Page(number, width, height, pieces, rulings, pictured, garbled), count + objects


def _placer(page: pdfium.PdfPage) -> Place:
    """Give what turns a point of the file into one counted from the left and top as seen."""
    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation()
    if turned == 90:
        return lambda x, y: (y - bottom, x - left)
    if turned == 180:
        return lambda x, y: (right - x, y - bottom)
    if turned == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def _pieces(text: pdfium.PdfTextPage, count: int, place: Place) -> tuple[list[Piece], bool]:
    """Give the words of a page, and whether too many are no characters that anyone reads."""
    codes = [raw.FPDFText_GetUnicode(text, at) for at in range(count)]
    pieces: list[Piece] = []
    start: int | None = None
    spaced = False
    for at, code in enumerate([*codes, 0]):
        if code not in _BLANKS:
            start = at if start is None else start
            continue
        if start is not None:
            word = [
                _piece(text, codes, first, last, place)
                for first, last in pairwise([start, *_cuts(text, codes, start, at), at])
            ]
            word[0].spaced = spaced
            pieces += word
            spaced = False
            start = None
        if at < count:
            spaced = code in (0x20, 0x09, 0xA0) and not raw.FPDFText_IsGenerated(text, at)
    strange = sum(_is_strange(code) for code in codes)
    pieces = [piece for piece in pieces if piece.text]
    return pieces, strange > _GARBLED_SHARE * max(1, sum(len(piece.text) for piece in pieces))


def _cuts(text: pdfium.PdfTextPage, codes: list[int], start: int, end: int) -> list[int]:
    """Give where a word is to be cut, since small digits stand raised in it: signs of notes."""
    digits = [at for at in range(start, end) if codes[at] in _DIGITS]
    if not digits or end == start + 1:
        return []
    beside = next((at for at in range(start, end) if codes[at] not in _DIGITS), end - 1)
    kinds = {at: (_font_size(text, at), _is_raised(text, at, beside)) for at in digits}
    cuts = []
    for at in range(start + 1, end):
        before, here = kinds.get(at - 1), kinds.get(at)
        raised = bool(before and before[1]) is not bool(here and here[1])
        if raised or (before and here and before != here):
            cuts.append(at)
    return cuts


def _font_size(text: pdfium.PdfTextPage, at: int) -> float:
    return float(raw.FPDFText_GetFontSize(text, at))


def _is_raised(text: pdfium.PdfTextPage, at: int, beside: int) -> bool:
    if _font_size(text, at) > _SMALLER * _font_size(text, beside):
        return False
    (x1, y1), (x2, y2) = _origin(text, at), _origin(text, beside)
    up = _up(text, beside)
    length = up[0] ** 2 + up[1] ** 2
    return (x1 - x2) * up[0] + (y1 - y2) * up[1] > _RAISED * length


def _is_strange(code: int) -> bool:
    """Say whether this is no character, but the number of a shape in a font that tells no more."""
    return 0xE000 <= code <= 0xF8FF or code == 0xFFFD or (code < 0x20 and code not in _NO_SHAPES)


def _piece(text: pdfium.PdfTextPage, codes: list[int], start: int, end: int, place: Place) -> Piece:
    first = _box(text, start, place)
    last = first if end == start + 1 else _box(text, end - 1, place)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    (x, y), up = _origin(text, start), _up(text, start)
    below = place(x - _BELOW * up[0], y - _BELOW * up[1])[1]
    above = place(x + (1 - _BELOW) * up[0], y + (1 - _BELOW) * up[1])[1]
    size = hypot(*up)
    if below - above < size / 2:  # sideways, or upside down
        above, below = min(first[1], last[1]), max(first[3], last[3])
    wide = next((at for at in range(start, end) if codes[at] > 0x2E7F), None)
    if wide is not None:
        box = first if wide == start else _box(text, wide, place)
        size = box[2] - box[0]
    return Piece(_words(codes[start:end]), left, above, right, below, max(size, 1.0))


def _origin(text: pdfium.PdfTextPage, at: int) -> tuple[float, float]:
    """Give where a character stands on its base line."""
    x, y = raw.ctypes.c_double(), raw.ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, y.value


def _up(text: pdfium.PdfTextPage, at: int) -> tuple[float, float]:
    """Give the way from a line to the next above it that is set solid."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    size = _font_size(text, at)
    return matrix.c * size, matrix.d * size


def _words(codes: list[int]) -> str:
    units = "".join(chr(code) for code in codes if code not in _HIDDEN and code < 0x110000)
    whole = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return without_radicals(whole)


def _box(text: pdfium.PdfTextPage, at: int, place: Place) -> tuple[float, float, float, float]:
    """Give left, top, right and bottom of the place that a character takes up in its line."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    return _seen(place, box.left, box.bottom, box.right, box.top)


def _seen(
    place: Place, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    x1, y1 = place(left, bottom)
    x2, y2 = place(right, top)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _objects(page: pdfium.PdfPage, place: Place) -> tuple[list[Ruling], bool, int]:
    """Give the ruling lines, whether there are pictures, and how many objects were looked at."""
    rulings: list[Ruling] = []
    pictured = False
    wanted = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    count = 0
    for count, one in enumerate(page.get_objects(filter=wanted, max_depth=4), start=1):
        if count > _MOST_OBJECTS:
            return [], pictured, count
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictured = True
        elif one.container is None:
            rulings += _rulings(one, place)
    return rulings, pictured, count


def _rulings(path: pdfium.PdfObject, place: Place) -> list[Ruling]:
    """Give the line that a path draws, or the four edges of a frame."""
    try:
        left, top, right, bottom = _seen(place, *path.get_bounds())
    except pdfium.PdfiumError:
        return []
    width, height = right - left, bottom - top
    if height <= _THIN and width >= _LONG:
        return [Ruling((top + bottom) / 2, left, right, upright=False)]
    if width <= _THIN and height >= _LONG:
        return [Ruling((left + right) / 2, top, bottom, upright=True)]
    if width < _LONG or height < _LONG or not _is_stroked_frame(path):
        return []
    across = [Ruling(at, left, right, upright=False) for at in (top, bottom)]
    return across + [Ruling(at, top, bottom, upright=True) for at in (left, right)]


def _is_stroked_frame(path: pdfium.PdfObject) -> bool:
    fill, stroke = raw.ctypes.c_int(), raw.ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value) and raw.FPDFPath_CountSegments(path) in (4, 5)
