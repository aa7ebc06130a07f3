"""Bookmarks, highlights and notes: from a gesture on the page to the database and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from policyviewer.app.annotating import AnnotationService, Draft, Undone
from policyviewer.app.placing import PlacedAnnotation
from policyviewer.app.word_rescue import WordRescue
from policyviewer.domain.annotations import Annotation, AnnotationId, AnnotationKind, Colour
from policyviewer.domain.documents import Document
from policyviewer.domain.errors import UserError
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.trash_dialog import TrashDialog, note_trash
from policyviewer.ui.panes.annotation_column import AnnotationColumn
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class Kept:
    """What a change led to: the annotations of the document on the page as they are now."""

    document: Document | None
    placed: list[PlacedAnnotation]
    focus: AnnotationId | None = None
    """The note whose words the user wants to write next."""


class AnnotatingPresenter(QObject):
    """Keeps annotations the moment they are made and shows them beside their text."""

    changed = Signal()
    """Notes or bookmarks were added, changed or deleted."""
    deleted = Signal(object)
    """An annotation went to the trash: its id, for the offer to take it back."""
    not_stored = Signal(str)
    """A sentence that tells why words could not be stored, and where they are."""
    stepped = Signal(str)
    """What was taken back or made again, or could not be, in a sentence."""

    def __init__(
        self,
        annotating: AnnotationService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        pane: ReaderDeck,
        column: AnnotationColumn,
        rescue: WordRescue,
    ) -> None:
        super().__init__(pane)
        self._rescue = rescue
        self._annotating = annotating
        self._tasks = tasks
        self._reading = reading
        self._pane = pane
        self._column = column
        self._placed: list[PlacedAnnotation] = []
        pane.highlight_requested.connect(self._on_highlight)
        pane.note_requested.connect(self._on_note)
        pane.bookmark_requested.connect(self._on_bookmark)
        pane.mark_activated.connect(column.focus_annotation)
        column.note_edited.connect(self._on_edited)
        column.tags_edited.connect(self._on_tagged)
        column.delete_requested.connect(self.delete)
        column.recoloured.connect(self._on_recoloured)
        column.annotation_chosen.connect(self._on_chosen)
        column.set_author(annotating.author)
        column.set_lines(pane.screen_height)
        reading.opened.connect(self._on_opened)
        reading.moved.connect(column.follow)
        reading.emptied.connect(column.clear)

    def note_selection(self) -> None:
        """Begin a note on the selected words."""
        selected = self._pane.selection()
        if selected is not None:
            self._on_note(selected)
        else:
            self.stepped.emit(tr("请先选中文字。"))

    def highlight_selection(self, colour: Colour) -> None:
        """Highlight the selected words."""
        selected = self._pane.selection()
        if selected is not None:
            self._on_highlight(selected, colour.value)
        else:
            self.stepped.emit(tr("请先选中文字。"))

    def toggle_bookmark(self) -> None:
        """Set or take away the bookmark of the provision at the top of the page."""
        at = self._pane.selection() or TextRange(self._pane.position(), self._pane.position())
        self._on_bookmark(at)

    def delete(self, name: str) -> None:
        """Put an annotation into the trash."""
        annotation = AnnotationId(name)
        self._change(lambda: self._annotating.delete(annotation))
        self.deleted.emit(annotation)

    def delete_all(self, names: list[str]) -> None:
        """Put annotations into the trash together."""
        self._change(lambda: self._annotating.delete_all(map(AnnotationId, names)))
        self.deleted.emit(names)

    def arrange(self, names: list[str], folder: str) -> None:
        """Put bookmarks into a folder in this order."""
        marks = [AnnotationId(name) for name in names]
        self._change(lambda: self._annotating.arrange(marks, folder))

    def rename(self, name: str, label: str) -> None:
        """Give a bookmark a label of the user's."""
        self._change(lambda: self._annotating.edit(AnnotationId(name), label))

    def step(self, way: int) -> None:
        """Go to the next annotation of the document (1) or to the one before (-1)."""
        starts = sorted({one.anchor.span.start for one in self._placed if one.anchor.span})
        at = neighbour(starts, self._pane.position(), way)
        if at is None:
            self.stepped.emit(tr("这份文件还没有批注。"))
        else:
            self._reading.reveal(TextRange(at, at))

    def undo(self) -> None:
        """Take the last change back, whichever document it was made in."""
        self._step(self._annotating.undo, tr("已撤销：{name}。"), tr("没有可以撤销的改动。"))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step(self._annotating.redo, tr("已重做：{name}。"), tr("没有可以重做的改动。"))

    def show_trash(self) -> None:
        """Open the list of what was deleted, to restore some of it."""
        self._tasks.submit(
            lambda _ctx: self._annotating.trash(),
            on_done=self._on_trash,
            owner=self,
            lane=Lane.READ,
            key="trash",
        )

    def empty_old_trash(self) -> None:
        """Delete for good what has been in the trash for long."""
        self._tasks.submit(
            lambda _ctx: self._annotating.empty_old_trash(),
            on_done=lambda _count: None,
            owner=self,
            lane=Lane.NOTES,
        )

    def _on_trash(self, deleted: list[Annotation]) -> None:
        dialog = TrashDialog(note_trash(deleted), self._pane.window())
        dialog.restore_wanted.connect(self.restore)
        dialog.open()

    def restore(self, names: list[str]) -> None:
        """Take annotations out of the trash."""
        self._change(lambda: self._annotating.undelete_all(map(AnnotationId, names)))

    def refresh(self) -> None:
        """Read the annotations of the page anew: they were changed elsewhere."""
        if self._reading.document is not None:
            self._on_opened(self._reading.document)

    def _step(self, step: Callable[[], Undone | None], done: str, nothing: str) -> None:
        self._column.commit()
        steps: list[Undone | None] = []

        def run() -> None:
            steps.append(step())

        def tell() -> None:
            undone = steps[0] if steps else None
            words = nothing if undone is None else done.format(name=undone.name)
            if undone is not None and undone.left:
                left = tr("有 {count} 条后来又在别处改过，没有动。")
                words += left.format(count=undone.left)
            self.stepped.emit(words)

        self._change(run, then=tell)

    def _on_opened(self, document: Document) -> None:
        def read(_ctx: JobContext) -> Kept:
            return Kept(document, self._annotating.of(document))

        self._tasks.submit(read, on_done=self._show, owner=self, lane=Lane.READ)

    def _on_highlight(self, span: TextRange, colour: str) -> None:
        """Highlight a range; words that are highlighted already get the other colour."""
        present = self._highlight_on(span)
        if present is None:
            self._add(Draft(AnnotationKind.HIGHLIGHT, span, Colour(colour)))
        else:
            self._change(lambda: self._annotating.recolour(present, Colour(colour)))

    def _highlight_on(self, span: TextRange) -> AnnotationId | None:
        marks = (one for one in self._placed if one.anchor.span == span)
        kinds = (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE)
        return next((one.annotation.id for one in marks if one.annotation.kind in kinds), None)

    def _on_note(self, span: TextRange) -> None:
        self._add(Draft(AnnotationKind.NOTE, span))

    def _on_bookmark(self, at: TextRange) -> None:
        document = self._reading.document
        if document is None:
            return
        tile = provision_at(provisions(document.outline), at.start)

        def toggle() -> None:
            present = self._annotating.bookmark_at(document, tile)
            if present is not None:
                self._annotating.delete(present.id)
            else:
                self._annotating.add(document, Draft(AnnotationKind.BOOKMARK, tile.span))

        self._change(toggle)

    def _on_edited(self, name: str, text: str) -> None:
        one = next((one.annotation for one in self._placed if one.annotation.id == name), None)
        self._rescue.begin(name, text, one.target.citation if one is not None else "")

        def edit() -> None:
            self._annotating.edit(AnnotationId(name), text)
            self._rescue.stored(name, text)

        self._change(edit, failed=partial(self._on_not_stored, name))

    def _on_not_stored(self, name: str, error: BaseException) -> None:
        """Leave words that could not be stored on the screen, and write them into a file."""
        if not isinstance(error, UserError):
            self._tasks.failed.emit(error)
            return
        self._column.refuse(name)
        kept = self._rescue.keep(name)
        saved = tr("并已另存到“{path}”").format(path=kept) if kept else tr("请先复制到别处")
        words = tr("批注没有存上：{error}{hint}文字仍在屏幕上，{saved}。")
        self.not_stored.emit(words.format(error=error.text, hint=error.hint, saved=saved))

    def _on_tagged(self, name: str, tags: list[str]) -> None:
        self._change(lambda: self._annotating.tag(AnnotationId(name), tags))

    def _on_recoloured(self, name: str, colour: Colour) -> None:
        self._change(lambda: self._annotating.recolour(AnnotationId(name), colour))

    def _on_chosen(self, name: str) -> None:
        """Bring the words of a note into view."""
        one = next((one for one in self._placed if one.annotation.id == name), None)
        if one is not None and one.anchor.span is not None:
            self._reading.reveal(one.anchor.span)

    def _add(self, draft: Draft) -> None:
        document = self._reading.document
        if document is not None:
            wants_words = draft.kind is AnnotationKind.NOTE
            self._change(lambda: self._annotating.add(document, draft), focus=wants_words)

    def _change(
        self,
        change: Callable[[], Annotation | None],
        *,
        focus: bool = False,
        then: Callable[[], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Carry out a change in the lane of the notes, then show the page's notes anew."""
        document = self._reading.document

        def run(_ctx: JobContext) -> Kept:
            made = change()
            wanted = made.id if focus and made is not None else None
            placed = self._annotating.of(document) if document is not None else []
            return Kept(document, placed, wanted)

        def show(kept: Kept) -> None:
            self._on_changed(kept)
            if then is not None:
                then()

        self._tasks.submit(run, on_done=show, on_error=failed, owner=self, lane=Lane.NOTES)

    def _on_changed(self, kept: Kept) -> None:
        self._show(kept)
        self.changed.emit()

    def _show(self, kept: Kept) -> None:
        """Show annotations on the page and beside it, unless another document came meanwhile."""
        if kept.document is None or self._reading.document is not kept.document:
            return
        self._placed = kept.placed
        self._pane.set_marks(marks_of(kept.placed))
        self._column.show_annotations(kept.document, kept.placed)
        self._column.follow(self._pane.position())
        if kept.focus is not None:
            self._column.edit_annotation(kept.focus)


def neighbour(starts: Sequence[int], at: int, way: int) -> int | None:
    """Give the next of some sorted offsets behind a place, or before it, round at the ends."""
    if not starts:
        return None
    if way > 0:
        return next((one for one in starts if one > at), starts[0])
    return next((one for one in reversed(starts) if one < at), starts[-1])


def marks_of(placed: list[PlacedAnnotation]) -> list[Mark]:
    """Give the marks that annotations leave on the page; lost ones leave none."""
    return [
        Mark(one.annotation.id, one.anchor.span, one.annotation.kind, one.annotation.colour)
        for one in placed
        if one.anchor.span is not None
    ]
