"""Paints what is marked, under the text and for the blocks in view only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextDocument

from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.links import Links
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.overlaps import Overlaps
from policyviewer.ui.reader.positions import Positions
from policyviewer.ui.reader.visible import InView, blocks_between, rects

_ROUNDING = 2.5


def _own_span(span: TextRange) -> TextRange:
    return span


def _span_of(thing: Mark | Finding) -> TextRange:
    return thing.span


class PagePainter:
    """Knows what is marked in the document and paints it."""

    def __init__(self, colours: PageColours) -> None:
        self.colours = colours
        self.em = 18
        self.margin = 48
        self.right = 0
        """Where the text column ends, from the sheet's left edge."""
        self._marks: Overlaps[Mark] = Overlaps((), _span_of)
        self._hits: Overlaps[TextRange] = Overlaps((), _own_span)
        self._findings: Overlaps[Finding] = Overlaps((), _span_of)
        self._current: TextRange | None = None
        self._selected: TextRange | None = None
        self.spoken: TextRange | None = None
        """What is being read aloud."""
        self.links = Links()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Take the user's marks; those set before go."""
        self._marks = Overlaps(marks, _span_of)

    def set_hits(self, hits: Sequence[TextRange], current: TextRange | None) -> None:
        """Take the search hits, one of which may be the current one."""
        self._hits, self._current = Overlaps(hits, _own_span), current

    def set_selected(self, selected: TextRange | None) -> None:
        """Take what is selected, which is painted over the marks."""
        self._selected = selected

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Take the places where the text looks damaged."""
        self._findings = Overlaps(findings, _span_of)

    def marks_at(self, at: int) -> list[Mark]:
        """Give the marks on a code point, the shortest first; bookmarks are not clicked."""
        found = [
            one
            for one in self._marks.touching(TextRange(at, at + 1))
            if one.kind is not AnnotationKind.BOOKMARK
        ]
        return sorted(found, key=lambda one: one.span.length)

    def findings_at(self, at: int) -> list[Finding]:
        """Give what looks damaged at a code point."""
        return self._findings.touching(TextRange(at, at + 1))

    def paint(
        self, painter: QPainter, document: QTextDocument, positions: Positions, clip: QRectF
    ) -> None:
        """Paint the paper and all marks inside a rectangle of the document."""
        painter.fillRect(clip, QColor(self.colours.page))
        if not positions.blocks:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seen in blocks_between(document, clip.top(), clip.bottom()):
            stretch = positions.span(seen.start, seen.end)
            self._paint_links(painter, seen, positions, stretch)
            self._paint_marks(painter, seen, positions, stretch)
            self._paint_spoken(painter, seen, positions, stretch)
            self._paint_hits(painter, seen, positions, stretch)
            self._paint_selected(painter, seen, positions)
            self._paint_findings(painter, seen, positions, stretch)

    def _paint_marks(
        self, painter: QPainter, seen: InView, positions: Positions, stretch: TextRange
    ) -> None:
        for mark in self._marks.touching(stretch):
            begins_here = stretch.start <= mark.span.start <= stretch.end
            if mark.kind is AnnotationKind.BOOKMARK:
                if begins_here:
                    self._paint_ribbon(painter, seen, positions.position(mark.span.start))
                continue
            colour = QColor(self.colours.highlights[mark.colour])
            places = self._places(seen, positions, mark.span)
            self._wash(painter, places, colour)
            if mark.kind is AnnotationKind.NOTE and places:
                self._paint_note(painter, places, colour, ends_here=mark.span.end <= stretch.end)

    def _paint_links(
        self, painter: QPainter, seen: InView, positions: Positions, stretch: TextRange
    ) -> None:
        """Draw a fine line under each link; the one the keyboard is on has a frame."""
        for span in self.links.touching(stretch):
            places = self._places(seen, positions, span)
            current = span == self.links.current
            painter.setPen(QPen(QColor(self.colours.accent if current else self.colours.link), 1))
            for place in places:
                if current:
                    painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
                else:
                    foot = place.bottom() + self.em * 0.02
                    painter.drawLine(QPointF(place.left(), foot), QPointF(place.right(), foot))

    def _paint_hits(
        self, painter: QPainter, seen: InView, positions: Positions, stretch: TextRange
    ) -> None:
        for hit in self._hits.touching(stretch):
            places = self._places(seen, positions, hit)
            current = hit == self._current
            self._wash(
                painter, places, QColor(self.colours.hit_current if current else self.colours.hit)
            )
            if current:
                painter.setPen(QPen(QColor(self.colours.accent), 1.5))
                for place in places:
                    painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)

    def _paint_spoken(
        self, painter: QPainter, seen: InView, positions: Positions, stretch: TextRange
    ) -> None:
        if self.spoken is not None and self.spoken.overlaps(stretch):
            places = self._places(seen, positions, self.spoken)
            self._wash(painter, places, QColor(self.colours.accent_soft))
            painter.setPen(QPen(QColor(self.colours.accent), max(1.0, self.em / 16)))
            for place in places:
                painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_selected(self, painter: QPainter, seen: InView, positions: Positions) -> None:
        """Paint the code points that are selected: Qt would paint whole cells and tables."""
        if self._selected is None:
            return
        start, end = (
            positions.position(self._selected.start),
            positions.position(self._selected.end),
        )
        for place in rects(seen, start, end):
            painter.fillRect(place, QColor(self.colours.selection))

    def _paint_findings(
        self, painter: QPainter, seen: InView, positions: Positions, stretch: TextRange
    ) -> None:
        pen = QPen(QColor(self.colours.soft), max(1.2, self.em / 14), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([0.1, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for finding in self._findings.touching(stretch):
            for place in self._places(seen, positions, finding.span):
                foot = place.bottom() + self.em * 0.06
                painter.drawLine(QPointF(place.left(), foot), QPointF(place.right(), foot))

    def _places(self, seen: InView, positions: Positions, span: TextRange) -> list[QRectF]:
        """Give the rectangles of a range around the characters, not the whole line's height."""
        found = rects(seen, positions.position(span.start), positions.position(span.end))
        return [around(rect, self.em) for rect in found]

    def _wash(self, painter: QPainter, places: list[QRectF], colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for place in places:
            painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_note(
        self, painter: QPainter, places: list[QRectF], colour: QColor, *, ends_here: bool
    ) -> None:
        """Draw the line under noted words, and a small sheet in the margin at their end."""
        painter.setPen(QPen(QColor(self.colours.soft), max(1.0, self.em / 16)))
        for place in places:
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        if ends_here:
            size = min(self.em * 0.62, self.margin * 0.5)
            middle = self.right + self.margin * 0.5
            painter.setBrush(colour)
            painter.drawPolygon(note_outline(middle, places[-1].center().y(), size))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ribbon(self, painter: QPainter, seen: InView, position: int) -> None:
        found = rects(seen, position, position + 1)
        if not found:
            return
        place = around(found[0], self.em)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.accent))
        painter.drawPolygon(ribbon(self.margin * 0.5, place, self.em))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def around(line: QRectF, em: float) -> QRectF:
    """Give the part of a line's rectangle that its characters fill, with a little air.

    Qt sets the characters of a line of fixed height on its lower part.
    """
    height = min(line.height(), em * 1.36)
    return QRectF(line.left(), line.bottom() - height, line.width(), height)


def ribbon(middle: float, place: QRectF, em: float) -> QPolygonF:
    """Give the outline of a bookmark's ribbon beside a line."""
    half, length = em * 0.26, em * 0.95
    left, right = middle - half, middle + half
    top = place.center().y() - length / 2
    foot = top + length
    return QPolygonF(
        [
            QPointF(left, top),
            QPointF(right, top),
            QPointF(right, foot),
            QPointF(middle, foot - half),
            QPointF(left, foot),
        ]
    )


def note_outline(middle: float, height: float, size: float) -> QPolygonF:
    """Give the outline of a small sheet with a folded corner."""
    half, fold = size / 2, size / 3
    left, right, top, foot = middle - half, middle + half, height - half, height + half
    return QPolygonF(
        [
            QPointF(left, top),
            QPointF(right - fold, top),
            QPointF(right, top + fold),
            QPointF(right, foot),
            QPointF(left, foot),
        ]
    )
