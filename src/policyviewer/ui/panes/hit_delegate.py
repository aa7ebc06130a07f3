"""Draws the results: headings of documents, and hits with their place and marked words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.names import called
from policyviewer.domain.queries import SearchHit
from policyviewer.ui.fonts import second
from policyviewer.ui.models.library_model import short_title
from policyviewer.ui.models.result_model import Group, Rest
from policyviewer.ui.models.result_rows import place_of
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.badges import badge_width, draw_badge
from policyviewer.ui.panes.hit_layout import ExcerptLayouts
from policyviewer.ui.theme import LIGHT, Theme

_ABOVE, _BELOW = 6, 8
_LEFT, _RIGHT = 10, 10
_ARROW = 16
_GROUP = 34
_REST = 30
_LINE = 20
"""Height of a line of small type."""
_Align = Qt.AlignmentFlag


class HitDelegate(QStyledItemDelegate):
    """Rows of hits are as high as their excerpt needs; headings carry their count."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = LIGHT
        self._layouts = ExcerptLayouts(LIGHT)
        self._sizes: dict[int, QSize] = {}
        """Of hits, by the identity of their rows: a view asks for all whenever one is added."""
        self.standing_of: Callable[[DocumentId], str] = lambda _document: ""
        """Gives what is to be told of a document before one relies on it."""
        self.titled = False
        """Whether each hit names its document: there are no headings that do."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._layouts.set_theme(theme)
        self._sizes.clear()
        self._view.viewport().update()

    def forget(self) -> None:
        """Measure the rows anew: there are other hits, or there is another width."""
        self._layouts.forget()
        self._sizes.clear()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(Role.VALUE)
        self.initStyleOption(option, index)
        option.text = ""
        control = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(control, option, painter, self._view)
        painter.save()
        if isinstance(value, Group):
            self._draw_group(painter, option.rect, value, opened=self._view.isExpanded(index))
        elif isinstance(value, Rest):
            self._draw_rest(painter, option.rect, str(index.data()))
        elif isinstance(value, SearchHit):
            self._draw_hit(painter, option.rect, value)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.internalId()
        known = self._sizes.get(row)
        if known is not None:
            return known
        value = index.data(Role.VALUE)
        width = self._view.viewport().width()
        if isinstance(value, Group):
            return QSize(width, _GROUP)
        if not isinstance(value, SearchHit):
            return QSize(width, _REST)
        excerpt = self._layouts.height(value, self._view.font(), self._room())
        lines = _LINE * (2 if self.titled else 1)
        size = self._sizes[row] = QSize(width, _ABOVE + lines + round(excerpt) + _BELOW)
        return size

    def _room(self) -> int:
        """Give the width of an excerpt."""
        return max(80, self._view.viewport().width() - self._indent() - _LEFT - _RIGHT)

    def _indent(self) -> int:
        return 0 if self.titled else self._view.indentation()

    def _draw_group(self, painter: QPainter, rect: QRect, group: Group, *, opened: bool) -> None:
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(rect.left() + _LEFT, rect.top(), rect.right() - _RIGHT, rect.top())
        self._draw_arrow(painter, QPointF(inner.left() + 4, inner.center().y() + 1), opened=opened)
        count = str(group.total)
        small = self._small()
        painter.setFont(small)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(inner, _Align.AlignRight | _Align.AlignVCenter, count)
        taken = QFontMetrics(small).horizontalAdvance(count) + 8
        badge = self.standing_of(group.document)
        if badge:
            right = QPoint(inner.right() - taken, inner.center().y())
            draw_badge(painter, right, badge, small, self._theme)
            taken += badge_width(badge, small) + 8
        words = inner.adjusted(_ARROW, 0, -taken, 0)
        self._draw_title(painter, words, group.title)

    def _draw_title(self, painter: QPainter, rect: QRect, title: str) -> None:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        shown = QFontMetrics(font).elidedText(
            short_title(title), Qt.TextElideMode.ElideMiddle, rect.width()
        )
        painter.drawText(rect, _Align.AlignLeft | _Align.AlignVCenter, shown)

    def _draw_arrow(self, painter: QPainter, at: QPointF, *, opened: bool) -> None:
        down = [QPointF(-4, -2), QPointF(4, -2), QPointF(0, 3)]
        right = [QPointF(-2, -4), QPointF(3, 0), QPointF(-2, 4)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.soft))
        painter.drawPolygon(QPolygonF([at + one for one in (down if opened else right)]))

    def _draw_rest(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.setFont(self._small())
        painter.setPen(QColor(self._theme.accent))
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        painter.drawText(inner, _Align.AlignLeft | _Align.AlignVCenter, words)

    def _draw_hit(self, painter: QPainter, rect: QRect, hit: SearchHit) -> None:
        inner = QRect(rect.left() + _LEFT, rect.top() + _ABOVE, self._room(), _LINE)
        if self.titled:
            self._draw_title(painter, inner, called(hit.title, hit.source))
            inner.translate(0, _LINE)
        small = self._small()
        painter.setFont(small)
        painter.setPen(QColor(self._theme.soft))
        place = QFontMetrics(small).elidedText(
            place_of(hit), Qt.TextElideMode.ElideLeft, inner.width()
        )
        painter.drawText(inner, _Align.AlignLeft | _Align.AlignVCenter, place)
        painter.setClipRect(QRectF(rect))
        below = QPointF(inner.left(), inner.bottom() + 1)
        self._layouts.draw(painter, below, hit, self._view.font(), inner.width())

    def _small(self) -> QFont:
        return second(self._view.font())
