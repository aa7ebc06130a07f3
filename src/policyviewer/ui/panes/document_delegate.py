"""Draws the rows of the library: a title, and a badge where something is to be known of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.ui.fonts import second
from policyviewer.ui.models.library_model import LibraryModel
from policyviewer.ui.models.rows import Index
from policyviewer.ui.panes.badges import badge_width, draw_badge
from policyviewer.ui.theme import LIGHT, Theme

_EDGE = 8


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
            taken = badge_width(badge, second(option.font)) + 2 * _EDGE
            room = option.rect.width() - taken
            elide = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, elide, room)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        badge = self._badge(index)
        if not badge:
            return
        right = QPoint(option.rect.right() - _EDGE, option.rect.center().y())
        draw_badge(painter, right, badge, second(option.font), self.theme)

    def _badge(self, index: Index) -> str:
        document = self._model.document_at(index)
        return self._model.standing_of(document.id) if document is not None else ""
