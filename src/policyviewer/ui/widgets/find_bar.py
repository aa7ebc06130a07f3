"""The bar with which words are found on the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from policyviewer.ui.reader.finding import Sought
from policyviewer.ui.translation import tr

_WIDEST = 360
"""Device-independent pixels of the line for the words."""


class FindBar(QFrame):
    """A line for the words, where one is among their places, and ways to the next."""

    changed = Signal(object)
    """What is Sought now."""
    next_wanted = Signal()
    previous_wanted = Signal()
    library_wanted = Signal(str)
    """The words shall be searched for in the whole library."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAccessibleName(tr("在本文中查找"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("在本文中查找"))
        self._words.setAccessibleName(tr("要查找的文字"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(_WIDEST)
        self._place = QLabel()
        self._place.setAccessibleName(tr("查找结果"))
        self._previous = _button(tr("上一处（Shift+Enter）"), self.previous_wanted.emit)
        self._next = _button(tr("下一处（Enter）"), self.next_wanted.emit)
        self._case = _switch(tr("大小写"), tr("区分大小写"))
        self._whole = _switch(tr("全字"), tr("全字匹配：找“11”时不要“111”，找“十一”时不要“二十一”"))
        self._library = QPushButton(tr("在全部文件中检索"))
        self._library.setProperty("role", "link")
        self._library.setToolTip(tr("用这些文字检索整个文库"))
        self._close = _button(tr("关闭（Esc）"), self.close_bar)
        self._build()
        self._words.textChanged.connect(self._tell)
        self._case.toggled.connect(self._tell)
        self._whole.toggled.connect(self._tell)
        self._library.clicked.connect(lambda: self.library_wanted.emit(self._words.text()))
        self.hide()

    @property
    def sought(self) -> Sought:
        """Give what is looked for."""
        return Sought(self._words.text(), self._case.isChecked(), self._whole.isChecked())

    @property
    def text(self) -> str:
        """Give the words that tell where one is."""
        return self._place.text()

    def open_bar(self, words: str = "") -> None:
        """Show the bar with the words of the last time, or with these."""
        self.show()
        if words and words != self._words.text():
            self._words.setText(words)
        else:
            self._tell()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the words stay in it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_place(self, number: int | None, count: int) -> None:
        """Show which of so many places one is at; None when at none of them."""
        words = bool(self._words.text().strip())
        if not words:
            told = ""
        elif not count:
            told = tr("没有找到")
        elif number is None:
            told = tr("共 {count} 处").format(count=count)
        else:
            told = tr("第 {number} 处，共 {count} 处").format(number=number + 1, count=count)
        self._place.setText(told)
        self._place.setAccessibleDescription(told)
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
        self._library.setVisible(words and not count)

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Take the icons of a theme by their names."""
        self._previous.setIcon(icon("arrow-up-s-line"))
        self._next.setIcon(icon("arrow-down-s-line"))
        self._close.setIcon(icon("close-line"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.focusWidget() is self._words
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_wanted if back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(4)
        line.addWidget(self._words, 3)
        for button in (self._previous, self._next, self._case, self._whole):
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self._place)
        line.addWidget(self._library)
        line.addStretch(1)
        line.addWidget(self._close)

    def _tell(self) -> None:
        self.changed.emit(self.sought)


def _button(tip: str, deed: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition("（")[0])
    button.setAutoRaise(True)
    button.clicked.connect(deed)
    return button


def _switch(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    button.setProperty("role", "tool")
    return button
