"""The preview of a print: pages as they will be, what is printed, and where to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.tasks import Progress
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.paper.job import told
from policyviewer.ui.paper.notes import NotesPlace
from policyviewer.ui.paper.page_view import PageView
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.scopes import Scope
from policyviewer.ui.translation import noop, tr

_SIZE = (760, 860)
_TITLE = 56
"""Pixels of a window's title and edges, at most."""
_SCOPES = {
    Scope.SELECTION: noop("选中的文字"),
    Scope.SECTION: noop("当前章节"),
    Scope.DOCUMENT: noop("整份文件"),
}
_NOTES = {
    NotesPlace.NONE: noop("不印批注"),
    NotesPlace.MARGIN: noop("批注印在页边"),
    NotesPlace.END: noop("批注印在文末"),
}


class PrintDialog(QDialog):
    """Pages to look through with keyboard or mouse; nothing is printed before one says so."""

    wish_changed = Signal()
    print_wanted = Signal(object)
    pdf_wanted = Signal(object)
    """Each with the Print that is shown."""

    def __init__(
        self, scopes: Sequence[Scope], parent: QWidget | None = None, title: str = ""
    ) -> None:
        """``scopes`` are those that can be chosen, the first of them is; none hides the choices."""
        super().__init__(parent)
        self.setWindowTitle(title or tr("打印预览"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        room = self.screen().availableSize()
        around = parent.window().size() if parent is not None else room
        self.resize(fitting(QSize(*_SIZE), room.expandedTo(around)))
        self.view = PageView()
        self._shown: Print | None = None
        self._choosable = bool(scopes)
        self._scope = _choice(tr("打印范围"), {one: _SCOPES[one] for one in scopes})
        self._notes = _choice(tr("批注"), _NOTES)
        self._count = QLabel()
        self._fonts = soft("")
        self._fonts.setWordWrap(True)
        self._print = QPushButton(tr("打印…"))
        self._pdf = QPushButton(tr("存为 PDF…"))
        self._close = QPushButton(tr("关闭"))
        self._build()
        self._connect()
        self._wait()

    @property
    def scope(self) -> Scope:
        """Give how much is to be printed."""
        return Scope(self._scope.currentData() or Scope.DOCUMENT)

    @property
    def notes_place(self) -> NotesPlace:
        """Give where notes are to be printed."""
        return NotesPlace(self._notes.currentData())

    def choose_notes(self, place: NotesPlace) -> None:
        """Choose where notes are to be printed."""
        self._notes.setCurrentIndex(self._notes.findData(place))

    def show_print(self, made: Print) -> None:
        """Show the pages."""
        self._shown = made
        self.view.show_print(made)
        self._fonts.setText(told(made.substitutions))
        self._fonts.setVisible(bool(made.substitutions))
        for button in (self._print, self._pdf):
            button.setEnabled(True)
        self._on_page(self.view.page)

    def show_progress(self, progress: Progress) -> None:
        """Tell how far the pages are."""
        share = round(100 * progress.done / max(1, progress.total))
        self._count.setText(tr("正在排版……{share}%").format(share=share))

    def show_failure(self, words: str) -> None:
        """Tell why there are no pages."""
        self._count.setText(words)

    def _wait(self) -> None:
        self._count.setText(tr("正在排版……"))
        for button in (self._print, self._pdf):
            button.setEnabled(False)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        head.setSpacing(8)
        for choice in (self._scope, self._notes):
            choice.setVisible(self._choosable)
            head.addWidget(choice)
        head.addStretch(1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self._fonts, 1)
        for button in (self._pdf, self._print, self._close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self._print.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.view, 1)
        whole.addLayout(foot)
        self.view.setFocus()

    def _connect(self) -> None:
        for choice in (self._scope, self._notes):
            choice.currentIndexChanged.connect(self._on_chosen)
        self.view.page_changed.connect(self._on_page)
        self._print.clicked.connect(lambda: self.print_wanted.emit(self._shown))
        self._pdf.clicked.connect(lambda: self.pdf_wanted.emit(self._shown))
        self._close.clicked.connect(self.close)
        keys = {
            "Ctrl+P": self._print.click,
            "Ctrl+S": self._pdf.click,
            "Ctrl++": lambda: self.view.zoom(1),
            "Ctrl+=": lambda: self.view.zoom(1),
            "Ctrl+-": lambda: self.view.zoom(-1),
            "Ctrl+0": lambda: self.view.zoom(0),
        }
        for key, deed in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _on_chosen(self) -> None:
        self._wait()
        self.wish_changed.emit()

    def _on_page(self, page: int) -> None:
        words = tr("第 {page} 页，共 {count} 页").format(page=page, count=self.view.count)
        self._count.setText(words)


def fitting(wanted: QSize, room: QSize) -> QSize:
    """Give the size of a window on a screen that has so much room: its title stands above it."""
    return wanted.boundedTo(room - QSize(0, _TITLE))


def _choice(name: str, words: dict[Scope, str] | dict[NotesPlace, str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    for value, text in words.items():
        made.addItem(tr(text), value)
    return made
