"""Draws the rows of annotations: a bar in their colour, what they say, and their tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.domain.annotations import Annotation, AnnotationKind, Colour
from policyviewer.domain.tags import colour_of
from policyviewer.ui.fonts import second
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.theme import LIGHT, RADIUS, Theme

_BAR = QSize(4, 14)
_AIR, _EDGE, _GAP = 5, 8, 4
_SHARE = 0.45
"""Of a row that tags may take."""


class NoteDelegate(QStyledItemDelegate):
    """Tags stand at the right end, as many as have room; the words are cut before them."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = LIGHT
        self._colours: Mapping[str, Colour] = {}
        self._bars: dict[str, QIcon] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._bars.clear()

    def set_tag_colours(self, colours: Mapping[str, Colour]) -> None:
        """Take the colours that were chosen for tags."""
        self._colours = colours

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        one = index.data(Role.VALUE)
        if not isinstance(one, Annotation):
            return
        option.icon = self._bar(one)
        option.decorationSize = _BAR
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        taken = sum(place.width() + _GAP for _tag, place in self._chips(option, one))
        if taken:
            room = option.rect.width() - taken - 2 * _EDGE - _BAR.width() - _GAP
            elide = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, elide, room)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        one = index.data(Role.VALUE)
        if not isinstance(one, Annotation) or not one.tags:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_small(option))
        for tag, place in self._chips(option, one):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.highlights[colour_of(tag, self._colours)]))
            painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag)
        painter.restore()

    def _chips(self, option: QStyleOptionViewItem, one: Annotation) -> Iterator[tuple[str, QRect]]:
        """Give the tags that have room with their places, from the right."""
        metrics = QFontMetrics(_small(option))
        right, left = option.rect.right() - _EDGE, option.rect.width() * _SHARE
        height, middle = metrics.height(), option.rect.center().y()
        for tag in one.tags:
            width = metrics.horizontalAdvance(tag) + 2 * _AIR
            left -= width + _GAP
            if left < 0:
                return
            yield tag, QRect(right - width, middle - height // 2, width, height)
            right -= width + _GAP

    def _bar(self, one: Annotation) -> QIcon:
        bookmark = one.kind is AnnotationKind.BOOKMARK
        shade = self._theme.accent if bookmark else self._theme.edges[one.colour]
        bar = self._bars.get(shade)
        if bar is None:
            picture = QPixmap(_BAR)
            picture.fill(QColor(shade))
            bar = self._bars[shade] = QIcon(picture)
        return bar


def _small(option: QStyleOptionViewItem) -> QFont:
    return second(option.font)
