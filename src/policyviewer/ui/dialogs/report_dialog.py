"""What became of every file of an import."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from policyviewer.app.import_report import ImportedFile, ImportReport
from policyviewer.ui.models.report_rows import report_rows
from policyviewer.ui.models.rows import Role, RowModel
from policyviewer.ui.panes.parts import tree
from policyviewer.ui.translation import tr

_SIZE = (760, 520)
_EXPANDED_BELOW = 12
"""Files of a group whose details are open from the beginning."""


class ReportDialog(QDialog):
    """The outcome in a sentence and, below, file by file."""

    document_chosen = Signal(str)
    former_wanted = Signal(str)
    """A document that was updated shall be compared with its former edition."""

    def __init__(self, words: str, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导入结果"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._model = RowModel(self)
        self._model.set_rows(report_rows(report))
        self._tree = tree(tr("导入结果"))
        self._tree.setModel(self._model)
        self._expand()
        self._open = QPushButton(tr("打开这份文件"))
        self._open.setEnabled(False)
        self._open.setAutoDefault(False)
        self._former = QPushButton(tr("与上一版对照"))
        self._former.setEnabled(False)
        self._former.setAutoDefault(False)
        self._close = QPushButton(tr("关闭"))
        self._close.setDefault(True)
        self._build(words)
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self._tree.doubleClicked.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._former.clicked.connect(self._on_former)
        self._close.clicked.connect(self.accept)

    def _build(self, words: str) -> None:
        told = QLabel(words)
        told.setWordWrap(True)
        told.setContentsMargins(16, 14, 16, 10)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self._open)
        foot.addWidget(self._former)
        foot.addStretch(1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(told)
        whole.addWidget(self._tree, 1)
        whole.addLayout(foot)

    def _expand(self) -> None:
        for number in range(self._model.rowCount()):
            group = self._model.index(number, 0)
            few = self._model.rowCount(group) < _EXPANDED_BELOW
            self._tree.setExpanded(group, few or number == 0)
            for place in range(self._model.rowCount(group) if few else 0):
                self._tree.setExpanded(self._model.index(place, 0, group), True)  # noqa: FBT003

    def _on_current(self, index: QModelIndex) -> None:
        file = _file_of(index)
        self._open.setEnabled(file is not None)
        self._former.setEnabled(file is not None and file.version > 1)

    def _on_open(self) -> None:
        file = _file_of(self._tree.currentIndex())
        if file is not None:
            self.document_chosen.emit(file.document)
            self.accept()

    def _on_former(self) -> None:
        file = _file_of(self._tree.currentIndex())
        if file is not None:
            self.former_wanted.emit(file.document)
            self.accept()


def _file_of(index: QModelIndex) -> ImportedFile | None:
    """Give the file of a row, or of the row above one of its details."""
    while index.isValid():
        value = index.data(Role.VALUE)
        if isinstance(value, ImportedFile):
            return value
        index = index.parent()
    return None
