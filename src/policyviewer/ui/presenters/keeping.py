"""Backups of the notes: a second folder for them, and bringing notes back from one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from policyviewer.app.drives import Drive
from policyviewer.app.keeping import Backup, KeepingService, Restored
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


class KeepingPresenter(QObject):
    """Asks for folder or backup, and works behind the window."""

    restored = Signal()
    """Notes are as they were."""

    def __init__(
        self,
        keeping: KeepingService,
        drive: Drive,
        choosing: ChoicePresenter,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._keeping = keeping
        self._drive = drive
        self._choosing = choosing
        self._tasks = tasks
        self._window = window

    def ask_for_folder(self) -> None:
        """Ask for the second folder, for example on another disk, and back up there at once."""
        present = self._choosing.settings.backup_folder
        shown = str(self._drive.found(present)) if present else ""
        dialog = QFileDialog(self._window, tr("另存备份的文件夹"), shown)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.use_folder)
        dialog.open()

    def use_folder(self, folder: str) -> None:
        """Back up into a folder from now on; it is kept once a backup could be made there."""

        def taken(made: Path) -> None:
            self._choosing.choose("backup_folder", self._drive.kept(Path(folder)))
            words = tr("以后每小时也备份到“{folder}”，刚刚备份了一份：{name}。")
            self._window.messages.show_message(words.format(folder=folder, name=made.name))

        self._tasks.submit(
            lambda _ctx: self._keeping.take(Path(folder)),
            on_done=taken,
            owner=self,
            lane=Lane.NOTES,
        )

    def ask_for_backup(self) -> None:
        """Ask which backup the notes shall be brought back from."""
        self._tasks.submit(
            lambda _ctx: self._keeping.taken(self._second()),
            on_done=self._on_taken,
            owner=self,
            lane=Lane.READ,
            key="backups",
        )

    def _second(self) -> Path | None:
        folder = self._choosing.settings.backup_folder
        return self._drive.found(folder) if folder else None

    def _on_taken(self, backups: list[Backup]) -> None:
        if not backups:
            self._window.messages.show_message(tr("还没有备份。程序每小时自动备份一次。"))
            return
        names = {f"{one.taken.astimezone():%Y-%m-%d %H:%M:%S}": one.path for one in backups}
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("从备份恢复"))
        dialog.setLabelText(
            tr(
                "改动过和删除了的批注会恢复成备份时的样子，可以撤销；\n"
                "不见了的文件夹、常用检索、任务进度和汇编也会找回来。\n"
                "备份以后新做的都会保留；恢复之前先自动备份一次。"
            )
        )
        dialog.setComboBoxItems(list(names))
        dialog.textValueSelected.connect(lambda name: self.restore(names[name]))
        dialog.open()

    def restore(self, backup: Path) -> None:
        """Bring notes back as they were in a backup."""

        def done(restored: Restored) -> None:
            self.restored.emit()
            self._window.messages.show_message(told(restored))

        self._tasks.submit(
            lambda _ctx: self._keeping.restore(backup),
            on_done=done,
            owner=self,
            lane=Lane.NOTES,
        )


def told(restored: Restored) -> str:
    """Give the sentence that says what came back."""
    work = restored.work
    counted = (
        (restored.annotations, tr("{count} 条批注")),
        (work.folders, tr("{count} 个文件夹")),
        (work.placed, tr("文件夹里的 {count} 份文件")),
        (work.searches, tr("{count} 个常用检索")),
        (work.colours, tr("{count} 个标签的颜色")),
        (work.decisions, tr("{count} 处上下位对应")),
        (work.progress, tr("{count} 项任务的进度")),
        (work.compilations, tr("{count} 份汇编")),
    )
    parts = [words.format(count=count) for count, words in counted if count]
    if not parts:
        return tr("批注等都和备份时一样，没有改动。")
    return tr("已恢复：{what}。").format(what=tr("、").join(parts))
