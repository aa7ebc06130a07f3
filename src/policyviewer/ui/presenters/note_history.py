"""What notes said before: shown, and taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from policyviewer.app.annotating import AnnotationService
from policyviewer.domain.annotations import Annotation, AnnotationId
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.history_dialog import HistoryDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner


@dataclass(frozen=True, slots=True)
class _History:
    one: Annotation
    texts: list[tuple[datetime, str]]
    targets: list[tuple[datetime, str, str]]


class NoteHistoryPresenter(QObject):
    """Opens the history of a note."""

    text_wanted = Signal(str, str)
    """The id of a note, and the text that shall be its own again."""

    def __init__(
        self, annotating: AnnotationService, tasks: TaskRunner, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._annotating = annotating
        self._tasks = tasks
        self._window = window
        window.annotations.history_wanted.connect(self.show_history)

    def show_history(self, name: str) -> None:
        """Read what a note said before, and show it; words being written are stored first."""
        self._window.annotations.commit()
        annotation = AnnotationId(name)

        def read(_ctx: JobContext) -> _History:
            return _History(
                self._annotating.get(annotation),
                self._annotating.former_texts(annotation),
                self._annotating.former_targets(annotation),
            )

        self._tasks.submit(read, on_done=self._on_read, owner=self, lane=Lane.NOTES)

    def _on_read(self, history: _History) -> None:
        dialog = HistoryDialog(history.one, history.texts, history.targets, self._window)
        name = str(history.one.id)
        dialog.text_wanted.connect(lambda text: self.text_wanted.emit(name, text))
        dialog.open()
