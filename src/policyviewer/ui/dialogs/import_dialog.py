"""Files before they are imported: which, what was recognised in each, what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.app.editions import Decision, Outcome
from policyviewer.app.importing import Preview
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.ui.dropping import local_paths
from policyviewer.ui.models.rows import Row, RowModel
from policyviewer.ui.panes.parts import empty_state, heading, tree
from policyviewer.ui.panes.reading_form import ReadingForm
from policyviewer.ui.translation import noop, tr

_SIZE = (980, 620)
_HINT = noop("把文件或文件夹拖到这里。可以导入 Word、WPS、PDF、OFD、网页、表格、纯文本和压缩包。")
_CORRECTED = noop("　已更正")


class ImportDialog(QDialog):
    """A list of files, and what was recognised in the one that is selected."""

    paths_given = Signal(list)
    """Paths of files and folders that the user adds."""
    files_wanted = Signal()
    folder_wanted = Signal()
    preview_wanted = Signal(object)
    """The Path of the file to be read."""
    corrected = Signal(object, object)
    """An Outline, and the Corrections with which it is to be read anew."""
    import_wanted = Signal(list, dict)
    """The paths, and Corrections under the sources that they are for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导入文件"))
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._paths: dict[str, Path] = {}
        self._corrections: dict[str, Corrections] = {}
        self._outline: Outline | None = None
        self._awaited = ""
        self._model = RowModel(self)
        self._list = tree(tr("要导入的文件"))
        self._list.setModel(self._model)
        self._list.setRootIsDecorated(False)
        self._count = heading("")
        self._files = QPushButton(tr("添加文件…"))
        self._folder = QPushButton(tr("添加文件夹…"))
        self._remove = QPushButton(tr("移出"))
        self._cancel = QPushButton(tr("取消"))
        self._import = QPushButton(tr("导入"))
        self._import.setDefault(True)
        self._form = ReadingForm()
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._message = empty_state(tr(_HINT))
        self._build()
        self._connect()
        self._refresh()

    def add_files(self, paths: Sequence[Path], unreadable: Sequence[str] = ()) -> None:
        """Add files to the list; ``unreadable`` are sentences about paths that lead nowhere."""
        first = not self._paths
        for path in paths:
            self._paths.setdefault(str(path), path)
        self._refresh()
        if first and self._paths:
            self._list.setCurrentIndex(self._model.index(0, 0))
        if unreadable:
            self._say("\n".join(unreadable))

    def show_preview(self, preview: Preview) -> None:
        """Show what was recognised in the selected file."""
        if preview.source != self._awaited:
            return
        self._outline = preview.reading.outline
        corrections = self._corrections.get(preview.source, Corrections())
        self._form.show_reading(preview.reading.outline, corrections)
        notices = [one.message for one in preview.reading.notices]
        damaged = len(preview.reading.outline.findings)
        notices += [tr("正文有 {damaged} 处疑似缺损。").format(damaged=damaged)] if damaged else []
        self._told.setText("\n".join((outcome_text(preview.decision), *notices)))
        self._pages.setCurrentIndex(1)
        if not corrections.empty:
            self.corrected.emit(preview.reading.outline, corrections)

    def show_outline(self, outline: Outline) -> None:
        """Show the selected file as it is read with its corrections."""
        self._outline = outline
        corrections = self._corrections.get(self._awaited, Corrections())
        self._form.show_read_anew(outline, corrections)

    def show_failure(self, error: UserError) -> None:
        """Say why the selected file cannot be read."""
        self._say(f"{error.text}\n{error.hint}")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.paths_given.emit(local_paths(event.mimeData()))
        event.acceptProposedAction()

    def _build(self) -> None:
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._count)
        beside.addWidget(self._list, 1)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()
        told.setContentsMargins(12, 12, 12, 0)
        told.addWidget(self._told)
        inside.addLayout(told)
        inside.addWidget(self._form, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(right)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._pages)
        split.setSizes([_SIZE[0] * 2 // 5, _SIZE[0] * 3 // 5])
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(8)
        for button in (self._files, self._folder, self._remove):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._import)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(split, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._files.clicked.connect(self.files_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._remove.clicked.connect(self._on_remove)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._on_import)
        self._form.corrected.connect(self._on_corrected)
        self._list.selectionModel().currentChanged.connect(self._on_current)

    def _refresh(self) -> None:
        place = (
            self._model.row_at(index).key if (index := self._list.currentIndex()).isValid() else ""
        )
        self._model.set_rows([self._row(source) for source in self._paths])
        if place:
            self._list.setCurrentIndex(self._model.index_of(place))
        count = len(self._paths)
        self._count.setText(
            tr("要导入的文件 {count} 份").format(count=count) if count else tr("还没有选择文件")
        )
        self._import.setText(tr("导入 {count} 份").format(count=count) if count else tr("导入"))
        self._import.setEnabled(bool(count))
        self._remove.setEnabled(bool(count))
        if not count:
            self._say(tr(_HINT))

    def _row(self, source: str) -> Row:
        name = readable(self._paths[source].name)
        marked = tr(_CORRECTED) if readable(source) in self._corrections else ""
        return Row(f"{name}{marked}", source, readable(source))

    def _on_current(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        path = self._paths[self._model.row_at(index).key]
        source = readable(str(path))
        if source != self._awaited:
            self._awaited = source
            self._say(tr("正在读这份文件……"))
            self.preview_wanted.emit(path)

    def _on_corrected(self, corrections: Corrections) -> None:
        if corrections.empty:
            self._corrections.pop(self._awaited, None)
        else:
            self._corrections[self._awaited] = corrections
        self._refresh()
        if self._outline is not None:
            self.corrected.emit(self._outline, corrections)

    def _on_remove(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            source = self._model.row_at(index).key
            self._corrections.pop(readable(source), None)
            del self._paths[source]
            self._awaited = ""
            self._refresh()
            self._list.setCurrentIndex(self._model.index(min(index.row(), len(self._paths) - 1), 0))

    def _on_import(self) -> None:
        if self._pages.currentIndex() == 1 and not self._form.commit():
            return
        self.import_wanted.emit(list(self._paths.values()), dict(self._corrections))
        self.accept()

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._pages.setCurrentIndex(0)


def outcome_text(decision: Decision) -> str:
    """Give the sentence that says what an import will make of a file."""
    if decision.document is None:
        return tr("这是文库里没有的文件。")
    title = decision.document.metadata.title
    if decision.outcome is Outcome.UNCHANGED:
        return tr("文库里已有《{title}》，内容相同，不会重复导入。").format(title=title)
    if decision.present:
        return tr("文库里已有《{title}》。这是它的新文本，旧文本会保留。").format(title=title)
    if decision.apart is not None:
        return tr("文库里已有《{title}》，这是它的另一种格式，只差 {apart} 个字。").format(
            title=title, apart=decision.apart
        )
    return tr("文库里已有较新的《{title}》。这份会作为旧版保存。").format(title=title)
