"""A compilation being put together: its parts, in an order and under headings of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from policyviewer.domain.compilations import Compilation, CompiledPart, PartId, PresentPart
from policyviewer.ui.models.part_model import PartModel
from policyviewer.ui.models.part_rows import counted
from policyviewer.ui.panes.part_delegate import PartDelegate
from policyviewer.ui.panes.parts import column, empty_state, heading, soft, tree
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.flow import FlowLayout

_INVITATION = noop(
    "把会议、学习要用的条款和文件收到一起，编成一本。\n\n"
    "选中正文里的文字，点“收入汇编”（Ctrl+Shift+A）；"
    "也可以在文库、目录、检索结果、书签和批注里点右键收入。"
)
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CompilationPane(QWidget):
    """Shows one of the compilations and says what the user wants of it; knows no service."""

    shown = Signal()
    """The pane has come into view: what it shows should be as it is now."""
    compilation_chosen = Signal(object)
    """Another Compilation shall be the present one."""
    create_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()
    """Of the present compilation, as all that follows but ``trash_wanted``."""
    arranged = Signal(list)
    """The parts in their new order, or those that are left."""
    heading_wanted = Signal(object)
    """The id of the part before which it shall stand, None for behind all."""
    reword_wanted = Signal(object)
    """A CompiledPart that is a heading."""
    part_chosen = Signal(object)
    """A CompiledPart whose place shall be shown."""
    trash_wanted = Signal()
    renew_wanted = Signal()
    preview_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PartModel(self)
        self._choice = QComboBox()
        self._choice.setAccessibleName(tr("哪一本汇编"))
        self._choice.setToolTip(tr("新收入的放进这里选的这一本"))
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        size = self._choice.sizePolicy()
        size.setRetainSizeWhenHidden(True)  # what stands beside it stays where it is
        self._choice.setSizePolicy(size)
        self._more = QToolButton()
        self._tree = tree(tr("政策汇编"))
        self._delegate = PartDelegate(self._tree)
        self._empty = empty_state(tr(_INVITATION))
        self._count = soft()
        self._links = {
            "heading": _link(tr("加标题"), tr("在选中的部分前面加一个标题")),
            "renew": _link(tr("刷新"), tr("看收入以后原文有什么变化，逐条确认")),
            "preview": _link(tr("预览"), tr("按公文版式看一遍，打印或存为 PDF")),
            "export": _link(tr("导出…"), tr("导出为 Word 或 PDF，带目录、出处和效力")),
        }
        self._set_up_tree()
        self._build()
        self._connect()
        self.show_compilations([], [])

    @property
    def compilation(self) -> Compilation | None:
        """Give the compilation that is shown."""
        found = self._choice.currentData()
        return found if isinstance(found, Compilation) else None

    @property
    def parts(self) -> tuple[CompiledPart, ...]:
        """Give its parts, in their order."""
        return self._model.parts

    @property
    def presents(self) -> Mapping[PartId, PresentPart]:
        """Give what has become of parts, as far as it is known."""
        return self._model.presents

    def show_compilations(
        self, compilations: Sequence[Compilation], parts: Sequence[CompiledPart]
    ) -> None:
        """Show the parts of the first compilation, and the others to choose from."""
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for one in compilations:
                self._choice.addItem(one.name, one)
        if tuple(parts) != self.parts:
            self._show_parts(parts)
        self._choice.setVisible(bool(compilations))
        for part in (self._tree, self._count):
            part.setVisible(bool(parts))
        self._empty.setVisible(not parts)
        self._links["heading"].setVisible(bool(compilations))
        for name in ("renew", "preview", "export"):
            self._links[name].setVisible(any(one.target is not None for one in parts))
        self._tell_count()

    def _show_parts(self, parts: Sequence[CompiledPart]) -> None:
        """Show other parts; the row at which one is stays the current one."""
        row = self._tree.currentIndex().row()
        self._model.show_parts(parts)
        if parts and row >= 0:
            self._tree.setCurrentIndex(self._model.index(min(row, len(parts) - 1), 0))

    def show_presents(self, presents: Mapping[PartId, PresentPart]) -> None:
        """Show what has become of the parts."""
        self._model.show_presents(presents)
        self._tell_count()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._tree.viewport().update()

    def chosen(self) -> list[CompiledPart]:
        """Give the parts that are selected, in their order."""
        rows = sorted(one.row() for one in self._tree.selectionModel().selectedIndexes())
        return [self._model.parts[row] for row in rows]

    def menu_of(self, index: QModelIndex) -> QMenu:
        """Give what can be done with a part, or beside the parts."""
        part = self._model.part_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if part is not None and part.target is not None:
            menu.addAction(tr("打开原文"), partial(self.part_chosen.emit, part))
        if part is not None and part.target is None:
            menu.addAction(tr("改标题…"), partial(self.reword_wanted.emit, part))
        before = None if part is None else part.id
        menu.addAction(tr("在前面加标题…"), partial(self.heading_wanted.emit, before))
        if part is not None:
            menu.addSeparator()
            menu.addAction(tr("上移（Ctrl+↑）"), lambda: self._step(-1))
            menu.addAction(tr("下移（Ctrl+↓）"), lambda: self._step(1))
            menu.addAction(tr("移出汇编"), self._remove)
        return menu

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _set_up_tree(self) -> None:
        view = self._tree
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformRowHeights(False)
        view.setRootIsDecorated(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDragDropOverwriteMode(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _build(self) -> None:
        layout = column(self)
        layout.addWidget(heading(tr("政策汇编")))
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 10, 8)
        top.setSpacing(6)
        top.addWidget(self._choice, 1)
        top.addWidget(self._more)
        self._make_menu()
        layout.addLayout(top)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        self._count.setContentsMargins(12, 6, 10, 0)
        layout.addWidget(self._count)
        foot = QWidget()
        flow = FlowLayout(foot)
        flow.setContentsMargins(6, 2, 6, 8)
        for link in self._links.values():
            flow.addWidget(link)
        layout.addWidget(foot)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("新建汇编…"), self.create_wanted.emit)
        self._of_one = [
            menu.addAction(tr("重命名…"), self.rename_wanted.emit),
            menu.addAction(tr("删除这本汇编"), self.delete_wanted.emit),
        ]
        menu.addSeparator()
        menu.addAction(tr("已删除的汇编…"), self.trash_wanted.emit)
        menu.aboutToShow.connect(self._enable_menu)
        self._more.setText(tr("管理"))
        self._more.setProperty("role", "tool")
        self._more.setAccessibleName(tr("管理汇编"))
        self._more.setToolTip(tr("新建、重命名、删除或恢复汇编"))
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _enable_menu(self) -> None:
        for action in self._of_one:
            action.setEnabled(self.compilation is not None)

    def _connect(self) -> None:
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._tree.clicked.connect(self._on_clicked)
        self._tree.activated.connect(self._on_activated)
        self._tree.customContextMenuRequested.connect(self._on_menu)
        self._model.arranged.connect(self.arranged)
        self._links["heading"].clicked.connect(self._on_heading_wanted)
        self._links["renew"].clicked.connect(self.renew_wanted)
        self._links["preview"].clicked.connect(self.preview_wanted)
        self._links["export"].clicked.connect(self.export_wanted)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Up": lambda: self._step(-1),
            "Ctrl+Down": lambda: self._step(1),
            "Del": self._remove,
            "F2": self._reword,
        }
        for key, deed in keys.items():
            made = QShortcut(QKeySequence(key), self._tree)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(deed)

    def _tell_count(self) -> None:
        self._count.setText(counted(self.parts, self.presents))

    def _step(self, by: int) -> None:
        rows = [one.row() for one in self._tree.selectionModel().selectedIndexes()]
        self._model.step(rows, by)

    def _remove(self) -> None:
        gone = {one.id for one in self.chosen()}
        if gone:
            self.arranged.emit([one for one in self.parts if one.id not in gone])

    def _reword(self) -> None:
        part = self._model.part_at(self._tree.currentIndex())
        if part is not None and part.target is None:
            self.reword_wanted.emit(part)

    def _on_heading_wanted(self) -> None:
        part = self._model.part_at(self._tree.currentIndex())
        self.heading_wanted.emit(None if part is None else part.id)

    def _on_chosen(self) -> None:
        if self.compilation is not None:
            self.compilation_chosen.emit(self.compilation)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Show the place of a part, unless one is selecting several."""
        if not QApplication.keyboardModifiers() & _SELECTING:
            self._on_activated(index)

    def _on_activated(self, index: QModelIndex) -> None:
        part = self._model.part_at(index)
        if part is not None and part.target is not None:
            self.part_chosen.emit(part)

    def _on_menu(self, place: QPoint) -> None:
        self.menu_of(self._tree.indexAt(place)).popup(self._tree.viewport().mapToGlobal(place))


def _link(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", "link")
    made.setToolTip(tip)
    return made
