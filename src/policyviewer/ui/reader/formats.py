"""Qt's formats for what typography decides; made once for a zoom and a set of colours."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from policyviewer.ui.reader.blocks import BlockKind, Face
from policyviewer.ui.reader.grids import Grid
from policyviewer.ui.reader.table_widths import PADDING, Column, Widths, widths
from policyviewer.ui.reader.title_lines import LONGEST_LINE
from policyviewer.ui.reader.typography import SETTINGS, Families, Piece, Script, Sheet

_ALIGNMENTS = {
    "justify": Qt.AlignmentFlag.AlignJustify,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
}
_CharactersKey = tuple[BlockKind, Face, Script, str, float]


class PageFormats:
    """The formats of one sheet; each is made when first asked for."""

    def __init__(
        self, sheet: Sheet, families: Families, *, ink: str, soft: str, spacing: float = 1.0
    ) -> None:
        """``spacing`` is by what the distances of lines are multiplied."""
        self._spacing = spacing
        self._em = sheet.em
        self._margin = sheet.margin
        self._families = families
        self._column = sheet.columns * sheet.em
        self._ink, self._soft = QColor(ink), QColor(soft)
        self._blocks: dict[tuple[BlockKind, float], QTextBlockFormat] = {}
        self._chars: dict[_CharactersKey, QTextCharFormat] = {}
        self._widths: dict[tuple[Column, ...], Widths] = {}

    @cached_property
    def frame(self) -> QTextFrameFormat:
        """Give the margins of the sheet."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(self._margin)
        # One pixel more room than the column needs: a full line must not break for a rounding.
        frame.setRightMargin(max(0, self._margin - 1))
        frame.setTopMargin(round(1.6 * self._em))
        frame.setBottomMargin(round(4 * self._em))
        return frame

    @property
    def title_length(self) -> int:
        """Give how many characters of a title stand on a line of the page."""
        fitting = int(self._column / (SETTINGS[BlockKind.TITLE].size * self._em))
        return max(1, min(LONGEST_LINE, fitting))

    def block(self, kind: BlockKind, scale: float = 1.0) -> QTextBlockFormat:
        """Give the format of a paragraph, in type so many times as large as usual."""
        made = self._blocks.get((kind, scale))
        if made is None:
            made = self._blocks[kind, scale] = self._make_block(kind, scale)
        return made

    def characters(
        self, kind: BlockKind, face: Face, piece: Piece, scale: float = 1.0
    ) -> QTextCharFormat:
        """Give the format of a piece; a point's depends on its own width."""
        sign = piece.text if piece.script is Script.POINT else ""
        key = (kind, face, piece.script, sign, scale)
        made = self._chars.get(key)
        if made is None:
            made = self._chars[key] = self._make_characters(key)
        return made

    def widths(self, columns: tuple[Column, ...]) -> Widths:
        """Give the widths of a table's columns, which fill the column of text."""
        made = self._widths.get(columns)
        if made is None:
            # Qt rounds up: a table as wide as the text could be pushed sideways by a pixel.
            made = self._widths[columns] = widths(columns, self._column - 1, self._em)
        return made

    def table(self, grid: Grid) -> QTextTableFormat:
        """Give the format of a grid: its widths, and no room to the grids around it."""
        shared = self.widths(grid.columns)
        made = QTextTableFormat()
        fixed = QTextLength.Type.FixedLength
        made.setColumnWidthConstraints([QTextLength(fixed, width) for width in shared.columns])
        made.setWidth(QTextLength(fixed, sum(shared.columns)))
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(0)
        made.setBorderCollapse(True)
        # Qt leaves a pixel free below the lines of the grid above.
        made.setTopMargin(round(0.4 * self._em) if grid.first else -1)
        made.setBottomMargin(round(0.4 * self._em) if grid.last else 0)
        return made

    def cell(self, shared: Widths, *, below: bool, goes_on: bool) -> QTextTableCellFormat:
        """Give the format of a cell: its lines, thin and dark as on paper, and its white.

        ``below`` says that another grid's line is right above, ``goes_on`` that the cell goes
        on in the grid below.
        """
        made = QTextTableCellFormat()
        em = shared.scale * self._em
        made.setLeftPadding(round(PADDING * em))
        made.setRightPadding(round(PADDING * em))
        made.setTopPadding(round(0.25 * em))
        made.setBottomPadding(round(0.35 * em))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorder(1)
        if below:
            made.setTopBorder(0)
            made.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        if goes_on:
            made.setBottomBorder(0)
            made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setBorderBrush(self._ink)
        return made

    def _make_block(self, kind: BlockKind, scale: float) -> QTextBlockFormat:
        setting, em = SETTINGS[kind], scale * self._em
        made = QTextBlockFormat()
        leading = setting.leading * self._spacing
        made.setLineHeight(
            round(leading * setting.size * em)
            if kind is not BlockKind.TITLE
            else round(leading * em),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        made.setAlignment(_ALIGNMENTS[setting.align])
        made.setTextIndent(round(setting.indent * self._size(kind, scale)))
        made.setTopMargin(round(setting.above * em))
        made.setBottomMargin(round(setting.below * em))
        side = round(setting.margin * em)
        if setting.align == "right":
            made.setRightMargin(side)
        else:
            made.setLeftMargin(side)
        return made

    def _make_characters(self, key: _CharactersKey) -> QTextCharFormat:
        kind, face, script, sign, scale = key
        setting, size = SETTINGS[kind], self._size(kind, scale)
        face = setting.face or face
        latin = script is Script.LATIN
        names = (self._families.latin if latin else self._families.han)[face]
        made = QTextCharFormat()
        if names:
            made.setFontFamilies(list(names))
        made.setProperty(QTextFormat.Property.FontPixelSize, size)
        made.setForeground(self._soft if setting.soft else self._ink)
        if setting.bold:
            made.setFontWeight(QFont.Weight.Bold)
        elif kind is not BlockKind.UNDER_TITLE and not self._families.stands_out(face):
            made.setFontWeight(QFont.Weight.DemiBold)
        if script is Script.POINT:
            room = size - QFontMetricsF(made.font()).horizontalAdvance(sign)
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(max(0.0, room))
        return made

    def _size(self, kind: BlockKind, scale: float) -> int:
        return max(6, round(SETTINGS[kind].size * scale * self._em))
