"""The index of names: read behind the window, shown, and searched by."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from policyviewer.app.library import LibraryService
from policyviewer.app.name_list import NameList
from policyviewer.app.naming import NamingService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.name_counts import NameCount, searched
from policyviewer.domain.queries import SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext, Progress
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.tasks import Lane, TaskHandle, TaskRunner
from policyviewer.ui.translation import tr

_KEY = "names"


class NamePresenter(QObject):
    """Shows names in the place of the page; what was read is kept, also when one cancels."""

    def __init__(
        self,
        naming: NamingService,
        library: LibraryService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        searching: SearchPresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._naming = naming
        self._library = library
        self._tasks = tasks
        self._reading = reading
        self._searching = searching
        self._window = window
        self._stopped = False
        self._page = page = window.names_page
        page.name_chosen.connect(self._search)
        page.scope_chosen.connect(lambda _name: self._read())
        page.go_on_wanted.connect(self._read)
        page.back_wanted.connect(self._back)

    def switch(self) -> None:
        """Show the names of the library, or the page again."""
        if self._window.names_shown:
            self._back()
        else:
            self.show()

    def show(self, document: str = "") -> None:
        """Show the names of the library, or of a document of it."""
        shown = self._reading.document
        if document and (shown is None or shown.id != document):
            title = self._library.title(DocumentId(document)) or ""
            self._page.show_scopes(document, title, chosen=True)
        elif shown is not None:
            title = shown.outline.metadata.title or shown.source.name
            self._page.show_scopes(shown.id, title, chosen=bool(document))
        else:
            self._page.show_scopes("", "", chosen=False)
        self._window.show_names()
        self._page.focus_list()
        self._read()

    def refresh(self) -> None:
        """Read anew what is shown: the library has changed."""
        if self._window.names_shown:
            self._read()

    def _read(self) -> None:
        document = self._page.document
        self._page.show_reading()
        self._stopped = False
        started: list[TaskHandle] = []

        def read(ctx: JobContext) -> NameList:
            if document:
                counts = self._naming.of(self._library.open(DocumentId(document)))
            else:
                counts = self._naming.names(ctx)
            names = NameList(counts)
            names.prepare()
            return names

        def told(progress: Progress) -> None:
            strip = self._window.progress
            strip.begin(tr("正在读出名称"), lambda: self._stop(started[0]))
            strip.show_progress(progress)

        handle = self._tasks.submit(
            read,
            on_done=self._page.show_names,
            on_error=self._on_error,
            on_progress=told,
            on_end=self._on_end,
            owner=self,
            lane=Lane.READ,
            key=_KEY,
        )
        started.append(handle)

    def _stop(self, handle: TaskHandle) -> None:
        self._stopped = True
        handle.cancel()

    def _on_end(self) -> None:
        self._window.progress.finish()
        if self._stopped:
            self._page.show_stopped()

    def _on_error(self, error: BaseException) -> None:
        self._stopped = True
        self._tasks.failed.emit(error)

    def _search(self, name: NameCount) -> None:
        """Search for a name in all its forms, where its names are listed from."""
        wanted = SearchFilter()
        if self._page.document:
            wanted = replace(wanted, documents=(DocumentId(self._page.document),))
        self._window.show_panel("search")
        self._searching.restore(SearchQuery(searched(name), wanted=wanted))

    def _back(self) -> None:
        self._window.show_page(document=self._reading.document is not None)
        self._window.reader.set_focus_on_text()
