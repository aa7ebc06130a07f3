"""The box that everything is searched from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from policyviewer.domain.suggestions import Suggestion, SuggestionKind
from policyviewer.domain.syntax import help_text

PAUSE_MS = 30
"""A query goes out once typing has paused for so long: two keys of one stroke make one query."""
_LONGEST = 2000
_OFFERED = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KINDS = {
    SuggestionKind.SEARCH: "检索过",
    SuggestionKind.TITLE: "文件标题",
    SuggestionKind.TERM: "文件中的词",
}


class SearchBox(QLineEdit):
    """Sends the query while it is typed; Down leads to the results, Enter opens the first."""

    query_changed = Signal(str)
    results_wanted = Signal()
    """Down: the keyboard goes to the results."""
    accepted = Signal()
    """Enter: the first result is wanted."""
    abandoned = Signal()
    """Esc in a box with words: they are gone, and the page should be where it was."""
    left = Signal()
    """Esc in an empty box: the focus goes back to the page."""
    typed = Signal(str)
    """Words have been typed, for which something may be suggested."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName("检索")
        self.setPlaceholderText("检索全文、文号、标题、条款……   Ctrl+K")
        self.setToolTip(help_text())
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.setMaximumWidth(640)
        self._sent = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._send)
        self._offers = QStandardItemModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_OFFERED)
        self._completer.setWidget(self)  # not the line's own: it would complete while typing
        self._popup = QListView()
        self._popup.setObjectName("offers")
        self._popup.setAccessibleName("检索建议")
        self._completer.setPopup(self._popup)
        self._popup.clicked.connect(self._on_offer)
        self._completer.activated.connect(self._on_offer)
        self.textEdited.connect(self.typed)
        self._mark = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._on_changed)

    def set_icon(self, icon: QIcon) -> None:
        """Show an icon at the beginning of the box."""
        self._mark.setIcon(icon)

    def offer(self, typed: str, suggestions: Sequence[Suggestion]) -> None:
        """Show suggestions for what was typed, unless the box has moved on."""
        popup = self._popup
        if typed != self.text() or not self.hasFocus() or not suggestions:
            popup.hide()
            return
        self._offers.clear()
        for one in suggestions:
            item = QStandardItem(one.text)
            item.setToolTip(f"{_KINDS[one.kind]}{'：' + one.note if one.note else ''}")
            self._offers.appendRow(item)
        self._completer.complete()
        popup.setCurrentIndex(QModelIndex())

    @property
    def offered(self) -> list[str]:
        """Give the suggestions in view."""
        if not self._popup.isVisible():
            return []
        return [self._offers.item(row).text() for row in range(self._offers.rowCount())]

    def set_query(self, text: str) -> None:
        """Put words into the box without sending them."""
        self.setText(text)
        self._pause.stop()
        self._sent = text

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, popup = event.key(), self._popup
        if popup.isVisible() and (key == Qt.Key.Key_Escape or _chooses(key, popup)):
            event.ignore()  # the popup's own
        elif key == Qt.Key.Key_Down:
            self.results_wanted.emit()
        elif key in _ENTER:
            popup.hide()
            self._send()
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self.text():
            self.clear()
            self.abandoned.emit()
        else:
            self.left.emit()

    def _on_offer(self, chosen: object) -> None:
        """Take a suggestion; Qt gives its text, or its place in the list."""
        text = chosen.data() if isinstance(chosen, QModelIndex) else chosen
        self._popup.hide()
        self.setText(str(text))
        self._send()

    def _on_changed(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._send()  # an emptied box takes the marks away at once

    def _send(self) -> None:
        self._pause.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.query_changed.emit(self._sent)


def _chooses(key: int, popup: QAbstractItemView) -> bool:
    """Say whether a key takes the suggestion that is pointed at."""
    return key in _ENTER and popup.currentIndex().isValid()
