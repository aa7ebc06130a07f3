"""The page of a comparison: its rows, put in place a few at a time so that the window stays free.

Each row is a table of its own. Words can be selected and copied, and keys scroll, as on any page.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from policyviewer.app.synopsis_cells import Paragraph
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.reader.typography import families
from policyviewer.ui.synopsis.formats import SynopsisFormats
from policyviewer.ui.synopsis.plan import PageRow, Place, SynopsisPlan
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_FIRST = 12
"""Rows that stand there at once."""
_SLICE_SECONDS = 0.008
_BAR = 4
"""Pixels of the bar beside the row one has come to."""


class SynopsisView(QTextBrowser):
    """Shows the rows of a plan; places and rows are told by their numbers."""

    place_chosen = Signal(int, int)
    """A side (0 is the old text) and the code point that was chosen in it."""
    menu_wanted = Signal(int, QPoint)
    """The number of a row, and where on the screen its menu shall stand."""
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("synopsis")
        self.setAccessibleName(tr("对照"))
        self.setOpenLinks(False)
        self.setFrameStyle(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._plan: SynopsisPlan | None = None
        self._theme = LIGHT
        self._zoom = 1.0
        self._page: QTextDocument | None = None
        """The page shown; None stands for the empty one that the view made itself."""
        self._starts: list[int] = []
        """Where in the document each row begins."""
        self._current = -1
        self._wanted = -1
        """The row that is to be shown as soon as it stands there."""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        self.anchorClicked.connect(self._on_anchor)
        self._make_formats()

    @property
    def filling(self) -> bool:
        """Say whether rows are still to come."""
        return self._timer.isActive()

    @property
    def current(self) -> int:
        """Give the number of the row one has come to, -1 before the first step."""
        return self._current

    def show_plan(self, plan: SynopsisPlan | None, at: int = -1) -> None:
        """Show the rows of a plan from the beginning, or from a row on."""
        self._plan = plan
        self._current, self._wanted = -1, at
        self._begin()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._make_formats()
        self._again()

    def set_zoom(self, zoom: float) -> None:
        """Set the type so many times as large."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._make_formats()
            self._again()

    def step(self, by: int) -> bool:
        """Go to the next change (1) or the one before (-1); False where there is none."""
        if self._plan is None:
            return False
        here = self._current if self._is_in_view(self._current) else self.row_at_top() - (by > 0)
        changes = self._plan.changes
        place = bisect_right(changes, here) if by > 0 else bisect_right(changes, here - 1) - 1
        if not 0 <= place < len(changes):
            return False
        self.show_row(changes[place])
        return True

    def show_row(self, number: int) -> None:
        """Bring a row to the top, as soon as it is there, and mark it."""
        if number < len(self._starts):
            self._current = number
            bar = self.verticalScrollBar()
            top = max(0, round(self._frame(number).top()) - self._formats.em)
            bar.setValue(top)
            below = bar.value() < top and self._is_more()  # too few rows stand below it yet
            self._wanted = number if below else -1
            self.viewport().update()
        else:
            self._wanted = number

    def find_words(self, words: str, *, backwards: bool = False) -> bool:
        """Go to the next place with some words, from the end on to the beginning; False where
        there is none.
        """
        way = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        if self.find(words, way):
            return True
        end = QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start
        before = self.textCursor()
        self.moveCursor(end)
        if self.find(words, way):
            return True
        self.setTextCursor(before)
        return False

    def row_at_top(self) -> int:
        """Give the number of the row that is at the top of the view."""
        return self._row_at(QPoint(self._formats.em, 2 * self._formats.em))

    def row_count(self) -> int:
        """Give how many rows stand there so far."""
        return len(self._starts)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if 0 <= self._current < len(self._starts):
            frame = self._frame(self._current).translated(0, -self.verticalScrollBar().value())
            painter = QPainter(self.viewport())
            bar = QRect(0, round(frame.top()), _BAR, round(frame.height()))
            painter.fillRect(bar, QColor(self._theme.accent))
            painter.end()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        number = self._row_at(event.pos()) if by_mouse else max(self._current, self.row_at_top())
        if 0 <= number < len(self._starts):
            top = self._frame(number).topLeft().toPoint()
            shift = QPoint(
                self._formats.em, 2 * self._formats.em - self.verticalScrollBar().value()
            )
            place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(top + shift)
            self.menu_wanted.emit(number, place)

    def _again(self) -> None:
        at = self._current if self._current >= 0 else self.row_at_top()
        current = self._current
        self._wanted = at if self._starts else -1
        self._begin()
        self._current = current

    def _make_formats(self) -> None:
        faces = families(QFontDatabase.families()).han[Face.BODY]
        self._formats = SynopsisFormats(self._theme, self._zoom, list(faces))

    def _begin(self) -> None:
        """Start with an empty page: the first rows at once, the rest in slices."""
        self._timer.stop()
        self._starts = []
        page = QTextDocument(self)
        page.setUndoRedoEnabled(False)
        page.setDocumentMargin(self._formats.em)
        self.setDocument(page)
        if self._page is not None:
            self._page.deleteLater()
        self._page = page
        self._fill(_FIRST, None)
        scrolled = self.verticalScrollBar().value()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # it went along with what was put in
        self.verticalScrollBar().setValue(scrolled)
        if self._is_more():
            self._timer.start()
        else:
            self._end()

    def _is_more(self) -> bool:
        return self._plan is not None and len(self._starts) < len(self._plan)

    def _on_timeout(self) -> None:
        self._fill(len(self._starts) + 1, time.monotonic() + _SLICE_SECONDS)
        if not self._is_more():
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.filled.emit()

    def _fill(self, count: int, until: float | None) -> None:
        """Put rows in place: so many, and more as long as there is time."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._plan is not None and self._is_more():
            enough = len(self._starts) >= count
            if enough and (until is None or time.monotonic() > until):
                break
            row = self._plan.make(len(self._starts))
            self._starts.append(cursor.position())
            self._put(cursor, row)
        cursor.endEditBlock()
        if 0 <= self._wanted < len(self._starts):
            self.show_row(self._wanted)

    def _put(self, cursor: QTextCursor, row: PageRow) -> None:
        formats = self._formats
        if row.row is None:
            cursor.setBlockFormat(formats.passed_over)
            cursor.insertText(row.remark, formats.soft)
            cursor.insertBlock(formats.gap, formats.soft)
            return
        table = cursor.insertTable(2, len(row.cells), formats.table(len(row.cells)))
        table.mergeCells(0, 0, 1, len(row.cells))
        head = table.cellAt(0, 0)
        ground = head.format()
        ground.setBackground(formats.ground(row.row))
        head.setFormat(ground)
        self._put_head(head.firstCursorPosition(), row)
        for number, paragraphs in enumerate(row.cells):
            self._put_cell(table.cellAt(1, number).firstCursorPosition(), paragraphs)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(formats.gap)

    def _put_head(self, cursor: QTextCursor, row: PageRow) -> None:
        """Say what became of the row and where it stands; the places can be followed."""
        cursor.setBlockFormat(self._formats.line)
        cursor.insertText(f"{row.name}　", self._formats.name)
        before: Place | None = None
        for place in row.places:
            if before is not None:
                between = " → " if before.side != place.side else "、"
                cursor.insertText(between, self._formats.soft)
            label = place.label or (tr("新文") if place.side else tr("原文"))
            cursor.insertText(label, self._formats.link(f"place:{place.side}:{place.start}"))
            before = place
        if row.remark != row.name:
            cursor.insertText(f"　{row.remark}", self._formats.soft)

    def _put_cell(self, cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> None:
        cursor.setBlockFormat(self._formats.paragraph)
        for number, paragraph in enumerate(paragraphs):
            if number:
                cursor.insertBlock(self._formats.paragraph)
            for run in paragraph:
                cursor.insertText(run.text, self._formats.marks[run.mark])

    def _row_at(self, point: QPoint) -> int:
        position = self.cursorForPosition(point).position()
        return bisect_right(self._starts, position) - 1

    def _is_in_view(self, number: int) -> bool:
        if not 0 <= number < len(self._starts):
            return False
        frame = self._frame(number).translated(0, -self.verticalScrollBar().value())
        return frame.bottom() > 0 and frame.top() < self.viewport().height()

    def _frame(self, number: int) -> QRectF:
        """Give where a row stands on the page."""
        layout = self.document().documentLayout()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._starts[number])
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if self._plan is None or self._plan.row(number) is None:
            return layout.blockBoundingRect(cursor.block())
        return layout.frameBoundingRect(cursor.currentTable())

    def _on_anchor(self, address: QUrl) -> None:
        _scheme, side, start = address.toString().split(":")
        self.place_chosen.emit(int(side), int(start))
