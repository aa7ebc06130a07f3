"""The places, bodies and projects that are named, in the place of the page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.name_list import NameList
from policyviewer.domain.named import NameKind
from policyviewer.ui.models.name_model import NameColumn, NameModel
from policyviewer.ui.panes.parts import empty_state, heading, soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr

KINDS = {
    NameKind.PLACE: noop("地名"),
    NameKind.BODY: noop("机构"),
    NameKind.PROJECT: noop("项目"),
}
_COUNTED = {
    NameKind.PLACE: noop("{shown} 个地名"),
    NameKind.BODY: noop("{shown} 个机构"),
    NameKind.PROJECT: noop("{shown} 个项目"),
}
_WIDTHS = {NameColumn.FORMS: 240, NameColumn.PROVISIONS: 112, NameColumn.DOCUMENTS: 112}
_READING = noop("正在从文件里读出地名、机构和项目…\n\n第一次要读完整个文库，以后只读新的文件。")
_STOPPED = noop("没有读完。已经读过的留着，点“接着读”从那里继续。")
_NOTHING = noop("没有读出这一类名称。")
_NONE_WANTED = noop("没有符合的名称。换个词，或输入拼音首字母。")
_PAUSE_MS = 120
"""How long one must not type before a long list is narrowed down."""
_MANY = 20_000


class NamesPage(QWidget):
    """Three lists with what narrows them down; a click on a name searches for it."""

    name_chosen = Signal(object)
    """The NameCount that is to be searched for."""
    scope_chosen = Signal(str)
    """The id of the document whose names are wanted, empty for all."""
    go_on_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskPage")
        self._model = NameModel(self)
        self._kinds = QTabBar()
        self._words = QLineEdit()
        self._scope = QComboBox()
        self._back = QPushButton(tr("返回原文"))
        self._go_on = QPushButton(tr("接着读"))
        self._count = soft()
        self._empty = empty_state("")
        self._table = QTableView()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._set_up()
        self._build()
        self._connect()
        self.show_reading()

    @property
    def kind(self) -> NameKind:
        """Give the kind of names that is listed."""
        return list(NameKind)[max(0, self._kinds.currentIndex())]

    @property
    def document(self) -> str:
        """Give the id of the document whose names are listed, empty for all."""
        return str(self._scope.currentData() or "")

    def show_scopes(self, document: str, title: str, *, chosen: bool) -> None:
        """Offer the whole library and, if there is one, a document."""
        with QSignalBlocker(self._scope):
            self._scope.clear()
            self._scope.addItem(tr("整个文库"), "")
            if document:
                self._scope.addItem(tr("只看《{title}》").format(title=title), document)
            self._scope.setCurrentIndex(1 if chosen and document else 0)
            self._scope.setToolTip(self._scope.currentText())

    def show_reading(self) -> None:
        """Say that names are being read."""
        self._show_state(tr(_READING))
        self._go_on.hide()

    def show_stopped(self) -> None:
        """Say that reading was cancelled, and offer to go on."""
        self._show_state(tr(_STOPPED))
        self._go_on.show()

    def show_names(self, names: NameList) -> None:
        """Show the names that were read."""
        self._go_on.hide()
        self._model.show_list(names)
        for at, kind in enumerate(NameKind):
            self._kinds.setTabText(at, f"{tr(KINDS[kind])} {names.total(kind)}")
        self._narrow()

    def show_kind(self, kind: NameKind) -> None:
        """Show the names of a kind."""
        self._kinds.setCurrentIndex(list(NameKind).index(kind))

    def narrow_to(self, words: str) -> None:
        """Put words into the field as if they had been typed."""
        self._words.setText(words)
        self._narrow()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._model.theme = theme
        self._table.viewport().update()

    def focus_list(self) -> None:
        """Put the keyboard to the field, from which Down leads into the list."""
        self._words.setFocus()

    def _set_up(self) -> None:
        for kind in NameKind:
            self._kinds.addTab(tr(KINDS[kind]))
        self._kinds.setAccessibleName(tr("名称的种类"))
        self._kinds.setDrawBase(False)
        self._words.setPlaceholderText(tr("名称里的字，或拼音首字母"))
        self._words.setAccessibleName(tr("筛选名称"))
        self._words.setClearButtonEnabled(True)
        self._scope.setAccessibleName(tr("看哪些文件里的名称"))
        self._scope.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._scope.setMinimumContentsLength(14)
        table = self._table
        table.setAccessibleName(tr("名称"))
        table.setModel(self._model)
        table.setSortingEnabled(True)
        table.sortByColumn(NameColumn.PROVISIONS, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(
            NameColumn.NAME, QHeaderView.ResizeMode.Stretch
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(heading(tr("地名、机构和项目")), 1)
        top.addWidget(self._go_on)
        top.addWidget(self._back)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(8)
        narrowing.addWidget(self._words, 2)
        narrowing.addWidget(self._scope, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 10)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self._kinds)
        whole.addLayout(narrowing)
        whole.addWidget(self._table, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._count)

    def _connect(self) -> None:
        self._kinds.currentChanged.connect(self._narrow)
        self._words.textChanged.connect(self._on_typed)
        self._words.returnPressed.connect(self._on_entered)
        self._pause.timeout.connect(self._narrow)
        self._scope.currentIndexChanged.connect(lambda _at: self.scope_chosen.emit(self.document))
        self._go_on.clicked.connect(self.go_on_wanted)
        self._back.clicked.connect(self.back_wanted)
        self._table.clicked.connect(self._on_chosen)
        self._table.activated.connect(self._on_chosen)

    def _on_typed(self) -> None:
        """Narrow down at once, or when one pauses where there is much to look through."""
        if self._model.total(self.kind) > _MANY:
            self._pause.start()
        else:
            self._narrow()

    def _on_entered(self) -> None:
        """Choose the only name, or go into the list."""
        self._narrow()
        if self._model.rowCount() == 1:
            self.name_chosen.emit(self._model.name_at(0))
        elif self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(0, NameColumn.NAME))
            self._table.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.name_chosen.emit(self._model.name_at(index.row()))

    def _narrow(self) -> None:
        self._model.narrow(self.kind, self._words.text())
        shown, total = self._model.rowCount(), self._model.total(self.kind)
        words = tr(_COUNTED[self.kind]).format(shown=shown)
        self._count.setText(
            words
            if shown == total
            else tr("{words}，共 {total} 个").format(words=words, total=total)
        )
        self._count.setVisible(total > 0)
        self._empty.setText(tr(_NONE_WANTED if total else _NOTHING))
        self._empty.setVisible(not shown)
        self._table.setVisible(bool(shown))

    def _show_state(self, words: str) -> None:
        self._empty.setText(words)
        self._empty.show()
        self._table.hide()
        self._count.hide()
