"""The compilation that the user puts together: filled, put in order, kept in step with texts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog

from policyviewer.app.compiled_marks import MarkedTakings
from policyviewer.app.compiling import CompilationService, TakenIn, Taking
from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.compilations import (
    Compilation,
    CompilationId,
    CompiledPart,
    DeletedCompilation,
    PartId,
    PresentPart,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.trash_dialog import TrashDialog, compilation_trash
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr

_KEY, _STATE_KEY = "compilations", "compilation-state"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is stored: the compilations, and the parts of the first of them."""

    compilations: Sequence[Compilation] = ()
    parts: Sequence[CompiledPart] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What is wanted, as parts, and how many marks have no words any more."""

    parts: Sequence[CompiledPart]
    lost: int = 0


Marked = Callable[[Sequence[AnnotationId]], MarkedTakings]
"""Gives the clauses of annotations; this reads documents."""


class CompilePresenter(QObject):
    """Carries out what is asked of compilations, in the lane of the notes."""

    def __init__(
        self,
        service: CompilationService,
        marked: Marked,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._marked = marked
        self._tasks = tasks
        self._reading = reading
        self._window = window
        self._pane = window.compilation
        self._waiting: deque[Callable[[], _Found]] = deque()
        """What is wanted and not read yet."""
        self._connect()

    def take_place(self, span: TextRange | None = None) -> None:
        """Take in words of the document on the page, those that are selected, or the provision in
        view.
        """
        document = self._reading.document
        if document is None:
            self._window.messages.show_message(tr("请先打开要收入的文件。"))
            return
        reader = self._window.reader
        span = span or reader.selection()
        if span is None:
            span = provision_at(provisions(document.outline), reader.position()).span
        self.take([Taking(document.id, span)])

    def take_document(self) -> None:
        """Take in the document on the page, all of it."""
        document = self._reading.document
        if document is None:
            self._window.messages.show_message(tr("请先打开要收入的文件。"))
        else:
            self.take([Taking(document.id)])

    def take_section(self, provision: str) -> None:
        """Take in all that stands under a provision of the document on the page."""
        document = self._reading.document
        if document is not None:
            self.take([Taking(document.id, provision=provision)])

    def take_hit(self, document: str, provision: str) -> None:
        """Take in a provision of a document of the library, or all of it."""
        self.take([Taking(DocumentId(document), provision=provision)])

    def take_documents(self, documents: Sequence[str]) -> None:
        """Take in documents of the library."""
        self.take([Taking(DocumentId(one)) for one in documents])

    def take_chosen(self) -> None:
        """Take in the clauses of the bookmarks or notes that are selected in their list."""
        lists = (self._window.bookmarks, self._window.notes)
        chosen = next((one.chosen() for one in lists if one.isVisible()), [])
        if chosen:
            self.take_marked(chosen)
        else:
            words = tr("请先在“书签”或“全部批注”里选中要收入的，按住 Ctrl 可以选几条。")
            self._window.messages.show_message(words)

    def take_marked(self, names: Sequence[str]) -> None:
        """Take in the clauses in which annotations stand."""
        self._window.annotations.commit()

        def read() -> _Found:
            found = self._marked([AnnotationId(name) for name in names])
            return _Found(self._service.parts_of(found.takings), found.lost)

        self._want(read)

    def take(self, wanted: Sequence[Taking]) -> None:
        """Take in what is wanted, and say where it has gone."""
        self._want(lambda: _Found(self._service.parts_of(wanted)))

    def show_trash(self) -> None:
        """Open the list of what was deleted, to bring some of it back."""
        self._tasks.submit(
            lambda _ctx: self._service.trash(),
            on_done=self._on_trash,
            owner=self,
            lane=Lane.READ,
            key="compilation-trash",
        )

    def empty_old_trash(self) -> None:
        """Delete for good what was deleted long ago."""
        self._tasks.submit(
            lambda _ctx: self._service.empty_old_trash(),
            on_done=lambda _count: None,
            owner=self,
            lane=Lane.NOTES,
        )

    def refresh(self) -> None:
        """Show what is kept, if one can see it."""
        if not self._pane.isVisible():
            return

        def read(_ctx: JobContext) -> _Kept:
            found = self._service.compilations()
            return _Kept(found, self._service.parts(found[0].id) if found else ())

        self._tasks.submit(read, on_done=self._on_read, owner=self, lane=Lane.NOTES, key=_KEY)

    def arrange(self, compilation: CompilationId, parts: Sequence[CompiledPart]) -> None:
        """Let a compilation have just these parts in this order."""
        self._change(lambda: self._service.arrange(compilation, parts))

    def add_heading(self, words: str, before: PartId | None = None) -> None:
        """Put a heading of one's own before a part, or behind all of them."""
        present = self._pane.compilation
        if present is not None:
            self._change(lambda: self._service.add_heading(present.id, words, before))

    def create(self, name: str) -> None:
        """Make a compilation; what is taken in from now on goes into it."""
        self._change(lambda: self._service.create(name))

    def _connect(self) -> None:
        pane = self._pane
        pane.shown.connect(self.refresh)
        pane.compilation_chosen.connect(self._on_chosen)
        pane.create_wanted.connect(self._on_create_wanted)
        pane.rename_wanted.connect(self._on_rename_wanted)
        pane.delete_wanted.connect(self._on_delete_wanted)
        pane.trash_wanted.connect(self.show_trash)
        pane.arranged.connect(self._on_arranged)
        pane.heading_wanted.connect(self._on_heading_wanted)
        pane.reword_wanted.connect(self._on_reword_wanted)
        pane.part_chosen.connect(self._on_part_chosen)
        self._window.reader.compile_requested.connect(self.take_place)
        self._window.outline.compile_wanted.connect(self.take_section)
        self._window.library.compile_wanted.connect(self.take_documents)
        self._window.results.list.compile_wanted.connect(self.take_hit)
        for marks in (self._window.bookmarks, self._window.notes):
            marks.compile_wanted.connect(self.take_marked)

    def _want(self, read: Callable[[], _Found]) -> None:
        self._waiting.append(read)
        if len(self._waiting) == 1:
            self._read_next()

    def _on_trash(self, deleted: list[DeletedCompilation]) -> None:
        dialog = TrashDialog(compilation_trash(deleted), self._window)
        dialog.restore_wanted.connect(self.restore)
        dialog.open()

    def restore(self, compilations: Sequence[CompilationId]) -> None:
        """Bring compilations back."""

        def bring_back() -> None:
            for one in compilations:
                self._service.restore(one)

        self._change(bring_back)

    def _read_next(self) -> None:
        """Read what is wanted first: in the order of the wishes, and beside the lane of the notes,
        in which a note must not wait.
        """
        read = self._waiting[0]
        self._tasks.submit(
            lambda _ctx: read(),
            on_done=self._put_in,
            on_end=self._on_taken,
            owner=self,
            lane=Lane.READ,
        )

    def _on_taken(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._read_next()

    def _put_in(self, found: _Found) -> None:
        def told(taken: TakenIn) -> None:
            show = partial(self._window.show_panel, "compilation")
            words = taken_text(taken, found.lost)
            self._window.messages.show_message(words, tr("看汇编"), show)
            self.refresh()

        self._tasks.submit(
            lambda _ctx: self._service.put_in(found.parts),
            on_done=told,
            owner=self,
            lane=Lane.NOTES,
        )

    def _on_read(self, kept: _Kept) -> None:
        self._pane.show_compilations(kept.compilations, kept.parts)
        if not kept.parts:
            return
        name = kept.compilations[0].id

        def look(ctx: JobContext) -> dict[PartId, PresentPart]:
            pieces = self._service.present(name, ctx.token.check)
            return {one.present.part.id: one.present for one in pieces}

        self._tasks.submit(
            look, on_done=self._pane.show_presents, owner=self, lane=Lane.READ, key=_STATE_KEY
        )

    def _on_chosen(self, compilation: Compilation) -> None:
        self._change(lambda: self._service.use(compilation.id))

    def _on_create_wanted(self) -> None:
        dialog = self._ask(tr("新建汇编"), tr("汇编的名称，也是封面上的标题："), "")
        dialog.textValueSelected.connect(self.create)
        dialog.open()

    def _on_rename_wanted(self) -> None:
        present = self._pane.compilation
        if present is None:
            return

        def rename(name: str) -> None:
            self._change(lambda: self._service.rename(present.id, name))

        dialog = self._ask(tr("重命名汇编"), tr("汇编的名称，也是封面上的标题："), present.name)
        dialog.textValueSelected.connect(rename)
        dialog.open()

    def _on_delete_wanted(self) -> None:
        present = self._pane.compilation
        if present is None:
            return
        told = tr("已删除“{name}”，里面的文件仍在文库里。").format(name=present.name)
        back = partial(self._change, lambda: self._service.restore(present.id))
        self._change(lambda: self._service.delete(present.id), told, back)

    def _on_arranged(self, parts: list[CompiledPart]) -> None:
        """Keep another order; what is taken out can be put back."""
        present, before = self._pane.compilation, self._pane.parts
        if present is None:
            return
        gone = len(before) - len(parts)
        told = tr("已移出 {count} 部分。").format(count=gone) if gone > 0 else ""
        self._change(
            lambda: self._service.arrange(present.id, parts),
            told,
            partial(self.arrange, present.id, before),
        )

    def _on_heading_wanted(self, before: PartId | None) -> None:
        dialog = self._ask(tr("加标题"), tr("标题，例如“一、省级政策”："), "")
        dialog.textValueSelected.connect(lambda words: self.add_heading(words, before))
        dialog.open()

    def _on_reword_wanted(self, heading: CompiledPart) -> None:
        present = self._pane.compilation
        if present is None:
            return

        def reword(words: str) -> None:
            self._change(lambda: self._service.reword(present.id, heading.id, words))

        dialog = self._ask(tr("改标题"), tr("标题："), heading.heading)
        dialog.textValueSelected.connect(reword)
        dialog.open()

    def _on_part_chosen(self, part: CompiledPart) -> None:
        """Show the words where they are now, as far as that is known."""
        present = self._pane.presents.get(part.id)
        if part.target is None:
            return
        if present is not None and not present.version:
            words = tr("文库中已没有《{title}》，这里保留着收入时的文字。")
            self._window.messages.show_message(words.format(title=part.target.title))
            return
        span = part.target.span if present is None else present.span
        whole = part.is_whole or span is None
        self._reading.open(part.target.document, None if whole else span)

    def _ask(self, title: str, words: str, value: str) -> QInputDialog:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(value)
        return dialog

    def _change(
        self,
        change: Callable[[], object],
        told: str = "",
        back: Callable[[], object] | None = None,
    ) -> None:
        """Change what is kept and show it anew, also where it could not be changed."""
        self._tasks.cancel(_KEY)  # what was read before the change must not be shown after it

        def done(_result: object) -> None:
            if told and back is not None:
                self._window.messages.show_message(told, tr("撤销"), back)

        self._tasks.submit(
            lambda _ctx: change(), on_done=done, on_end=self.refresh, owner=self, lane=Lane.NOTES
        )


def taken_text(taken: TakenIn, lost: int = 0) -> str:
    """Give the sentences that tell what has been taken in; ``lost`` marks have no words."""
    told = tr("有 {count} 条批注的原文已改或已删，没有收入。").format(count=lost) if lost else ""
    return _taken(taken) + told if taken.names or taken.known or not lost else told


def _taken(taken: TakenIn) -> str:
    book, count = taken.compilation.name, len(taken.names)
    if not count:
        return tr("“{book}”里已经有了，没有重复收入。").format(book=book)
    if count == 1:
        told = tr("已收入“{book}”：{name}。").format(book=book, name=taken.names[0])
    else:
        told = tr("已把 {count} 份收入“{book}”。").format(count=count, book=book)
    return told + (
        tr("另有 {count} 份里面已经有了。").format(count=taken.known) if taken.known else ""
    )
