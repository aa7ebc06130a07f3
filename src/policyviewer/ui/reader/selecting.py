"""What happens to selected words: the bar, the menu, and what the user asks for through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.gestures import SelectionActions
from policyviewer.ui.reader.selection_bar import SelectionBar
from policyviewer.ui.reader.view import ReaderView


class Selecting(QObject):
    """Joins a view's selection with the bar and the context menu."""

    changed = Signal(object)
    """A TextRange, or None when nothing is selected any more."""
    highlight_requested = Signal(object, str)
    note_requested = Signal(object)
    bookmark_requested = Signal(object)
    """A TextRange, or None for the place in view."""
    compile_requested = Signal(object)
    """As above: it shall be taken into the compilation."""
    search_requested = Signal(str)
    citation_requested = Signal()
    """The selected words shall be copied with their source."""
    speech_requested = Signal()
    """The selected words shall be read aloud."""
    table_copy_requested = Signal(int)
    """A code point in the table."""
    table_export_requested = Signal(int)
    table_view_requested = Signal(int)

    def __init__(self, view: ReaderView, words: Callable[[], str], parent: QObject) -> None:
        """``words`` gives the clean text of the selection."""
        super().__init__(parent)
        self._view = view
        self._words = words
        self._in_table: int | None = None
        """A code point of the table on which the menu was opened."""
        self._actions = SelectionActions(self)
        self._bar = SelectionBar(self._actions, view.viewport())
        self._connect()

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self._bar.set_colours(colours)
        self._actions.set_colours(colours, self._view.devicePixelRatioF())

    def hide_bar(self) -> None:
        """Take the bar away; what is selected stays."""
        self._bar.hide()

    def _connect(self) -> None:
        view, actions = self._view, self._actions
        view.selectionChanged.connect(self._on_selection_changed)
        view.selection_settled.connect(self._on_selection_settled)
        view.menu_requested.connect(self._on_menu_requested)
        actions.copy.triggered.connect(view.copy)
        actions.copy_cited.triggered.connect(self._on_copy_cited)
        view.number_pressed.connect(self._on_number)
        actions.select_all.triggered.connect(view.all_wanted)
        actions.copy_table.triggered.connect(self._on_copy_table)
        actions.export_table.triggered.connect(self._on_export_table)
        actions.view_table.triggered.connect(self._on_view_table)
        actions.highlighted.connect(self._on_highlighted)
        actions.note.triggered.connect(self._on_note)
        actions.bookmark.triggered.connect(self._on_bookmark)
        actions.compile.triggered.connect(self._on_compile)
        actions.search.triggered.connect(self._on_search)
        actions.speak.triggered.connect(self._on_speak)

    def _on_selection_changed(self) -> None:
        span = self._view.selected()
        if span is None:
            self._bar.hide()
        self.changed.emit(span)

    def _on_selection_settled(self) -> None:
        if self._view.selected() is not None:
            self._actions.enable(selected=True)
            self._bar.show_at(self._view.selection_rect())

    def _on_menu_requested(self, place: QPoint) -> None:
        self._bar.hide()
        self._in_table = self._view.table_under(place)
        self._actions.enable(
            selected=self._view.selected() is not None, table=self._in_table is not None
        )
        menu = self._actions.menu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_copy_table(self) -> None:
        if self._in_table is not None:
            self.table_copy_requested.emit(self._in_table)

    def _on_export_table(self) -> None:
        if self._in_table is not None:
            self.table_export_requested.emit(self._in_table)

    def _on_view_table(self) -> None:
        if self._in_table is not None:
            self.table_view_requested.emit(self._in_table)

    def _on_highlighted(self, colour: str) -> None:
        span = self._finish()
        if span is not None:
            self.highlight_requested.emit(span, colour)

    def _on_copy_cited(self) -> None:
        self._bar.hide()
        self.citation_requested.emit()

    def _on_speak(self) -> None:
        self._bar.hide()
        self.speech_requested.emit()

    def _on_number(self, number: int) -> None:
        """Highlight in the colour that has a number in the bar."""
        self._actions.enable(selected=True)
        colours = list(self._actions.highlights.values())
        if 1 <= number <= len(colours):
            colours[number - 1].trigger()

    def _on_note(self) -> None:
        span = self._finish()
        if span is not None:
            self.note_requested.emit(span)

    def _on_bookmark(self) -> None:
        self.bookmark_requested.emit(self._finish())

    def _on_compile(self) -> None:
        self._bar.hide()
        self.compile_requested.emit(self._view.selected())

    def _on_search(self) -> None:
        words = " ".join(self._words().split())
        self._bar.hide()
        if words:
            self.search_requested.emit(words)

    def _finish(self) -> TextRange | None:
        """Give the selected range and let go of it: the mark that is made takes its place."""
        span = self._view.selected()
        self._bar.hide()
        self._view.drop_selection()
        return span
