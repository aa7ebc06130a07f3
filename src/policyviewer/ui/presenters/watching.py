"""Watched folders: what is new there is offered for import, and packs to be installed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from policyviewer.app.watching import News, WatchService
from policyviewer.ui.dialogs.watch_dialog import WatchDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.importing import ImportPresenter
from policyviewer.ui.presenters.packing import PackPresenter
from policyviewer.ui.tasks import TaskRunner
from policyviewer.ui.translation import tr

_AGAIN_MS = 5 * 60 * 1000
"""Polled: the notices of file systems do not come from sticks and shares."""
_KEY = "watching"


class WatchPresenter(QObject):
    """Looks into the watched folders now and then."""

    def __init__(
        self,
        watching: WatchService,
        importing: ImportPresenter,
        packing: PackPresenter,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._watching = watching
        self._importing = importing
        self._packing = packing
        self._tasks = tasks
        self._window = window
        self._told: tuple[Path, ...] = ()
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Look for new files now, and again after some minutes."""
        self._again.start()
        self._packing.look_for(self._watching.folders())
        self._tasks.submit(self._watching.news, on_done=self._on_news, owner=self, key=_KEY)

    def choose(self) -> WatchDialog:
        """Open the dialog of the watched folders, and give it."""
        dialog = WatchDialog(self._window)
        dialog.add_wanted.connect(partial(self._choose_folder, dialog))
        dialog.remove_wanted.connect(partial(self._change, dialog, self._watching.unwatch))
        self._show(dialog)
        dialog.open()
        return dialog

    def _choose_folder(self, dialog: WatchDialog) -> None:
        chooser = QFileDialog(dialog, tr("选择要关注的文件夹"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(
            lambda name: self._change(dialog, self._watching.watch, Path(name))
        )
        chooser.open()

    def _change(self, dialog: WatchDialog, change: Callable[[Path], None], folder: Path) -> None:
        change(folder)
        self._show(dialog)
        self.look()

    def _show(self, dialog: WatchDialog) -> None:
        folders = self._watching.folders()
        dialog.show_folders(folders, [one for one in folders if not one.is_dir()])

    def _on_news(self, news: News) -> None:
        """Offer the new files once; what the user leaves alone is offered at the next start."""
        if news.files and news.files != self._told:
            self._told = news.files
            self._window.messages.show_message(
                tr("关注的文件夹里有 {count} 份新文件。").format(count=len(news.files)),
                tr("导入"),
                lambda: self._importing.take(self._watching.take(news.files)),
            )
