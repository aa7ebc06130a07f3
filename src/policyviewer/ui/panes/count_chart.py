"""A small chart: names with bars as long as their counts, each of which can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from policyviewer.ui.fonts import row_height
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.chosen_rows import ChosenRows
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_ROW = 26
_NAME = 0.46
"""Of a row's width that its name takes."""
_EDGE = 8
_SHOWN = 8
"""Rows that are in view; the others are scrolled to."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: the value behind it, its name, its count, the largest count, and whether chosen."""

    value: str
    name: str
    count: int
    most: int
    chosen: bool = False


class ChartDelegate(QStyledItemDelegate):
    """Draws the bars of a chart in the colours of a theme."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self.theme: Theme = LIGHT


class CountChart(ChosenRows):
    """Click, or Enter on a row, chooses it; once more lets go of it."""

    chosen = Signal(str)
    """The value of a row."""
    _KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setObjectName("chart")
        self.setUniformItemSizes(True)
        self._delegate = self._make_delegate()
        self.setItemDelegate(self._delegate)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other counts; the row that the keyboard is on stays."""
        row = self.currentRow()
        self.clear()
        for bar in bars:
            item = QListWidgetItem()
            item.setData(Role.VALUE, bar)
            words = tr("{name}，{count} 份文件").format(name=bar.name, count=bar.count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            self.addItem(item)
        self.setCurrentRow(min(row, len(bars) - 1))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    @override
    def _fit(self) -> None:
        """Be as high as the rows that are in view."""
        rows = min(max(1, self.count()), _SHOWN)
        self.setFixedHeight(row_height(self.font(), _ROW) * rows + 4)

    def _make_delegate(self) -> ChartDelegate:
        return _BarDelegate(self)

    @override
    def _on_item(self, item: QListWidgetItem) -> None:
        bar = item.data(Role.VALUE)
        if isinstance(bar, Bar):
            self.chosen.emit(bar.value)


class _BarDelegate(ChartDelegate):
    """Draws name, bar and count; the chosen bar has the accent and a mark before its name."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option.font, _ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bar = index.data(Role.VALUE)
        if not isinstance(bar, Bar):
            return
        theme, rect = self.theme, option.rect
        painter.save()
        name = rect.adjusted(_EDGE, 0, 0, 0)
        name.setWidth(round(rect.width() * _NAME) - _EDGE)
        metrics = option.fontMetrics
        words = f"✓ {bar.name}" if bar.chosen else bar.name
        painter.setPen(QColor(theme.accent if bar.chosen else theme.ink))
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, name.width() - 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, elided)
        count = str(bar.count)
        taken = metrics.horizontalAdvance(count) + _EDGE
        room = rect.right() - name.right() - taken - _EDGE
        length = max(2.0, room * bar.count / max(1, bar.most))
        place = QRectF(name.right(), rect.top() + 7, length, rect.height() - 14)
        painter.fillRect(place, QColor(theme.accent if bar.chosen else theme.line))
        painter.setPen(QColor(theme.soft))
        after = rect.adjusted(round(place.right()) - rect.left() + 6, 0, 0, 0)
        painter.drawText(after, middle | Qt.AlignmentFlag.AlignLeft, count)
        painter.restore()
