"""Pages as a PDF: fonts embedded, words to be found, places in the list of bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from policyviewer.app.pdf_finishing import Bookmark, finished
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.meaning import Meaning
from policyviewer.ui.paper.measures import POINT, TOP
from policyviewer.ui.paper.page_painter import PagePainter
from policyviewer.ui.paper.paging import Page, PlacedLines, words_of
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.typesetter import Typesetter

_RESOLUTION = 288
"""Dots an inch: a dot is a unit."""


def pdf_of(
    made: Print, faces: PrintFaces, step: Callable[[int], None] = lambda _done: None
) -> bytes:
    """Give a print as a PDF; ``step`` is called with the number of pages painted, and may raise."""
    data = _painted(made, faces, step)
    printed = dict.fromkeys(sign for page in made.pages for sign in words_of(page))
    rare = [sign for sign in printed if ord(sign) > 0xFFFF]
    meaning = Meaning(printed, faces.families)
    return finished(data, meaning.of, [*bookmarks(made.pages)], rare)


def _painted(made: Print, faces: PrintFaces, step: Callable[[int], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(made.title)
    writer.setCreator("PolicyViewer")
    painter = QPainter(writer)
    page_painter = PagePainter(Typesetter(faces), made.notes)
    try:
        for page in made.pages:
            step(page.number)
            if page.number > 1:
                writer.newPage()
            page_painter.paint(painter, page)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def bookmarks(pages: Iterable[Page]) -> Iterator[Bookmark]:
    """Give the places of headings."""
    for page in pages:
        for one in page.placed:
            if isinstance(one, PlacedLines) and one.paragraph.bookmark and one.first == 0:
                part = one.paragraph
                yield Bookmark(part.bookmark, page.number, (TOP + one.top) / POINT, part.level)
