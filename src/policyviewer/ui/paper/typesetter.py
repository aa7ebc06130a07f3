"""Lays paragraphs out in lines, with Qt's text engine; measured in units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.measures import BODY_SIZE, EM, POINT, WIDTH
from policyviewer.ui.paper.paragraphs import Align, Paragraph, Style
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.reader.positions import Utf16
from policyviewer.ui.reader.typography import Piece, Script, pieces

SLACK = 0.4
"""Units by which a line may be longer than its room: a full one must not break for a rounding."""
_ALIGNMENTS = {
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class Lines:
    """What a paragraph takes: the code points of its words with which the lines begin."""

    starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, at: int) -> int:
        """Give the line in which a code point of the words stands."""
        return max(0, sum(start <= at for start in self.starts) - 1)


class Typesetter:
    """Makes the lines of paragraphs in one set of fonts.

    Belongs to the thread that made it, as its layouts do.
    """

    def __init__(self, faces: PrintFaces) -> None:
        self._faces = faces
        self._base = faces.font(Face.BODY, Piece("", Script.HAN), BODY_SIZE)

    def lines(self, paragraph: Paragraph, width: float = WIDTH) -> Lines:
        """Give the lines that a paragraph takes in a room of some units."""
        layout, places = self._laid(paragraph, width)
        return Lines(tuple(places.code_point(line.textStart()) for line in _lines(layout)))

    def layout(self, paragraph: Paragraph, width: float = WIDTH) -> QTextLayout:
        """Give the lines themselves, each where it stands across its room, all at the top.

        Qt's lines do not outlive the layout that they are taken from.
        """
        return self._laid(paragraph, width)[0]

    def _laid(self, paragraph: Paragraph, width: float) -> tuple[QTextLayout, Utf16]:
        style = paragraph.style
        places = Utf16(paragraph.words)
        layout = QTextLayout(paragraph.words, self._base)
        layout.setFormats(self._formats(paragraph, places))
        option = QTextOption(_ALIGNMENTS[style.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        self._break(layout, style, width)
        layout.endLayout()
        return layout, places

    def _break(self, layout: QTextLayout, style: Style, width: float) -> None:
        left, right = style.left * EM, style.right * EM
        indent = style.indent * style.size * EM / BODY_SIZE
        line = layout.createLine()
        while line.isValid():
            begin = left + (indent if line.textStart() == 0 else 0.0)
            line.setLineWidth(max(style.size * POINT, width - begin - right) + SLACK)
            line.setPosition(QPointF(begin, 0))
            line = layout.createLine()

    def _formats(self, paragraph: Paragraph, places: Utf16) -> list[QTextLayout.FormatRange]:
        made: list[QTextLayout.FormatRange] = []
        style, start = paragraph.style, 0
        for end, face in paragraph.faces:
            used = style.face or face
            at = start
            for piece in pieces(paragraph.words, TextRange(start, end)):
                one = QTextLayout.FormatRange()
                one.start = places.units(at)
                one.length = places.units(at + len(piece.text)) - one.start
                one.format = QTextCharFormat()
                one.format.setFont(self._faces.font(used, piece, style.size, light=style.light))
                made.append(one)
                at += len(piece.text)
            start = end
        return made


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(number) for number in range(layout.lineCount()))
