"""The formats of a comparison's page in the colours of a theme.

What was taken out is struck through, what was put in bold and underlined, and each row says in a
word what became of it: nothing is told by colour alone.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from policyviewer.app.synopsis_cells import Mark
from policyviewer.domain.annotations import Colour
from policyviewer.domain.synopsis import Carried, Change, Row
from policyviewer.ui.theme import Theme

_SIZE = 15
"""Pixels of a character of the text at 100 %."""
_SMALL = 0.87
_LEADING = 130
"""Per cent of the type's own height from line to line."""
_GROUNDS = {
    Change.CHANGED: Colour.YELLOW,
    Change.MOVED: Colour.BLUE,
    Change.INSERTED: Colour.GREEN,
    Change.DELETED: Colour.PINK,
    Carried.REFINED: Colour.YELLOW,
    Carried.ADDED: Colour.GREEN,
    Carried.MISSED: Colour.PINK,
}


class SynopsisFormats:
    """Formats for one theme and zoom."""

    def __init__(self, theme: Theme, zoom: float, families: list[str]) -> None:
        self._theme = theme
        self.em = max(8, round(_SIZE * zoom))
        self._families = families
        self.marks = {mark: self._mark(mark) for mark in Mark}
        self.name = self._chars(bold=True)
        self.soft = self._chars(size=_SMALL, colour=theme.soft)
        self.paragraph = self._block(indent=2)
        self.line = self._block()
        self.passed_over = self._block(align=Qt.AlignmentFlag.AlignHCenter)
        self.gap = self._gap()

    def link(self, address: str) -> QTextCharFormat:
        """Give how words are set that lead to a place."""
        made = self._chars(size=_SMALL, colour=self._theme.ink)
        made.setAnchor(True)
        made.setAnchorHref(address)
        made.setFontUnderline(True)
        return made

    def table(self, columns: int) -> QTextTableFormat:
        """Give the frame of a row: as wide as the page, its columns alike."""
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
        made.setColumnWidthConstraints([share] * columns)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QBrush(QColor(self._theme.line)))
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setCellPadding(round(self.em / 2))
        made.setCellSpacing(0)
        return made

    def ground(self, row: Row) -> QColor:
        """Give the ground of a row's head by what became of the row."""
        colour = _GROUNDS.get(row.carried or row.change)
        return QColor(self._theme.highlights[colour] if colour else self._theme.panel)

    def _mark(self, mark: Mark) -> QTextCharFormat:
        if mark is Mark.REMARK:
            return self._chars(size=_SMALL, colour=self._theme.soft)
        made = self._chars(bold=mark in {Mark.ADDED, Mark.NUMBER})
        if mark is Mark.REMOVED:
            made.setFontStrikeOut(True)
            made.setBackground(QColor(self._theme.highlights[Colour.PINK]))
        elif mark is Mark.ADDED:
            made.setFontUnderline(True)
            made.setBackground(QColor(self._theme.highlights[Colour.GREEN]))
        return made

    def _chars(self, *, size: float = 1.0, bold: bool = False, colour: str = "") -> QTextCharFormat:
        made = QTextCharFormat()
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(max(8, round(self.em * size)))
        font.setBold(bold)
        made.setFont(font)
        made.setForeground(QColor(colour or self._theme.ink))
        return made

    def _block(
        self, *, indent: int = 0, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTextIndent(indent * self.em)
        made.setAlignment(align)
        made.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def _gap(self) -> QTextBlockFormat:
        """Give the line between two rows, which Qt cannot do without."""
        made = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        made.setLineHeight(max(2, self.em // 3), height)
        return made
