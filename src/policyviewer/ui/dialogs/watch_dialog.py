"""The folders that are watched for new files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from policyviewer.domain.names import readable
from policyviewer.ui.models.rows import Row, RowModel
from policyviewer.ui.panes.parts import empty_state, soft, tree
from policyviewer.ui.translation import tr

_SIZE = (620, 380)


class WatchDialog(QDialog):
    """A list of folders, one of which can be added or taken away."""

    add_wanted = Signal()
    remove_wanted = Signal(object)
    """The Path of the folder that is no longer to be watched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("关注的文件夹"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._folders: list[Path] = []
        self._model = RowModel(self)
        self._tree = tree(tr("关注的文件夹"))
        self._tree.setModel(self._model)
        self._tree.setRootIsDecorated(False)
        self._empty = empty_state(tr("还没有关注文件夹。添加一个，里面有了新文件时会提示导入。"))
        self._add = QPushButton(tr("添加文件夹…"))
        self._remove = QPushButton(tr("不再关注"))
        self._close = QPushButton(tr("关闭"))
        self._close.setDefault(True)
        self._build()
        self._add.clicked.connect(self.add_wanted)
        self._remove.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.accept)
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self.show_folders([], ())

    def show_folders(self, folders: Sequence[Path], missing: Sequence[Path]) -> None:
        """Show the folders, telling those that are not there at present."""
        self._folders = list(folders)
        self._model.set_rows([_row(folder, folder in missing) for folder in folders])
        self._tree.setVisible(bool(folders))
        self._empty.setVisible(not folders)
        self._remove.setEnabled(False)

    def _build(self) -> None:
        told = soft(tr("打开程序时和每隔几分钟，看看这些文件夹里有没有新的或改动过的文件。"))
        told.setWordWrap(True)
        told.setContentsMargins(12, 12, 12, 8)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(8)
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part, stretch in ((told, 0), (self._empty, 1), (self._tree, 1)):
            whole.addWidget(part, stretch)
        whole.addLayout(foot)

    def _on_current(self) -> None:
        self._remove.setEnabled(self._tree.currentIndex().isValid())

    def _on_remove(self) -> None:
        index = self._tree.currentIndex()
        if index.isValid():
            self.remove_wanted.emit(self._folders[index.row()])


def _row(folder: Path, missing: bool) -> Row:  # noqa: FBT001  # a pure helper
    name = readable(str(folder))
    return Row(tr("{name}　现在找不到").format(name=name) if missing else name, name)
