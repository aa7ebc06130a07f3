"""A table in a window of its own: as large as one likes, also if it is wider than any page."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.domain.tables import Table
from policyviewer.ui.dialogs.table_cells import TableCells
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.reader.table_widths import ems
from policyviewer.ui.translation import tr

SIZES = (12, 14, 16, 18, 20, 24, 28, 34, 40, 48, 60, 72)
"""Pixels of a character."""
COMFORTABLE = 28
"""Pixels up to which type grows at first where all columns still fit."""
WIDEST = 16.0
"""Characters in a line of a cell; longer ones are broken, but for numbers and Latin words."""
_NARROWEST = 2.5
_AIR, _LEADING = 1.2, 1.4
"""White beside a cell's words, and the height of a line, in characters."""
_OF_WINDOW = 0.92
_BESIDE, _LEAST = 80, 520
"""Pixels beside the columns, for margins and the scroll bar, and of the narrowest window."""


class TableDialog(QDialog):
    """Shows a table that scrolls both ways; type and columns grow together."""

    def __init__(self, table: Table, text: str, name: str, em: int, parent: QWidget) -> None:
        """``em`` is the size of the page's type in pixels: the table begins no smaller."""
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(parent.size() * _OF_WINDOW)
        self._cells = TableCells(table, text, self)
        self._widths = [width_of(one.longest, one.token) for one in self._cells.columns]
        self._at = first_size(sum(self._widths) + _AIR * len(self._widths), self.width(), em)
        self._view = QTableView()
        self._smaller, self._larger = QPushButton(tr("缩小")), QPushButton(tr("放大"))
        self._told = soft()
        self._set_up()
        self._build()
        self._show_size()
        self._fit(parent)

    @property
    def em(self) -> int:
        """Give the size of the type in pixels."""
        return SIZES[self._at]

    def step(self, by: int) -> None:
        """Take larger or smaller type, as far as there is one."""
        at = min(max(self._at + by, 0), len(SIZES) - 1)
        if at != self._at:
            self._at = at
            self._show_size()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change the size where the wheel turns with Ctrl held."""
        held = Qt.KeyboardModifier.ControlModifier
        if isinstance(event, QWheelEvent) and event.modifiers() & held:
            turned = event.angleDelta().y()
            self.step((turned > 0) - (turned < 0))
            return True
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        view = self._view
        view.setModel(self._cells)
        view.setWordWrap(True)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setAccessibleName(self.windowTitle())
        view.verticalHeader().hide()
        head = view.horizontalHeader()
        head.setVisible(self._cells.headed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.viewport().installEventFilter(self)
        for cell in self._cells.merged:
            view.setSpan(cell.row, cell.column, cell.rows, cell.columns)
        self._told.setText(
            tr("{rows} 行，{columns} 列").format(
                rows=self._cells.rowCount(), columns=self._cells.columnCount()
            )
        )

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._told)
        foot.addStretch(1)
        close = QPushButton(tr("关闭"))
        for button, deed in (
            (self._smaller, lambda: self.step(-1)),
            (self._larger, lambda: self.step(1)),
            (close, self.accept),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._view, 1)
        layout.addLayout(foot)
        for key, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(key), self, lambda by=by: self.step(by))
        QShortcut(QKeySequence.StandardKey.Copy, self, self._copy)

    def _fit(self, parent: QWidget) -> None:
        """Make the window no wider than a narrow table wants."""
        wanted = self._view.horizontalHeader().length() + _BESIDE
        self.resize(min(max(wanted, _LEAST), self.width()), self.height())
        self.move(parent.geometry().center() - self.rect().center())

    def _show_size(self) -> None:
        """Set type, columns and rows in the present size."""
        em, view, cells, lines = self.em, self._view, self._cells, self._widths
        view.setStyleSheet(f"QTableView, QHeaderView::section {{ font-size: {em}px; }}")
        for column, width in enumerate(lines):
            view.setColumnWidth(column, ceil((width + _AIR) * em))
        for row in range(cells.rowCount()):
            words = [cells.words(row, column) for column in range(len(lines))]
            view.setRowHeight(row, ceil((_height(words, lines) * _LEADING + _AIR / 2) * em))
        heads = [cells.head(column) for column in range(len(lines))]
        view.horizontalHeader().setFixedHeight(ceil((_height(heads, lines) * _LEADING + _AIR) * em))
        self._smaller.setEnabled(self._at > 0)
        self._larger.setEnabled(self._at < len(SIZES) - 1)

    def _copy(self) -> None:
        """Copy the selected cells as a spreadsheet takes them."""
        chosen = sorted((one.row(), one.column()) for one in self._view.selectedIndexes())
        rows: dict[int, list[str]] = {}
        for row, column in chosen:
            rows.setdefault(row, []).append(" ".join(self._cells.words(row, column).split()))
        if rows:
            QApplication.clipboard().setText("\n".join(map("\t".join, rows.values())))


def first_size(characters: float, room: int, em: int) -> int:
    """Give the place in SIZES of the type with which a table of so many characters across begins:
    the page's, or a larger one that is comfortable and with which it still fits into ``room``.
    """
    fitting = [size for size in SIZES if size <= COMFORTABLE and size * characters < 0.95 * room]
    wanted = max([em, *fitting])
    return min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - wanted))


def width_of(longest: float, token: float) -> float:
    """Give the characters in a line of a column, from its longest line and longest number."""
    return max(min(longest, WIDEST), token, _NARROWEST)


def _height(words: list[str], widths: list[float]) -> int:
    """Give the lines of the tallest cell of a row."""
    return max(
        sum(max(1, ceil(ems(line) / width)) for line in one.split("\n"))
        for one, width in zip(words, widths, strict=True)
    )
