"""Draws a search hit: where it stands, and its words with the hits marked."""

from __future__ import annotations

import html

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)
from typing_extensions import override

from policyviewer.domain.queries import SearchHit
from policyviewer.ui.models.result_rows import marked, place_of
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.theme import LIGHT, SMALL, Theme

_MARGIN = 6


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
        document = self._document(hit, option.rect.width())
        painter.save()
        painter.translate(option.rect.left(), option.rect.top() + _MARGIN // 2)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, option.palette.text().color())
        context.clip = QRectF(0, 0, option.rect.width(), option.rect.height())
        document.documentLayout().draw(painter, context)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(Role.VALUE)
        if not isinstance(hit, SearchHit):
            return super().sizeHint(option, index)
        width = self._view.viewport().width() - 2 * self._view.indentation()
        return QSize(width, round(self._document(hit, width).size().height()) + _MARGIN)

    def _document(self, hit: SearchHit, width: int) -> QTextDocument:
        """Lay a hit out; its text is escaped, so imported markup stays text."""
        theme = self._theme
        style = f"background-color:{theme.hit}; color:{theme.ink}"
        document = QTextDocument()
        document.setDocumentMargin(4)
        document.setDefaultFont(self._view.font())
        document.setHtml(
            f'<p style="margin:0; color:{theme.soft}; font-size:{SMALL}px">'
            f"{html.escape(place_of(hit))}</p>"
            f'<p style="margin:2px 0 0 0; color:{theme.ink}">'
            f"{marked(hit.excerpt, hit.highlights, style)}</p>"
        )
        document.setTextWidth(max(80, width))
        option = document.defaultTextOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        document.setDefaultTextOption(option)
        return document
