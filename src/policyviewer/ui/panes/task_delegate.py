"""How one writes in a row of the task table: a choice of status, lines for the rest."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from policyviewer.ui.models.task_cells import STATUS_WORDS
from policyviewer.ui.models.task_model import Column
from policyviewer.ui.translation import tr

Index = QModelIndex | QPersistentModelIndex


class TaskDelegate(QStyledItemDelegate):
    """Gives the status its box; a choice is taken at once."""

    ended = Signal()
    """Nobody writes in a row any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writing = False

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.writing = True
        if index.column() != Column.STATUS:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setAccessibleName(tr("进展"))
        for status, name in STATUS_WORDS.items():
            box.addItem(tr(name), status.value)
        box.activated.connect(lambda _at: self._take(box))
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.writing = False
        self.ended.emit()

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
