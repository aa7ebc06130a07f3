"""The frame of a page that stands beside another one: what it shows, and how to close it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.elided_label import ElidedLabel


class SheetFrame(QWidget):
    """A page with a line above it, which is seen while there are two pages."""

    closed = Signal()

    def __init__(self, pane: ReaderPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self._title = ElidedLabel()
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setProperty("role", "tool")
        self._close.setAutoRaise(True)
        self._close.setToolTip(tr("关闭这一栏"))
        self._close.setAccessibleName(tr("关闭这一栏"))
        self._close.clicked.connect(self.closed)
        self._head = QFrame()
        self._head.setObjectName("sheetHead")
        line = QHBoxLayout(self._head)
        line.setContentsMargins(12, 0, 4, 0)
        line.addWidget(self._title, 1)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(pane, 1)
        self._head.hide()

    def show_state(self, *, split: bool, active: bool) -> None:
        """Show the document's title while there are two pages; the active one's is marked."""
        document = self.pane.document
        title = document.title if document is not None else ""
        self._title.setText(title)
        self._head.setVisible(split)
        if self._head.property("active") != active:
            self._head.setProperty("active", active)
            for one in (self._head, self._title):
                one.style().unpolish(one)
                one.style().polish(one)
        self._close.setAccessibleDescription(title)
