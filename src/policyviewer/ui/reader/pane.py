"""The reader: one open document, its page, marks, and what the user asks for on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QTimer, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from policyviewer.app.page_settings import PageStyle
from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Table
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.copying import Copied, clean_copy, html_copy
from policyviewer.ui.reader.filling import Filler
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.grids import blocks_of
from policyviewer.ui.reader.links import Links
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.painting import PagePainter
from policyviewer.ui.reader.placing import Placing
from policyviewer.ui.reader.positions import Positions
from policyviewer.ui.reader.selecting import Selecting
from policyviewer.ui.reader.strip import WIDTH, MarkStrip
from policyviewer.ui.reader.typography import (
    LINES,
    SPACINGS,
    Sheet,
    clamped_zoom,
    families,
    sheet_for,
)
from policyviewer.ui.reader.view import ReaderView, empty_document, mime_data

ZOOM_STEP = 1.1
_TOLD_AFTER = 80
"""Milliseconds after which a new position is told while the page is being scrolled."""


class ReaderPane(QWidget):
    """Shows one document; ranges and positions are code points of its stored text."""

    position_changed = Signal(int)
    """The code point at the top of the page, a moment after it has changed."""
    selection_changed = Signal(object)
    """A TextRange, or None when nothing is selected any more."""
    highlight_requested = Signal(object, str)
    note_requested = Signal(object)
    bookmark_requested = Signal(object)
    compile_requested = Signal(object)
    search_requested = Signal(str)
    citation_requested = Signal()
    speech_requested = Signal()
    table_export_requested = Signal(object)
    table_view_requested = Signal(object)
    """The Table shall be shown in a window of its own."""
    """A Table of the document."""
    mark_activated = Signal(str)
    link_activated = Signal(object, bool)
    link_hovered = Signal(object, QRect)
    partly_selected = Signal(int, int)
    """All was to be selected, of which only a part is on the page: the code points of both."""
    zoom_changed = Signal(float)
    activated = Signal()
    """The keyboard came to the page: the user goes on here."""
    filled = Signal()
    """All of the document is on the page now, or of a very long one the chapters around."""

    def __init__(self, colours: PageColours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours or PageColours()
        self._document: Document | None = None
        self._zoom = 1.0
        self._sheet = sheet_for(0, self._zoom)
        self._page: QTextDocument | None = None
        """The page shown; None stands for the empty one that the view made itself."""
        self._told = 0
        self._taken = 0
        """Code points that were selected when all was wanted of a page still being filled."""
        self._style = PageStyle()
        self._families = families(QFontDatabase.families(), self._style.face)
        self._shown: Outline | None = None
        """The outline with the text as it is shown: as printed, or restored."""
        self._build()
        self._connect()
        self.set_colours(self._colours)

    @property
    def document(self) -> Document | None:
        """Give the document on the page."""
        return self._document

    @property
    def text(self) -> str:
        """Give the text as it is shown, which has the offsets of the stored one."""
        return self._shown.text if self._shown is not None else ""

    @property
    def style_of_page(self) -> PageStyle:
        """Give how the page is set."""
        return self._style

    @property
    def zoom(self) -> float:
        """Give the zoom, 1.0 being the actual size."""
        return self._zoom

    @property
    def filling(self) -> bool:
        """Say whether something is still being put on the page."""
        return self._filler.busy

    def show_document(self, document: Document, at: int = 0) -> None:
        """Show a document with the line of a code point at the top; marks and hits go."""
        self._document = document
        self._shown = _reading(document.outline, restored=self._style.restored)
        self._painter.set_findings(document.outline.findings)
        self._strip.set_length(len(document.outline.text))
        self.set_marks(())
        self.set_hits((), None)
        self.set_links(())
        self._rebuild(at, 0.0)
        self._view.setAccessibleDescription(document.outline.metadata.title)

    def clear(self) -> None:
        """Show an empty page."""
        self._filler.clear()
        self._document = self._shown = None
        self._painter.set_findings(())
        self.set_marks(())
        self.set_hits((), None)
        self.set_links(())
        self._placing.forget()
        self._selecting.hide_bar()
        self._swap_document()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the user's marks, and no others."""
        self._painter.set_marks(marks)
        self._strip.set_marks(marks)
        self._view.viewport().update()

    def set_hits(self, ranges: Sequence[TextRange], current: int | None) -> None:
        """Mark search hits, one of them (by its index) as the current one."""
        chosen = ranges[current] if current is not None else None
        self._painter.set_hits(ranges, chosen)
        self._strip.set_hits(ranges, chosen)
        self._view.viewport().update()

    def set_spoken(self, span: TextRange | None) -> None:
        """Mark what is being read aloud; the page follows unless one has turned away from it."""
        before, self._painter.spoken = self._painter.spoken, span
        if span is not None and (before is None or self._view.shows(before)):
            self.show_range(span)
        self._view.viewport().update()

    def set_links(self, spans: Sequence[TextRange]) -> None:
        """Show which ranges lead somewhere."""
        self._painter.links = Links(spans)
        self._view.viewport().update()

    def step_link(self, by: int) -> bool:
        """Put the keyboard on the next link, or the one before; False where there is none."""
        link = self._view.step_link(by)
        if link is None:
            return False
        self.show_range(link)
        self._view.show_link(link)
        return True

    def show_range(self, span: TextRange) -> None:
        """Bring a range into view unless it is there."""
        if not self._view.shows(span):
            self.reveal(span)

    def reveal(self, span: TextRange) -> None:
        """Bring a range into view, a third from the top; an empty one to the top, as a heading."""
        self._go(span.start, self._view.viewport().height() / 3 if span.length else 0.0)

    def selection(self) -> TextRange | None:
        """Give the selected range."""
        return self._view.selected()

    def select(self, span: TextRange) -> None:
        """Select a range, unless it is not on the page yet."""
        if self._filler.positions.covered.contains(span):
            self._view.select(span)

    def drop_selection(self) -> None:
        """Let go of the selection; the page stays where it is."""
        self._view.drop_selection()

    def position(self) -> int:
        """Give the code point at the top of the page."""
        return self._placing.position

    def screen_height(self, at: int) -> int | None:
        """Give how far down the screen the line of a code point begins, in pixels; None for one
        that is not on the page yet.
        """
        here = self._filler.positions.covered
        return self._view.screen_height(at) if here.start <= at < here.end else None

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type, from 0.5 to 4 times, around the place in view."""
        wanted = clamped_zoom(zoom)
        if wanted == self._zoom:
            return
        self._zoom = wanted
        self._lay_out()
        self.zoom_changed.emit(wanted)

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page in another way, around the place in view."""
        if style == self._style:
            return
        self._style = style
        self._families = families(QFontDatabase.families(), style.face)
        if self._document is not None:
            self._shown = _reading(self._document.outline, restored=style.restored)
        self._sheet = self._fitting_sheet()
        self._view.set_margins(self._sheet.left)
        self._rebuild_here()
        self.update()

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self._colours = self._painter.colours = colours
        self._view.set_colours(colours)
        self._strip.set_colours(colours)
        self._selecting.set_colours(colours)
        self._rebuild_here()
        self.update()

    def set_focus_on_text(self) -> None:
        """Give the keyboard to the text."""
        self._view.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper to the full height and, where there is room, the desk beside it."""
        painter = QPainter(self)
        if self._sheet.full:
            painter.fillRect(self.rect(), QColor(self._colours.page))
            return
        painter.fillRect(self.rect(), QColor(self._colours.window))
        painter.setPen(QColor(self._colours.line))
        left = self._sheet.left - 1
        right = self._sheet.left + self._sheet.width
        painter.drawLine(left, 0, left, self.height())
        painter.drawLine(right, 0, right, self.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page when the wheel turns beside it."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    def _build(self) -> None:
        self._painter = PagePainter(self._colours)
        self._view = ReaderView(self._painter, self._copied, self)
        self._strip = MarkStrip(self._colours, self)
        self._filler = Filler(self)
        self._placing = Placing(self._view, self._filler, self)
        self._selecting = Selecting(self._view, self._selected_words, self)
        self._tell = QTimer(self, singleShot=True, interval=_TOLD_AFTER)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._view, 1)
        line.addWidget(self._strip)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        view, selecting = self._view, self._selecting
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        view.focused.connect(self.activated)
        view.mark_activated.connect(self.mark_activated)
        view.link_activated.connect(self.link_activated)
        view.link_hovered.connect(self.link_hovered)
        view.end_wanted.connect(self._on_end_wanted)
        view.all_wanted.connect(self._on_all_wanted)
        view.zoom_stepped.connect(self._on_zoom_stepped)
        self._strip.place_chosen.connect(self._on_place_chosen)
        self._filler.filled.connect(self._on_filled)
        self._tell.timeout.connect(self._on_tell)
        selecting.changed.connect(self.selection_changed)
        selecting.highlight_requested.connect(self.highlight_requested)
        selecting.note_requested.connect(self.note_requested)
        selecting.bookmark_requested.connect(self._on_bookmark_requested)
        selecting.compile_requested.connect(self.compile_requested)
        selecting.search_requested.connect(self.search_requested)
        selecting.citation_requested.connect(self.citation_requested)
        selecting.speech_requested.connect(self.speech_requested)
        selecting.table_copy_requested.connect(self._on_table_copy_requested)
        selecting.table_export_requested.connect(
            partial(self._ask_for_table, self.table_export_requested)
        )
        selecting.table_view_requested.connect(
            partial(self._ask_for_table, self.table_view_requested)
        )

    def _on_table_copy_requested(self, at: int) -> None:
        table = self._table_at(at)
        if table is not None:
            QApplication.clipboard().setMimeData(mime_data(self._copied_of(table.span)))

    def _ask_for_table(self, wish: SignalInstance, at: int) -> None:
        table = self._table_at(at)
        if table is not None:
            wish.emit(table)

    def _table_at(self, at: int) -> Table | None:
        """Give the table in which a code point stands, or with which it ends."""
        tables = self._document.outline.tables if self._document is not None else ()
        return next((one for one in tables if one.span.start <= at <= one.span.end), None)

    def _on_bookmark_requested(self, span: TextRange | None) -> None:
        at = self.position()
        self.bookmark_requested.emit(span or TextRange(at, at))

    def _on_scrolled(self) -> None:
        self._placing.scrolled()
        self._selecting.hide_bar()
        if not self._tell.isActive():
            self._tell.start()

    def _on_tell(self) -> None:
        at = self.position()
        if self._document is not None and at != self._told:
            self._told = at
            self.position_changed.emit(at)

    def _on_end_wanted(self, last: bool) -> None:  # noqa: FBT001  # a signal's value
        above = -float(self._view.viewport().height())  # a page further down than there is
        self._go(len(self.text) - 1 if last else 0, above if last else 0.0)

    def _on_all_wanted(self) -> None:
        """Select all that is on the page; what is still to come there follows."""
        self._view.selectAll()
        selected = self.selection()
        self._taken = selected.length if selected is not None and self.filling else 0
        if not self.filling:
            self._tell_of_part()

    def _on_filled(self) -> None:
        taken, self._taken = self._taken, 0
        selected = self.selection()
        if taken and selected is not None and selected.length >= taken:
            self._view.selectAll()
            self._tell_of_part()
        self.filled.emit()

    def _tell_of_part(self) -> None:
        selected = self.selection()
        if selected is not None and not self._filler.complete:
            self.partly_selected.emit(selected.length, len(self.text))

    def _on_zoom_stepped(self, steps: int) -> None:
        self.set_zoom(self._zoom * ZOOM_STEP**steps if steps else 1.0)

    def _on_place_chosen(self, at: int) -> None:
        self.reveal(TextRange(at, at + 1))

    def _selected_words(self) -> str:
        return self._copied().words

    def _copied(self) -> Copied:
        """Give what the selection puts on the clipboard."""
        span = self.selection()
        return self._copied_of(span) if span is not None else Copied("")

    def _copied_of(self, span: TextRange) -> Copied:
        plan = self._filler.plan
        outline = self._shown
        if plan is None or outline is None:
            return Copied("")
        blocks = blocks_of(plan.items(plan.item_line(span.start), plan.line_at(span.end) + 1))
        return Copied(clean_copy(outline, blocks, span), html_copy(outline, blocks, span))

    def _go(self, at: int, below: float) -> None:
        """Bring a code point to a distance below the top, wherever in the text it stands."""
        if self._document is None:
            return
        covered = self._filler.positions.covered
        if not self._filler.complete and not covered.start <= at < covered.end:
            self._rebuild(at, below)
        else:
            self._place(at, below)

    def _place(self, at: int, below: float) -> None:
        self._placing.go(at, below)
        if not self._tell.isActive():
            self._tell.start()

    def _lay_out(self) -> None:
        """Fit the sheet into the pane; the text is set anew only if its lines change."""
        sheet = self._fitting_sheet()
        before, self._sheet = self._sheet, sheet
        self._view.set_margins(sheet.left)
        if (sheet.em, sheet.columns, sheet.margin) != (before.em, before.columns, before.margin):
            self._rebuild_here()
        self.update()

    def _fitting_sheet(self) -> Sheet:
        bar = self._view.verticalScrollBar().sizeHint().width()
        return sheet_for(self.width() - WIDTH - bar, self._zoom, LINES[self._style.length])

    def _rebuild_here(self) -> None:
        if self._document is None:
            return
        at, below = self._placing.place
        selected = self.selection()
        self._rebuild(at, below)
        if selected is not None and self._filler.positions.covered.contains(selected):
            self._view.select(selected)

    def _rebuild(self, at: int, below: float) -> None:
        if self._document is None:
            return
        self._selecting.hide_bar()
        self._taken = 0
        self._painter.em, self._painter.margin = self._sheet.em, self._sheet.margin
        self._painter.right = self._sheet.width - self._sheet.margin
        formats = PageFormats(
            self._sheet,
            self._families,
            ink=self._colours.ink,
            soft=self._colours.soft,
            spacing=SPACINGS[self._style.spacing],
        )
        self._placing.begin()
        page = self._swap_document()
        self._filler.start(page, self._shown or self._document.outline, formats, at)
        self._view.set_positions(self._filler.positions)
        self._place(at, below)

    def _swap_document(self) -> QTextDocument:
        """Show an empty page in the place of the one before, and give it to be filled.

        The width is set while the page is empty: a new width lays all lines out anew.
        """
        before, self._page = self._page, empty_document(self)
        self._view.set_positions(Positions(""))
        self._view.setDocument(self._page)
        self._view.setLineWrapColumnOrWidth(self._sheet.width)
        if before is not None:
            before.deleteLater()
        return self._page


def _reading(outline: Outline, *, restored: bool) -> Outline:
    """Give an outline with its text as printed, or with masked characters restored."""
    return replace(outline, text=outline.restored_text()) if restored else outline
