"""All that the window does with notes and bookmarks, joined."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog

from policyviewer.app.services import Services
from policyviewer.app.word_rescue import WordRescue, folders_for_words
from policyviewer.domain.annotations import Colour
from policyviewer.ui.actions import Do
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.annotating import AnnotatingPresenter
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.presenters.keeping import KeepingPresenter
from policyviewer.ui.presenters.note_history import NoteHistoryPresenter
from policyviewer.ui.presenters.note_links import NoteLinkPresenter
from policyviewer.ui.presenters.noting import NotePresenter
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.reviewing import ReviewPresenter
from policyviewer.ui.presenters.settling import SettlePresenter
from policyviewer.ui.presenters.tagging import TagPresenter
from policyviewer.ui.tasks import TaskRunner
from policyviewer.ui.translation import tr

_LONGEST_AUTHOR = 40


class NotesDesk(QObject):
    """Makes the presenters of notes and connects them with each other and with the page."""

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        choosing: ChoicePresenter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reading = reading
        self._choosing = choosing
        self._service = annotating = services.annotating
        self._rescue = WordRescue(folders_for_words(services.paths))
        self.annotating = AnnotatingPresenter(
            annotating, tasks, reading, window.reader, window.annotations, self._rescue
        )
        self.settling = SettlePresenter(services.settling, tasks, window)
        self.noting = NotePresenter(
            annotating, services.settling, services.library, services.tagging, tasks, window
        )
        self.tagging = TagPresenter(services.tagging, tasks, window)
        self.history = NoteHistoryPresenter(annotating, tasks, window)
        self.reviewing = ReviewPresenter(
            services.library, annotating, services.settling, tasks, reading, window
        )
        self.keeping = KeepingPresenter(
            services.keeping, services.paths.drive, choosing, tasks, window
        )
        self.links = NoteLinkPresenter(services.library, tasks, reading, window)
        self._connect()

    def begin(self) -> None:
        """See to what was left behind: the old trash, and words that could not be stored."""
        self.annotating.empty_old_trash()
        self._tell_of_rescued_words()

    def stop(self) -> None:
        """Store what is not yet stored."""
        self._window.annotations.commit()
        self.noting.stop()

    def rescue_words(self) -> None:
        """Write words into files that could not be stored; no job may run any more."""
        self._rescue.keep_all()

    def deeds(self) -> dict[Do, Callable[[], object]]:
        """Give what the actions about notes do."""
        return {
            Do.BOOKMARK: self.annotating.toggle_bookmark,
            Do.HIGHLIGHT: lambda: self.annotating.highlight_selection(Colour.YELLOW),
            Do.NOTE: self.annotating.note_selection,
            Do.UNDO: self.annotating.undo,
            Do.REDO: self.annotating.redo,
            Do.NEXT_NOTE: lambda: self.annotating.step(1),
            Do.PREVIOUS_NOTE: lambda: self.annotating.step(-1),
            Do.TRASH: self.annotating.show_trash,
            Do.SETTLE: self.settling.ask,
            Do.BACKUP_FOLDER: self.keeping.ask_for_folder,
            Do.RESTORE: self.keeping.ask_for_backup,
            Do.EXPORT_NOTES: self.noting.export_all,
            Do.IMPORT_NOTES: self.noting.ask_for_package,
            Do.READ_MARKED: self.reviewing.read_all,
            Do.STATISTICS: self.reviewing.show_statistics,
            Do.PRINT_NOTED: self.reviewing.print_document,
            Do.TAGS: self.tagging.open,
            Do.SIGNATURE: self._ask_signature,
        }

    def _connect(self) -> None:
        window, reading = self._window, self._reading
        window.reader.note_requested.connect(lambda _span: window.show_notes())
        window.results.own_notes.all_wanted.connect(
            lambda: self.noting.show_those_with(window.search_box.text())
        )
        self.annotating.changed.connect(self.noting.refresh_soon)
        self.annotating.deleted.connect(self._on_deleted)
        self.annotating.stepped.connect(window.messages.show_message)
        self.annotating.not_stored.connect(self._on_not_stored)
        self.noting.deleted.connect(self.annotating.delete_all)
        self.noting.arranged.connect(self.annotating.arrange)
        self.noting.renamed.connect(self.annotating.rename)
        self.noting.restored.connect(self.annotating.restore)
        self.noting.reading_wanted.connect(self.reviewing.read)
        self.noting.statistics_wanted.connect(self.reviewing.show_statistics)
        self.reviewing.document_wanted.connect(self.noting.show_those_of)
        self.history.text_wanted.connect(self.annotating.rename)
        for changed in (self.keeping.restored, self.noting.merged, self.tagging.changed):
            changed.connect(self.annotating.refresh)
            changed.connect(self.noting.refresh)
        self.settling.settled.connect(self.annotating.refresh)
        self.settling.settled.connect(self.noting.refresh_soon)
        for wanted in (
            self.noting.place_wanted, self.settling.place_wanted, self.reviewing.place_wanted,
        ):  # fmt: skip
            wanted.connect(reading.open)

    def _on_not_stored(self, words: str) -> None:
        self._window.messages.show_message(
            words, tr("再存一次"), self._window.annotations.commit, lasting=True
        )

    def _tell_of_rescued_words(self) -> None:
        """Tell of words that the last run could not store: nobody else would."""
        files = self._rescue.left()
        if not files:
            return
        folder = QUrl.fromLocalFile(str(files[0].parent))
        words = tr("上次有 {count} 条批注没有存上，文字在“{path}”。抄回批注后请删除这个文件。")
        self._window.messages.show_message(
            words.format(count=len(files), path=files[0]),
            tr("打开文件夹"),
            lambda: QDesktopServices.openUrl(folder),
            lasting=True,
        )

    def _on_deleted(self, _annotation: object) -> None:
        self._window.messages.show_message(tr("已删除。"), tr("撤销"), self.annotating.undo)

    def _ask_signature(self) -> None:
        """Ask for the name by which notes are signed: a colleague's are told by theirs."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("批注署名"))
        dialog.setLabelText(tr("以后做的批注署这个名字；空着就用登录这台电脑的名字："))
        dialog.setTextValue(self._service.author)
        dialog.textValueSelected.connect(self._sign)
        dialog.open()

    def _sign(self, author: str) -> None:
        name = " ".join(author.split())[:_LONGEST_AUTHOR]
        self._choosing.choose("author", name)
        self._service.sign(name)
        self._window.annotations.set_author(self._service.author)
        words = tr("以后的批注署名“{name}”；以前的不变。")
        self._window.messages.show_message(words.format(name=self._service.author))
