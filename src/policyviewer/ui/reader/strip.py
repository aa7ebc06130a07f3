"""The strip beside the scroll bar: where in the document hits, notes and bookmarks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.translation import tr

WIDTH = 12
_TICK = 3
_REACH = 5
"""Pixels from a tick within which a click means it."""


class Tick(Enum):
    """What a tick of the strip stands for; the value is its part of the strip's width."""

    HIT = (0.0, 1.0)
    MARK = (0.0, 0.6)
    BOOKMARK = (0.4, 1.0)


class MarkStrip(QWidget):
    """Ticks for the whole document, from its first to its last code point."""

    place_chosen = Signal(int)
    """A code point to go to."""

    def __init__(self, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._length = 1
        self._marks: Sequence[Mark] = ()
        self._hits: Sequence[TextRange] = ()
        self._current: TextRange | None = None
        self._hit_heights: set[int] | None = None
        """Where the ticks of the hits stand; None until they are painted again."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("全文中的命中、批注和书签"))
        self.setToolTip(tr("全文中的命中、批注和书签；点一下跳到那里"))

    def set_length(self, length: int) -> None:
        """Take the number of code points of the document."""
        self._length = max(1, length)
        self._hit_heights = None
        self.update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Take the user's marks."""
        self._marks = marks
        self.update()

    def set_hits(self, hits: Sequence[TextRange], current: TextRange | None) -> None:
        """Take the search hits."""
        if hits is not self._hits:
            self._hit_heights = None
        self._hits, self._current = hits, current
        self.update()

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.panel))
        for colour in Colour:
            self._paint(painter, Tick.MARK, self._starts(colour), self._edge(colour))
        self._paint(painter, Tick.BOOKMARK, self._starts(None), self._colours.accent)
        if self._hit_heights is None:
            self._hit_heights = self._heights(one.start for one in self._hits)
        self._fill(painter, Tick.HIT, self._hit_heights, self._colours.hit_current)
        if self._current is not None:
            self._paint(painter, Tick.HIT, [self._current.start], self._colours.accent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hit_heights = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        starts = [one.start for one in self._hits] + [one.span.start for one in self._marks]
        at = chosen(event.position().y(), starts, self._length, self.height())
        self.place_chosen.emit(at)

    def _starts(self, colour: Colour | None) -> Iterator[int]:
        """Give where the marks of a colour begin; None is for bookmarks."""
        for mark in self._marks:
            bookmark = mark.kind is AnnotationKind.BOOKMARK
            if bookmark if colour is None else not bookmark and mark.colour is colour:
                yield mark.span.start

    def _edge(self, colour: Colour) -> str:
        """Give the colour of marks, stronger than on the page: a tick is small."""
        shade = QColor(self._colours.highlights[colour])
        dark = QColor(self._colours.page).lightness() < 128
        return (shade.lighter(150) if dark else shade.darker(125)).name()

    def _paint(self, painter: QPainter, tick: Tick, places: Iterable[int], colour: str) -> None:
        self._fill(painter, tick, self._heights(places), colour)

    def _heights(self, places: Iterable[int]) -> set[int]:
        """Give where the ticks of code points stand; many hits share a few hundred ticks."""
        return {round(tick_top(at, self._length, self.height())) for at in places}

    def _fill(self, painter: QPainter, tick: Tick, heights: set[int], colour: str) -> None:
        (left, right), shade = tick.value, QColor(colour)
        for height in heights:
            place = QRectF(1 + left * (WIDTH - 2), height, (right - left) * (WIDTH - 2), _TICK)
            painter.fillRect(place, shade)


def tick_top(at: int, length: int, height: int) -> float:
    """Give the height of the tick of a code point."""
    return at / length * max(0, height - _TICK)


def chosen(y: float, starts: Sequence[int], length: int, height: int) -> int:
    """Give the code point that a click means: that of a tick nearby, else the place itself."""
    free = round(min(max(0.0, y / max(1, height)), 1.0) * length)
    near = min(
        starts, key=lambda at: abs(tick_top(at, length, height) + _TICK / 2 - y), default=None
    )
    if near is None or abs(tick_top(near, length, height) + _TICK / 2 - y) > _REACH:
        return free
    return near
