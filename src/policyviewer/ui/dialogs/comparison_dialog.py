"""Choosing two documents, or two editions of one, to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.comparing import Edition
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import noop, tr

_WIDTH = 640
_NAMES = (noop("原文件"), noop("新文件"))
_SUPERIOR_NAMES = (noop("上级文件"), noop("本级文件"))


class ComparisonDialog(QDialog):
    """Two documents with their editions, and what is asked of them."""

    editions_wanted = Signal(int, str)
    """A side (0 is the old one) and the id of a document whose editions shall be shown."""
    comparison_wanted = Signal(object, object, bool)
    """Two Editions, and whether the first is the superior document of the second."""

    def __init__(self, documents: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``documents`` are ids and titles."""
        super().__init__(parent)
        self.setWindowTitle(tr("对照"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._changes = QRadioButton(tr("新旧对照：改了哪些条文、哪些字句"))
        self._superior = QRadioButton(tr("上下位对照：本级文件怎样落实上级文件"))
        self._changes.setChecked(True)
        self._labels = (QLabel(), QLabel())
        self._documents = (_document_box(documents), _document_box(documents))
        self._editions = (QComboBox(), QComboBox())
        self._remark = soft()
        self._swap = QPushButton(tr("对调"))
        self._compare = QPushButton(tr("对照"))
        self._compare.setDefault(True)
        self._cancel = QPushButton(tr("取消"))
        self._build()
        self._connect()
        self._name_sides()
        for side in (0, 1):
            self.show_editions(side, "", ())

    def choose(self, side: int, document: str) -> None:
        """Choose the document of a side."""
        box = self._documents[side]
        box.setCurrentIndex(box.findData(document))

    def choose_superior(self, *, superior: bool) -> None:
        """Choose what is asked: what changed, or what was carried out."""
        (self._superior if superior else self._changes).setChecked(True)

    def show_editions(self, side: int, document: str, editions: Sequence[tuple[int, str]]) -> None:
        """Show the editions of a document, numbers and words, the last one chosen; for another
        document than the chosen one nothing is done.
        """
        if document != self._chosen(side):
            return
        box = self._editions[side]
        with QSignalBlocker(box):
            box.clear()
            for number, words in editions:
                box.addItem(words, number)
            box.setCurrentIndex(self._usual(side, len(editions)))
        self._name_sides()

    def editions(self) -> tuple[Edition, Edition] | None:
        """Give what is chosen; None while a side has no document."""
        sides = [self._edition(side) for side in (0, 1)]
        if sides[0] is None or sides[1] is None:
            return None
        return sides[0], sides[1]

    def _usual(self, side: int, count: int) -> int:
        """Give the edition that one means first: the last; of the same document, the former."""
        same = self._chosen(0) == self._chosen(1)
        return count - 2 if side == 0 and same and count > 1 else count - 1

    def _edition(self, side: int) -> Edition | None:
        document = self._chosen(side)
        shown = self._superior.isChecked()  # whether a rule is carried out is asked of these alone
        version = None if shown else self._editions[side].currentData()
        return Edition(DocumentId(document), version) if document else None

    def _chosen(self, side: int) -> str:
        box = self._documents[side]
        at = box.findText(box.currentText())
        return str(box.itemData(at)) if at >= 0 else ""

    def _build(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        fields.setColumnStretch(1, 1)
        for side in (0, 1):
            self._labels[side].setBuddy(self._documents[side])
            fields.addWidget(self._labels[side], side, 0)
            fields.addWidget(self._documents[side], side, 1)
            fields.addWidget(self._editions[side], side, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._swap)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._compare)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        for part in (self._changes, self._superior):
            whole.addWidget(part)
        whole.addLayout(fields)
        whole.addWidget(self._remark)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._superior.toggled.connect(self._name_sides)
        self._swap.clicked.connect(self._on_swap)
        self._cancel.clicked.connect(self.reject)
        self._compare.clicked.connect(self._on_compare)
        for side, box in enumerate(self._documents):
            box.currentTextChanged.connect(lambda _text, side=side: self._on_document(side))
            self._editions[side].currentIndexChanged.connect(self._look)

    def _name_sides(self, _on: object = None) -> None:
        names = _SUPERIOR_NAMES if self._superior.isChecked() else _NAMES
        for label, box, editions, name in zip(
            self._labels, self._documents, self._editions, names, strict=True
        ):
            label.setText(tr(name))
            box.setAccessibleName(tr(name))
            editions.setAccessibleName(tr("{name}的版次").format(name=tr(name)))
            editions.setVisible(editions.count() > 1 and not self._superior.isChecked())
        self._look()

    def _on_document(self, side: int) -> None:
        self._editions[side].clear()
        self._editions[side].hide()
        if self._chosen(side):
            self.editions_wanted.emit(side, self._chosen(side))
        self._look()

    def _on_swap(self) -> None:
        first, second = (self._chosen(side) for side in (0, 1))
        versions = [self._editions[side].currentData() for side in (0, 1)]
        if first == second:
            for side, version in enumerate(reversed(versions)):
                box = self._editions[side]
                box.setCurrentIndex(box.findData(version))
            return
        self.choose(0, second)
        self.choose(1, first)

    def _look(self, _at: object = None) -> None:
        """Say what is still missing, or odd."""
        chosen = self.editions()
        told = ""
        if chosen is None:
            told = tr("请选两份文件；可以输入标题里的几个字来找。")
        elif chosen[0] == chosen[1]:
            told = tr("两边是同一份文件的同一版。")
        self._remark.setText(told)
        self._compare.setEnabled(chosen is not None)

    def _on_compare(self) -> None:
        chosen = self.editions()
        if chosen is not None:
            self.comparison_wanted.emit(*chosen, self._superior.isChecked())
            self.accept()


def _document_box(documents: Sequence[tuple[str, str]]) -> QComboBox:
    """Give a box of all documents in which one can type a part of a title."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setMinimumContentsLength(24)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    seen: dict[str, int] = {}
    for name, title in documents:
        seen[title] = seen.get(title, 0) + 1
        box.addItem(title if seen[title] == 1 else f"{title}（{seen[title]}）", name)
    box.setCurrentIndex(-1)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    return box
