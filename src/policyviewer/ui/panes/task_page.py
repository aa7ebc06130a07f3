"""The task breakdown of a document, in the place of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.tasking import TaskSheet, TrackedTask
from policyviewer.ui.models.task_cells import PRESSING, STATUS_WORDS, counted
from policyviewer.ui.models.task_model import WRITTEN, Column, TaskFilter, TaskModel
from policyviewer.ui.panes.parts import empty_state, soft
from policyviewer.ui.panes.task_delegate import TaskDelegate
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.elided_label import ElidedLabel

_WIDTHS = {
    Column.PLACE: 76,
    Column.LEAD: 130,
    Column.SUPPORT: 150,
    Column.DEADLINE: 130,
    Column.STATUS: 96,
    Column.OWN: 104,
    Column.REMARK: 130,
}
_ROW = 44
"""Pixels: two lines of text."""
_NO_TASKS = noop(
    "没有识别出任务：原文没有写明由谁负责，也没有写明完成时限。\n\n"
    "“（××局牵头）”“责任单位：……”“6月底前完成”这样的写法，以及任务清单表格，会列在这里。"
)
_NONE_WANTED = noop("没有符合的任务。换个词，或去掉筛选。")


class TaskPage(QWidget):
    """A table of tasks with what narrows it down; a click on a task leads to its place."""

    place_chosen = Signal(object)
    """The TrackedTask whose place in the text is wanted."""
    progress_wanted = Signal(object, object)
    """A TrackedTask and its new TaskProgress."""
    date_refused = Signal(str)
    body_named = Signal(str)
    """The user's own body, as it shall be remembered."""
    export_wanted = Signal()
    back_wanted = Signal()
    written = Signal()
    """Nobody writes in a row any more."""
    lost_wanted = Signal()
    """What was kept about tasks that are gone shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskPage")
        self.sheet: TaskSheet | None = None
        self._model = TaskModel(self)
        self._filter = TaskFilter(self)
        self._filter.setSourceModel(self._model)
        self._title = ElidedLabel("")
        self._title.setProperty("role", "heading")
        self._count = soft()
        self._words = _field(tr("任务、单位或时限里的词"), tr("筛选任务"))
        self._body = _field(tr("本单位，如 农业农村局"), tr("本单位的名称"))
        self._ours = QCheckBox(tr("只看涉及本单位的"))
        self._ours.setEnabled(False)
        self._status = QComboBox()
        self._status.setAccessibleName(tr("按进展筛选"))
        self._export = QPushButton(tr("导出…"))
        self._back = QPushButton(tr("返回原文"))
        self._lost = QPushButton(_lost_words(0))
        self._lost.setProperty("role", "link")
        self._empty = empty_state(tr(_NO_TASKS))
        self._table = QTableView()
        self._delegate = TaskDelegate(self._table)
        self._fill_status()
        self._set_up_table()
        self._build()
        self._connect()

    @property
    def writing(self) -> bool:
        """Say whether somebody writes in a row: another sheet would take it away."""
        return self._delegate.writing

    def show_sheet(self, sheet: TaskSheet, today: str) -> None:
        """Show the tasks of a document."""
        with QSignalBlocker(self._words):
            self._words.clear()
        self.show_again(sheet, today)

    def show_again(self, sheet: TaskSheet, today: str) -> None:
        """Show the tasks of the same document anew, narrowed down as they are."""
        self.sheet = sheet
        self._title.setText(f"《{sheet.title}》")
        self._model.show_tasks(sheet.tasks, today)
        self._lost.setText(_lost_words(len(sheet.lost)))
        self._lost.setVisible(bool(sheet.lost))
        self._narrow()

    def show_kept(self, one: TrackedTask) -> None:
        """Know that a task is kept now, and how."""
        self._model.show_kept(one)
        self._count_rows()

    def set_body(self, body: str) -> None:
        """Take the user's own body, as it was remembered."""
        with QSignalBlocker(self._body):
            self._body.setText(body)
        self._ours.setEnabled(bool(body.strip()))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._model.theme = theme
        self._table.viewport().update()

    def shown_tasks(self) -> list[TrackedTask]:
        """Give the tasks that are listed, in the order in which they are."""
        rows = range(self._filter.rowCount())
        return [self._task_at(self._filter.index(row, 0)) for row in rows]

    def focus_table(self) -> None:
        """Put the keyboard to the table."""
        self._table.setCurrentIndex(self._filter.index(0, Column.NAME))
        (self._table if self._table.isVisible() else self._back).setFocus()

    def _fill_status(self) -> None:
        self._status.addItem(tr("全部进展"), "")
        for status, name in STATUS_WORDS.items():
            self._status.addItem(tr(name), status.value)
        self._status.addItem(tr("临近或已过期"), PRESSING)

    def _set_up_table(self) -> None:
        table = self._table
        table.setAccessibleName(tr("任务"))
        table.setModel(self._filter)
        table.setItemDelegate(self._delegate)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.PLACE, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.setWordWrap(True)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addWidget(self._export)
        top.addWidget(self._back)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(8)
        for part, stretch in (
            (self._words, 2),
            (self._body, 2),
            (self._ours, 0),
            (self._status, 0),
        ):
            narrowing.addWidget(part, stretch)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._lost)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 10)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(narrowing)
        whole.addWidget(self._table, 1)
        whole.addWidget(self._empty, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._narrow)
        self._body.textChanged.connect(self._on_body)
        self._body.editingFinished.connect(lambda: self.body_named.emit(self._body.text().strip()))
        self._ours.toggled.connect(self._narrow)
        self._status.currentIndexChanged.connect(self._narrow)
        self._export.clicked.connect(self.export_wanted)
        self._back.clicked.connect(self.back_wanted)
        self._lost.clicked.connect(self.lost_wanted)
        self._table.clicked.connect(self._on_clicked)
        self._table.activated.connect(self._on_clicked)
        self._model.progress_wanted.connect(self.progress_wanted)
        self._model.refused.connect(self.date_refused)
        self._delegate.ended.connect(self.written)

    def _on_body(self, words: str) -> None:
        self._ours.setEnabled(bool(words.strip()))
        self._narrow()

    def _narrow(self) -> None:
        ours = self._ours.isEnabled() and self._ours.isChecked()
        self._filter.narrow(
            self._words.text(), self._body.text() if ours else "", self._status.currentData()
        )
        self._count_rows()

    def _count_rows(self) -> None:
        shown = self._filter.rowCount()
        tasks: Sequence[TrackedTask] = self._model.tasks
        self._count.setText(counted(tasks, shown, self._model.today) if tasks else "")
        self._empty.setText(tr(_NONE_WANTED if tasks else _NO_TASKS))
        self._empty.setVisible(not shown)
        self._table.setVisible(bool(shown))
        self._export.setEnabled(bool(shown))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Lead to the place of a task, unless one writes in its row."""
        if index.isValid() and index.column() not in WRITTEN:
            self.place_chosen.emit(self._task_at(index))

    def _task_at(self, index: QModelIndex) -> TrackedTask:
        return self._model.task_at(self._filter.mapToSource(index))


def _field(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    return field


def _lost_words(count: int) -> str:
    return tr("另有 {count} 项任务原文里已经没有…").format(count=count)
