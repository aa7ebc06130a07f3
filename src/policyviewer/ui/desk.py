"""The window at work: joins its parts with the presenters and the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

import policyviewer
from policyviewer.app.import_report import ImportReport
from policyviewer.app.library import LibraryChanged, provision_of
from policyviewer.app.rescue import folders_for_words
from policyviewer.app.services import Services
from policyviewer.app.settings import Settings, citation_style
from policyviewer.domain.annotations import Colour
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.dialogs.report_dialog import ReportDialog
from policyviewer.ui.help import chapter_of
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.annotating import AnnotatingPresenter
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.presenters.correcting import CorrectionPresenter
from policyviewer.ui.presenters.exporting import ExportPresenter
from policyviewer.ui.presenters.finding import FindPresenter
from policyviewer.ui.presenters.foldering import FolderPresenter
from policyviewer.ui.presenters.going import GoPresenter
from policyviewer.ui.presenters.importing import ImportPresenter, import_text, is_smooth
from policyviewer.ui.presenters.keeping import KeepingPresenter
from policyviewer.ui.presenters.linking import LinkPresenter
from policyviewer.ui.presenters.listing import ListPresenter
from policyviewer.ui.presenters.note_links import NoteLinkPresenter
from policyviewer.ui.presenters.noting import NotePresenter
from policyviewer.ui.presenters.placing import PlacePresenter
from policyviewer.ui.presenters.printing import PrintPresenter
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.recalling import RecallPresenter
from policyviewer.ui.presenters.recent import RecentPresenter
from policyviewer.ui.presenters.result_exporting import ResultExportPresenter
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.presenters.settling import SettlePresenter
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.presenters.speaking import SpeakPresenter
from policyviewer.ui.presenters.suggesting import SuggestPresenter
from policyviewer.ui.presenters.walking import WalkPresenter
from policyviewer.ui.presenters.watching import WatchPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.voice import Voice, can_speak

MANUAL = "manual"


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
        self.choosing = ChoicePresenter(window, settings)
        self._make_presenters(services)
        self._connect_presenters()
        self._connect_notes()
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
        self.watching.look()
        self.suggesting.prepare()
        self.annotating.empty_old_trash()

    def stop(self) -> None:
        """Store what is not yet stored; the tasks must be shut down after this."""
        self._window.annotations.commit()
        self.reading.keep_place()
        self.noting.stop()
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
            self.searching, self.reading,
        )  # fmt: skip
        self.annotating = AnnotatingPresenter(
            services.annotating, tasks, self.reading, window.reader, window.annotations,
            folders_for_words(services.paths),
        )  # fmt: skip
        self.settling = SettlePresenter(services.settling, tasks, window)
        self.importing = ImportPresenter(
            services.importing, services.searching, tasks, window.progress
        )
        self.exporting = ExportPresenter(tasks, window.reader, window.messages)
        self.correcting = CorrectionPresenter(services.importing, tasks, window)
        self.watching = WatchPresenter(services.watching, self.importing, tasks, window)
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
        self.noting = NotePresenter(
            services.annotating, services.settling, services.library, tasks, window
        )
        self.keeping = KeepingPresenter(services.keeping, self.choosing, tasks, window)
        self.note_links = NoteLinkPresenter(services.library, tasks, self.reading, window)
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
        self.speaking = SpeakPresenter(self.reading, window, Voice)
        window.action(Do.SPEAK).setVisible(can_speak())

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
        self.reading.moved.connect(lambda _offset: window.show_page(document=True))
        window.library.beside_wanted.connect(self.reading.open_beside)
        self.shelving.grouping_changed.connect(self.choosing.keep_grouping)
        self.choosing.changed.connect(self.settings_changed)
        self.choosing.changed.connect(self.placing.show_damage)
        window.files_dropped.connect(self._ask_for_files)
        window.reader.search_requested.connect(self.search)
        window.find_bar.library_wanted.connect(self._search_library)
        window.search_box.query_changed.connect(self._on_query)
        window.search_box.results_wanted.connect(window.results.focus_results)
        window.search_box.accepted.connect(self.searching.open_first)
        window.search_box.left.connect(self.focus_page)
        window.library.import_wanted.connect(self._ask_for_files)
        window.properties.place_chosen.connect(self.reading.reveal)
        window.reader.note_requested.connect(self._on_note_wanted)
        window.closing.connect(self.stop)
        self.reading.history_changed.connect(self._on_history)
        self.searching.index_unusable.connect(self.importing.mend)
        self.importing.index_mended.connect(self.searching.again)
        self.importing.index_mended.connect(self.suggesting.prepare)
        self.importing.library_changed.connect(self._on_library_changed)
        self.importing.imported.connect(self._on_imported)
        self.correcting.library_changed.connect(self._on_library_changed)
        window.properties.correction_wanted.connect(self._correct)

    def _connect_notes(self) -> None:
        results = self._window.results
        self.searching.answered.connect(self.noting.look_for)
        results.own_notes.clicked.connect(
            lambda: self.noting.show_those_with(self._window.search_box.text())
        )
        self.keeping.restored.connect(self.annotating.refresh)
        self.keeping.restored.connect(self.noting.refresh)
        self.noting.deleted.connect(self.annotating.delete_all)
        self.noting.arranged.connect(self.annotating.arrange)
        self.noting.renamed.connect(self.annotating.rename)
        self.noting.merged.connect(self.annotating.refresh)
        self.noting.merged.connect(self.noting.refresh)
        self.noting.place_wanted.connect(self.reading.open)
        self.annotating.changed.connect(self.noting.refresh_soon)
        self.annotating.deleted.connect(self._on_deleted)
        self.annotating.stepped.connect(self._window.messages.show_message)
        self.annotating.not_stored.connect(self._on_not_stored)
        self.settling.settled.connect(self.annotating.refresh)
        self.settling.settled.connect(self.noting.refresh_soon)
        self.settling.place_wanted.connect(self.reading.open)

    def _connect_actions(self) -> None:
        deeds: dict[Do, Callable[[], object]] = {
            Do.IMPORT: self._ask_for_files,
            Do.CORRECT: self._correct,
            Do.EXPORT_TABLES: self.exporting.export_all,
            Do.EXPORT_RESULTS: self.taking.ask,
            Do.PRINT: self.printing.ask,
            Do.WATCHED: self.watching.choose,
            Do.BACK: self.reading.back,
            Do.FORWARD: self.reading.forward,
            Do.OVERVIEW: self._switch_overview,
            Do.FIND: self.finding.begin,
            Do.NEXT_LINK: self.linking.next_link,
            Do.PREVIOUS_LINK: self.linking.previous_link,
            Do.GO_TO: self.going.begin,
            Do.SPEAK: self.speaking.switch,
            Do.NEXT_MATCH: self._next_match,
            Do.PREVIOUS_MATCH: self._previous_match,
            Do.BOOKMARK: self.annotating.toggle_bookmark,
            Do.HIGHLIGHT: lambda: self.annotating.highlight_selection(Colour.YELLOW),
            Do.NOTE: self.annotating.note_selection,
            Do.COPY_CITED: self.placing.copy_cited,
            Do.COPY_REFERENCE: self.placing.copy_reference,
            Do.UNDO: self.annotating.undo,
            Do.REDO: self.annotating.redo,
            Do.SETTLE: self.settling.ask,
            Do.TRASH: self.annotating.show_trash,
            Do.REOPEN_TAB: self._reopen,
            Do.NEXT_NOTE: lambda: self.annotating.step(1),
            Do.PREVIOUS_NOTE: lambda: self.annotating.step(-1),
            Do.BACKUP_FOLDER: self.keeping.ask_for_folder,
            Do.RESTORE: self.keeping.ask_for_backup,
            Do.EXPORT_NOTES: self.noting.export_all,
            Do.IMPORT_NOTES: self.noting.ask_for_package,
            Do.LARGER: self.choosing.larger,
            Do.SMALLER: self.choosing.smaller,
            Do.ACTUAL_SIZE: self.choosing.actual_size,
            Do.NEXT_THEME: self.choosing.next_theme,
            Do.LARGE_PRINT: self.choosing.switch_large_print,
            Do.RESTORED: self.choosing.switch_restored,
            Do.LANGUAGE: self.choosing.switch_language,
            Do.MANUAL: self._open_manual,
            Do.NEXT_DAMAGE: lambda: self.placing.step_damage(1),
            Do.PREVIOUS_DAMAGE: lambda: self.placing.step_damage(-1),
            Do.ABOUT: self._about,
        }
        for do, deed in deeds.items():
            self._window.action(do).triggered.connect(lambda _checked=False, deed=deed: deed())
        self._on_history(back=False, forward=False)

    def _search_library(self, words: str) -> None:
        self._window.find_bar.close_bar()
        self.search(words)

    def _next_match(self) -> None:
        (self.finding.next_place if self.finding.active else self.walking.next_match)()

    def _previous_match(self) -> None:
        (self.finding.previous_place if self.finding.active else self.walking.previous_match)()

    def _on_history(self, back: bool, forward: bool) -> None:  # noqa: FBT001  # a signal's values
        self._window.action(Do.BACK).setEnabled(back)
        self._window.action(Do.FORWARD).setEnabled(forward)

    def _on_query(self, text: str) -> None:
        if text.strip():
            self._window.show_panel("search")

    def _on_note_wanted(self, _span: object) -> None:
        self._window.show_notes()

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

    def _on_imported(self, report: ImportReport) -> None:
        words = import_text(report)
        self._window.messages.show_message(words)
        if is_smooth(report):
            return
        if report.failed:
            words += tr("没有读出来的文件没有被改动。")
        dialog = ReportDialog(words, report, self._window)
        dialog.document_chosen.connect(self.reading.open)
        dialog.open()

    def _reopen(self) -> None:
        if not self.reading.reopen():
            self._window.messages.show_message(tr("没有刚关闭的文件。"))

    def _on_not_stored(self, words: str) -> None:
        self._window.messages.show_message(words, tr("再存一次"), self._window.annotations.commit)

    def _on_deleted(self, _annotation: object) -> None:
        self._window.messages.show_message(tr("已删除。"), tr("撤销"), self.annotating.undo)

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
        box.setText(tr("政策阅读器 {version}").format(version=policyviewer.__version__))
        box.setInformativeText(tr("离线阅读、检索和摘记政策文件。不连接任何网络。"))
        box.open()
