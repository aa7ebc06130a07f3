"""Comparisons in the window: what is compared, its tab, where it leads, and its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from policyviewer.app.comparing import Compared, ComparingService, Edition
from policyviewer.app.library import LibraryService
from policyviewer.app.synopsis_export import export_synopsis
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.superior import paragraphs_of
from policyviewer.domain.synopsis import Row, Unit, unit_of
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.comparison_dialog import ComparisonDialog
from policyviewer.ui.dialogs.edition_dialog import EditionDialog
from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name
from policyviewer.ui.dialogs.tie_dialog import TieDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.page_colours import page_colours
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.document_tabs import tab_title

_FORMATS = {
    ".docx": noop("Word 文档 (*.docx)"),
    ".html": noop("网页 (*.html)"),
    ".xlsx": noop("Excel 工作簿 (*.xlsx)"),
}
_KEY = "compare"


class ComparePresenter(QObject):
    """Compares in the background and shows each comparison in a tab of its own."""

    def __init__(
        self,
        service: ComparingService,
        library: LibraryService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._library = library
        self._tasks = tasks
        self._reading = reading
        self._window = window
        self._page = window.synopsis
        self._open: dict[str, Compared] = {}
        """The comparisons that have a tab, by its name."""
        self._shown = ""
        self._connect()

    def ask(self, documents: Sequence[str] = (), *, superior: bool = False) -> None:
        """Let the user choose what is compared: at first these documents, or the one on the
        page.
        """
        present = self._reading.document
        names = list(documents) or ([present.id] if present is not None else [])
        self._tasks.submit(
            lambda _ctx: self._library.documents(),
            on_done=partial(self._ask, names, superior=superior),
            owner=self,
            lane=Lane.READ,
        )

    def compare_chosen(self, documents: Sequence[str], superior: bool) -> None:  # noqa: FBT001
        """Compare two documents, or let the user choose the one to compare one with."""
        if len(documents) != 2:
            self.ask(documents, superior=superior)
            return
        one, other = (DocumentId(name) for name in documents)
        make = self._service.carried_out if superior else self._service.compare_two
        self._make(lambda: make(one, other))

    def compare_former(self, document: str = "") -> None:
        """Compare a document, or the one on the page, with its former edition."""
        present = self._reading.document
        name = document or (present.id if present is not None else "")
        if not name:
            self._window.messages.show_message(tr("请先打开一份文件。"))
            return
        self._make(lambda: self._service.with_former(DocumentId(name)))

    def compare(self, old: Edition, new: Edition, superior: bool) -> None:  # noqa: FBT001
        """Compare two editions; ``superior`` as in the dialog's signal."""
        if superior:
            self._make(lambda: self._service.beside_superior(old.document, new.document))
        else:
            self._make(lambda: self._service.compare(old, new))

    def step(self, by: int) -> None:
        """Go to the next change on the page (1), or the one before (-1)."""
        self._page.step(by)

    def _connect(self) -> None:
        page, tabs = self._page, self._window.tabs
        page.view.set_zoom(self._window.reader.zoom)
        self._window.reader.zoom_changed.connect(page.view.set_zoom)
        tabs.page_chosen.connect(self._on_tab_chosen)
        tabs.page_closed.connect(self._on_tab_closed)
        page.place_chosen.connect(self._go)
        page.export_wanted.connect(self._ask_for_file)
        page.swap_wanted.connect(self._swap)
        page.tie_wanted.connect(self._ask_for_origin)
        page.untie_wanted.connect(self._untie)
        page.forget_wanted.connect(self._forget)
        page.step_failed.connect(self._on_no_step)
        page.not_found.connect(self._on_not_found)
        self._window.library.comparison_wanted.connect(self.compare_chosen)
        self._window.library.former_wanted.connect(self.compare_former)
        self._window.properties.former_wanted.connect(self.compare_former)

    def _make(self, make: Callable[[], Compared]) -> None:
        def work(ctx: JobContext) -> Compared:
            ctx.token.check()
            return make()

        self._tasks.submit(
            work,
            on_done=self._show,
            on_error=self._on_failed,
            owner=self,
            lane=Lane.READ,
            key=_KEY,
        )

    def _on_failed(self, error: BaseException) -> None:
        """Tell in a line what cannot be compared: that is no accident."""
        if isinstance(error, UserError):
            self._window.messages.show_message(f"{error.text}{error.hint}")
        else:
            self._tasks.failed.emit(error)

    def _show(self, made: Compared) -> None:
        name = tab_name(made)
        keep = self._shown == name and self._page.compared is not None
        self._open[name] = made
        title = tr("落实：{title}") if made.superior else tr("对照：{title}")
        tip = " → ".join(made.names)
        self._window.tabs.show_page(name, title.format(title=tab_title(made.new.title)), tip)
        self._shown = name
        self._page.show_compared(made, keep_place=keep)
        self._window.show_synopsis()
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tab_chosen(self, name: str) -> None:
        made = self._open.get(name)
        if made is not None:
            if name != self._shown:
                self._shown = name
                self._page.show_compared(made)
            self._window.show_synopsis()

    def _on_tab_closed(self, name: str) -> None:
        self._open.pop(name, None)
        if name == self._shown:
            self._shown = ""
            self._page.clear()
        if not self._window.tabs.count():
            self._window.show_page(document=False)

    def _on_no_step(self) -> None:
        self._window.messages.show_message(tr("没有更多变化了。"))

    def _on_not_found(self) -> None:
        self._window.messages.show_message(tr("对照中没有这些字。"))

    def _swap(self) -> None:
        made = self._page.compared
        if made is None or made.old.document is None or made.new.document is None:
            return
        old = Edition(made.old.document, made.old.version)
        new = Edition(made.new.document, made.new.version)
        self.compare(new, old, superior=False)

    def _ask(
        self, names: Sequence[str], documents: Sequence[DocumentSummary], *, superior: bool
    ) -> None:
        titles = [(one.id, one.title) for one in documents]
        dialog = ComparisonDialog(titles, self._window)
        dialog.editions_wanted.connect(partial(self._list_editions, dialog))
        dialog.comparison_wanted.connect(self.compare)
        dialog.choose_superior(superior=superior)
        if names:
            dialog.choose(1, names[0])
        dialog.open()

    def _list_editions(self, dialog: ComparisonDialog, side: int, document: str) -> None:
        def read(_ctx: JobContext) -> list[tuple[int, str]]:
            return [
                (one.version, edition_text(one))
                for one in self._library.editions(DocumentId(document))
            ]

        self._tasks.submit(
            read,
            on_done=partial(dialog.show_editions, side, document),
            owner=dialog,
            lane=Lane.READ,
            key=f"editions-{side}",
        )

    def _go(self, side: int, start: int) -> None:
        """Lead to a place of a document: on the page, or where its edition is not shown there."""
        made = self._page.compared
        place = (made.old, made.new)[side] if made is not None else None
        if place is None or place.document is None:
            return
        name, version = place.document, place.version

        def read(_ctx: JobContext) -> Document | None:
            present = self._library.open(name).version == version
            return None if present else self._library.open(name, version)

        self._tasks.submit(
            read, on_done=partial(self._on_read, name, start), owner=self, lane=Lane.READ
        )

    def _on_read(self, name: DocumentId, start: int, edition: Document | None) -> None:
        if edition is None:
            self._reading.open(name, TextRange(start, start))
            self._window.show_page(document=True)
            return
        reader = self._window.reader
        dialog = EditionDialog(edition, page_colours(self._window.theme), self._window)
        dialog.show()
        dialog.show_place(start, reader.active.style_of_page, reader.zoom)

    def _ask_for_origin(self, row: Row) -> None:
        """Let the user choose the paragraph that a local one carries out."""
        made = self._page.compared
        if made is None:
            return
        texts = made.old.outline.text, made.new.outline.text
        units = [unit_of(tile.provision, texts[0]) for tile in paragraphs_of(made.old.outline)]
        dialog = TieDialog(
            row.new[0].span.of(texts[1]),
            [(unit, unit.span.of(texts[0])) for unit in units],
            row.old[0] if row.old else None,
            self._window,
        )
        dialog.chosen.connect(partial(self._tie, made, row))
        dialog.open()

    def _untie(self, row: Row) -> None:
        if self._page.compared is not None:
            self._tie(self._page.compared, row, None)

    def _tie(self, made: Compared, row: Row, origin: Unit | None) -> None:
        self._keep(lambda: self._service.tie(made, row.new[0], origin))

    def _forget(self, row: Row) -> None:
        made = self._page.compared
        if made is not None:
            self._keep(lambda: self._service.untie(made, row.new[0]))

    def _keep(self, change: Callable[[], Compared]) -> None:
        """Keep what the user said of a paragraph, and show what follows from it."""
        self._tasks.submit(lambda _ctx: change(), on_done=self._show, owner=self, lane=Lane.NOTES)

    def _ask_for_file(self, only_changes: bool) -> None:  # noqa: FBT001  # a signal's value
        made = self._page.compared
        if made is None:
            return
        name = f"{file_name(made)}.docx"
        formats = {tr(words): ending for ending, words in _FORMATS.items()}

        def export(path: Path) -> None:
            self.export(made, path, only_changes=only_changes)

        ask_where(self._window, tr("导出对照表"), name, formats, export)

    def export(self, made: Compared, path: Path, *, only_changes: bool) -> None:
        """Write a comparison into a file, in a format by its name."""

        def write(ctx: JobContext) -> int:
            ctx.token.check()
            return export_synopsis(made, path, only_changes=only_changes)

        def told(count: int) -> None:
            self._window.messages.show_message(
                tr("对照表共 {count} 行，已导出到“{path}”。").format(count=count, path=path)
            )

        self._tasks.submit(
            write, on_done=told, on_error=self._on_failed, owner=self, lane=Lane.READ
        )


def tab_name(made: Compared) -> str:
    """Give what tells the tab of a comparison from others."""
    sides = (f"{side.document}@{side.version}" for side in (made.old, made.new))
    return "|".join((*sides, "superior" if made.superior else ""))


def file_name(made: Compared) -> str:
    """Give what the file of a comparison is called."""
    kind = tr("上下位对照表") if made.superior else tr("新旧对照表")
    return f"{fit_name(made.new.title)}{kind}"


def edition_text(one: DocumentSummary) -> str:
    """Give an edition of a document in words: number, and when it was written or imported."""
    written = one.metadata.written or one.metadata.published
    if written:
        return tr("第 {version} 版　{day}").format(version=one.version, day=written)
    day = one.source.imported.astimezone().date().isoformat()
    return tr("第 {version} 版　{day} 导入").format(version=one.version, day=day)
