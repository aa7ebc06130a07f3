"""Taking documents out of the library, and putting them back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from policyviewer.app.library import LibraryChanged
from policyviewer.app.removing import RemovalService, RemovedDocument
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.dialogs.trash_dialog import TrashDialog, document_trash
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


class RemovePresenter(QObject):
    """Carries out what is asked, in the lane that writes, and shows what became of it."""

    library_changed = Signal(object)
    """A LibraryChanged with the documents that are there again."""

    def __init__(self, service: RemovalService, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._service = service
        self._tasks = tasks
        self._window = window
        window.library.remove_wanted.connect(self.remove)

    def remove(self, documents: Iterable[str]) -> None:
        """Take documents out, close their tabs, and offer to take it back."""
        wanted = [DocumentId(one) for one in documents]
        if not wanted:
            self._window.messages.show_message(tr("请先打开或选中要移出文库的文件。"))
            return
        self._tasks.submit(
            lambda _ctx: self._service.remove(wanted),
            on_done=self._on_removed,
            owner=self,
            lane=Lane.WRITE,
        )

    def put_back(self, documents: Iterable[DocumentId]) -> None:
        """Show documents again that were taken out."""
        wanted = list(documents)
        self._tasks.submit(
            lambda _ctx: self._service.put_back(wanted),
            on_done=self._on_back,
            owner=self,
            lane=Lane.WRITE,
        )

    def show_removed(self) -> None:
        """Open the list of what was taken out."""
        self._tasks.submit(
            lambda _ctx: self._service.removed(),
            on_done=self._on_listed,
            owner=self,
            lane=Lane.READ,
            key="removed",
        )

    def forget_old(self) -> None:
        """Delete for good what was taken out long ago."""
        self._tasks.submit(
            self._service.forget_old(), on_done=lambda _count: None, owner=self, lane=Lane.WRITE
        )

    def _on_removed(self, removed: list[RemovedDocument]) -> None:
        names = [one.id for one in removed]
        self._window.tabs.close_documents(names)
        self.library_changed.emit(LibraryChanged(frozenset()))
        if len(removed) == 1:
            told = tr("已把《{title}》移出文库，上面的批注仍然保留。").format(
                title=removed[0].title
            )
        else:
            words = tr("已把 {count} 份文件移出文库，上面的批注仍然保留。")
            told = words.format(count=len(removed))
        back = partial(self.put_back, names)
        self._window.messages.show_message(told, tr("撤销"), back)

    def _on_back(self, names: tuple[DocumentId, ...]) -> None:
        self.library_changed.emit(LibraryChanged(frozenset(names)))
        told = tr("已放回 {count} 份文件。").format(count=len(names))
        self._window.messages.show_message(told)

    def _on_listed(self, removed: list[RemovedDocument]) -> None:
        dialog = TrashDialog(document_trash(removed), self._window)
        dialog.restore_wanted.connect(self.put_back)
        dialog.forget_wanted.connect(self._ask_to_forget)
        dialog.open()

    def _ask_to_forget(self, names: list[DocumentId]) -> None:
        box = forget_box(len(names), self._window)
        box.accepted.connect(partial(self._forget, names))
        box.open()

    def _forget(self, names: list[DocumentId]) -> None:
        def done(count: int) -> None:
            self.library_changed.emit(LibraryChanged(frozenset()))  # notes may have another home
            told = tr("已彻底删除 {count} 份文件和它们的原件。").format(count=count)
            self._window.messages.show_message(told)

        self._tasks.submit(self._service.forget(names), on_done=done, owner=self, lane=Lane.WRITE)


def forget_box(count: int, parent: QWidget) -> QMessageBox:
    """Give the question whether documents are to be deleted for good."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("彻底删除"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("彻底删除这 {count} 份文件？").format(count=count))
    box.setInformativeText(
        tr("文库里的内容、保存的各版和原件都会删除，不能撤销。您在上面做的批注仍然保留。")
    )
    box.addButton(tr("彻底删除"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(tr("不删除"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    return box
