"""The window: arranges bar, rail, panels, page and columns; what they do is wired in desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.ui.actions import Do, commands, make_actions
from policyviewer.ui.columns import Columns
from policyviewer.ui.dropping import local_paths
from policyviewer.ui.first_place import first_place
from policyviewer.ui.keyboard_walk import has_focus, step_part
from policyviewer.ui.look import Look
from policyviewer.ui.page_colours import page_colours
from policyviewer.ui.panes.annotation_column import AnnotationColumn
from policyviewer.ui.panes.annotation_list import bookmark_list, note_list
from policyviewer.ui.panes.citations_pane import CitationsPane
from policyviewer.ui.panes.compilation_pane import CompilationPane
from policyviewer.ui.panes.library_pane import LibraryPane
from policyviewer.ui.panes.names_page import NamesPage
from policyviewer.ui.panes.outline_pane import OutlinePane
from policyviewer.ui.panes.overview_page import OverviewPage
from policyviewer.ui.panes.properties_pane import PropertiesPane
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.panes.task_page import TaskPage
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.reader.typography import LARGEST_ZOOM, SMALLEST_ZOOM
from policyviewer.ui.synopsis.page import SynopsisPage
from policyviewer.ui.theme import LIGHT
from policyviewer.ui.top_bar import TopBar
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.command_palette import CommandPalette
from policyviewer.ui.widgets.document_tabs import DocumentTabs
from policyviewer.ui.widgets.find_bar import FindBar
from policyviewer.ui.widgets.goto_bar import GotoBar
from policyviewer.ui.widgets.link_card import LinkCard
from policyviewer.ui.widgets.match_bar import MatchBar
from policyviewer.ui.widgets.message_strip import MessageStrip
from policyviewer.ui.widgets.offers import Offers
from policyviewer.ui.widgets.progress_strip import ProgressStrip
from policyviewer.ui.widgets.rail import Rail
from policyviewer.ui.widgets.search_box import SearchBox
from policyviewer.ui.widgets.speech_bar import SpeechBar
from policyviewer.ui.widgets.status_line import StatusLine
from policyviewer.ui.window_state import WindowState

SMALLEST = (720, 480)
_WIDTHS = [304, 760, 280]
_PANEL_DEEDS = {
    Do.LIBRARY_PANEL: "library",
    Do.OUTLINE_PANEL: "outline",
    Do.SEARCH_PANEL: "search",
    Do.BOOKMARKS_PANEL: "bookmarks",
    Do.NOTES_PANEL: "notes",
    Do.COMPILATION_PANEL: "compilation",
}


class MainWindow(QWidget):
    """All parts of the window, each a public attribute; it knows no service."""

    closing = Signal()
    """The user closes the window: what is not yet stored must be stored now."""
    files_dropped = Signal(list)
    """Paths of files and folders let fall on the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.program_name = tr("政策阅读器")
        self.setWindowTitle(self.program_name)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.actions_by_deed = make_actions(self)
        self.theme = LIGHT
        self._columns = Columns(_WIDTHS[0] + _WIDTHS[1] + _WIDTHS[2])
        self._make_parts()
        self._build()
        self._connect()

    def action(self, do: Do) -> QAction:
        """Give the action that does something."""
        return self.actions_by_deed[do]

    def show_panel(self, name: str) -> None:
        """Show one of the panels library, outline, search, bookmarks, notes, compilation."""
        self.rail.choose(name)
        self._stack.setCurrentWidget(self._panels[name])
        self._set_columns(self._columns.with_side(shown=True))

    def show_page(self, *, document: bool) -> None:
        """Show the reader, or the overview of the library."""
        self._page.setCurrentWidget(self.reader if document else self.overview)
        self._set_columns(self._columns)

    def show_tasks(self) -> None:
        """Show the task breakdown in the place of the page, and of the notes beside it."""
        self._page.setCurrentWidget(self.task_page)
        self._set_columns(self._columns)

    @property
    def tasks_shown(self) -> bool:
        """Say whether the task breakdown stands in the place of the page."""
        return self._page.currentWidget() is self.task_page

    def show_names(self) -> None:
        """Show the index of names in the place of the page, and of the notes beside it."""
        self._page.setCurrentWidget(self.names_page)
        self._set_columns(self._columns)

    @property
    def names_shown(self) -> bool:
        """Say whether the index of names stands in the place of the page."""
        return self._page.currentWidget() is self.names_page

    def show_synopsis(self) -> None:
        """Show a comparison in the place of the page."""
        self._page.setCurrentWidget(self.synopsis)

    @property
    def synopsis_shown(self) -> bool:
        """Say whether a comparison stands in the place of the page."""
        return self._page.currentWidget() is self.synopsis

    @property
    def overview_shown(self) -> bool:
        """Say whether the overview stands in the place of the page."""
        return self._page.currentWidget() is self.overview

    def show_notes(self) -> None:
        """Show the notes column."""
        self._aside.setCurrentWidget(self.annotations)
        self._set_columns(self._columns.with_notes(shown=True))

    def set_program_name(self, name: str) -> None:
        """Call the program by another name, a team's."""
        self.program_name = name
        self.setWindowTitle(name)

    def show_properties(self) -> None:
        """Show what is known of the document on the page."""
        self._aside.setCurrentWidget(self.properties)
        self._set_columns(self._columns.with_notes(shown=True))

    def set_look(self, look: Look) -> None:
        """Draw icons, cards and page in the colours of the theme in force."""
        self.theme = theme = look.theme
        self.bar.set_icons(look.icon)
        self.search_box.set_icon(look.icon("search-line"))
        self.rail.set_icons(look.icon)
        self.results.set_theme(theme)
        self.properties.set_theme(theme)
        self.library.set_theme(theme)
        self.overview.set_theme(theme)
        self.synopsis.set_theme(theme)
        self.synopsis.set_icons(look.icon)
        self.task_page.set_theme(theme)
        self.names_page.set_theme(theme)
        self.offers.set_theme(theme)
        self.places.set_theme(theme)
        self.commands.offers.set_theme(theme)
        self.results.set_icons(look.icon)
        self.find_bar.set_icons(look.icon)
        self.matches.set_icons(look.icon("arrow-up-s-line"), look.icon("arrow-down-s-line"))
        for pane in (self.annotations, self.bookmarks, self.notes, self.compilation):
            pane.set_theme(theme)
        self.reader.set_colours(page_colours(theme))

    def state(self) -> WindowState:
        """Give what is kept of the window until the next start."""
        beside = self.reader.other_document
        return WindowState(
            geometry=bytes(self.saveGeometry().data()),
            widths=tuple(self._split.sizes()),
            beside=beside.id if beside is not None else "",
            panel=next(
                name for name, pane in self._panels.items() if pane is self._stack.currentWidget()
            ),
        )

    def restore_state(self, state: WindowState) -> None:
        """Take up the state of the last time; widths of hidden columns are not taken over."""
        if not (state.geometry and self.restoreGeometry(QByteArray(state.geometry))):
            self.setGeometry(first_place(self.screen().availableGeometry()))
        if state.widths and all(state.widths):
            self._split.setSizes(list(state.widths))
        if state.panel in self._panels:
            self.rail.choose(state.panel)
            self._stack.setCurrentWidget(self._panels[state.panel])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns(self._columns.resized(event.size().width()))
        self.bar.fit(event.size().width())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(local_paths(event.mimeData()))
        event.acceptProposedAction()

    def _make_parts(self) -> None:
        self.search_box = SearchBox()
        self.offers = Offers(self)
        self.search_box.offers = self.offers
        self.rail = Rail()
        self.library = LibraryPane()
        self.outline = OutlinePane()
        self.results = SearchPane()
        self.offers.kept_clear = self.results
        self.bookmarks = bookmark_list()
        self.notes = note_list()
        self.compilation = CompilationPane()
        self.tabs = DocumentTabs()
        self.reader = ReaderDeck()
        self.annotations = AnnotationColumn()
        self.properties = PropertiesPane()
        self.citations = CitationsPane()
        self.link_card = LinkCard(self)
        self.find_bar = FindBar()
        self.goto_bar = GotoBar()
        self.places = Offers(self)
        self.commands = CommandPalette(self)
        self.matches = MatchBar()
        self.speech = SpeechBar()
        self.messages = MessageStrip()
        self.progress = ProgressStrip()
        self.status = StatusLine((SMALLEST_ZOOM, LARGEST_ZOOM))
        self.bar = TopBar(self.actions_by_deed, self.search_box)
        self._page = QStackedWidget()
        self.overview = OverviewPage()
        self.synopsis = SynopsisPage()
        self.task_page = TaskPage()
        self.names_page = NamesPage()
        self._panels: dict[str, QWidget] = {
            "library": self.library,
            "outline": self.outline,
            "search": self.results,
            "bookmarks": self.bookmarks,
            "notes": self.notes,
            "compilation": self.compilation,
        }

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._columns_split(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        self.status.add_progress(self.progress)

    def _columns_split(self) -> QSplitter:
        self._stack = QStackedWidget()
        self._stack.setObjectName("side")
        for pane in self._panels.values():
            self._stack.addWidget(pane)
        self._aside = QTabWidget()
        self._aside.setObjectName("aside")
        self._aside.setDocumentMode(True)
        self._aside.addTab(self.annotations, tr("批注"))
        self._aside.addTab(self.properties, tr("属性"))
        self._aside.addTab(self.citations, tr("引用"))
        centre = QWidget()
        page = QVBoxLayout(centre)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.tabs)
        page.addWidget(self.find_bar)
        page.addWidget(self.goto_bar)
        self._page.addWidget(self.reader)
        self._page.addWidget(self.overview)
        self._page.addWidget(self.synopsis)
        self._page.addWidget(self.task_page)
        self._page.addWidget(self.names_page)
        page.addWidget(self._page, 1)
        page.addWidget(self.matches)
        page.addWidget(self.speech)
        page.addWidget(self.messages)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for column, stretch in ((self._stack, 0), (centre, 1), (self._aside, 0)):
            self._split.addWidget(column)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        self._stack.setMinimumWidth(220)
        self._aside.setMinimumWidth(220)
        self._split.setSizes(_WIDTHS)
        return self._split

    def _connect(self) -> None:
        self.rail.panel_chosen.connect(self.show_panel)
        self.tabs.tabBarClicked.connect(self._on_tab_clicked)
        self.tabs.document_chosen.connect(lambda _name: self.show_page(document=True))
        self.action(Do.SIDE_PANEL).triggered.connect(self._on_side_toggled)
        self.action(Do.NOTES_COLUMN).triggered.connect(self._on_notes_toggled)
        self.action(Do.SEARCH).triggered.connect(self._on_search_wanted)
        self.action(Do.QUIT).triggered.connect(self.close)
        self.action(Do.NEXT_PART).triggered.connect(lambda: self.step_part(1))
        self.action(Do.PREVIOUS_PART).triggered.connect(lambda: self.step_part(-1))
        self.action(Do.CLOSE_TAB).triggered.connect(self.tabs.close_current)
        for do, name in _PANEL_DEEDS.items():
            self.action(do).triggered.connect(partial(self._go_to_panel, name))
        self.action(Do.NEXT_TAB).triggered.connect(partial(self.tabs.step, 1))
        self.action(Do.PREVIOUS_TAB).triggered.connect(partial(self.tabs.step, -1))
        self.action(Do.FULL_SCREEN).triggered.connect(self._on_full_screen)
        self.action(Do.SPLIT).triggered.connect(self._on_split_wanted)
        self.action(Do.PALETTE).triggered.connect(self._on_palette_wanted)
        self.commands.chosen.connect(lambda do: self.action(do).trigger())
        self.action(Do.OTHER_PAGE).triggered.connect(self.reader.activate_other)
        self.reader.split_changed.connect(self._on_split)
        self._on_split(split=False)

    def _on_tab_clicked(self, at: int) -> None:
        """Leave the overview, also by the tab that is the current one already."""
        if at == self.tabs.currentIndex() and self.tabs.page_is_current:
            self.show_synopsis()
        elif at >= 0:
            self.show_page(document=True)

    def _on_side_toggled(self) -> None:
        self._set_columns(self._columns.with_side(shown=not self._columns.side_shown))

    def _on_notes_toggled(self) -> None:
        self._set_columns(self._columns.with_notes(shown=not self._columns.notes_shown))

    def step_part(self, way: int) -> None:
        """Give the keyboard to the next part of the window that is shown (1), or the one before."""
        parts = (self.search_box, self._stack, self._page, self._aside, self.status)
        step_part(parts, way)

    def place_of_focus(self) -> str:
        """Give the part of the window that has the keyboard, by the name of its attribute or
        panel.
        """
        parts = {
            **self._panels,
            "overview": self.overview,
            "synopsis": self.synopsis,
            "tasks": self.task_page,
            "names": self.names_page,
            "reader": self.reader,
            "annotations": self.annotations,
            "properties": self.properties,
            "citations": self.citations,
        }
        if has_focus(self.search_box):
            return "search"
        return next((name for name, part in parts.items() if has_focus(part)), "")

    def _go_to_panel(self, name: str) -> None:
        self.show_panel(name)
        self._panels[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._panels[name].focusNextChild()

    def _on_full_screen(self) -> None:
        full = not self.isFullScreen()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.action(Do.FULL_SCREEN).setChecked(full)

    def _on_palette_wanted(self) -> None:
        self.commands.open_palette(commands(self.actions_by_deed))

    def _on_split_wanted(self, split: bool) -> None:  # noqa: FBT001  # a signal's value
        if split:
            self.reader.split()
        else:
            self.reader.unsplit()
        self.action(Do.SPLIT).setChecked(self.reader.is_split)

    def _on_split(self, split: bool) -> None:  # noqa: FBT001  # a signal's value
        self.action(Do.SPLIT).setChecked(split)
        self.action(Do.OTHER_PAGE).setEnabled(split)
        self._set_columns(self._columns.with_split(split=split))

    def _on_search_wanted(self) -> None:
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _set_columns(self, columns: Columns) -> None:
        self._columns = columns
        self._stack.setVisible(columns.side_shown)
        whole = self.tasks_shown or self.names_shown
        self._aside.setVisible(columns.notes_shown and not whole)
        self.action(Do.NOTES_COLUMN).setEnabled(not whole)
        self.action(Do.SIDE_PANEL).setChecked(columns.side_shown)
        self.action(Do.NOTES_COLUMN).setChecked(columns.notes_shown)
