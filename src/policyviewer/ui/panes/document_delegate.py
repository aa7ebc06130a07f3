"""Draws the rows of the library: a title, and a badge where something is to be known of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.ui.fonts import second
from policyviewer.ui.models.library_model import LibraryModel
from policyviewer.ui.models.rows import Index
from policyviewer.ui.theme import LIGHT, RADIUS, Theme

_AIR, _EDGE = 5, 8


class DocumentDelegate(QStyledItemDelegate):
    """The badge stands at the right end; the title is cut before it."""

    def __init__(self, view: QTreeView, model: LibraryModel) -> None:
        super().__init__(view)
        self._model = model
        self.theme: Theme = LIGHT

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        badge = self._badge(index)
        if badge:
            taken = self._width(option, badge) + 2 * _EDGE
            room = option.rect.width() - taken
            elide = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, elide, room)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        badge = self._badge(index)
        if not badge:
            return
        width = self._width(option, badge)
        height = QFontMetrics(_small(option)).height()
        right = option.rect.right() - _EDGE
        middle = option.rect.center().y()
        place = QRect(right - width, middle - height // 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_small(option))
        painter.setPen(QColor(self.theme.accent))
        painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, badge)
        painter.restore()

    def _badge(self, index: Index) -> str:
        document = self._model.document_at(index)
        return self._model.standing_of(document.id) if document is not None else ""

    def _width(self, option: QStyleOptionViewItem, badge: str) -> int:
        return QFontMetrics(_small(option)).horizontalAdvance(badge) + 2 * _AIR


def _small(option: QStyleOptionViewItem) -> QFont:
    return second(option.font)
