"""What became of annotations after an import: told at once, decided when the user has time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from policyviewer.app.placing import Receipt
from policyviewer.app.settling import Question, SettlingService, told
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.settle_dialog import SettleDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


class SettlePresenter(QObject):
    """Settles annotations behind the window and opens the dialog of those to be decided."""

    settled = Signal()
    """Annotations were put elsewhere, left or deleted."""
    place_wanted = Signal(str, object)
    """A document's id and the range at which the user wants to look."""

    def __init__(self, settling: SettlingService, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._settling = settling
        self._tasks = tasks
        self._window = window

    def settle(self, documents: Iterable[DocumentId]) -> None:
        """Find the places of annotations in documents that have changed, and tell of it.

        Of a whole pack that takes its time, for which no note may wait to be stored.
        """
        names = tuple(documents)

        def run(ctx: JobContext) -> Receipt:
            return self._settling.settle(names, ctx.token.check)

        self._tasks.submit(run, on_done=self._on_settled, owner=self, lane=Lane.READ)

    def ask(self) -> None:
        """Open the dialog with everything that is to be decided."""

        def read(ctx: JobContext) -> list[Question]:
            return self._settling.questions(ctx.token.check)

        self._tasks.submit(
            read, on_done=self._on_questions, owner=self, lane=Lane.READ, key="settle"
        )

    def _on_settled(self, receipt: Receipt) -> None:
        words = told(receipt)
        if not words:
            return
        self.settled.emit()
        if any(one.pending for one in receipt.placed):
            self._window.messages.show_message(words, tr("逐条确认"), self.ask)
        else:
            self._window.messages.show_message(words)

    def _on_questions(self, questions: list[Question]) -> None:
        if not questions:
            self._window.messages.show_message(tr("没有待确认的批注：每条批注都在它的文字上。"))
            return
        dialog = SettleDialog(questions, self._window.theme, self._window)
        dialog.accept_wanted.connect(partial(self._decide, self._settling.accept))
        dialog.leave_wanted.connect(partial(self._decide, self._settling.leave))
        dialog.drop_wanted.connect(partial(self._decide, self._settling.drop))
        dialog.place_wanted.connect(self._on_place_wanted)
        dialog.open()

    def _decide(self, decide: Callable[[Question], None], question: Question) -> None:
        self._tasks.submit(
            lambda _ctx: decide(question),
            on_done=lambda _none: self.settled.emit(),
            owner=self,
            lane=Lane.NOTES,
        )

    def _on_place_wanted(self, question: Question) -> None:
        at = question.likely or TextRange(0, 0)
        self.place_wanted.emit(str(question.document.id), at)
