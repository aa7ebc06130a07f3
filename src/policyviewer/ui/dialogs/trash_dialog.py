"""What was deleted, for as long as it is kept: annotations, compilations, and documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
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
from policyviewer.app.removing import KEPT as REMOVED_KEPT
from policyviewer.app.removing import RemovedDocument
from policyviewer.domain.annotations import Annotation
from policyviewer.domain.compilations import DeletedCompilation
from policyviewer.ui.models.annotation_rows import day, shortened
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import tr

_SIZE = (680, 460)
_QUOTED = 60
_APART = 5
"""Pixels around a row: rows of several lines must not run together."""


@dataclass(frozen=True, slots=True)
class Trash:
    """What lies in a trash, the last first, and the words around it."""

    title: str
    told: str
    """What can be done, and for how long."""
    nothing: str
    """What an empty one says."""
    rows: Sequence[tuple[object, str]]
    """What is restored, with the lines that are shown for it."""
    forget: str = ""
    """What the button says that deletes for good, where there is one."""


class TrashDialog(QDialog):
    """Lists what was deleted; what is chosen is restored."""

    restore_wanted = Signal(list)
    """The ids of what is chosen."""
    forget_wanted = Signal(list)
    """The ids of what is chosen, to be deleted for good."""

    def __init__(self, trash: Trash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(trash.title)
        self.resize(*_SIZE)
        self._list = QListWidget()
        self._list.setAccessibleName(trash.title)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setWordWrap(True)
        self._list.setSpacing(_APART)
        for key, text in trash.rows:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._list.addItem(item)
        self._restore = QPushButton(tr("恢复"))
        self._restore.setEnabled(False)
        self._forget = QPushButton(trash.forget)
        self._forget.setAutoDefault(False)
        self._forget.setEnabled(False)
        self._forget.setVisible(bool(trash.forget))
        self._build(trash)
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._list.itemActivated.connect(self._on_restore)
        self._restore.clicked.connect(self._on_restore)
        self._forget.clicked.connect(lambda: self._end_with(self.forget_wanted))

    def _build(self, trash: Trash) -> None:
        nothing = QLabel(trash.nothing)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setVisible(not trash.rows)
        self._list.setVisible(bool(trash.rows))
        close = QPushButton(tr("关闭"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self._restore.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self._forget)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(soft(trash.told))
        whole.addWidget(self._list, 1)
        whole.addWidget(nothing, 1)
        whole.addLayout(foot)

    def _on_selected(self) -> None:
        for button in (self._restore, self._forget):
            button.setEnabled(bool(self._list.selectedItems()))

    def _on_restore(self) -> None:
        self._end_with(self.restore_wanted)

    def _end_with(self, wanted: SignalInstance) -> None:
        chosen = self._list.selectedItems()
        if chosen:
            self.accept()
            wanted.emit([one.data(Qt.ItemDataRole.UserRole) for one in chosen])


def note_trash(deleted: Sequence[Annotation]) -> Trash:
    """Give the trash of annotations; their ids are restored."""
    return Trash(
        tr("已删除的批注"),
        tr("删除的批注和书签保留 {days} 天，选中后可以恢复。").format(days=KEPT.days),
        tr("这里是空的：最近没有删除过批注。"),
        [(str(one.id), row_text(one)) for one in deleted],
    )


def compilation_trash(deleted: Sequence[DeletedCompilation]) -> Trash:
    """Give the trash of compilations; their ids are restored."""
    return Trash(
        tr("已删除的汇编"),
        tr("删除的汇编保留 {days} 天，选中后可以恢复。").format(days=KEPT.days),
        tr("这里是空的：最近没有删除过汇编。"),
        [(one.compilation.id, _compilation_text(one)) for one in deleted],
    )


def document_trash(removed: Sequence[RemovedDocument]) -> Trash:
    """Give the trash of documents; their ids are put back."""
    told = tr("移出文库的文件保留 {days} 天，选中后可以恢复；在上面做的批注一直保留。")
    return Trash(
        tr("移出的文件"),
        told.format(days=REMOVED_KEPT.days),
        tr("这里是空的：最近没有移出过文件。"),
        [(one.id, _document_text(one)) for one in removed],
        tr("彻底删除…"),
    )


def _document_text(one: RemovedDocument) -> str:
    return f"{one.title}\n" + tr("{day} 移出").format(day=day(one.removed))


def _compilation_text(one: DeletedCompilation) -> str:
    count = tr("{count} 部分").format(count=one.parts)
    return f"{one.compilation.name}\n{count} · {_deleted_on(one.deleted)}"


def _deleted_on(when: datetime) -> str:
    return tr("{day} 删除").format(day=day(when))


def row_text(one: Annotation) -> str:
    """Give the two lines of a deleted annotation: its words, and what it was about."""
    quote = f"“{shortened(one.target.quote.exact, _QUOTED)}”"
    when = _deleted_on(one.deleted) if one.deleted else ""
    foot = " · ".join(part for part in (one.target.citation or one.target.title, when) if part)
    return "\n".join(part for part in (shortened(one.text, _QUOTED), quote, foot) if part)
