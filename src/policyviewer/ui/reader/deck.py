"""The reader's desk: one page, or two beside each other; it speaks as the active one does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget
from typing_extensions import override

from policyviewer.app.page_settings import PageStyle
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.sheet_frame import SheetFrame

_NARROWEST = 260
"""Device-independent pixels that a page keeps when the two are made unequal."""


class ReaderDeck(QWidget):
    """One or two pages, of which one is active: the one that was clicked or typed into last.

    What is asked of the deck is asked of the active page, and its signals are those of the
    active page. Marks belong to a document and are shown wherever it is; zoom and colours are
    those of both pages.
    """

    active_changed = Signal()
    """Another page is the active one now."""
    split_changed = Signal(bool)
    """Whether there are two pages."""
    position_changed = Signal(int)
    selection_changed = Signal(object)
    highlight_requested = Signal(object, str)
    note_requested = Signal(object)
    bookmark_requested = Signal(object)
    compile_requested = Signal(object)
    search_requested = Signal(str)
    citation_requested = Signal()
    speech_requested = Signal()
    partly_selected = Signal(int, int)
    table_export_requested = Signal(object)
    table_view_requested = Signal(object)
    mark_activated = Signal(str)
    link_activated = Signal(object, bool)
    link_hovered = Signal(object, QRect)
    zoom_changed = Signal(float)
    filled = Signal()

    def __init__(self, colours: PageColours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours or PageColours()
        self._style = PageStyle()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._splitter)
        self._frames: list[SheetFrame] = []
        self._add_frame(ReaderPane(self._colours))
        self._active = self._frames[0]

    @property
    def active(self) -> ReaderPane:
        """Give the active page."""
        return self._active.pane

    @property
    def panes(self) -> list[ReaderPane]:
        """Give all pages, from left to right."""
        return [frame.pane for frame in self._frames]

    @property
    def is_split(self) -> bool:
        """Say whether there are two pages."""
        return len(self._frames) > 1

    @property
    def document(self) -> Document | None:
        """Give the document on the active page."""
        return self.active.document

    @property
    def zoom(self) -> float:
        """Give the zoom of the pages, 1.0 being the actual size."""
        return self.active.zoom

    @property
    def filling(self) -> bool:
        """Say whether parts of a document are not on their page yet."""
        return any(pane.filling for pane in self.panes)

    @property
    def other_document(self) -> Document | None:
        """Give the document on the page beside the active one."""
        return next((one.document for one in self.panes if one is not self.active), None)

    def split(self) -> None:
        """Show the active page's document a second time beside it; the new page is active."""
        if self.document is not None and not self.is_split:
            self.show_beside(self.document, self.position())
            self.activate_other()

    def show_beside(self, document: Document, at: int) -> None:
        """Show a document on a second page, with the line of a code point at the top."""
        if self.is_split:
            return
        pane = ReaderPane(self._colours)
        pane.set_zoom(self.zoom)
        pane.set_page_style(self._style)
        self._add_frame(pane)
        half = self.width() // 2
        self._splitter.setSizes([half, self.width() - half])
        pane.show_document(document, at)
        self._show_frames()
        self.split_changed.emit(True)  # noqa: FBT003  # a signal's value

    def unsplit(self) -> None:
        """Keep the active page only."""
        for frame in [one for one in self._frames if one is not self._active]:
            self._remove(frame)

    def activate_other(self) -> None:
        """Make the other page the active one and give it the keyboard."""
        for frame in self._frames:
            if frame is not self._active:
                frame.pane.set_focus_on_text()
                self._activate(frame)
                return

    def show_document(self, document: Document, at: int = 0) -> None:
        """Show a document on the active page, with the line of a code point at the top."""
        self.active.show_document(document, at)
        self._show_frames()

    def show_again(self, document: Document) -> None:
        """Show the new text of a document on the other pages that show it, where they stand."""
        for pane in self.panes:
            shown = pane.document
            if pane is not self.active and shown is not None and shown.id == document.id:
                pane.show_document(document, pane.position())

    def let_go(self, name: str) -> None:
        """Close the pages beside the active one that show a document, which was closed."""
        for frame in list(self._frames):
            shown = frame.pane.document
            if frame is not self._active and shown is not None and shown.id == name:
                self._remove(frame)

    def clear(self) -> None:
        """Show one empty page."""
        self.unsplit()
        self.active.clear()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the user's marks of the active page's document wherever it is shown."""
        for pane in self.panes:
            if _same_text(pane.document, self.document):
                pane.set_marks(marks)

    def set_hits(self, ranges: Sequence[TextRange], current: int | None) -> None:
        """Mark search hits of the active page's document; no hits take all marks away."""
        for pane in self.panes:
            if pane is self.active:
                pane.set_hits(ranges, current)
            elif not ranges or _same_text(pane.document, self.document):
                pane.set_hits(ranges, None)

    def set_spoken(self, span: TextRange | None) -> None:
        """Mark what is being read aloud of the active page's document, wherever it is shown."""
        for pane in self.panes:
            if span is None or _same_text(pane.document, self.document):
                pane.set_spoken(span)

    def set_links(self, spans: Sequence[TextRange]) -> None:
        """Show which ranges of the active page's document lead somewhere, wherever it is shown."""
        for pane in self.panes:
            if _same_text(pane.document, self.document):
                pane.set_links(spans)

    def step_link(self, by: int) -> bool:
        """Put the keyboard on the next link of the active page, or the one before."""
        return self.active.step_link(by)

    def reveal(self, span: TextRange) -> None:
        """Bring a range into view on the active page."""
        self.active.reveal(span)

    def selection(self) -> TextRange | None:
        """Give what is selected on the active page."""
        return self.active.selection()

    def select(self, span: TextRange) -> None:
        """Select a range of the active page."""
        self.active.select(span)

    def drop_selection(self) -> None:
        """Let go of the active page's selection."""
        self.active.drop_selection()

    def position(self) -> int:
        """Give the code point at the top of the active page."""
        return self.active.position()

    def screen_height(self, at: int) -> int | None:
        """Give how far down the screen a line of the active page begins, in pixels."""
        return self.active.screen_height(at)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type on all pages."""
        for pane in self.panes:
            pane.set_zoom(zoom)

    @property
    def text(self) -> str:
        """Give the active page's text as it is shown."""
        return self.active.text

    def set_page_style(self, style: PageStyle) -> None:
        """Set all pages in another way."""
        self._style = style
        for pane in self.panes:
            pane.set_page_style(style)

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        for pane in self.panes:
            pane.set_colours(colours)

    def set_focus_on_text(self) -> None:
        """Give the keyboard to the active page."""
        self.active.set_focus_on_text()

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.active.setFocus(reason)

    def _add_frame(self, pane: ReaderPane) -> SheetFrame:
        frame = SheetFrame(pane)
        frame.setMinimumWidth(_NARROWEST)
        frame.closed.connect(partial(self._remove, frame))
        pane.activated.connect(partial(self._activate, frame))
        self._splitter.addWidget(frame)
        self._splitter.setStretchFactor(self._splitter.count() - 1, 1)
        self._frames.append(frame)
        self._pass_on(frame)
        return frame

    def _pass_on(self, frame: SheetFrame) -> None:
        """Pass on what the page tells: of its own accord only when it is active."""
        pane = frame.pane
        for told, own in (
            (pane.position_changed, self.position_changed),
            (pane.selection_changed, self.selection_changed),
            (pane.filled, self.filled),
            (pane.link_hovered, self.link_hovered),
        ):
            told.connect(partial(self._tell_if_active, frame, own))
        for asked, own in (
            (pane.highlight_requested, self.highlight_requested),
            (pane.note_requested, self.note_requested),
            (pane.bookmark_requested, self.bookmark_requested),
            (pane.compile_requested, self.compile_requested),
            (pane.search_requested, self.search_requested),
            (pane.citation_requested, self.citation_requested),
            (pane.speech_requested, self.speech_requested),
            (pane.partly_selected, self.partly_selected),
            (pane.table_export_requested, self.table_export_requested),
            (pane.table_view_requested, self.table_view_requested),
            (pane.mark_activated, self.mark_activated),
            (pane.link_activated, self.link_activated),
        ):
            asked.connect(partial(self._ask, frame, own))
        pane.zoom_changed.connect(partial(self._on_zoomed, frame))

    def _tell_if_active(self, frame: SheetFrame, signal: SignalInstance, *values: object) -> None:
        if frame is self._active:
            signal.emit(*values)

    def _ask(self, frame: SheetFrame, signal: SignalInstance, *values: object) -> None:
        """Pass on a wish of the user: the page on which it was made is the active one."""
        self._activate(frame)
        signal.emit(*values)

    def _on_zoomed(self, frame: SheetFrame, zoom: float) -> None:
        for pane in self.panes:
            if pane is not frame.pane:
                pane.set_zoom(zoom)
        if frame is self._active:
            self.zoom_changed.emit(zoom)

    def _activate(self, frame: SheetFrame) -> None:
        if frame is self._active or frame not in self._frames:
            return
        self._active = frame
        self._show_frames()
        self.active_changed.emit()

    def _remove(self, frame: SheetFrame) -> None:
        if not self.is_split:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and frame.isAncestorOf(focus)
        self._frames.remove(frame)
        frame.hide()
        frame.deleteLater()
        if frame is self._active:
            self._active = self._frames[0]
            self.active_changed.emit()
        self._show_frames()
        self.split_changed.emit(False)  # noqa: FBT003  # a signal's value
        if had_focus:
            self.active.set_focus_on_text()

    def _show_frames(self) -> None:
        for frame in self._frames:
            frame.show_state(split=self.is_split, active=frame is self._active)


def _same_text(one: Document | None, other: Document | None) -> bool:
    """Say whether two documents are the same one with the same offsets."""
    if one is None or other is None:
        return one is other
    return one.id == other.id and one.outline.text == other.outline.text
