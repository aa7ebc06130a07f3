"""The lists of all bookmarks and notes: read, narrowed down and exported behind the window."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.note_stock import NoteStock
from policyviewer.app.notes_files import FOR_PEOPLE, PACKAGE, export_notes, merged_text, read_notes
from policyviewer.app.noting import Found, Notebook, Wanted
from policyviewer.app.present_citations import with_present_citations
from policyviewer.app.settling import SettlingService
from policyviewer.app.tagging import TagService
from policyviewer.domain.annotations import AnnotationId, Colour
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchPage
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.save_dialog import ask_where
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.panes.annotation_list import AnnotationList
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

_SOON_MS, _LATE_MS = 250, 3000
"""Lists follow a change after the first, at the latest after the second."""
_REST = 4
"""By how many times reading is outlasted by the pause before it: who writes is not to feel it."""
FORMATS = (
    (noop("Word 文档"), ".docx"),
    (noop("Excel 工作簿"), ".xlsx"),
    (noop("Markdown 文本"), ".md"),
    (noop("批注包，交给同事"), PACKAGE),
    (noop("JSON（W3C 批注格式）"), ".json"),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    notebook: Notebook
    found: Mapping[AnnotationList, Found]
    colours: Mapping[str, Colour]
    """Of tags."""
    seconds: float


@dataclass(frozen=True, slots=True)
class _TakenIn:
    words: str
    trashed: tuple[AnnotationId, ...]
    """Those that lie in the trash here."""


class NotePresenter(QObject):
    """Keeps both lists in step with the notes; one job reads, and one narrows each list down."""

    place_wanted = Signal(str, object)
    """A document's id, and the range on which an annotation stands now."""
    deleted = Signal(list)
    """The ids of annotations that shall go to the trash."""
    arranged = Signal(list, str)
    """The ids of bookmarks in order, and their folder."""
    renamed = Signal(str, str)
    """The id of a bookmark and its label."""
    reading_wanted = Signal(list)
    """The ids of annotations whose clauses shall be read together."""
    statistics_wanted = Signal()
    merged = Signal()
    """Annotations were taken in from a file."""
    restored = Signal(list)
    """The ids of annotations that shall come back from the trash."""

    def __init__(
        self,
        annotating: AnnotationService,
        settling: SettlingService,
        library: LibraryService,
        tagging: TagService,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._annotating = annotating
        self._settling = settling
        self._library = library
        self._tagging = tagging
        self._tasks = tasks
        self._window = window
        self._stock = NoteStock(annotating.changed_since)
        self._titles: Mapping[DocumentId, str] = {}
        self._notebook: Notebook | None = None
        self._stopped = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        window.results.own_notes.chosen.connect(self._on_chosen)
        for pane in self._panes:
            pane.wanted_changed.connect(lambda pane=pane: self._narrow(pane))
            pane.annotation_chosen.connect(self._on_chosen)
            pane.delete_requested.connect(self.deleted)
            pane.export_wanted.connect(self._ask_where)
            pane.arranged.connect(self.arranged)
            pane.renamed.connect(self.renamed)
            pane.reading_wanted.connect(self.reading_wanted)
            pane.statistics_wanted.connect(self.statistics_wanted)

    @property
    def _panes(self) -> tuple[AnnotationList, AnnotationList]:
        return self._window.bookmarks, self._window.notes

    def show_titles(self, titles: Mapping[DocumentId, str]) -> None:
        """Read everything anew, with the documents that the library holds now."""
        self._titles = titles
        self.refresh()

    def refresh_soon(self) -> None:
        """Read the annotations anew once their changes pause: a note changes with each word."""
        if not self._stopped:
            self._soon.start()

    def stop(self) -> None:
        """Read nothing more: the window closes."""
        self._soon.stop()
        self._stopped = True

    def refresh(self) -> None:
        """Read the annotations anew."""
        titles = self._titles
        wanted = {pane: pane.wanted for pane in self._panes}

        def read(ctx: JobContext) -> _Listed:
            began = time.perf_counter()
            states = self._settling.states()
            notebook = Notebook(self._stock.all(), titles, states, self._stock.key)
            ctx.token.check()
            found = {
                pane: notebook.found(one, by_folder=pane.by_folder) for pane, one in wanted.items()
            }
            colours = self._tagging.colours()
            return _Listed(notebook, found, colours, time.perf_counter() - began)

        self._tasks.submit(
            read, on_done=self._on_listed, owner=self, lane=Lane.READ, key="annotations"
        )

    def look_for(self, page: SearchPage) -> None:
        """Show beside the hits of a search which notes have its words."""
        notebook, words = self._notebook, page.query.text.strip()
        results = self._window.results.own_notes
        if notebook is None or not words:
            results.show_notes((), 0)
            return

        def find(_ctx: JobContext) -> Found:
            return notebook.found(Wanted(words))

        def show(found: Found) -> None:
            results.show_notes(
                [one for group in found.groups for one in group.annotations], found.count
            )

        self._tasks.submit(find, on_done=show, owner=self, lane=Lane.READ, key="notes-of-search")

    def show_those_with(self, words: str) -> None:
        """Show the notes that have some words."""
        self._window.show_panel("notes")
        self._window.notes.show_words(words)

    def show_those_of(self, document: str) -> None:
        """Show the notes on a document."""
        self._window.show_panel("notes")
        self._window.notes.show_document(DocumentId(document))

    def export_all(self) -> None:
        """Ask where all annotations shall be written."""
        self._ask_where(None)

    def ask_for_package(self) -> None:
        """Ask for a colleague's package, and take it in."""
        kinds = tr("批注包 (*{package} *.json)").format(package=PACKAGE)
        dialog = QFileDialog(self._window, tr("导入批注包"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.take_in(Path(chosen)))
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Merge the annotations of a file with those that are here."""

        def run(_ctx: JobContext) -> _TakenIn:
            read = read_notes(path)
            found = self._annotating.take_in(read.received)
            self._settling.bring_home()
            words = merged_text(found, read.unreadable)
            return _TakenIn(words, tuple(one.id for one in found.trashed))

        self._tasks.submit(run, on_done=self._on_merged, owner=self, lane=Lane.NOTES)

    def export(self, names: list[str] | None, path: Path) -> None:
        """Write annotations into a file: all of them, or those with some ids."""

        def write(_ctx: JobContext) -> tuple[int, Path]:
            wanted = None if names is None else set(names)
            chosen = [one for one in self._annotating.all() if wanted is None or one.id in wanted]
            if path.suffix.lower() in FOR_PEOPLE:
                chosen = with_present_citations(chosen, self._library, self._annotating)
            return export_notes(self._annotating.hand_out(chosen), path), path

        self._tasks.submit(write, on_done=self._on_exported, owner=self, lane=Lane.READ)

    def _narrow(self, pane: AnnotationList) -> None:
        notebook, wanted = self._notebook, pane.wanted
        if notebook is None:
            return
        self._tasks.submit(
            lambda _ctx: notebook.found(wanted, by_folder=pane.by_folder),
            on_done=pane.show_found,
            owner=self,
            lane=Lane.READ,
            key=f"narrow-{pane.by_folder}",
        )

    def _on_listed(self, listed: _Listed) -> None:
        self._notebook = listed.notebook
        self._soon.setInterval(round(min(max(_SOON_MS, _REST * 1000 * listed.seconds), _LATE_MS)))
        for pane, found in listed.found.items():
            pane.set_tag_colours(listed.colours)
            pane.show_found(found)
        self._window.annotations.set_tag_colours(listed.colours)
        self._window.results.own_notes.set_tag_colours(listed.colours)
        everything = {tag for found in listed.found.values() for tag in found.tags}
        used = listed.found[self._window.notes].tags
        self._window.annotations.offer_tags([*used, *sorted(everything - set(used))])

    def _on_chosen(self, name: str) -> None:
        """Open the document at the place where the annotation stands in its present text."""

        def find(_ctx: JobContext) -> tuple[DocumentId, TextRange]:
            target = self._annotating.get(AnnotationId(name)).target
            if self._library.title(target.document) is None:
                return target.document, target.span
            placed = self._annotating.of(self._library.open(target.document))
            anchors = (one.anchor for one in placed if one.annotation.id == name)
            here = next(anchors, None)
            span = (here.span or here.likely) if here is not None else None
            return target.document, span or target.span

        self._tasks.submit(
            find,
            on_done=lambda found: self.place_wanted.emit(str(found[0]), found[1]),
            owner=self,
            lane=Lane.READ,
            key="annotation-place",
        )

    def _ask_where(self, names: list[str] | None) -> None:
        formats = {f"{tr(words)} (*{ending})": ending for words, ending in FORMATS}
        name = tr("批注")
        ask_where(
            self._window, tr("导出批注"), name, formats, lambda path: self.export(names, path)
        )

    def _on_exported(self, written: tuple[int, Path]) -> None:
        count, path = written
        words = tr("已把 {count} 条批注导出到“{path}”。").format(count=count, path=path)
        self._window.messages.show_message(words)

    def _on_merged(self, taken: _TakenIn) -> None:
        self.merged.emit()
        if taken.trashed:
            self._window.messages.show_message(
                taken.words, tr("恢复这些"), lambda: self.restored.emit(list(taken.trashed))
            )
        else:
            self._window.messages.show_message(taken.words)
