"""A list of annotations of all documents; bookmarks and notes are two of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.noting import Found, NoteGroup, Wanted
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.models.note_model import NoteModel
from policyviewer.ui.panes.note_delegate import NoteDelegate
from policyviewer.ui.panes.parts import column, empty_state, heading, soft, tree
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.note_filter import NoteFilter
from policyviewer.ui.widgets.plain import plain

_OPENED = 300
"""So many annotations are shown with all groups open."""


class AnnotationList(QWidget):
    """Annotations of some kinds, with what they are narrowed down by; knows no service."""

    annotation_chosen = Signal(str)
    delete_requested = Signal(list)
    """Ids."""
    wanted_changed = Signal()
    export_wanted = Signal(list)
    """The ids of those that are listed."""
    arranged = Signal(list, str)
    """The ids of a folder's bookmarks in their new order, and the folder."""
    renamed = Signal(str, str)
    """An id and its new label."""
    reading_wanted = Signal(list)
    """The ids of those whose clauses are to be read together."""
    statistics_wanted = Signal()
    compile_wanted = Signal(list)
    """The ids of those whose clauses go into the compilation used last."""

    def __init__(
        self,
        title: str,
        kinds: frozenset[AnnotationKind],
        invitation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.by_folder = kinds == {AnnotationKind.BOOKMARK}
        self._invitation = invitation
        self._opened: set[str] = set()
        self._model = NoteModel(movable=self.by_folder, parent=self)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(tr("按文字筛选"))
        self._edit.setAccessibleName(tr("筛选{title}").format(title=title))
        self._edit.setClearButtonEnabled(True)
        self._filter = NoteFilter(kinds)
        self._tree = tree(title)
        self._tree.setModel(self._model)
        self._delegate = NoteDelegate(self._tree)
        self._tree.setItemDelegate(self._delegate)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.setDragEnabled(self.by_folder)
        self._tree.setAcceptDrops(self.by_folder)
        self._tree.setDropIndicatorShown(self.by_folder)
        self._count = soft()
        self._read = _link(tr("通读"), tr("把列出的这些条款的原文和批注放在一起读，也可以打印"))
        self._statistics = _link(tr("统计"), tr("每份文件有多少批注、高亮和书签"))
        self._export = _link(tr("导出…"), tr("把列出的批注导出为 Word、Excel、Markdown 或批注包"))
        self._empty = empty_state(invitation)
        self._build(title)
        self._connect()
        self.show_found(Found())
        self._empty.setText(tr("正在读取……"))

    @property
    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return replace(self._filter.wanted, words=self._edit.text().strip())

    def show_found(self, found: Found) -> None:
        """Show what was found; an empty list says what to do."""
        self._filter.set_found(found)
        self._model.show_groups(found.groups)
        if found.count <= _OPENED:
            self._tree.expandAll()
        else:
            self._open_again(found)
        self._tree.setVisible(bool(found.count))
        self._empty.setVisible(not found.count)
        nothing = tr("没有符合的内容。换个词，或去掉筛选条件。")
        asked = bool(found.total) or self.wanted != self._filter.all  # what hides all can go again
        self._empty.setText(nothing if asked else self._invitation)
        for part in (self._edit, self._filter, self._filter.button, self._count):
            part.setVisible(asked)
        for link in (self._export, self._read, self._statistics):
            link.setVisible(bool(found.count))
        self._count.setText(count_text(found))

    def _open_again(self, found: Found) -> None:
        """Open the first group, and those that were open before; a new model has none open."""
        for row, group in enumerate(found.groups):
            if not row or group.name in self._opened:
                self._tree.expand(self._model.index(row, 0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.set_theme(theme)
        self._tree.viewport().update()

    def set_tag_colours(self, colours: Mapping[str, Colour]) -> None:
        """Take the colours that were chosen for tags."""
        self._delegate.set_tag_colours(colours)
        self._tree.viewport().update()

    def show_words(self, words: str) -> None:
        """Narrow the list down to words."""
        self._edit.setText(words)

    def show_document(self, document: DocumentId) -> None:
        """Narrow the list down to a document, and to nothing else."""
        self._edit.clear()
        self._filter.choose(replace(self._filter.all, documents=frozenset({document})))

    def ids(self) -> list[str]:
        """Give the ids of all that are listed."""
        return [str(one.id) for group in self._model.groups for one in group.annotations]

    def chosen(self) -> list[str]:
        """Give the ids of those that are selected, in their order."""
        inside = self._tree.selectionModel().isSelected
        groups = ((row, group) for row, group in enumerate(self._model.groups))
        return [
            str(one.id)
            for row, group in groups
            for at, one in enumerate(group.annotations)
            if inside(self._model.index(at, 0, self._model.index(row, 0)))
        ]

    def menu_of(self, index: QModelIndex) -> QMenu:
        """Give what can be done with the annotations that are chosen."""
        menu = QMenu(self)
        if not index.isValid():
            return menu
        one = self._model.annotation_at(index)
        if one is None:
            self._fill_group_menu(menu, self._model.groups[index.row()])
            return menu
        if self.by_folder:
            menu.addAction(tr("改名…")).triggered.connect(lambda: self._ask_label(index))
            folders = menu.addMenu(tr("移到文件夹"))
            for name in sorted({group.name for group in self._model.groups} - {""}):
                action = folders.addAction(plain(name))
                action.triggered.connect(lambda _on=False, name=name: self._file(name))
            folders.addAction(tr("新建文件夹…")).triggered.connect(self._ask_folder)
            folders.addAction(tr("移出文件夹")).triggered.connect(lambda: self._file(""))
        menu.addAction(tr("通读选中的")).triggered.connect(
            lambda: self.reading_wanted.emit(self._chosen())
        )
        menu.addAction(tr("收入汇编")).triggered.connect(
            lambda: self.compile_wanted.emit(self.chosen())
        )
        menu.addAction(tr("导出选中的…")).triggered.connect(
            lambda: self.export_wanted.emit(self._chosen())
        )
        menu.addAction(tr("删除")).triggered.connect(self._on_delete)
        return menu

    def _fill_group_menu(self, menu: QMenu, group: NoteGroup) -> None:
        """Offer what can be done with all of a document, or of a folder."""
        ids = [str(one.id) for one in group.annotations]
        if group.document is not None:
            only = replace(self._filter.wanted, documents=frozenset({group.document}))
            menu.addAction(tr("只看这份文件")).triggered.connect(lambda: self._filter.choose(only))
        elif group.name:
            menu.addAction(tr("文件夹改名…")).triggered.connect(
                lambda: self._ask_folder_name(group.name, ids)
            )
            menu.addAction(tr("解散文件夹，书签保留")).triggered.connect(
                lambda: self.arranged.emit(ids, "")
            )
        menu.addAction(tr("通读这些条款")).triggered.connect(lambda: self.reading_wanted.emit(ids))
        menu.addAction(tr("把这些条款收入汇编")).triggered.connect(
            lambda: self.compile_wanted.emit(ids)
        )
        menu.addAction(tr("导出这些…")).triggered.connect(lambda: self.export_wanted.emit(ids))

    def _build(self, title: str) -> None:
        layout = column(self)
        layout.addWidget(heading(title))
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 10, 8)
        line = QHBoxLayout()
        line.addWidget(self._edit, 1)
        line.addWidget(self._filter.button)
        inset.addLayout(line)
        inset.addWidget(self._filter)
        layout.addLayout(inset)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 10, 8)
        foot.setSpacing(0)
        foot.addWidget(self._count, 1)
        for link in (self._read, self._statistics, self._export):
            foot.addWidget(link)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._edit.textChanged.connect(self.wanted_changed)
        self._filter.changed.connect(self.wanted_changed)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self._tree.customContextMenuRequested.connect(self._on_menu)
        self._model.dropped.connect(self.arranged)
        self._tree.expanded.connect(lambda at: self._opened.add(self._model.folder_at(at)))
        self._tree.collapsed.connect(lambda at: self._opened.discard(self._model.folder_at(at)))
        self._export.clicked.connect(lambda: self.export_wanted.emit(self.ids()))
        self._read.clicked.connect(lambda: self.reading_wanted.emit(self.ids()))
        self._statistics.clicked.connect(self.statistics_wanted)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._tree)
        delete.activated.connect(self._on_delete)
        if self.by_folder:
            label = QShortcut(QKeySequence("F2"), self._tree)
            label.activated.connect(lambda: self._ask_label(self._tree.currentIndex()))

    def _chosen(self) -> list[str]:
        found = map(self._model.annotation_at, self._tree.selectionModel().selectedIndexes())
        return [str(one.id) for one in found if one is not None]

    def _on_chosen(self, index: QModelIndex) -> None:
        one = self._model.annotation_at(index)
        if one is not None:
            self.annotation_chosen.emit(str(one.id))

    def _on_delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.delete_requested.emit(chosen)

    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu_of(self._tree.indexAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.popup(self._tree.viewport().mapToGlobal(at))

    def _file(self, folder: str) -> None:
        """Put the chosen bookmarks behind those of a folder."""
        self._put(self._chosen(), folder)

    def _put(self, chosen: list[str], folder: str) -> None:
        groups = (group for group in self._model.groups if group.name == folder)
        inside = [str(one.id) for group in groups for one in group.annotations]
        self.arranged.emit([name for name in inside if name not in chosen] + chosen, folder)

    def _ask_folder(self) -> None:
        words = tr("文件夹的名称：")
        dialog = self._ask(tr("新建文件夹"), words, "")
        dialog.textValueSelected.connect(lambda name: self._file(name.strip()))
        dialog.open()

    def _ask_folder_name(self, name: str, ids: list[str]) -> None:
        dialog = self._ask(tr("文件夹改名"), tr("文件夹的名称："), name)
        dialog.textValueSelected.connect(
            lambda chosen: self._put(ids, chosen.strip()) if chosen.strip() else None
        )
        dialog.open()

    def _ask_label(self, index: QModelIndex) -> None:
        one = self._model.annotation_at(index)
        if one is None:
            return
        dialog = self._ask(tr("书签改名"), tr("书签的名称，空着就显示原文："), one.text)
        dialog.textValueSelected.connect(
            lambda label: self.renamed.emit(str(one.id), label.strip())
        )
        dialog.open()

    def _ask(self, title: str, words: str, value: str) -> QInputDialog:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(value)
        return dialog


def _link(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", "link")
    made.setToolTip(tip)
    return made


def count_text(found: Found) -> str:
    """Give how much is listed, and what is to be looked at."""
    if found.count < found.total:
        words = tr("{count} / {total} 条").format(count=found.count, total=found.total)
    else:
        words = tr("共 {total} 条").format(total=found.total)
    pending = tr(" · {count} 条原文已变").format(count=found.open) if found.open else ""
    return words + pending


def bookmark_list() -> AnnotationList:
    """Give the list of bookmarks."""
    return AnnotationList(
        tr("书签"),
        frozenset({AnnotationKind.BOOKMARK}),
        tr("还没有书签。阅读时按 Ctrl+D，给正在读的这一条加书签。"),
    )


def note_list() -> AnnotationList:
    """Give the list of highlights and notes."""
    return AnnotationList(
        tr("全部批注"),
        frozenset({AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT}),
        tr("还没有批注。选中正文里的文字，用弹出的工具条加高亮或写批注。"),
    )
