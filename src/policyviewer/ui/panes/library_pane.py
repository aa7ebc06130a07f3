"""The library: every document, grouped as one likes, narrowed down as one types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Arrangement
from policyviewer.domain.folders import Folder
from policyviewer.ui.models.library_model import LibraryModel
from policyviewer.ui.panes.document_delegate import DocumentDelegate
from policyviewer.ui.panes.parts import column, empty_state, heading, tree
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.plain import plain

_EXPANDED_UP_TO = 200
"""Documents: what is narrowed down to so few, or a library so small, shows them all."""
GROUPINGS = {
    Grouping.LEVEL: noop("按机关层级"),
    Grouping.ISSUER: noop("按发文机关"),
    Grouping.YEAR: noop("按年份"),
    Grouping.KIND: noop("按文种"),
    Grouping.SUBJECT: noop("按主题"),
    Grouping.STANDING: noop("按效力"),
    Grouping.FOLDER: noop("我的文件夹"),
}
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_NO_MATCH = noop("没有符合的文件。换个词，或导入文件。")
_NO_DOCUMENT = noop("文库里还没有文件。导入以后，这里按发文机关和文种列出来。")


class LibraryPane(QWidget):
    """A tree of documents with a choice of groups and a line to narrow it down."""

    document_chosen = Signal(str)
    beside_wanted = Signal(str)
    """The document shall be opened beside the one that is read."""
    comparison_wanted = Signal(list, bool)
    """Ids of one or two documents that shall be compared, and whether one is superior."""
    former_wanted = Signal(str)
    """The document shall be compared with its former edition."""
    tasks_wanted = Signal(str)
    """The task breakdown of the document shall be shown."""
    names_wanted = Signal(str)
    """The places, bodies and projects that the document names shall be shown."""
    compile_wanted = Signal(list)
    """Ids of documents that shall be taken into the compilation."""
    import_wanted = Signal()
    put_wanted = Signal(object, list)
    """A Folder, and the ids of documents that shall be put into it; None for a new one."""
    take_wanted = Signal(object, list)
    """A Folder, and the ids of documents that shall be taken out of it."""
    rename_wanted = Signal(object)
    remove_wanted = Signal(list)
    """The ids of documents that are to leave the library."""
    delete_wanted = Signal(object)
    """A Folder."""
    choice_cleared = Signal()
    """What was chosen on the overview shall narrow the tree no longer."""
    arrangement_wanted = Signal(object, str)
    """The Grouping, and the words by which documents are narrowed down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = ""
        self._folders: tuple[Folder, ...] = ()
        self._model = LibraryModel(self)
        self._grouping = QComboBox()
        self._grouping.setAccessibleName(tr("分组方式"))
        self._grouping.setToolTip(tr("文件怎样分组"))
        for grouping, name in GROUPINGS.items():
            self._grouping.addItem(tr(name), grouping)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("标题、文号、机关或拼音首字母"))
        self._filter.setAccessibleName(tr("筛选文库"))
        self._filter.setClearButtonEnabled(True)
        self._tree = tree(tr("文库"))
        self._tree.setModel(self._model)
        self._delegate = DocumentDelegate(self._tree, self._model)
        self._tree.setItemDelegate(self._delegate)
        self._tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self._tree.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._choice = QPushButton()
        self._choice.setProperty("role", "chip")
        self._choice.setToolTip(tr("点击显示全部文件"))
        self._choice.hide()
        self._empty = empty_state(tr(_NO_DOCUMENT))
        self._import = QPushButton(tr("导入文件…"))
        self._build()
        self._connect()

    @property
    def grouping(self) -> Grouping:
        """Give what the documents are grouped by."""
        return Grouping(self._grouping.currentData())

    @property
    def words(self) -> str:
        """Give the words by which the documents are narrowed down."""
        return self._filter.text()

    def set_grouping(self, grouping: Grouping) -> None:
        """Choose what the documents are grouped by, without asking for them."""
        with QSignalBlocker(self._grouping):
            self._grouping.setCurrentIndex(self._grouping.findData(grouping))

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show documents in groups; what was open and where one had scrolled stays."""
        opened = {name for index, name in self._model.groups() if self._tree.isExpanded(index)}
        scrolled = self._tree.verticalScrollBar().value()
        self._model.show_arrangement(arrangement)
        if arrangement.count <= _EXPANDED_UP_TO:
            self._tree.expandAll()
        else:
            for index, name in self._model.groups():
                self._tree.setExpanded(index, name in opened)
            self._tree.verticalScrollBar().setValue(scrolled)
        self._empty.setText(tr(_NO_MATCH if self.words else _NO_DOCUMENT))
        self._tree.setVisible(bool(arrangement.groups))
        self._empty.setVisible(not arrangement.groups)
        if self._open and arrangement.count <= _EXPANDED_UP_TO:
            self.mark_open(self._open)

    def show_choice(self, words: str) -> None:
        """Show what was chosen on the overview; nothing for no words."""
        self._choice.setText(plain(f"{words}  ×"))
        self._choice.setAccessibleName(tr("去掉筛选：{words}").format(words=words))
        self._choice.setVisible(bool(words))

    def mark_open(self, name: str) -> None:
        """Select the document on the page."""
        self._open = name
        index = self._model.index_of(name)
        if index.isValid():
            self._tree.setCurrentIndex(index)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._tree.viewport().update()

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Take the folders of the user, for the menu."""
        self._folders = tuple(folders)

    def chosen_documents(self) -> list[str]:
        """Give the ids of the documents whose rows are selected."""
        rows = self._tree.selectionModel().selectedIndexes()
        found = (self._model.document_at(index) for index in rows)
        return [one.id for one in found if one is not None]

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Give the menu of a document's or a folder's row; None for any other group."""
        document = self._model.document_at(index)
        folder = self._model.folder_at(index)
        if document is None:
            return None if folder is None else self._folder_menu(folder)
        name, data = document.id, document.metadata
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("打开"), lambda: self.document_chosen.emit(name))
        menu.addAction(tr("并排打开"), lambda: self.beside_wanted.emit(name))
        menu.addAction(tr("任务分解表"), lambda: self.tasks_wanted.emit(name))
        menu.addAction(tr("地名、机构和项目"), lambda: self.names_wanted.emit(name))
        menu.addSeparator()
        clipboard = QApplication.clipboard()
        menu.addAction(tr("复制标题"), lambda: clipboard.setText(data.title))
        number = menu.addAction(
            tr("复制文号"), lambda: clipboard.setText(data.document_number or "")
        )
        number.setEnabled(bool(data.document_number))
        menu.addSeparator()
        chosen = self.chosen_documents() or [name]
        self._add_comparisons(menu, name, chosen)
        menu.addSeparator()
        menu.addAction(tr("收入汇编"), partial(self.compile_wanted.emit, chosen))
        into = menu.addMenu(tr("放入文件夹"))
        for one in self._folders:
            into.addAction(plain(one.name), partial(self.put_wanted.emit, one, chosen))
        into.addSeparator()
        into.addAction(tr("新建文件夹…"), partial(self.put_wanted.emit, None, chosen))
        if folder is not None:
            words = tr("移出“{name}”").format(name=folder.name)
            menu.addAction(plain(words), partial(self.take_wanted.emit, folder, chosen))
        menu.addSeparator()
        menu.addAction(tr("移出文库"), partial(self.remove_wanted.emit, chosen))
        return menu

    def _add_comparisons(self, menu: QMenu, name: str, chosen: list[str]) -> None:
        """Offer to compare the two documents that are selected, or this one."""
        ask = self.comparison_wanted.emit
        if len(chosen) == 2:
            menu.addAction(tr("新旧对照这两份文件"), partial(ask, chosen, False))  # noqa: FBT003
            menu.addAction(tr("上下位对照这两份文件"), partial(ask, chosen, True))  # noqa: FBT003
        else:
            menu.addAction(tr("与上一版对照"), partial(self.former_wanted.emit, name))
            menu.addAction(tr("与另一份文件对照…"), partial(ask, [name], False))  # noqa: FBT003

    def _folder_menu(self, folder: Folder) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("重命名…"), partial(self.rename_wanted.emit, folder))
        menu.addAction(tr("删除文件夹"), partial(self.delete_wanted.emit, folder))
        menu.addSeparator()
        menu.addAction(tr("新建文件夹…"), partial(self.put_wanted.emit, None, []))
        return menu

    def _build(self) -> None:
        layout = column(self)
        layout.addWidget(heading(tr("文库")))
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 10, 8)
        inset.setSpacing(6)
        inset.addWidget(self._filter)
        inset.addWidget(self._grouping)
        inset.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(inset)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 8, 10, 10)
        foot.addWidget(self._import)
        layout.addLayout(foot)
        self._tree.hide()

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._ask)
        self._grouping.currentIndexChanged.connect(self._ask)
        self._tree.clicked.connect(self._on_clicked)
        context = Qt.ShortcutContext.WidgetShortcut
        out = QShortcut(QKeySequence.StandardKey.Delete, self._tree, context=context)
        out.activated.connect(self._on_delete_pressed)
        self._tree.activated.connect(self._on_activated)
        self._tree.customContextMenuRequested.connect(self._on_menu_wanted)
        self._model.dropped.connect(self.put_wanted)
        self._import.clicked.connect(self.import_wanted)
        self._choice.clicked.connect(self.choice_cleared)

    def _ask(self) -> None:
        self.arrangement_wanted.emit(self.grouping, self.words)

    def _on_delete_pressed(self) -> None:
        if chosen := self.chosen_documents():
            self.remove_wanted.emit(chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open a document, unless one is selecting several."""
        if not QApplication.keyboardModifiers() & _SELECTING:
            self._on_activated(index)

    def _on_activated(self, index: QModelIndex) -> None:
        """Open a document; Enter means the current row, whatever keys are held besides."""
        document = self._model.document_at(index)
        if document is not None:
            self.document_chosen.emit(document.id)

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = self.menu_of(self._tree.indexAt(place))
        if menu is not None:
            menu.popup(self._tree.viewport().mapToGlobal(place))
