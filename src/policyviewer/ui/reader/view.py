"""The text itself: Qt's browser, painting marks below its text and reading keys as a reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QTextBrowser, QToolTip, QWidget
from typing_extensions import override

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.copying import Copied
from policyviewer.ui.reader.crossing import Crossing
from policyviewer.ui.reader.painting import PagePainter
from policyviewer.ui.reader.positions import Positions
from policyviewer.ui.reader.visible import line_start_at, line_top, table_at
from policyviewer.ui.translation import tr

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
_Move = QTextCursor.MoveOperation
_MOVES = {
    Qt.Key.Key_Left: (_Move.Left, _Move.WordLeft),
    Qt.Key.Key_Right: (_Move.Right, _Move.WordRight),
    Qt.Key.Key_Up: (_Move.Up, _Move.PreviousBlock),
    Qt.Key.Key_Down: (_Move.Down, _Move.NextBlock),
    Qt.Key.Key_Home: (_Move.StartOfLine, _Move.Start),
    Qt.Key.Key_End: (_Move.EndOfLine, _Move.End),
}
"""What a key selects with Shift, and with Shift and Ctrl."""
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_NOTCH = 120
"""Eighths of a degree that one notch of a wheel turns."""


class ReaderView(QTextBrowser):
    """Shows the page that it is given and tells what is done on it; links are never opened."""

    focused = Signal()
    mark_activated = Signal(str)
    link_activated = Signal(object, bool)
    """A TextRange, and whether it shall be opened beside."""
    link_hovered = Signal(object, QRect)
    """A TextRange or None, and its place on the screen."""
    zoom_stepped = Signal(int)
    """Steps to enlarge by; 0 for the actual size."""
    end_wanted = Signal(bool)
    """Home or End: the beginning of the text is wanted (False), or its end."""
    number_pressed = Signal(int)
    """A digit was typed while words are selected."""
    selection_settled = Signal()
    """The user has finished selecting with the mouse or the keyboard."""
    all_wanted = Signal()
    """All of the text shall be selected."""
    menu_requested = Signal(QPoint)
    """A place on the screen."""

    def __init__(
        self, painter: PagePainter, copied: Callable[[], Copied], parent: QWidget | None = None
    ) -> None:
        """``copied`` gives the clean text of the selection, for the clipboard."""
        super().__init__(parent)
        self._painter = painter
        self._copied = copied
        self._positions = Positions("")
        self._pressed = QPoint()
        self._crossing = Crossing()
        self._turned = 0
        self._hovered: TextRange | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(tr("正文"))
        self.setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)

    def set_positions(self, positions: Positions) -> None:
        """Take the map of the document now shown."""
        self._positions = positions

    def set_margins(self, side: int) -> None:
        """Take the width, in pixels, of what stands on either side of the sheet."""
        self.setViewportMargins(side, 0, side, 0)

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QTextBrowser {{ background: transparent; border: none; color: {colours.ink};"
            f" selection-background-color: transparent; selection-color: {colours.ink}; }}"
        )
        self.viewport().update()

    def selected(self) -> TextRange | None:
        """Give the selected range of the text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self._positions.span(*self._crossing.ends(cursor))
        return span if span.length else None

    def select(self, span: TextRange) -> None:
        """Select a range of the text without moving the page."""
        kept = self.verticalScrollBar().value()
        cursor = self.textCursor()
        last = self.document().characterCount() - 1  # the page may still be growing
        end = min(last, self._positions.position(span.end))
        cursor.setPosition(min(last, self._positions.position(span.start)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(kept)
        self._follow(end)

    def drop_selection(self) -> None:
        """Let go of the selection; the page stays where it is."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            kept = self.verticalScrollBar().value()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(kept)

    def selection_rect(self) -> QRect:
        """Give the place of the selection in the viewport, as far as it is in view."""
        ends = self._crossing.ends(self.textCursor())
        start, end = (self.cursorRect(self._cursor_at(one)) for one in ends)
        left, right = (start.left(), end.right()) if start.top() == end.top() else (0, 0)
        if not right:
            left, right = start.left(), max(start.left(), self.viewport().width() - start.left())
        rect = QRect(QPoint(left, start.top()), QPoint(right, end.bottom()))
        return rect.intersected(self.viewport().rect())

    def top_code_point(self) -> int:
        """Give the code point with which the first line in view begins."""
        return self._positions.code_point(self._top_position())

    def position_of(self, at: int) -> int:
        """Give the position of a code point in Qt's document."""
        return self._positions.position(at)

    def screen_height(self, at: int) -> int:
        """Give how far down the screen the line of a code point begins, in pixels."""
        top = line_top(self.document(), self._positions.position(at))
        inside = round(top - self.verticalScrollBar().value())
        return self.viewport().mapToGlobal(QPoint(0, inside)).y()

    def place(self, at: int, below: float) -> None:
        """Bring the line of a code point to a distance of pixels below the viewport's top."""
        top = line_top(self.document(), self._positions.position(at))
        self.verticalScrollBar().setValue(round(top - below))

    def table_under(self, place: QPoint) -> int | None:
        """Give a code point of the table that is shown at a place of the screen."""
        shift = QPointF(0, self.verticalScrollBar().value())
        point = QPointF(self.viewport().mapFromGlobal(place)) + shift
        layout = self.document().documentLayout()
        there = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        table = table_at(self.document(), there) if there >= 0 else None
        if table is None or not layout.frameBoundingRect(table).contains(point):
            return None
        return self._positions.code_point(there)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> None:  # Qt's names
        """Load nothing: a document never reaches for a file or the network."""

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return mime_data(self._copied())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shift = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -shift)
        clip = QRectF(event.rect()).translated(0, shift)
        self._painter.set_selected(self.selected())
        self._painter.paint(painter, self.document(), self._positions, clip)
        painter.end()
        super().paintEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if self._is_for_page(event):
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._painter.links.current:
            self.link_activated.emit(self._painter.links.current, control)
        elif event.text().isdecimal() and not control and self.textCursor().hasSelection():
            self.number_pressed.emit(int(event.text()))
        elif key == Qt.Key.Key_Escape:
            self._hover(None)
            self.drop_selection()
            event.ignore()
        elif key in _SCROLLS and (not shift or key == Qt.Key.Key_Space):
            back = shift and key == Qt.Key.Key_Space
            action = _SCROLLS[Qt.Key.Key_PageUp if back else key]
            self.verticalScrollBar().triggerAction(action)
        elif key in _ENDS and not shift:
            self.end_wanted.emit(_ENDS[key])
        elif shift and key in _MOVES:
            self._extend_selection(_MOVES[key][control])
        else:
            super().keyPressEvent(event)

    def _is_for_page(self, event: QKeyEvent) -> bool:
        """Tell of a key that means all of the page: its size, or the selection of all of it."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
            return True
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in _ZOOM_KEYS or key == Qt.Key.Key_0:
            self.zoom_stepped.emit(_ZOOM_KEYS.get(key, 0))
            return True
        return False

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selection_settled.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_stepped.emit(steps)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow_mouse(event.position())
        elif not event.buttons():
            at = self._code_point_at(event.position())
            link = self._painter.links.at(at)
            pointed = link is not None or bool(self._painter.marks_at(at))
            shape = Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self._hover(link)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        kept = self.verticalScrollBar().value()
        super().mouseReleaseEvent(event)
        self.verticalScrollBar().setValue(kept)  # Qt goes to its cursor, at the end of a table
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selection_settled.emit()
        elif (event.position().toPoint() - self._pressed).manhattanLength() < _still():
            self._click(self._code_point_at(event.position()), event.modifiers())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.textCursor().hasSelection():
            self.selection_settled.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._painter.findings_at(self._code_point_at(QPointF(event.pos())))
            if found:
                QToolTip.showText(event.globalPos(), "\n".join(one.message for one in found), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def step_link(self, by: int) -> TextRange | None:
        """Put the keyboard on the next link, or the one before; give it, None where none is."""
        link = self._painter.links.step(by, self.top_code_point())
        self.viewport().update()
        return link

    def shows(self, span: TextRange) -> bool:
        """Say whether the beginning of a range is in view."""
        if not self._positions.covered.contains(span):
            return False
        rect = self.cursorRect(self._cursor_at(self._positions.position(span.start)))
        return self.viewport().rect().contains(rect)

    def show_link(self, link: TextRange) -> None:
        """Tell of a link as if the mouse rested on it, if it is on the page already."""
        if self._positions.covered.contains(link):
            self._hovered = link
            self.link_hovered.emit(link, self._screen_rect(link))

    def _click(self, at: int, modifiers: Qt.KeyboardModifier) -> None:
        """Follow a link, or show a mark."""
        link = self._painter.links.at(at)
        marks = self._painter.marks_at(at)
        if link is not None:
            beside = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.link_activated.emit(link, beside)
        elif marks:
            self.mark_activated.emit(marks[0].id)

    def _hover(self, link: TextRange | None) -> None:
        if link != self._hovered:
            self._hovered = link
            place = QRect() if link is None else self._screen_rect(link)
            self.link_hovered.emit(link, place)

    def _screen_rect(self, link: TextRange) -> QRect:
        """Give the place on the screen of the line with which a link begins."""
        rect = self.cursorRect(self._cursor_at(self._positions.position(link.start)))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _code_point_at(self, place: QPointF) -> int:
        """Give the code point under a place of the viewport; -1 would be no mark, so 0 is safe."""
        point = QPointF(place.x(), place.y() + self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return self._positions.covered.end
        rect = self.cursorRect(self._cursor_at(hit))
        before = place.x() < rect.left()
        return self._positions.code_point(max(0, hit - 1) if before else hit)

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))  # it may grow still
        return cursor

    def _top_position(self) -> int:
        """Give the position of the first line of which at least the characters are in view."""
        height = self.verticalScrollBar().value() + self._painter.em * 0.7
        return line_start_at(self.document(), height)

    def _extend_selection(self, move: QTextCursor.MoveOperation) -> None:
        """Select by keyboard, beginning in view: the caret is not shown and may be far away.

        Qt's own selection by keyboard would show a caret, as if the text could be edited.
        """
        cursor = self.textCursor()
        in_view = self.viewport().rect().intersects(self.cursorRect())
        if not cursor.hasSelection() and not in_view:
            cursor.setPosition(self._top_position())
        ends = self._cursor_at(self._crossing.end(cursor))
        ends.setVerticalMovementX(cursor.verticalMovementX())
        ends.movePosition(move)
        cursor.setPosition(ends.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setVerticalMovementX(ends.verticalMovementX())
        kept = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self._follow(ends.position())
        self.verticalScrollBar().setValue(kept)
        self._bring_into_view(ends)

    def _bring_into_view(self, cursor: QTextCursor) -> None:
        """Scroll just as far as is needed."""
        rect, height = self.cursorRect(cursor), self.viewport().height()
        beyond = max(0, rect.bottom() - height) or min(0, rect.top())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)

    def _follow_mouse(self, place: QPointF) -> None:
        """Take a place of the viewport as the end of the selection."""
        if not self.textCursor().hasSelection():
            return
        shift = QPointF(0, self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        there = layout.hitTest(place + shift, Qt.HitTestAccuracy.FuzzyHit)
        if there >= 0:
            self._follow(there)

    def _follow(self, end: int) -> None:
        """Remember where a selection over cells was meant to end."""
        if self._crossing.follow(self.textCursor(), end):
            self.viewport().update()
            self.selectionChanged.emit()


def mime_data(copied: Copied) -> QMimeData:
    """Give words as the clipboard takes them."""
    data = QMimeData()
    data.setText(copied.words)
    if copied.html:
        data.setHtml(copied.html)
    return data


def empty_document(parent: QWidget) -> QTextDocument:
    """Give a document to be filled: no history of changes, margins by its frame only."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    font = QFont(document.defaultFont())
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    document.setDefaultFont(font)
    return document


def _still() -> int:
    return QApplication.startDragDistance()
