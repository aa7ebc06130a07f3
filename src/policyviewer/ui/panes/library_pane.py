"""The library: every document, by issuing body or kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from policyviewer.domain.documents import DocumentSummary
from policyviewer.ui.models.library_rows import library_rows
from policyviewer.ui.models.rows import RowModel
from policyviewer.ui.panes.parts import column, empty_state, heading, tree
from policyviewer.ui.translation import noop, tr

_EXPANDED_BELOW = 100
"""Documents: the groups of a larger library start closed, unless it is being narrowed down."""

_NO_MATCH = noop("没有符合的文件。换个词，或导入文件。")
_NO_DOCUMENT = noop("文库里还没有文件。导入以后，这里按发文机关和文种列出来。")


class LibraryPane(QWidget):
    """A tree of documents with a line to narrow it down."""

    document_chosen = Signal(str)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[DocumentSummary, ...] = ()
        self._model = RowModel(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("按标题、文号或机关筛选")
        self._filter.setAccessibleName("筛选文库")
        self._filter.setClearButtonEnabled(True)
        self._tree = tree("文库")
        self._tree.setModel(self._model)
        self._empty = empty_state(tr(_NO_MATCH))
        self._import = QPushButton("导入文件…")
        self._build()
        self._filter.textChanged.connect(self._refresh)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self._import.clicked.connect(self.import_wanted)

    def show_documents(self, summaries: Sequence[DocumentSummary]) -> None:
        """Show these documents."""
        self._summaries = tuple(summaries)
        self._refresh()

    def mark_open(self, name: str) -> None:
        """Select the document on the page."""
        index = self._model.index_of(name)
        if index.isValid():
            self._tree.setCurrentIndex(index)

    def _build(self) -> None:
        layout = column(self)
        layout.addWidget(heading("文库"))
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 10, 8)
        inset.addWidget(self._filter)
        layout.addLayout(inset)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 8, 10, 10)
        foot.addWidget(self._import)
        layout.addLayout(foot)

    def _refresh(self) -> None:
        rows = library_rows(self._summaries, self._filter.text())
        self._model.set_rows(rows)
        if self._filter.text() or len(self._summaries) < _EXPANDED_BELOW:
            self._tree.expandAll()
        self._empty.setText(tr(_NO_MATCH if self._filter.text() else _NO_DOCUMENT))
        self._tree.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row.key:
            self.document_chosen.emit(row.key)
