"""The row of open documents above the page."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontInfo
from PySide6.QtWidgets import QMenu, QTabBar, QWidget
from typing_extensions import override

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.plain import plain

_CHARACTERS = 14
"""Of a title on its tab; the whole title is in the tool tip."""
_FEWEST = 7
"""Of those, characters that stay readable however many tabs there are: the row is scrolled then."""


@dataclass(frozen=True, slots=True)
class PageName:
    """What stands for a page that is no document: a comparison."""

    name: str


class DocumentTabs(QTabBar):
    """One tab a document, whose id is the tab's data, or a page, which has a PageName."""

    document_chosen = Signal(str)
    document_closed = Signal(str)
    page_chosen = Signal(str)
    page_closed = Signal(str)
    """The name of a page that is no document."""
    beside_wanted = Signal(str)
    """The document shall be shown on a page beside the one that is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("打开的文件"))
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
        current = self.currentIndex()
        order = sorted(range(self.count()), key=lambda index: index != current)
        names = (self.tabData(index) for index in order)
        return [str(name) for name in names if not isinstance(name, PageName)]

    @property
    def page_is_current(self) -> bool:
        """Say whether the current tab is that of a page, and not of a document."""
        return isinstance(self.tabData(self.currentIndex()), PageName)

    def show_page(self, name: str, title: str, tip: str) -> None:
        """Make a page's tab the current one, adding it behind the others where it is new."""
        index = self._index_of(PageName(name))
        with QSignalBlocker(self):
            if index < 0:
                index = self.addTab(plain(title))
                self.setTabData(index, PageName(name))
            self.setTabToolTip(index, tip)
            self.setCurrentIndex(index)

    def add_document(self, name: str, title: str) -> int:
        """Give the index of a document's tab, adding it behind the others where it is new."""
        present = self._index_of(name)
        if present >= 0:
            return present
        with QSignalBlocker(self):
            index = self.addTab(plain(tab_title(title)))
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

    def close_documents(self, names: Container[str]) -> None:
        """Close the tabs of some documents."""
        for index in reversed(range(self.count())):
            if self.tabData(index) in names:
                self._on_close(index)

    def step(self, by: int) -> None:
        """Go to the tab behind the current one, or before it; the last is followed by the first."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def close_others(self, name: str | PageName) -> None:
        """Close all tabs but one."""
        for index in reversed(range(self.count())):
            if self.tabData(index) != name:
                self._on_close(index)

    def menu_of(self, index: int) -> QMenu:
        """Give the menu of a tab."""
        name = self.tabData(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not isinstance(name, PageName):
            menu.addAction(tr("并排打开"), lambda: self.beside_wanted.emit(name))
            menu.addSeparator()
        menu.addAction(tr("关闭"), lambda: self._on_close(self._index_of(name)))
        others = menu.addAction(tr("关闭其他文件"), lambda: self.close_others(name))
        others.setEnabled(self.count() > 1)
        return menu

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        whole, metrics = self.tabSizeHint(index), self.fontMetrics()
        beside = whole.width() - metrics.horizontalAdvance(self.tabText(index))
        least = QFontInfo(self.font()).pixelSize() * _FEWEST + beside
        return QSize(min(whole.width(), least), whole.height())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.tabAt(event.pos()) if by_mouse else self.currentIndex()
        if index >= 0:
            place = (
                event.globalPos() if by_mouse else self.mapToGlobal(self.tabRect(index).center())
            )
            self.menu_of(index).popup(place)

    def _index_of(self, name: str | PageName) -> int:
        return next((at for at in range(self.count()) if self.tabData(at) == name), -1)

    def _on_current(self, index: int) -> None:
        name = self.tabData(index) if index >= 0 else None
        if isinstance(name, PageName):
            self.page_chosen.emit(name.name)
        elif name is not None:
            self.document_chosen.emit(str(name))

    def _on_close(self, index: int) -> None:
        name = self.tabData(index)
        self.removeTab(index)
        if isinstance(name, PageName):
            self.page_closed.emit(name.name)
        else:
            self.document_closed.emit(str(name))


def tab_title(title: str) -> str:
    """Give the part of a title that tells it from others: what follows 关于, shortened."""
    _issuer, about, subject = title.partition("关于")
    short = subject if about and subject else title
    return short if len(short) <= _CHARACTERS else f"{short[: _CHARACTERS - 1]}…"
