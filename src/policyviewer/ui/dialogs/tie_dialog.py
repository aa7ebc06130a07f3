"""Choosing the paragraph of a superior document that a local one carries out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.synopsis import Unit
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import tr

_SIZE = (640, 480)
_SHOWN = 160
"""Characters of a paragraph that are shown."""


class TieDialog(QDialog):
    """The paragraphs of the superior document, narrowed down as one types."""

    chosen = Signal(object)
    """The Unit of the superior document."""

    def __init__(
        self,
        local: str,
        paragraphs: Sequence[tuple[Unit, str]],
        present: Unit | None,
        parent: QWidget | None = None,
    ) -> None:
        """``local`` are the words of the local paragraph; ``paragraphs`` come with theirs."""
        super().__init__(parent)
        self.setWindowTitle(tr("对应到上级文件的哪一段"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._units = [unit for unit, _words in paragraphs]
        self._local = soft(_short(local))
        self._local.setWordWrap(True)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("输入几个字，只看有这些字的段落"))
        self._filter.setAccessibleName(tr("筛选段落"))
        self._filter.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("上级文件的段落"))
        self._list.setWordWrap(True)
        for unit, words in paragraphs:
            item = QListWidgetItem(_short(words), self._list)
            item.setToolTip(words)
            if unit == present:
                self._list.setCurrentItem(item)
        self._choose = QPushButton(tr("对应到这一段"))
        self._choose.setDefault(True)
        self._cancel = QPushButton(tr("取消"))
        self._build()
        self._connect()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._choose)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(8)
        whole.addWidget(QLabel(tr("本级文件的这一段：")))
        whole.addWidget(self._local)
        whole.addWidget(self._filter)
        whole.addWidget(self._list, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._list.currentRowChanged.connect(self._look)
        self._list.activated.connect(self._on_activated)
        self._choose.clicked.connect(self._on_chosen)
        self._cancel.clicked.connect(self.reject)
        self._look(self._list.currentRow())

    def _narrow(self, words: str) -> None:
        for number in range(self._list.count()):
            item = self._list.item(number)
            item.setHidden(words.strip() not in item.toolTip())
        row = self._list.currentRow()
        if row >= 0 and self._list.item(row).isHidden():
            self._list.setCurrentRow(-1)

    def _look(self, row: int) -> None:
        self._choose.setEnabled(row >= 0)

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.chosen.emit(self._units[row])
            self.accept()


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
