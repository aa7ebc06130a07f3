"""Correcting what was recognised in a document of the library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryChanged
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document, Outline
from policyviewer.ui.dialogs.correction_dialog import CorrectionDialog
from policyviewer.ui.tasks import Lane, TaskRunner

_KEY = "reading-anew"


class CorrectionPresenter(QObject):
    """Opens the dialog and keeps what the user decided."""

    library_changed = Signal(object)
    """A LibraryChanged with the document that is read otherwise now."""

    def __init__(self, importing: ImportService, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._importing = importing
        self._tasks = tasks
        self._window = window

    def can_correct(self, document: Document) -> bool:
        """Say whether a document can be corrected: those that came with the program cannot."""
        return self._importing.owns(document.id)

    def correct(self, document: Document) -> CorrectionDialog:
        """Open the dialog for a document, and give it."""
        corrections = self._importing.corrections(document.id)
        dialog = CorrectionDialog(document, corrections, self._window)
        dialog.corrected.connect(partial(self._read_anew, dialog))
        dialog.keep_wanted.connect(partial(self._keep, document))
        dialog.open()
        return dialog

    def _read_anew(
        self, dialog: CorrectionDialog, outline: Outline, corrections: Corrections
    ) -> None:
        self._tasks.submit(
            self._importing.read_anew(outline, corrections),
            on_done=dialog.show_outline,
            owner=dialog,
            key=_KEY,
        )

    def _keep(self, document: Document, corrections: Corrections) -> None:
        self._tasks.submit(
            self._importing.correct(document.id, corrections),
            on_done=self._on_kept,
            owner=self,
            lane=Lane.WRITE,
        )

    def _on_kept(self, document: Document) -> None:
        self.library_changed.emit(LibraryChanged(frozenset({document.id})))
