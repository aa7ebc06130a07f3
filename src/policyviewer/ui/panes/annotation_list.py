"""A list of annotations of all documents; bookmarks and notes are two of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from policyviewer.domain.annotations import Annotation, AnnotationKind
from policyviewer.ui.models.annotation_rows import annotation_rows
from policyviewer.ui.models.rows import RowModel
from policyviewer.ui.panes.parts import column, empty_state, heading, tree


class AnnotationList(QWidget):
    """Annotations of some kinds by document, with a line to narrow them down."""

    annotation_chosen = Signal(str)
    delete_requested = Signal(str)

    def __init__(
        self,
        title: str,
        kinds: frozenset[AnnotationKind],
        invitation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._invitation = invitation
        self._annotations: tuple[Annotation, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._model = RowModel(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("筛选")
        self._filter.setAccessibleName(f"筛选{title}")
        self._filter.setClearButtonEnabled(True)
        self._tree = tree(title)
        self._tree.setModel(self._model)
        self._empty = empty_state(invitation)
        self._build(title)
        self._filter.textChanged.connect(self._refresh)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._tree)
        delete.activated.connect(self._on_delete)
        self._refresh()

    def show_annotations(
        self, annotations: Sequence[Annotation], titles: Mapping[str, str]
    ) -> None:
        """Show those of the annotations that are of this list's kinds."""
        self._annotations = tuple(one for one in annotations if one.kind in self._kinds)
        self._titles = titles
        self._refresh()

    def _build(self, title: str) -> None:
        layout = column(self)
        layout.addWidget(heading(title))
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 10, 8)
        inset.addWidget(self._filter)
        layout.addLayout(inset)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)

    def _refresh(self) -> None:
        rows = annotation_rows(self._annotations, self._titles, self._filter.text())
        self._model.set_rows(rows)
        self._tree.expandAll()
        self._tree.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText("没有符合的内容。换个词。" if self._annotations else self._invitation)
        self._filter.setVisible(bool(self._annotations))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row.key:
            self.annotation_chosen.emit(row.key)

    def _on_delete(self) -> None:
        index = self._tree.currentIndex()
        if index.isValid() and self._model.row_at(index).key:
            self.delete_requested.emit(self._model.row_at(index).key)


def bookmark_list() -> AnnotationList:
    """Give the list of bookmarks."""
    return AnnotationList(
        "书签",
        frozenset({AnnotationKind.BOOKMARK}),
        "还没有书签。阅读时按 Ctrl+D，给正在读的这一条加书签。",
    )


def note_list() -> AnnotationList:
    """Give the list of highlights and notes."""
    return AnnotationList(
        "全部批注",
        frozenset({AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT}),
        "还没有批注。选中正文里的文字，用弹出的工具条加高亮或写批注。",
    )
