"""How much was marked in each document, as a table that can be sorted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.app.note_statistics import DocumentStatistics
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.ui.models.annotation_rows import day
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import noop, tr

_SIZE = (860, 480)
_COLUMNS = (
    noop("文件"),
    noop("批注"),
    noop("高亮"),
    noop("书签"),
    noop("条款"),
    noop("批注字数"),
    noop("原文已变"),
    noop("最近修改"),
    noop("常用标签"),
)
_KINDS = (AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT, AnnotationKind.BOOKMARK)
_TAGS = 3
_SORTED = Qt.ItemDataRole.UserRole


class _Row(QTreeWidgetItem):
    """A row that is sorted by numbers where it shows numbers."""

    @override
    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        one, two = self.data(column, _SORTED), other.data(column, _SORTED)
        return bool(one < two)


class StatisticsDialog(QDialog):
    """A row a document, all together above them."""

    document_chosen = Signal(str)
    """The id of a document whose annotations are to be listed."""

    def __init__(
        self, statistics: Sequence[DocumentStatistics], parent: QWidget | None = None
    ) -> None:
        """``statistics`` begin with those of all."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("批注统计"))
        self.resize(*_SIZE)
        everything, *each = statistics
        self._table = QTreeWidget()
        self._table.setAccessibleName(tr("批注统计"))
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setHeaderLabels([tr(name) for name in _COLUMNS])
        self._table.addTopLevelItems([_row(one) for one in each])
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        header = self._table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.itemActivated.connect(self._on_activated)
        self._build(sum_text(everything, len(each)))

    def _build(self, told: str) -> None:
        head = QLabel(told)
        head.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(soft(tr("双击一份文件，列出它的批注。")), 1)
        close = QPushButton(tr("关闭"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(head)
        whole.addWidget(self._table, 1)
        whole.addLayout(foot)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.document_chosen.emit(str(item.data(0, Qt.ItemDataRole.UserRole + 1)))
        self.accept()


def sum_text(everything: DocumentStatistics, documents: int) -> str:
    """Give the sentence about all."""
    notes, highlights, bookmarks = (everything.kinds.get(kind, 0) for kind in _KINDS)
    return tr(
        "共 {total} 条：批注 {notes}，高亮 {highlights}，书签 {bookmarks}；"
        "{documents} 份文件的 {provisions} 条，写了 {characters} 字。"
    ).format(
        total=everything.total,
        notes=notes,
        highlights=highlights,
        bookmarks=bookmarks,
        documents=documents,
        provisions=everything.provisions,
        characters=everything.characters,
    )


def _row(one: DocumentStatistics) -> QTreeWidgetItem:
    tags = "、".join(name for name, _count in one.tags[:_TAGS])
    when = one.latest
    shown: list[tuple[str, str | int | float]] = [(one.title, one.title)]
    counts = [one.kinds.get(kind, 0) for kind in _KINDS]
    shown += [(str(n), n) for n in (*counts, one.provisions, one.characters, one.open)]
    shown += [(day(when) if when else "", when.timestamp() if when else 0.0), (tags, tags)]
    row = _Row([text for text, _key in shown])
    for column, (text, key) in enumerate(shown):
        row.setData(column, _SORTED, key)
        row.setToolTip(column, text)
        if isinstance(key, int):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            row.setTextAlignment(column, right)
    row.setData(0, Qt.ItemDataRole.UserRole + 1, str(one.document or ""))
    return row
