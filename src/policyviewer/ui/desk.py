"""The window at work: joins its parts with the presenters and the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from policyviewer.app.compiled_marks import takings_of
from policyviewer.app.edition import edition_in
from policyviewer.app.import_report import ImportReport
from policyviewer.app.library import LibraryChanged, provision_of
from policyviewer.app.notes_files import PACKAGE
from policyviewer.app.opening import LIBRARY_PACK
from policyviewer.app.services import Services
from policyviewer.app.settings import Settings, citation_style
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.about import about_text, about_title
from policyviewer.ui.actions import Do
from policyviewer.ui.dialogs.report_dialog import ReportDialog
from policyviewer.ui.help import chapter_of
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.notes_desk import NotesDesk
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.presenters.comparing import ComparePresenter
from policyviewer.ui.presenters.compiled_papers import CompiledPaperPresenter
from policyviewer.ui.presenters.compiling import CompilePresenter
from policyviewer.ui.presenters.correcting import CorrectionPresenter
from policyviewer.ui.presenters.enlarging import EnlargePresenter
from policyviewer.ui.presenters.exporting import ExportPresenter
from policyviewer.ui.presenters.finding import FindPresenter
from policyviewer.ui.presenters.foldering import FolderPresenter
from policyviewer.ui.presenters.going import GoPresenter
from policyviewer.ui.presenters.importing import ImportPresenter, import_text, is_smooth
from policyviewer.ui.presenters.linking import LinkPresenter
from policyviewer.ui.presenters.listing import ListPresenter
from policyviewer.ui.presenters.naming import NamePresenter
from policyviewer.ui.presenters.opening import OpenPresenter
from policyviewer.ui.presenters.packing import PackPresenter
from policyviewer.ui.presenters.placing import PlacePresenter
from policyviewer.ui.presenters.printing import PrintPresenter
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.recalling import RecallPresenter
from policyviewer.ui.presenters.recent import RecentPresenter
from policyviewer.ui.presenters.removing import RemovePresenter
from policyviewer.ui.presenters.renewing import RenewPresenter
from policyviewer.ui.presenters.result_exporting import ResultExportPresenter
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.presenters.speaking import SpeakPresenter
from policyviewer.ui.presenters.suggesting import SuggestPresenter
from policyviewer.ui.presenters.tasking import TaskPresenter
from policyviewer.ui.presenters.walking import WalkPresenter
from policyviewer.ui.presenters.watching import WatchPresenter
from policyviewer.ui.presenters.widening import WidenPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.voice import Voice, can_speak

MANUAL = "manual"
_ON_A_DOCUMENT = frozenset(
    {
        Do.CORRECT, Do.FIND, Do.GO_TO, Do.BOOKMARK, Do.HIGHLIGHT, Do.NOTE, Do.COPY_REFERENCE,
        Do.NEXT_LINK, Do.PREVIOUS_LINK, Do.NEXT_NOTE, Do.PREVIOUS_NOTE,
    }
)  # fmt: skip
"""What can be done with an open document only."""


class Desk(QObject):
    """Everything that the window can do, connected; lives as long as the window."""

    settings_changed = Signal(object)
    """The Settings after the user chose something else."""

    def __init__(
        self, window: MainWindow, services: Services, tasks: TaskRunner, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tasks = tasks
        self._edition = edition_in(services.paths.release)
        self.choosing = ChoicePresenter(window, settings)
        self._make_presenters(services)
        self._connect_presenters()
        self.searching.answered.connect(self.noting.look_for)
        self._connect_actions()
        window.status.damage.clicked.connect(window.action(Do.RESTORED).trigger)

    def start(self, beside: str = "") -> None:
        """Show the library, open what was open, and see to the index.

        ``beside`` is the document that stood on a second page.
        """
        self._later = [self._make_ready, self._see_to_the_rest]
        self._tasks.busy_changed.connect(self._on_busy)
        self.linking.hold()
        self.reading.restore(beside)
        self.lists.refresh()

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001  # a signal's value
        """Go on with the start whenever the threads rest: page and library come first."""
        if not busy and self._later:
            self._later.pop(0)()

    def _make_ready(self) -> None:
        """Prepare what the user may do first."""
        self.linking.refresh()
        self.searching.prepare()
        self.recalling.refresh()

    def _see_to_the_rest(self) -> None:
        self.importing.mend()
        self.packing.remind()
        self.watching.look()
        self.suggesting.prepare()
        self.notes.begin()
        self.compiling.empty_old_trash()
        self.removing.forget_old()

    def stop(self) -> None:
        """Store what is not yet stored; the tasks must be shut down after this."""
        self.notes.stop()
        self.reading.keep_place()
        self.speaking.stop()

    def focus_page(self) -> None:
        """Put the keyboard to the page."""
        self._window.reader.set_focus_on_text()

    def show_panel(self, name: str) -> None:
        """Show one of the side panels."""
        self._window.show_panel(name)

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self._window.show_panel("search")
        self.searching.search_for(words)

    def _make_presenters(self, services: Services) -> None:
        window, tasks = self._window, self._tasks
        self.reading = ReadingPresenter(
            services.library, services.reading, tasks, window.reader, window.tabs
        )
        self.walking = WalkPresenter(
            services.searching, tasks, self.reading, window.reader, window.results,
            window.matches,
        )  # fmt: skip
        self.finding = FindPresenter(
            tasks, self.reading, window.reader, window.find_bar, self.walking
        )
        self.going = GoPresenter(self.reading, window.reader, window.goto_bar, window.places)
        self.searching = SearchPresenter(
            services.searching, tasks, window.search_box, window.results, self.walking
        )
        self.recalling = RecallPresenter(services.history, self.searching, tasks, window)
        self.taking = ResultExportPresenter(self.searching, services.searching, tasks, window)
        self.suggesting = SuggestPresenter(
            services.suggesting, services.history, tasks, window.search_box, window.offers,
            self.searching, self.reading, lambda: self.choosing.settings.short_forms,
        )  # fmt: skip
        self.widening = WidenPresenter(self.searching, window.results, self.choosing)
        self.importing = ImportPresenter(
            services.importing, services.searching, tasks, window.progress
        )
        self.enlarging = EnlargePresenter(window.reader)
        self.exporting = ExportPresenter(tasks, window.reader, window.messages)
        self.correcting = CorrectionPresenter(services.importing, tasks, window)
        self.packing = PackPresenter(services.packs, services.collection.take_packs, tasks, window)
        self.watching = WatchPresenter(
            services.watching, self.importing, self.packing, tasks, window
        )
        self.shelving = ShelvingPresenter(
            tasks,
            window.library,
            window.overview,
            self.choosing.settings.grouping,
            services.folders.folders,
        )
        self.recent = RecentPresenter(services.recent, tasks, window.overview, self.reading)
        self.foldering = FolderPresenter(
            services.folders, tasks, window.library, self.shelving, window.messages
        )
        self.removing = RemovePresenter(services.removing, tasks, window)
        self.notes = NotesDesk(window, services, tasks, self.reading, self.choosing)
        self.annotating, self.noting = self.notes.annotating, self.notes.noting
        self.settling, self.keeping = self.notes.settling, self.notes.keeping
        self.opening = OpenPresenter(
            services.opening, tasks, window, self.reading, self.importing, self.noting,
            self.packing,
        )  # fmt: skip
        self.lists = ListPresenter(services, tasks, window, self.shelving, self.noting)
        self.linking = LinkPresenter(
            services.citing, tasks, self.reading, window.reader, window.citations,
            window.link_card,
        )  # fmt: skip
        self.placing = PlacePresenter(
            self.reading, window, self.shelving, lambda: citation_style(self.choosing.settings)
        )
        self.printing = PrintPresenter(
            self.reading, services.annotating, self.shelving, tasks, window
        )
        marked = partial(takings_of, services.library, services.annotating)
        self.compiling = CompilePresenter(services.compiling, marked, tasks, self.reading, window)
        self.papers = CompiledPaperPresenter(services.compiling, tasks, window)
        self.renewing = RenewPresenter(services.compiling, tasks, window)
        self.comparing = ComparePresenter(
            services.comparing, services.library, tasks, self.reading, window
        )
        self.speaking = SpeakPresenter(self.reading, window, Voice)
        window.action(Do.SPEAK).setVisible(can_speak())
        self.tasking = TaskPresenter(
            services.tasking, services.library, tasks, self.reading, self.choosing, window
        )
        self.naming = NamePresenter(
            services.naming, services.library, tasks, self.reading, self.searching, window
        )

    def _connect_presenters(self) -> None:
        window = self._window
        window.library.document_chosen.connect(self.reading.open)
        window.properties.document_chosen.connect(self.reading.open)
        window.results.list.set_standings(self.shelving.standing_of)
        window.tabs.beside_wanted.connect(self.reading.open_beside)
        window.reader.citation_requested.connect(self.placing.copy_cited)
        window.reader.speech_requested.connect(self.speaking.switch)
        window.overview.import_wanted.connect(self._ask_for_files)
        window.overview.chosen_changed.connect(lambda _chosen: self.show_panel("library"))
        window.library.beside_wanted.connect(self.reading.open_beside)
        window.library.tasks_wanted.connect(self.tasking.show)
        window.library.names_wanted.connect(self.naming.show)
        window.overview.names_wanted.connect(self.naming.show)
        self.shelving.grouping_changed.connect(self.choosing.keep_grouping)
        self.choosing.changed.connect(self.settings_changed)
        self.choosing.changed.connect(self.placing.show_damage)
        window.files_dropped.connect(self._on_dropped)
        window.reader.search_requested.connect(self.search)
        window.find_bar.library_wanted.connect(self._search_library)
        window.search_box.query_changed.connect(self._on_query)
        window.search_box.results_wanted.connect(window.results.focus_results)
        window.search_box.accepted.connect(self.searching.open_first)
        window.search_box.left.connect(self.focus_page)
        window.library.import_wanted.connect(self._ask_for_files)
        window.properties.place_chosen.connect(self.reading.reveal)
        window.closing.connect(self.stop)
        for shown in (self.shelving, self.compiling, self.tasking, self.recalling):
            self.keeping.restored.connect(shown.refresh)
        self._connect_reading()
        self._connect_compilations()
        self.searching.index_unusable.connect(self.importing.mend)
        self.importing.index_mended.connect(self.searching.again)
        self.importing.index_mended.connect(self.suggesting.prepare)
        self.importing.library_changed.connect(self._on_library_changed)
        self.importing.imported.connect(self._on_imported)
        self.correcting.library_changed.connect(self._on_library_changed)
        self.packing.library_changed.connect(self._on_packs_changed)
        self.removing.library_changed.connect(self._on_library_changed)
        window.properties.correction_wanted.connect(self._correct)

    def _connect_reading(self) -> None:
        self.reading.moved.connect(self._on_moved)
        self.reading.asked_for.connect(self._uncover)
        self.reading.missed.connect(self._on_missed)
        self.reading.history_changed.connect(self._on_history)

    def _connect_compilations(self) -> None:
        self.renewing.changed.connect(self.compiling.refresh)
        self.renewing.undo_wanted.connect(self.annotating.undo)
        self.annotating.stepped.connect(self.compiling.refresh)
        self.renewing.place_wanted.connect(self.reading.open)
        self.renewing.comparison_wanted.connect(self.comparing.compare)

    def _connect_actions(self) -> None:
        deeds: dict[Do, Callable[[], object]] = {
            Do.IMPORT: self._ask_for_files,
            Do.CORRECT: self._correct,
            Do.REMOVE: self._remove,
            Do.REMOVED: self.removing.show_removed,
            Do.COMPARE: self.comparing.ask,
            Do.COMPARE_FORMER: self.comparing.compare_former,
            Do.EXPORT_TABLES: self.exporting.export_all,
            Do.EXPORT_RESULTS: self.taking.ask,
            Do.PRINT: self.printing.ask,
            Do.COMPILE: self.compiling.take_place,
            Do.COMPILE_ALL: self.compiling.take_document,
            Do.COMPILE_MARKED: self.compiling.take_chosen,
            Do.RENEW: self.renewing.ask,
            Do.EXPORT_COMPILATION: self.papers.ask,
            Do.COMPILATION_TRASH: self.compiling.show_trash,
            Do.WATCHED: self.watching.choose,
            Do.INSTALL_PACK: self.packing.choose,
            Do.ROLL_BACK_PACK: self.packing.ask_to_go_back,
            Do.BACK: self.reading.back,
            Do.FORWARD: self.reading.forward,
            Do.OVERVIEW: self._switch_overview,
            Do.TASKS: self.tasking.switch,
            Do.NAMES: self.naming.switch,
            Do.FIND: self._find,
            Do.NEXT_LINK: self.linking.next_link,
            Do.PREVIOUS_LINK: self.linking.previous_link,
            Do.GO_TO: self.going.begin,
            Do.SPEAK: self.speaking.switch,
            Do.NEXT_MATCH: self._next_match,
            Do.PREVIOUS_MATCH: self._previous_match,
            Do.COPY_CITED: self.placing.copy_cited,
            Do.COPY_REFERENCE: self.placing.copy_reference,
            Do.REOPEN_TAB: self._reopen,
            Do.LARGER: self.choosing.larger,
            Do.SMALLER: self.choosing.smaller,
            Do.ACTUAL_SIZE: self.choosing.actual_size,
            Do.NEXT_THEME: self.choosing.next_theme,
            Do.LARGE_PRINT: self.choosing.switch_large_print,
            Do.RESTORED: self.choosing.switch_restored,
            Do.SHORT_FORMS: self.widening.switch,
            Do.LANGUAGE: self.choosing.switch_language,
            Do.MANUAL: self._open_manual,
            Do.NEXT_DAMAGE: lambda: self.placing.step_damage(1),
            Do.PREVIOUS_DAMAGE: lambda: self.placing.step_damage(-1),
            Do.ABOUT: self._about,
            **self.notes.deeds(),
        }
        for do, deed in deeds.items():
            self._window.action(do).triggered.connect(partial(self._act, do, deed))
        self._on_history(back=False, forward=False)

    def _act(self, do: Do, deed: Callable[[], object], _checked: object = None) -> None:
        """Do what was asked for, or say what it needs."""
        if do in _ON_A_DOCUMENT and self.reading.document is None:
            self._window.messages.show_message(tr("请先打开一份文件。"))
        else:
            deed()

    def _search_library(self, words: str) -> None:
        self._window.find_bar.close_bar()
        self.search(words)

    def _on_moved(self, _offset: int) -> None:
        """Show the page that one reads, unless one has turned to a comparison meanwhile."""
        if not self._window.tabs.page_is_current:
            self._window.show_page(document=True)

    def _find(self) -> None:
        if self._window.synopsis_shown:
            self._window.synopsis.begin_find()
        else:
            self.finding.begin()

    def _next_match(self) -> None:
        if self._window.synopsis_shown:
            self.comparing.step(1)
            return
        (self.finding.next_place if self.finding.active else self.walking.next_match)()

    def _previous_match(self) -> None:
        if self._window.synopsis_shown:
            self.comparing.step(-1)
            return
        (self.finding.previous_place if self.finding.active else self.walking.previous_match)()

    def _on_history(self, back: bool, forward: bool) -> None:  # noqa: FBT001  # a signal's values
        self._window.action(Do.BACK).setEnabled(back)
        self._window.action(Do.FORWARD).setEnabled(forward)

    def _on_query(self, text: str) -> None:
        if text.strip():
            self._window.show_panel("search")

    def _open_manual(self) -> None:
        """Open the manual at the chapter of what has the keyboard."""
        chapter = chapter_of(self._window.place_of_focus())

        def find(_ctx: JobContext) -> TextRange:
            manual = self._services.library.open(DocumentId(MANUAL))
            start = provision_of(manual, chapter).span.start
            return TextRange(start, start)

        self._tasks.submit(
            find, on_done=partial(self.reading.open, MANUAL), owner=self, lane=Lane.READ
        )

    def _switch_overview(self) -> None:
        """Show the overview in the place of the page, or the page again."""
        window = self._window
        back = window.overview_shown and self.reading.document is not None
        window.show_page(document=back)
        if back:
            self.focus_page()

    def _on_library_changed(self, change: LibraryChanged) -> None:
        self.suggesting.prepare()
        self.lists.refresh()
        self.recent.refresh()
        self.searching.again()
        self.reading.reload(change.documents)
        self.linking.refresh()
        self.settling.settle(change.documents)
        self.tasking.refresh()
        self.naming.refresh()
        self.compiling.refresh()

    def _remove(self) -> None:
        """Take out the documents that are selected in the library, where that is looked at, or the
        one that is open.
        """
        chosen = self._window.library.chosen_documents() if self._window.library.isVisible() else []
        shown = self.reading.document
        self.removing.remove(chosen or ([shown.id] if shown is not None else []))

    def _on_packs_changed(self, change: LibraryChanged) -> None:
        self._services.searching.refresh()
        self._on_library_changed(change)
        self.importing.mend()

    def _on_dropped(self, paths: Sequence[Path]) -> None:
        """Look at packs of either kind, and import what else is dropped."""
        packs = [path for path in paths if path.suffix.lower() in (LIBRARY_PACK, PACKAGE)]
        self.opening.open(packs)
        if others := [path for path in paths if path not in packs]:
            self._ask_for_files(others)

    def _on_imported(self, report: ImportReport) -> None:
        words = import_text(report)
        updated = [one.document for one in report.documents if one.version > 1]
        if len(updated) == 1:
            see = partial(self.comparing.compare_former, updated[0])
            self._window.messages.show_message(words, tr("看改了什么"), see)
        else:
            self._window.messages.show_message(words)
        if is_smooth(report):
            return
        if report.failed:
            words += tr("没有读出来的文件没有被改动。")
        dialog = ReportDialog(words, report, self._window)
        dialog.document_chosen.connect(self.reading.open)
        dialog.former_wanted.connect(self.comparing.compare_former)
        dialog.open()

    def _uncover(self, document: Document) -> None:
        """Show the page, whatever stands in its place: one goes to a place of its document."""
        self._window.tabs.show_document(document.id, document.title)
        self._window.show_page(document=True)

    def _on_missed(self) -> None:
        words = tr("这份文件已经不在文库里。移出的文件可以在“文件”菜单的“移出的文件”里放回。")
        self._window.messages.show_message(words)

    def _reopen(self) -> None:
        if not self.reading.reopen():
            self._window.messages.show_message(tr("没有刚关闭的文件。"))

    def _ask_for_files(self, paths: Sequence[Path] = ()) -> None:
        self.importing.ask(self._window, paths)

    def _correct(self) -> None:
        document = self.reading.document
        if document is None:
            return
        if self.correcting.can_correct(document):
            self.correcting.correct(document)
        else:
            self._window.messages.show_message(tr("这份文件是程序自带的，不能更正。"))

    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("关于政策阅读器"))
        box.setIconPixmap(self._window.windowIcon().pixmap(64, 64))
        box.setText(about_title(self._edition, self._window.program_name))
        box.setInformativeText(about_text(self._edition, self._services.packs.installed()))
        box.open()
