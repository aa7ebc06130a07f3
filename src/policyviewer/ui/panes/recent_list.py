"""Documents that the user had in hand last, each with its time; one click or Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from policyviewer.app.recent import Recent
from policyviewer.ui.fonts import row_height, second
from policyviewer.ui.models.annotation_rows import day
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.chosen_rows import ChosenRows
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_ROW = 28
_EDGE = 8
_SHORT = Role.VALUE
"""The time in few words, for there is little room beside a title."""


def short_time(when: datetime, now: datetime) -> str:
    """Give the time of day for today, the date (ISO) for other days, as they are in this place."""
    here = when.astimezone()
    if here.date() == now.astimezone().date():
        return tr("今天 {time}").format(time=here.strftime("%H:%M"))
    return here.date().isoformat()


class RecentList(ChosenRows):
    """Rows of titles, with times at the right end; as high as its rows."""

    document_chosen = Signal(str)
    """The id of a document that is to be opened."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(name, parent)
        self._now = now
        self.setObjectName("recent")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _RecentDelegate(self)
        self.setItemDelegate(self._delegate)

    def show_documents(self, documents: Sequence[Recent]) -> None:
        """Show other documents; the row that the keyboard is on stays."""
        row, now = self.currentRow(), self._now()
        self.clear()
        for one in documents:
            item = QListWidgetItem(one.title)
            when = day(one.when)
            item.setData(_SHORT, short_time(one.when, now))
            item.setData(Role.KEY, str(one.document))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.title}，{when}")
            item.setToolTip(f"{one.title}\n{when}")
            self.addItem(item)
        self.setCurrentRow(min(row, len(documents) - 1))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    @override
    def _fit(self) -> None:
        """Be as high as the rows."""
        self.setFixedHeight(row_height(self.font(), _ROW) * max(1, self.count()) + 4)

    @override
    def _on_item(self, item: QListWidgetItem) -> None:
        self.document_chosen.emit(item.data(Role.KEY))


class _RecentDelegate(QStyledItemDelegate):
    """The time stands at the right end; the title is cut before it."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self.theme: Theme = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option.font, _ROW))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        when = str(index.data(_SHORT))
        taken = QFontMetrics(second(option.font)).horizontalAdvance(when) + 3 * _EDGE
        elide = Qt.TextElideMode.ElideRight
        room = option.rect.width() - taken
        option.text = option.fontMetrics.elidedText(option.text, elide, room)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(second(option.font))
        painter.setPen(QColor(self.theme.soft))
        place = option.rect.adjusted(0, 0, -_EDGE, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, str(index.data(_SHORT)))
        painter.restore()
