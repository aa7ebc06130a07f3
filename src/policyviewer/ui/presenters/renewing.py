"""What has become of the parts of a compilation: told piece by piece, and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from policyviewer.app.comparing import Edition
from policyviewer.app.compiled_parts import CompiledPiece
from policyviewer.app.compiling import CompilationService
from policyviewer.domain.compilations import Compilation
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.renewal_dialog import RenewalDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class _Found:
    """The compilation used last, if there is one, and its parts as they are now."""

    compilation: Compilation | None = None
    pieces: Sequence[CompiledPiece] = ()


class RenewPresenter(QObject):
    """Reads the parts of the compilation used last anew and asks about those that have changed."""

    changed = Signal()
    """Parts are kept otherwise than before."""
    undo_wanted = Signal()
    """What was done last shall be taken back."""
    place_wanted = Signal(str, object)
    """A document's id and the range at which the user wants to look, None for its beginning."""
    comparison_wanted = Signal(object, object, bool)
    """Two Editions that shall be compared, and that neither is superior."""

    def __init__(self, service: CompilationService, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._service = service
        self._tasks = tasks
        self._window = window
        window.compilation.renew_wanted.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog with all parts that have changed, or say that none has."""

        def read(ctx: JobContext) -> _Found:
            present = self._service.compilations()[:1]
            if not present:
                return _Found()
            return _Found(present[0], self._service.present(present[0].id, ctx.token.check))

        self._tasks.submit(
            read, on_done=self._on_read, owner=self, lane=Lane.READ, key="renew-compilation"
        )

    def _on_read(self, found: _Found) -> None:
        present = found.compilation
        changed = [one for one in found.pieces if one.present.changed]
        if present is None or not found.pieces:
            self._window.messages.show_message(tr("汇编里还没有内容。"))
        elif not changed:
            words = tr("“{name}”里的文字都和文库中现在的一样。").format(name=present.name)
            self._window.messages.show_message(words)
        else:
            self._show(present, changed)
        self.changed.emit()

    def _show(self, present: Compilation, changed: Sequence[CompiledPiece]) -> None:
        dialog = RenewalDialog(changed, self._window.theme, self._window)
        dialog.accepted_parts.connect(partial(self._accept, present))
        dialog.remove_wanted.connect(partial(self._remove, present))
        dialog.place_wanted.connect(self._on_place_wanted)
        dialog.comparison_wanted.connect(self._on_comparison_wanted)
        dialog.open()

    def _accept(self, present: Compilation, pieces: Sequence[CompiledPiece]) -> None:
        def told(count: int) -> None:
            words = tr("已采用 {count} 部分现在的文字。").format(count=count)
            self._window.messages.show_message(words, tr("撤销"), self.undo_wanted.emit)
            self.changed.emit()

        self._tasks.submit(
            lambda _ctx: self._service.accept(present.id, pieces),
            on_done=told,
            owner=self,
            lane=Lane.NOTES,
        )

    def _remove(self, present: Compilation, piece: CompiledPiece) -> None:
        self._tasks.submit(
            lambda _ctx: self._service.remove(present.id, piece.present.part.id),
            on_done=lambda _none: self.changed.emit(),
            owner=self,
            lane=Lane.NOTES,
        )

    def _on_place_wanted(self, piece: CompiledPiece) -> None:
        target = piece.present.part.target
        if target is not None:
            span = None if piece.present.part.is_whole else piece.present.span
            self.place_wanted.emit(str(target.document), span)

    def _on_comparison_wanted(self, piece: CompiledPiece) -> None:
        target = piece.present.part.target
        if target is not None:
            former = Edition(target.document, target.version)
            self.comparison_wanted.emit(former, Edition(target.document), False)  # noqa: FBT003
