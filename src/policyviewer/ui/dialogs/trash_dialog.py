"""Annotations that were deleted, for as long as they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.annotating import KEPT
from policyviewer.domain.annotations import Annotation
from policyviewer.ui.models.annotation_rows import day, shortened
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import tr

_SIZE = (680, 460)
_QUOTED = 60
_APART = 5
"""Pixels around a row: rows of several lines must not run together."""


class TrashDialog(QDialog):
    """Lists what was deleted, the last first; what is chosen is restored."""

    restore_wanted = Signal(list)
    """The ids of annotations."""

    def __init__(self, deleted: Sequence[Annotation], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("已删除的批注"))
        self.resize(*_SIZE)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("已删除的批注"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setWordWrap(True)
        self._list.setSpacing(_APART)
        for one in deleted:
            item = QListWidgetItem(row_text(one))
            item.setData(Qt.ItemDataRole.UserRole, str(one.id))
            self._list.addItem(item)
        self._restore = QPushButton(tr("恢复"))
        self._restore.setEnabled(False)
        self._build(empty=not deleted)
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._list.itemActivated.connect(self._on_restore)
        self._restore.clicked.connect(self._on_restore)

    def _build(self, *, empty: bool) -> None:
        told = tr("删除的批注和书签保留 {days} 天，选中后可以恢复。").format(days=KEPT.days)
        nothing = QLabel(tr("这里是空的：最近没有删除过批注。"))
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setVisible(empty)
        self._list.setVisible(not empty)
        close = QPushButton(tr("关闭"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self._restore.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(soft(told))
        whole.addWidget(self._list, 1)
        whole.addWidget(nothing, 1)
        whole.addLayout(foot)

    def _on_selected(self) -> None:
        self._restore.setEnabled(bool(self._list.selectedItems()))

    def _on_restore(self) -> None:
        chosen = self._list.selectedItems()
        if not chosen:
            return
        self.restore_wanted.emit([one.data(Qt.ItemDataRole.UserRole) for one in chosen])
        self.accept()


def row_text(one: Annotation) -> str:
    """Give the two lines of a deleted annotation: its words, and what it was about."""
    quote = f"“{shortened(one.target.quote.exact, _QUOTED)}”"
    when = tr("{day} 删除").format(day=day(one.deleted)) if one.deleted else ""
    foot = " · ".join(part for part in (one.target.citation or one.target.title, when) if part)
    return "\n".join(part for part in (shortened(one.text, _QUOTED), quote, foot) if part)
