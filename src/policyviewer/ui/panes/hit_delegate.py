"""Draws a search hit: where it stands, and its words with the hits marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.domain.queries import SearchHit
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.result_rows import place_of
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.theme import LIGHT, SMALL, Theme

_SIDE, _TOP, _GAP = 6, 5, 3
"""Room beside a hit, above and below it, and between its lines of different kind."""
_NARROWEST = 80


class HitView(QTreeView):
    """A tree whose rows wrap: another width gives them other heights."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class HitDelegate(QStyledItemDelegate):
    """Rows of hits take as many lines as their excerpt needs; groups stay plain."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = LIGHT
        self.titled = False
        """Whether a hit tells its document: where it does not stand below it."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._view.viewport().update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(Role.VALUE)
        if not isinstance(hit, SearchHit):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        item = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(item, option, painter, self._view)
        painter.save()
        self._paint(painter, option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP), hit)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(Role.VALUE)
        if not isinstance(hit, SearchHit):
            return super().sizeHint(option, index)
        depth = 1 if index.parent().isValid() else 0  # documents have no signs before them
        width = self._view.viewport().width() - depth * self._view.indentation()
        heads = QFontMetrics(self._small()).height() * len(self._heads(hit))
        words = self._layout(hit, width - 2 * _SIDE)
        return QSize(width, heads + _GAP + round(words.boundingRect().height()) + 2 * _TOP)

    def _paint(self, painter: QPainter, rect: QRect, hit: SearchHit) -> None:
        theme, small = self._theme, self._small()
        metrics = QFontMetrics(small)
        painter.setFont(small)
        top = rect.top()
        for text, colour in self._heads(hit):
            painter.setPen(QColor(colour))
            line = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
            painter.drawText(rect.left(), top + metrics.ascent(), line)
            top += metrics.height()
        painter.setPen(QColor(theme.ink))
        self._layout(hit, rect.width()).draw(painter, QPointF(rect.left(), top + _GAP))

    def _heads(self, hit: SearchHit) -> list[tuple[str, str]]:
        """Give the lines above the words, with their colours."""
        theme = self._theme
        title = [(hit.title, theme.ink)] if self.titled else []
        return [*title, (place_of(hit), theme.soft)]

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(SMALL)
        return font

    def _layout(self, hit: SearchHit, width: int) -> QTextLayout:
        """Lay the words out, what was found on its ground."""
        words = QTextLayout(hit.excerpt.replace("\n", " "), self._view.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        words.setTextOption(option)
        words.setFormats(_formats(hit.excerpt, hit.highlights, self._theme))
        words.beginLayout()
        height = 0.0
        while (line := words.createLine()).isValid():
            line.setLineWidth(max(_NARROWEST, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        words.endLayout()
        return words


def _formats(
    excerpt: str, highlights: Sequence[TextRange], theme: Theme
) -> list[QTextLayout.FormatRange]:
    """Give the grounds of what was found; Qt counts UTF-16 units, highlights code points."""
    found = []
    for span in highlights:
        ground = QTextLayout.FormatRange()
        ground.start = _units(excerpt[: span.start])
        ground.length = _units(span.of(excerpt))
        ground.format = QTextCharFormat()
        ground.format.setBackground(QColor(theme.hit))
        ground.format.setForeground(QColor(theme.ink))
        found.append(ground)
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
