"""The tasks of a document as a table that is sorted, narrowed down and written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from policyviewer.app.tasking import TrackedTask
from policyviewer.domain.dates import typed_date
from policyviewer.domain.progress import TaskProgress, TaskStatus, Urgency
from policyviewer.ui.models.task_cells import STATUS_WORDS, cell_text, due_words, wanted_by
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import noop, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    PLACE = 0
    NAME = 1
    LEAD = 2
    SUPPORT = 3
    DEADLINE = 4
    STATUS = 5
    OWN = 6
    REMARK = 7


HEADS = {
    Column.PLACE: noop("条款"),
    Column.NAME: noop("工作任务"),
    Column.LEAD: noop("牵头单位"),
    Column.SUPPORT: noop("配合单位"),
    Column.DEADLINE: noop("完成时限"),
    Column.STATUS: noop("进展"),
    Column.OWN: noop("本单位时限"),
    Column.REMARK: noop("备注"),
}
WRITTEN = frozenset({Column.STATUS, Column.OWN, Column.REMARK})
"""The columns that the user writes in."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_DAY = "9999"


class TaskModel(QAbstractTableModel):
    """Shows tracked tasks; what the user writes is shown and told, so that it is kept."""

    progress_wanted = Signal(object, object)
    """The TrackedTask and its new TaskProgress."""
    refused = Signal(str)
    """What was typed and is no date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[TrackedTask] = []
        self._today = ""
        self.theme: Theme = LIGHT

    def show_tasks(self, tasks: Sequence[TrackedTask], today: str) -> None:
        """Show other tasks; ``today`` says which deadlines are near."""
        self.beginResetModel()
        self._tasks = list(tasks)
        self._today = today
        self.endResetModel()

    def show_kept(self, kept: TrackedTask) -> None:
        """Know that a task is kept; what was written since stays."""
        for row, one in enumerate(self._tasks):
            if one.task is kept.task:
                self._show(row, replace(kept, progress=one.progress))

    def task_at(self, index: Index) -> TrackedTask:
        """Give the task of a row."""
        return self._tasks[index.row()]

    @property
    def tasks(self) -> Sequence[TrackedTask]:
        """Give all tasks in the order of the text."""
        return self._tasks

    @property
    def today(self) -> str:
        """Give the day for which deadlines are told."""
        return self._today

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return tr(HEADS[Column(section)])
        return str(section + 1)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() in WRITTEN:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one, column = self._tasks[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(one, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.task.text if column is Column.NAME else self._text(one, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._written(one, column)
        sorting = role == SORT_ROLE
        return (
            self._sorted_by(index.row(), one, column) if sorting else self._look(one, column, role)
        )

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() not in WRITTEN:
            return False
        one, column = self._tasks[index.row()], Column(index.column())
        progress = _changed(one.progress, column, value)
        if progress is None:
            self.refused.emit(str(value))
            return False
        if progress != one.progress or one.changed:
            self._show(index.row(), replace(one, progress=progress))
            self.progress_wanted.emit(one, progress)
        return True

    def _show(self, row: int, one: TrackedTask) -> None:
        self._tasks[row] = one
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _text(self, one: TrackedTask, column: Column) -> str:
        if column is Column.DEADLINE:
            return due_words(one, self._today)
        if column is Column.STATUS:
            name = tr(STATUS_WORDS[one.progress.status])
            return tr("{status}（原文有改动）").format(status=name) if one.changed else name
        return cell_text(one, column.name)

    def _written(self, one: TrackedTask, column: Column) -> object:
        if column is Column.STATUS:
            return one.progress.status.value
        return self._text(one, column)

    def _sorted_by(self, row: int, one: TrackedTask, column: Column) -> object:
        if column is Column.PLACE:
            return row
        if column is Column.DEADLINE:
            return one.due(self._today) or _NO_DAY
        if column is Column.STATUS:
            return list(TaskStatus).index(one.progress.status)
        return self._text(one, column) or _NO_DAY

    def _look(self, one: TrackedTask, column: Column, role: int) -> object:
        """Give deadlines that press their weight and colour; the words say it too."""
        pressing = one.urgency(self._today) in (Urgency.SOON, Urgency.PAST)
        if column is Column.DEADLINE and pressing:
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(self.theme.accent)
            if role == Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font
        if role == Qt.ItemDataRole.ForegroundRole and one.progress.status is TaskStatus.NOT_OURS:
            return QColor(self.theme.soft)
        return None


class TaskFilter(QSortFilterProxyModel):
    """The rows that have the wanted words, body and status."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = self._body = self._status = ""
        self.setSortRole(SORT_ROLE)

    def narrow(self, words: str, body: str, status: str) -> None:
        """Show only tasks with words in them, of a body, and of a status or urgency."""
        self.beginFilterChange()
        self._words, self._body, self._status = words.strip(), body.strip(), status
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, TaskModel)
        one = model.tasks[source_row]
        return wanted_by(one, self._words, self._body, self._status, model.today)


def _changed(progress: TaskProgress, column: Column, value: object) -> TaskProgress | None:
    """Give progress with a value that was typed; None where it is no date."""
    words = str(value).strip()
    if column is Column.STATUS:
        return replace(progress, status=TaskStatus(words))
    if column is Column.REMARK:
        return replace(progress, remark=words)
    if not words:
        return replace(progress, due=None)
    day = typed_date(words)
    return None if day is None else replace(progress, due=day)
