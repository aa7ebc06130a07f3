"""A picture of a document's life: the line is solid while the text holds, dotted while not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.domain.dates import iso_today
from policyviewer.domain.lifetimes import Lifetime
from policyviewer.ui.fonts import row_height, second
from policyviewer.ui.models.life_rows import LifeRow, life_rows, stands_text
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_ROW = 42
_GUTTER, _LINE = 26, 14
"""Pixels left of the words, and where the line runs in them."""
_DOT = 4.0
_ISO = "yyyy-MM-dd"


class Lifeline(QWidget):
    """The events of a document, and how it stood on a day that one asks for."""

    document_chosen = Signal(str)
    """The document that amended or repealed this one."""

    def __init__(self, parent: QWidget | None = None, today: Callable[[], str] = iso_today) -> None:
        super().__init__(parent)
        self._today = today
        self._life = Lifetime()
        self._list = QListWidget()
        self._list.setObjectName("chart")
        self._list.setAccessibleName(tr("效力沿革"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _LifeDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemActivated.connect(self._on_activated)
        self._list.itemClicked.connect(self._on_activated)
        self._day = QDateEdit()
        self._day.setAccessibleName(tr("查看某一天的效力"))
        self._day.setDisplayFormat(_ISO)
        self._day.setCalendarPopup(True)
        self._day.dateChanged.connect(self._show_day)
        self._stood = QLabel()
        self._stood.setTextFormat(Qt.TextFormat.PlainText)
        self._stood.setWordWrap(True)
        asked = QHBoxLayout()
        asked.addWidget(self._day)
        asked.addWidget(self._stood, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(soft(tr("效力沿革")))
        layout.addWidget(self._list)
        layout.addLayout(asked)
        self.hide()

    def show_life(self, life: Lifetime) -> None:
        """Show the life of a document; nothing for one without events."""
        self._life = life
        today = self._today()
        self._list.clear()
        rows = life_rows(life, today)
        for row in rows:
            item = QListWidgetItem()
            item.setData(Role.VALUE, row)
            item.setToolTip(f"{row.day}　{row.words}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.day}，{row.words}")
            self._list.addItem(item)
        self._list.setFixedHeight(row_height(self.font(), _ROW) * len(rows) + 2)
        self._day.setDate(QDate.fromString(today, _ISO))
        self._show_day()
        self.setVisible(bool(rows))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def _show_day(self) -> None:
        day = self._day.date().toString(_ISO)
        self._stood.setText(tr("这一天：{words}").format(words=stands_text(self._life, day)))

    def _on_activated(self, item: QListWidgetItem) -> None:
        row = item.data(Role.VALUE)
        if isinstance(row, LifeRow) and row.by is not None:
            self.document_chosen.emit(row.by)


class _LifeDelegate(QStyledItemDelegate):
    """Draws a dot for each event and the line between them."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option.font, _ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.VALUE)
        if not isinstance(row, LifeRow):
            return
        self.initStyleOption(option, index)
        control = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(control, option, painter, self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, option.rect, row, index.row())
        self._draw_words(painter, option.rect.adjusted(_GUTTER, 0, -4, 0), row, option.font)
        painter.restore()

    def _draw_line(self, painter: QPainter, rect: QRect, row: LifeRow, at: int) -> None:
        x, middle = rect.left() + _LINE, rect.center().y()
        before = self._row(at - 1)
        if before is not None:
            self._draw_stretch(painter, x, rect.top(), middle, holds=before.holds)
        if self._row(at + 1) is not None:
            self._draw_stretch(painter, x, middle, rect.bottom() + 1, holds=row.holds)
        colour = QColor(self.theme.accent if row.is_today else self.theme.ink)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if row.holds else QColor(self.theme.panel))
        painter.drawEllipse(QPointF(x, middle), _DOT, _DOT)

    def _draw_stretch(self, painter: QPainter, x: int, top: int, foot: int, *, holds: bool) -> None:
        style = Qt.PenStyle.SolidLine if holds else Qt.PenStyle.DotLine
        colour = QColor(self.theme.ink if holds else self.theme.soft)
        painter.setPen(QPen(colour, 2.5 if holds else 1.5, style))
        painter.drawLine(x, top, x, foot)

    def _draw_words(self, painter: QPainter, rect: QRect, row: LifeRow, font: QFont) -> None:
        half = rect.height() // 2
        painter.setFont(second(font))
        painter.setPen(QColor(self.theme.soft))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect.adjusted(0, 0, 0, -half), bottom, row.day)
        own = QFont(font)
        own.setBold(row.is_today)
        painter.setFont(own)
        painter.setPen(QColor(self.theme.accent if row.by or row.is_today else self.theme.ink))
        elide = Qt.TextElideMode.ElideMiddle
        words = QFontMetrics(own).elidedText(row.words, elide, rect.width())
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(rect.adjusted(0, half, 0, 0), top, words)

    def _row(self, at: int) -> LifeRow | None:
        if not 0 <= at < self._view.count():
            return None
        row = self._view.item(at).data(Role.VALUE)
        return row if isinstance(row, LifeRow) else None
