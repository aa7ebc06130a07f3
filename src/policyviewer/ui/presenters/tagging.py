"""The dialog of all tags, and what is done in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from policyviewer.app.tagging import TagService
from policyviewer.domain.annotations import Colour
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.tags_dialog import TagsDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner


class TagPresenter(QObject):
    """Opens the dialog of tags; each change is carried out behind the window."""

    changed = Signal()
    """Tags have other names or colours."""

    def __init__(self, tagging: TagService, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._tagging = tagging
        self._tasks = tasks
        self._window = window

    def open(self) -> None:
        """Open the dialog."""
        dialog = TagsDialog(self._window.theme, self._window)
        dialog.recolour_wanted.connect(
            lambda tag, colour: self._change(dialog, lambda: self._recolour(tag, colour))
        )
        dialog.rename_wanted.connect(
            lambda old, new: self._change(dialog, lambda: self._tagging.rename(old, new))
        )
        dialog.remove_wanted.connect(
            lambda tag: self._change(dialog, lambda: self._tagging.remove(tag))
        )
        dialog.open()
        self._read(dialog)

    def _recolour(self, tag: str, colour: Colour) -> None:
        self._tagging.recolour(tag, colour)

    def _read(self, dialog: TagsDialog, lane: Lane = Lane.READ) -> None:
        self._tasks.submit(
            lambda _ctx: self._tagging.tags(),
            on_done=dialog.show_tags,
            owner=dialog,
            lane=lane,
            key="tags",
        )

    def _change(self, dialog: TagsDialog, change: Callable[[], object]) -> None:
        """Carry out a change, also when the dialog is closed before its turn has come."""

        def run(_ctx: JobContext) -> None:
            change()

        self._tasks.submit(
            run, on_done=lambda _none: self.changed.emit(), owner=self, lane=Lane.NOTES
        )
        self._read(dialog, Lane.NOTES)  # behind the change
