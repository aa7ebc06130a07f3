"""Qt's formats for what typography decides; made once for a zoom and a set of colours."""

from __future__ import annotations

from collections.abc import Sequence
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
    QTextTableFormat,
)

from policyviewer.ui.reader.blocks import BlockKind, Face
from policyviewer.ui.reader.typography import SETTINGS, Families, Script, Sheet

_ALIGNMENTS = {
    "justify": Qt.AlignmentFlag.AlignJustify,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
}


class PageFormats:
    """The formats of one sheet; each is made when first asked for."""

    def __init__(self, sheet: Sheet, families: Families, *, ink: str, soft: str) -> None:
        self._em = sheet.em
        self._margin = sheet.margin
        self._families = families
        self._ink, self._soft = QColor(ink), QColor(soft)
        self._blocks: dict[BlockKind, QTextBlockFormat] = {}
        self._chars: dict[tuple[BlockKind, Face, Script, str], QTextCharFormat] = {}

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

    def block(self, kind: BlockKind) -> QTextBlockFormat:
        """Give the format of a paragraph."""
        made = self._blocks.get(kind)
        if made is None:
            made = self._blocks[kind] = self._make_block(kind)
        return made

    def characters(self, kind: BlockKind, face: Face, script: Script, text: str) -> QTextCharFormat:
        """Give the format of a piece; a point's depends on its own width."""
        sign = text if script is Script.POINT else ""
        key = (kind, face, script, sign)
        made = self._chars.get(key)
        if made is None:
            made = self._chars[key] = self._make_characters(*key)
        return made

    def table(self, widths: Sequence[float]) -> QTextTableFormat:
        """Give the format of a table whose columns take these shares of the width."""
        made = QTextTableFormat()
        made.setBorder(max(1.0, self._em / 24))
        made.setBorderBrush(self._ink)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderCollapse(True)
        made.setCellSpacing(0)
        made.setCellPadding(round(0.3 * self._em))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        percent = QTextLength.Type.PercentageLength
        made.setColumnWidthConstraints([QTextLength(percent, 100 * share) for share in widths])
        return made

    def _make_block(self, kind: BlockKind) -> QTextBlockFormat:
        setting, em = SETTINGS[kind], self._em
        made = QTextBlockFormat()
        made.setLineHeight(
            round(setting.leading * setting.size * em)
            if kind is not BlockKind.TITLE
            else round(setting.leading * em),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        made.setAlignment(_ALIGNMENTS[setting.align])
        made.setTextIndent(round(setting.indent * self._size(kind)))
        made.setTopMargin(round(setting.above * em))
        made.setBottomMargin(round(setting.below * em))
        side = round(setting.margin * em)
        if setting.align == "right":
            made.setRightMargin(side)
        else:
            made.setLeftMargin(side)
        return made

    def _make_characters(
        self, kind: BlockKind, face: Face, script: Script, sign: str
    ) -> QTextCharFormat:
        setting = SETTINGS[kind]
        face = setting.face or face
        latin = script is Script.LATIN
        names = (self._families.latin if latin else self._families.han)[face]
        made = QTextCharFormat()
        if names:
            made.setFontFamilies(list(names))
        made.setProperty(QTextFormat.Property.FontPixelSize, self._size(kind))
        made.setForeground(self._soft if setting.soft else self._ink)
        if setting.bold:
            made.setFontWeight(QFont.Weight.Bold)
        elif kind is not BlockKind.UNDER_TITLE and not self._families.stands_out(face):
            made.setFontWeight(QFont.Weight.DemiBold)
        if script is Script.POINT:
            room = self._size(kind) - QFontMetricsF(made.font()).horizontalAdvance(sign)
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(max(0.0, room))
        return made

    def _size(self, kind: BlockKind) -> int:
        return max(6, round(SETTINGS[kind].size * self._em))
