"""The user's own folders: made, filled, renamed and deleted from the tree of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog

from policyviewer.app.foldering import FolderService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.folders import Folder
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.panes.library_pane import LibraryPane
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.message_strip import MessageStrip


class FolderPresenter(QObject):
    """Carries out what is asked of folders, in the lane of the notes, and shows what became."""

    def __init__(
        self,
        folders: FolderService,
        tasks: TaskRunner,
        pane: LibraryPane,
        shelving: ShelvingPresenter,
        messages: MessageStrip,
    ) -> None:
        super().__init__(pane)
        self._folders = folders
        self._tasks = tasks
        self._pane = pane
        self._shelving = shelving
        self._messages = messages
        pane.put_wanted.connect(self._on_put_wanted)
        pane.take_wanted.connect(self._on_take_wanted)
        pane.rename_wanted.connect(self._on_rename_wanted)
        pane.delete_wanted.connect(self._on_delete_wanted)

    def create(self, documents: Sequence[str], name: str) -> None:
        """Make a folder of a name with documents."""
        names = [DocumentId(one) for one in documents]
        told = tr("已建立文件夹“{name}”。").format(name=name.strip())
        self._change(lambda: self._folders.create(name, names), told)

    def rename(self, folder: Folder, name: str) -> None:
        """Give a folder another name."""
        told = tr("文件夹改名为“{name}”。").format(name=name.strip())
        self._change(lambda: self._folders.rename(folder.id, name), told)

    def _on_put_wanted(self, folder: Folder | None, documents: list[str]) -> None:
        if folder is None:
            self._ask(tr("新建文件夹"), "", partial(self.create, documents))
            return
        names = [DocumentId(one) for one in documents]
        told = tr("已把 {count} 份文件放入“{name}”。").format(count=len(names), name=folder.name)
        self._change(lambda: self._folders.put(folder.id, names), told)

    def _on_take_wanted(self, folder: Folder, documents: list[str]) -> None:
        names = [DocumentId(one) for one in documents]
        told = tr("已从“{name}”移出 {count} 份文件，文件仍在文库里。")
        words = told.format(count=len(names), name=folder.name)
        back = partial(self._on_put_wanted, folder, documents)
        self._change(lambda: self._folders.take(folder.id, names), words, back)

    def _on_rename_wanted(self, folder: Folder) -> None:
        self._ask(tr("重命名文件夹"), folder.name, partial(self.rename, folder))

    def _on_delete_wanted(self, folder: Folder) -> None:
        told = tr("已删除文件夹“{name}”，里面的文件仍在文库里。").format(name=folder.name)
        back = partial(self._change, lambda: self._folders.restore(folder.id), "")
        self._change(lambda: self._folders.delete(folder.id), told, back)

    def _ask(self, title: str, name: str, then: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._pane.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(tr("文件夹名称"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(then)
        dialog.open()

    def _change(
        self, change: Callable[[], object], told: str, back: Callable[[], None] | None = None
    ) -> None:
        def run(_ctx: JobContext) -> None:
            change()

        def done(_result: None) -> None:
            self._shelving.refresh()
            if told and back is not None:
                self._messages.show_message(told, tr("撤销"), back)
            elif told:
                self._messages.show_message(told)

        self._tasks.submit(run, on_done=done, owner=self, lane=Lane.NOTES)
