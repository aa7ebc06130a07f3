"""The list of hits: by document or flat, growing while one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTreeView, QWidget
from typing_extensions import override

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchHit, SearchPage
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.result_model import Group, Rest, ResultModel
from policyviewer.ui.panes.hit_delegate import HitDelegate
from policyviewer.ui.panes.parts import dressed
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr

_AHEAD = 2
"""Screens below the one in view that are still to be filled when more hits are asked for."""


class ResultList(QTreeView):
    """A click or Enter chooses a hit, or folds a document; the end of the list asks for more."""

    hit_chosen = Signal(object)
    """A SearchHit that was clicked."""
    hit_entered = Signal(object)
    """A SearchHit on which Enter was pressed."""
    compile_wanted = Signal(str, str)
    """The id of a document and of a provision of it, none for all of the document, which shall be
    taken into the compilation.
    """
    rest_wanted = Signal(str)
    """A document of which all hits are to be listed."""
    more_wanted = Signal()
    """The end of the list comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, tr("检索结果"))
        self._model = ResultModel(self)
        self._delegate = HitDelegate(self)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._on_clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._look_ahead)

    def set_standings(self, standing_of: Callable[[DocumentId], str]) -> None:
        """Take what tells of a document what is to be known before one relies on it."""
        self._delegate.standing_of = standing_of
        self.viewport().update()

    @property
    def documents(self) -> list[DocumentId]:
        """Give the documents of the listed hits, in their order."""
        return self._model.documents

    def hits_of(self, document: DocumentId) -> list[SearchHit]:
        """Give the listed hits of a document."""
        return self._model.hits_of(document)

    def show_page(self, page: SearchPage | None, *, grouped: bool) -> None:
        """Show the first page of a search, or nothing."""
        self._delegate.titled = not grouped
        self._delegate.forget()
        self._model.set_page(page, grouped=grouped)
        self.expandAll()
        self.scrollToTop()

    def add_page(self, page: SearchPage) -> None:
        """Add hits; what is in view stays where it is, though its groups may grow."""
        top = self.indexAt(self.viewport().rect().topLeft())
        before = self.visualRect(top).top()
        known = self._model.rowCount()
        self._model.add_page(page)
        for row in range(known, self._model.rowCount()):
            self.expand(self._model.index(row, 0))
        self.executeDelayedItemsLayout()
        if top.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(top).top() - before)

    def first_hit(self) -> SearchHit | None:
        """Give the first hit of the list."""
        found = self._model.documents
        return self._model.hits_of(found[0])[0] if found else None

    def focus_first(self) -> None:
        """Put the keyboard to the list: on its current row, or the first hit."""
        if not self.currentIndex().isValid():
            first = self.first_hit()
            if first is None:
                return
            self.setCurrentIndex(self._model.index_of(first))
        self.setFocus()

    def select_hit(self, hit: SearchHit) -> None:
        """Make a hit the current row, in view; with its document's heading if there is room."""
        index = self._model.index_of(hit)
        if index.isValid():
            if index.row() == 0 and index.parent().isValid():
                self.scrollTo(index.parent())
            self.setCurrentIndex(index)

    def select_match(self, document: DocumentId, span: TextRange) -> None:
        """Make the hit that holds a match the current row, if it is listed."""
        for hit in self._model.hits_of(document):
            if span in hit.matches:
                self.select_hit(hit)
                return

    def fold(self, *, opened: bool) -> None:
        """Open or close all documents."""
        if opened:
            self.expandAll()
        else:
            self.collapseAll()

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Give the menu of a hit, or of a document's heading; None for any other row."""
        value = self._model.value(index)
        if not isinstance(value, SearchHit | Group):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take = self.compile_wanted.emit
        if isinstance(value, SearchHit):
            menu.addAction(tr("打开"), lambda: self.hit_chosen.emit(value))
            menu.addAction(tr("收入汇编"), partial(take, value.document, value.provision))
        menu.addAction(tr("整份文件收入汇编"), partial(take, value.document, ""))
        return menu

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.set_theme(theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            value = self._model.value(index)
            if isinstance(value, SearchHit):
                self.hit_entered.emit(value)
            else:
                self._on_clicked(index)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()  # rows wrap: another width, other heights

    def _on_clicked(self, index: QModelIndex) -> None:
        value = self._model.value(index)
        if isinstance(value, SearchHit):
            self.hit_chosen.emit(value)
        elif isinstance(value, Rest):
            self.rest_wanted.emit(value.document)
        elif isinstance(value, Group):
            self.setExpanded(index, not self.isExpanded(index))

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = self.menu_of(self.indexAt(place))
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(place))

    def _look_ahead(self, *_range: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self.more_wanted.emit()
