"""Draws the parts of a compilation: headings by themselves, others with how their words begin."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from policyviewer.domain.compilations import CompiledPart
from policyviewer.ui.fonts import second
from policyviewer.ui.models.part_rows import listed_name, second_line
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.badges import badge_width, draw_badge
from policyviewer.ui.theme import LIGHT, Theme

_EDGE, _GAP, _BETWEEN = 10, 6, 2
_DEEPER = 12
"""Pixels by which parts stand further in than headings."""


class PartDelegate(QStyledItemDelegate):
    """The end of a name tells the clause, so names are cut in their middle."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self.theme: Theme = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + 2 * _GAP
        if not _is_heading(index):
            height += QFontMetrics(second(option.font)).height() + _BETWEEN
        return QSize(0, height)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # the ground is the style's, the words are ours

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part = index.data(Role.VALUE)
        if isinstance(part, CompiledPart):
            self._draw(painter, option, part, str(index.data(Role.KEY)))
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, part: CompiledPart, state: str
    ) -> None:
        heading = part.target is None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        font = QFont(option.font)
        font.setBold(heading)
        room = option.rect.adjusted(_EDGE + (0 if heading else _DEEPER), _GAP, -_EDGE, -_GAP)
        ink = QColor(self.theme.accent if chosen and heading else self.theme.ink)
        name = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
        _write(painter, name, font, ink, listed_name(part))
        if heading:
            return
        small = second(option.font)
        below = QRect(room.left(), name.bottom() + 1 + _BETWEEN, room.width(), 0)
        below.setHeight(QFontMetrics(small).height())
        if state:
            right = QPoint(below.left() + badge_width(state, small), below.center().y())
            draw_badge(painter, right, state, small, self.theme)
            below.setLeft(right.x() + _GAP)
        _write(painter, below, small, QColor(self.theme.soft), second_line(part), at_end=True)


def _is_heading(index: Index) -> bool:
    part = index.data(Role.VALUE)
    return isinstance(part, CompiledPart) and part.target is None


def _write(
    painter: QPainter, room: QRect, font: QFont, ink: QColor, words: str, *, at_end: bool = False
) -> None:
    cut = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(words, cut, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
