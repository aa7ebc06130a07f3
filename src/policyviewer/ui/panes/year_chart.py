"""Years as upright columns along a time axis, each of which can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from policyviewer.ui.fonts import row_height, second
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.count_chart import Bar, ChartDelegate, CountChart
from policyviewer.ui.translation import tr

_HEIGHT = 140
_LINE = 20
"""Above the columns for the count of one, and below them for the years."""
_NARROWEST, _WIDEST = 5, 56
"""Room of a column: more years than fit are scrolled to, few ones stay at the left."""
_THICKEST = 24
_GAP = 20
"""Years without documents that are still drawn; a longer time shrinks to one empty column."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_AIR = 12
"""Between two years that are written below the axis."""


def timeline(bars: Sequence[Bar]) -> list[Bar]:
    """Give the years in the order of time, those without documents too; unknown ones last.

    A bar of no documents has no name; “…” stands for a long time without any.
    """
    years = sorted((one for one in bars if one.value.isdecimal()), key=lambda one: int(one.value))
    columns: list[Bar] = []
    for one in years:
        if columns:
            columns.extend(_between(columns[-1], one))
        columns.append(one)
    unknown = [one for one in bars if not one.value.isdecimal()]
    gap = [Bar("", "", 0, 1)] if columns and unknown else []
    return [*columns, *gap, *unknown]


def step_of_labels(column: float, label: float) -> int:
    """Give every how many years one is written, so that labels of a width do not touch."""
    fits = (step for step in _STEPS if step * column >= label + _AIR)
    return next(fits, _STEPS[-1])


def _between(left: Bar, right: Bar) -> list[Bar]:
    """Give the columns of the years between two, which have no documents."""
    first, behind = int(left.value) + 1, int(right.value)
    if behind - first > _GAP:
        return [Bar("", "…", 0, 1)]
    return [Bar(str(year), "", 0, 1) for year in range(first, behind)]


class YearChart(CountChart):
    """Left and right go from year to year; click, Enter or Space choose, as on other charts.

    What the mouse or the keyboard is on, or what is chosen, has its year and count above it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._under: QListWidgetItem | None = None
        self.setUniformItemSizes(False)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.itemEntered.connect(self._on_entered)
        self.viewportEntered.connect(lambda: self._on_entered(None))

    @override
    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other counts; the keyboard stays on its year."""
        here = _bar_of(self.currentItem())
        self._under = None
        columns = timeline(bars)
        super().show_bars(columns)
        for row, bar in enumerate(columns):
            if not bar.count:
                self.item(row).setFlags(Qt.ItemFlag.NoItemFlags)
                self.item(row).setToolTip("")
        years = [bar.value if bar.count else None for bar in columns]
        stays = here is not None and here.value in years
        self.setCurrentRow(years.index(here.value) if here is not None and stays else -1)

    @property
    def told(self) -> Bar | None:
        """Give the bar whose year and count are written above it."""
        return _bar_of(self._told_item())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(second(self.font()))
        self._paint_axis(painter)
        self._paint_told(painter)
        painter.end()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._on_entered(None)

    @override
    def _fit(self) -> None:
        self.setFixedHeight(row_height(self.font(), _HEIGHT))

    @override
    def _make_delegate(self) -> ChartDelegate:
        return _ColumnDelegate(self)

    @override
    def _on_item(self, item: QListWidgetItem) -> None:
        bar = _bar_of(item)
        if bar is not None and bar.count:  # Qt tells of clicks on years without documents too
            super()._on_item(item)

    def _on_entered(self, item: QListWidgetItem | None) -> None:
        bar = _bar_of(item)
        self._under = item if bar is not None and bar.count else None
        self.viewport().update()

    def _told_item(self) -> QListWidgetItem | None:
        if self._under is not None:
            return self._under
        if self.hasFocus() and self.currentItem() is not None:
            return self.currentItem()
        items = (self.item(row) for row in range(self.count()))
        return next((one for one in items if _is_chosen(one)), None)

    def _paint_axis(self, painter: QPainter) -> None:
        """Draw the line on which the columns stand, and below it what there is room for: from the
        right, since the unknown years at that end have no other name.
        """
        if not self.count():
            return
        line = row_height(self.font(), _LINE)
        metrics = painter.fontMetrics()
        first, last = (self.visualItemRect(self.item(row)) for row in (0, self.count() - 1))
        base = first.bottom() - line
        theme = self._delegate.theme
        painter.setPen(QColor(theme.soft))
        painter.drawLine(first.left(), base, last.right(), base)
        step = step_of_labels(_room(self), metrics.horizontalAdvance("2000"))
        free = right = max(last.right(), self.viewport().width())
        for row in reversed(range(self.count())):
            bar = _bar_of(self.item(row))
            label = _label(bar, step) if bar is not None else ""
            if label:
                column = self.visualItemRect(self.item(row))
                place = QRect(0, base + 1, metrics.horizontalAdvance(label) + 2, line)
                place.moveCenter(QPoint(column.center().x(), place.center().y()))
                _bring_inside(place, first.left(), right)
                if place.right() <= free:
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
                    free = place.left() - _AIR // 2

    def _paint_told(self, painter: QPainter) -> None:
        item = self._told_item()
        bar = _bar_of(item)
        if item is None or bar is None:
            return
        words = tr("{name}，{count} 份文件").format(name=bar.name, count=bar.count)
        words = f"✓ {words}" if bar.chosen else words
        column = self.visualItemRect(item)
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        place = QRect(0, column.top(), width, row_height(self.font(), _LINE))
        place.moveCenter(QPoint(column.center().x(), place.center().y()))
        _bring_inside(place, 0, self.viewport().width())
        theme = self._delegate.theme
        painter.setPen(QColor(theme.accent if bar.chosen else theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class _ColumnDelegate(ChartDelegate):
    """Draws a column; the chosen one has the accent, the one under the mouse stands out.

    The others are darker than the bars of other charts, which have their counts beside them.
    """

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room, row = _room(self._view), index.row()
        width = round((row + 1) * room) - round(row * room)
        return QSize(width, self._view.viewport().height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bar = index.data(Role.VALUE)
        if not isinstance(bar, Bar) or not bar.count:
            return
        theme, rect = self.theme, option.rect
        line = row_height(option.font, _LINE)
        room = rect.height() - 2 * line
        height = max(2, round(room * bar.count / max(1, bar.most)))
        width = max(2, min(rect.width() - 2, _THICKEST))
        left = rect.center().x() - width // 2 + (0 if width % 2 else 1)
        under = option.state & QStyle.StateFlag.State_MouseOver
        colour = theme.accent if bar.chosen else theme.ink if under else theme.soft
        painter.fillRect(QRect(left, rect.bottom() - line - height, width, height), QColor(colour))


def _room(chart: QListWidget) -> float:
    """Give the width that each column has, its air included."""
    even = chart.viewport().width() / max(1, chart.count())
    return min(float(_WIDEST), max(float(_NARROWEST), even))


def _label(bar: Bar, step: int) -> str:
    """Give what stands below a column: a year now and then, and what is no year."""
    if bar.value.isdecimal():
        return bar.value if int(bar.value) % step == 0 else ""
    return tr("不详") if bar.count else bar.name


def _bring_inside(place: QRect, left: int, right: int) -> None:
    if place.right() > right:
        place.moveRight(right)
    if place.left() < left:
        place.moveLeft(left)


def _bar_of(item: QListWidgetItem | None) -> Bar | None:
    bar = item.data(Role.VALUE) if item is not None else None
    return bar if isinstance(bar, Bar) else None


def _is_chosen(item: QListWidgetItem) -> bool:
    bar = _bar_of(item)
    return bar is not None and bar.chosen
