"""What a note said before, and which words it was about; either can be looked at and taken up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.annotations import Annotation
from policyviewer.ui.models.annotation_rows import day, shortened
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import tr

_SIZE = (680, 460)
_QUOTED = 40


class HistoryDialog(QDialog):
    """Former texts at the left, the chosen one at the right."""

    text_wanted = Signal(str)
    """A former text that shall be the note's again."""

    def __init__(
        self,
        one: Annotation,
        texts: Sequence[tuple[datetime, str]],
        targets: Sequence[tuple[datetime, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``texts`` and ``targets`` (time of the change, provision, words) are the oldest first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("批注以前的内容"))
        self.resize(*_SIZE)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("以前的内容"))
        self._list.setWordWrap(True)
        self._list.setSpacing(4)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(tr("当时的文字"))
        self._text.setReadOnly(True)
        self._take = QPushButton(tr("恢复成这一版"))
        self._take.setEnabled(False)
        self._add(tr("现在　{day}").format(day=day(one.modified)), one.text, former=False)
        for when, text in reversed(texts):
            self._add(day(when), text, former=True)
        self._build(one, targets, empty=not texts)
        self._list.currentRowChanged.connect(self._on_row)
        self._take.clicked.connect(self._on_take)
        self._list.setCurrentRow(0)

    def _add(self, words: str, text: str, *, former: bool) -> None:
        item = QListWidgetItem(f"{words}\n{shortened(text) or tr('（空）')}")
        item.setData(Qt.ItemDataRole.UserRole, text)
        item.setData(Qt.ItemDataRole.UserRole + 1, former)
        self._list.addItem(item)

    def _build(
        self, one: Annotation, targets: Sequence[tuple[datetime, str, str]], *, empty: bool
    ) -> None:
        quote = QLabel(f"“{shortened(one.target.quote.exact, _QUOTED)}”")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        sides = QHBoxLayout()
        sides.addWidget(self._list, 2)
        sides.addWidget(self._text, 3)
        foot = QHBoxLayout()
        told = (
            tr("这条批注还没有改过。")
            if empty
            else tr("每次重新打开批注写过之后，原来的文字都留着。")
        )
        foot.addWidget(soft(told), 1)
        close = QPushButton(tr("关闭"))
        close.clicked.connect(self.reject)
        for button in (self._take, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(quote)
        whole.addLayout(sides, 1)
        for when, _provision, words in reversed(targets):
            line = soft(
                tr("{day} 以前针对：“{words}”").format(
                    day=day(when), words=shortened(words, _QUOTED)
                )
            )
            whole.addWidget(line)
        whole.addLayout(foot)

    def _on_row(self, row: int) -> None:
        item = self._list.item(row)
        if item is not None:
            self._text.setPlainText(str(item.data(Qt.ItemDataRole.UserRole)))
            self._take.setEnabled(bool(item.data(Qt.ItemDataRole.UserRole + 1)))

    def _on_take(self) -> None:
        self.text_wanted.emit(str(self._list.currentItem().data(Qt.ItemDataRole.UserRole)))
        self.accept()
