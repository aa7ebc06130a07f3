"""The row of open documents above the page."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

_CHARACTERS = 14
"""Of a title on its tab; the whole title is in the tool tip."""


class DocumentTabs(QTabBar):
    """One tab a document; the tab's data is the document's id."""

    document_chosen = Signal(str)
    document_closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("打开的文件")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._on_current)
        self.tabCloseRequested.connect(self._on_close)

    def documents(self) -> list[str]:
        """Give the ids of the open documents, the one on the page first."""
        names = [str(self.tabData(index)) for index in range(self.count())]
        current = self.currentIndex()
        return names[current : current + 1] + [
            name for index, name in enumerate(names) if index != current
        ]

    def add_document(self, name: str, title: str) -> int:
        """Give the index of a document's tab, adding it behind the others where it is new."""
        for index in range(self.count()):
            if self.tabData(index) == name:
                return index
        with QSignalBlocker(self):
            index = self.addTab(tab_title(title))
            self.setTabData(index, name)
            self.setTabToolTip(index, title)
        return index

    def show_document(self, name: str, title: str) -> None:
        """Make a document's tab the current one."""
        index = self.add_document(name, title)
        with QSignalBlocker(self):
            self.setCurrentIndex(index)

    def close_current(self) -> None:
        """Close the tab of the document on the page."""
        if self.currentIndex() >= 0:
            self._on_close(self.currentIndex())

    def _on_current(self, index: int) -> None:
        if index >= 0 and self.tabData(index) is not None:
            self.document_chosen.emit(str(self.tabData(index)))

    def _on_close(self, index: int) -> None:
        name = str(self.tabData(index))
        self.removeTab(index)
        self.document_closed.emit(name)


def tab_title(title: str) -> str:
    """Give the part of a title that tells it from others: what follows 关于, shortened."""
    _issuer, about, subject = title.partition("关于")
    short = subject if about and subject else title
    return short if len(short) <= _CHARACTERS else f"{short[: _CHARACTERS - 1]}…"
