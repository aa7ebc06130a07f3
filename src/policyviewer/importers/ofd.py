"""OFD (GB/T 33190): words with places by ofdkit, made into paragraphs as those of a PDF."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.ofd_bounds import MOST_OBJECTS, check, too_much
from policyviewer.importers.pages.assembly import assembled
from policyviewer.importers.pages.pieces import Page, Piece, Ruling
from policyviewer.importers.pages.radicals import without_radicals
from policyviewer.importers.parts import Parts, zip_names
from policyviewer.importers.pdf import numbers
from policyviewer.importers.writing import TextWriter

if TYPE_CHECKING:
    import ofdkit
    from lxml.etree import _Element as Element

_POINTS = 72 / 25.4
"""Of a millimetre."""
_ABOVE, _BELOW = 0.88, 0.12
"""Of a character's size: how far it stands above and below the baseline."""
_THIN = 1.0
_LONG = 3.0
"""Millimetres: a line is so thin at most and so long at least."""
_MOST_PAGES = 5_000
_FARTHEST = 10_000.0
"""Millimetres: no page is so large, and no character."""
_A4 = (595.0, 842.0)


class OfdImporter:
    """Reads OFD documents."""

    format = "ofd"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are an OFD package."""
        return "ofd.xml" in zip_names(data)

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the paragraphs and tables; raises UnreadableDocumentError."""
        import ofdkit

        check(Parts(data, name), name)
        parts = Parts(data, name)  # its limits are narrower than those of ofdkit
        writer = TextWriter()
        try:
            with ofdkit.open(data) as document:
                if len(document.pages) > _MOST_PAGES:
                    raise UnreadableDocumentError(
                        f"“{name}”有 {len(document.pages)} 页，不像是一份文件。",
                        "请把它拆成几份后再导入。",
                    )
                reading = _Reading(parts, writer, name)
                pages = [reading.page(page) for page in document.pages]
                warned = len(document.warnings)
        except (ofdkit.OFDError, ValueError, OverflowError, OSError, RecursionError) as error:
            raise UnreadableDocumentError(
                f"“{name}”不是完好的 OFD，打不开。",
                "请重新取得这份文件；能用 OFD 阅读器打开的，导出为 PDF 后再导入。",
            ) from error
        if warned:
            writer.notice("ofd-warning", f"文件里有 {warned} 处引用缺失，那里的内容可能没有读入。")
        silent = [page.number for page in pages if not page.pieces]
        if silent and len(silent) == len(pages):
            raise UnreadableDocumentError(
                f"“{name}”里没有文字，可能每一页都是图片。",
                "请导出为 PDF，用文字识别组件导入，或先用识别软件转成带文字的文件。",
            )
        if silent:
            writer.notice("scanned-pages", f"第 {numbers(silent)} 页没有文字，可能是图片。")
        return assembled(pages, writer)


class _Reading:
    """Takes pages one after the other, and remembers what templates have drawn."""

    def __init__(self, parts: Parts, writer: TextWriter, name: str) -> None:
        self._parts = parts
        self._writer = writer
        self._name = name
        self._left = MOST_OBJECTS
        self._drawn: set[tuple[str, int, int]] = set()

    def page(self, page: ofdkit.Page) -> Page:
        """Give a page; one that cannot be read is empty, which is told.

        Raises UnreadableDocumentError when there is too much on all pages together.
        """
        import ofdkit

        number = page.index + 1
        try:
            rulings = _rulings(self._parts, page.location, page)
            runs = [run for run in page.runs if run.text.strip()]
        except (ofdkit.OFDError, UnreadableDocumentError):
            self._writer.notice("unreadable-part", f"第 {number} 页已经损坏，没有读入。")
            return Page(number, *_A4, [])
        self._left -= len(runs)
        if self._left < 0:
            raise too_much(self._name)
        left, top, width, height = page.box
        placed = [run for run in runs if _is_placed(run)]
        if len(placed) < len(runs):
            self._writer.notice("unreadable-part", f"第 {number} 页有文字不在页面上，没有读入。")
        pieces = [_piece(run, left, top) for run in placed if self._is_new(run)]
        return Page(number, *_size(width, height), pieces, rulings)

    def _is_new(self, run: ofdkit.TextRun) -> bool:
        """Say whether to take words: what a template draws on many pages is told once."""
        if not run.from_template:
            return True
        drawn = run.text, round(run.x), round(run.y)
        known = drawn in self._drawn
        self._drawn.add(drawn)
        return not known


def _is_placed(run: ofdkit.TextRun) -> bool:
    """Say whether words stand anywhere that a page may reach: matrices may lead out of numbers."""
    return max(abs(run.x), abs(run.y), run.size) < _FARTHEST and isfinite(run.x + run.y + run.size)


def _size(width: float, height: float) -> tuple[float, float]:
    if not (0 < width < _FARTHEST and 0 < height < _FARTHEST):
        return _A4
    return width * _POINTS, height * _POINTS


def _piece(run: ofdkit.TextRun, left: float, top: float) -> Piece:
    size = max(run.size, 0.1) * _POINTS
    x, baseline = (run.x - left) * _POINTS, (run.y - top) * _POINTS
    text = run.text.lstrip()
    width = run.width * _POINTS if abs(run.width) < _FARTHEST else len(run.text) * size
    return Piece(
        without_radicals(text.rstrip()), x, baseline - _ABOVE * size, x + max(width, size / 2),
        baseline + _BELOW * size, size, spaced=text != run.text,
    )  # fmt: skip


def _rulings(parts: Parts, location: str | None, page: ofdkit.Page) -> list[Ruling]:
    """Give the thin lines of a page, and the edges of its frames."""
    root = parts.xml(location) if location else None
    if root is None:
        return []
    left, top, _width, _height = page.box
    rulings: list[Ruling] = []
    for path in root.iter("{*}PathObject"):
        rulings += _edges(path, left, top)
    return rulings


def _edges(path: Element, left: float, top: float) -> list[Ruling]:
    box = [_number(one) for one in path.get("Boundary", "").split()]
    if len(box) != 4:
        return []
    x, y, width, height = box[0] - left, box[1] - top, box[2], box[3]
    across = [y + height / 2] if height <= _THIN <= width else [y, y + height]
    upright = [x + width / 2] if width <= _THIN <= height else [x, x + width]
    lines: list[Ruling] = []
    if width >= _LONG and (height <= _THIN or _is_frame(path)):
        lines += [_ruling(at, x, x + width, upright=False) for at in across]
    if height >= _LONG and (width <= _THIN or _is_frame(path)):
        lines += [_ruling(at, y, y + height, upright=True) for at in upright]
    return lines


def _is_frame(path: Element) -> bool:
    """Say whether a path that is no line draws a rectangle: four straight strokes, unfilled."""
    drawn = (path.findtext("{*}AbbreviatedData") or "").split()
    strokes = drawn.count("L")
    curved = any(one in {"Q", "B", "A"} for one in drawn)
    return 3 <= strokes <= 4 and not curved and path.get("Fill", "false") != "true"


def _ruling(at: float, start: float, end: float, *, upright: bool) -> Ruling:
    return Ruling(at * _POINTS, start * _POINTS, end * _POINTS, upright)


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if abs(value) < 1e5 else 0.0
