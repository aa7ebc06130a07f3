"""Shows pages one below the other, as paper; only those in view are painted."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.measures import PAPER_HEIGHT, PAPER_WIDTH
from policyviewer.ui.paper.page_painter import PagePainter
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.translation import tr

_GAP = 16
"""Pixels between pages, and around them."""
_KEPT = 12
"""Pictures of pages that are kept."""
_STEP = 1.2
_LEAST, _MOST = 0.05, 1.0
"""Pixels of a unit of print, at the smallest and at the largest."""
_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}


class PageView(QAbstractScrollArea):
    """The pages of a print; a page fits the width until one zooms."""

    page_changed = Signal(int)
    """The number of the page in view, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._print: Print | None = None
        self._painter: PagePainter | None = None
        self._zoom: float | None = None
        """Pixels of a unit; None for what fits."""
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._told = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("打印预览"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return len(self._print.pages) if self._print is not None else 0

    @property
    def page(self) -> int:
        """Give the number of the page in view, from 1; 0 where there is none."""
        if not self.count:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return min(self.count, max(1, 1 + middle // self._step))

    def show_print(self, made: Print) -> None:
        """Show other pages, at the place where one is."""
        at = self.page
        self._print = made
        self._painter = PagePainter(Typesetter(PrintFaces()), made.notes)
        self._pictures.clear()
        self._lay_out()
        self.go_to(min(max(1, at), self.count))
        self._told = 0
        self._on_scrolled()

    def go_to(self, page: int) -> None:
        """Bring a page into view."""
        self.verticalScrollBar().setValue((page - 1) * self._step)

    def zoom(self, by: int) -> None:
        """Show pages so many steps larger, or smaller; 0 for what fits."""
        at = self.page
        if by == 0:
            self._zoom = None
        else:
            self._zoom = min(_MOST, max(_LEAST, self._scale * _STEP**by))
        self._pictures.clear()
        self._lay_out()
        self.go_to(at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        turns = {**_TURNS, Qt.Key.Key_Home: -self.count, Qt.Key.Key_End: self.count}
        by = turns.get(key)
        if by is None:
            super().keyPressEvent(event)
        else:
            self.go_to(min(self.count, max(1, self.page + by)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self.page
        super().resizeEvent(event)
        if self._zoom is None:
            self._pictures.clear()
        self._lay_out()
        self.go_to(at)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value() + event.rect().top()
        first = max(1, top // self._step)
        last = min(self.count, first + event.rect().height() // self._step + 2)
        for number in range(first, last + 1):
            place = self._place(number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(number))
                painter.setPen(QColor("#bdbdbd"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @property
    def _scale(self) -> float:
        """Give the pixels of a unit."""
        if self._zoom is not None:
            return self._zoom
        room = self.viewport().width() - 2 * _GAP
        return min(_MOST, max(_LEAST, room / PAPER_WIDTH))

    @property
    def _step(self) -> int:
        """Give the pixels from one page to the next."""
        return round(PAPER_HEIGHT * self._scale) + _GAP

    def _place(self, number: int) -> QRect:
        width, height = round(PAPER_WIDTH * self._scale), round(PAPER_HEIGHT * self._scale)
        left = max(_GAP, (self.viewport().width() - width) // 2)
        left -= self.horizontalScrollBar().value()
        top = _GAP + (number - 1) * self._step - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def _picture(self, number: int) -> QPixmap:
        found = self._pictures.pop(number, None) or self._drawn(number)
        self._pictures[number] = found
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return found

    def _drawn(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self._place(number).size()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("white"))
        if self._print is not None and self._painter is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            self._painter.paint(painter, self._print.pages[number - 1])
            painter.end()
        return picture

    def _lay_out(self) -> None:
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.count * self._step + _GAP - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(max(1, self._step // 20))
        across.setRange(0, max(0, round(PAPER_WIDTH * self._scale) + 2 * _GAP - room.width()))
        across.setPageStep(room.width())
        self.viewport().update()

    def _on_scrolled(self) -> None:
        if self.page != self._told:
            self._told = self.page
            told = tr("第 {page} 页，共 {count} 页").format(page=self.page, count=self.count)
            self.setAccessibleDescription(told)
            self.page_changed.emit(self.page)
