"""The sheet of GB/T 9704-2012 in units (1/20 pt): what is printed is measured in these.

A4 with 37 mm of white above and 28 mm on the left leaves 156 by 225 mm for the text: 28
characters of 3号 a line, 22 lines a page, which fill it from edge to edge. A line is as high as
its characters and seven eighths more, as section 3.2 of the standard says.
"""

from __future__ import annotations

from dataclasses import dataclass

POINT = 4
"""Units of a point. Qt keeps what it knows of glyphs up to 64 pixels, which are units here: the
text's 16 points. Larger ones would cost eight times as much.
"""
COLUMNS, ROWS = 28, 22


def of_mm(length: float) -> float:
    """Give a length in millimetres in units."""
    return length * 72 * POINT / 25.4


PAPER_WIDTH, PAPER_HEIGHT = of_mm(210), of_mm(297)
TOP, BOTTOM, LEFT, RIGHT = (of_mm(side) for side in (37, 35, 28, 26))
"""The white around the text."""
WIDTH, HEIGHT = of_mm(156), of_mm(225)
BODY_SIZE = 16.0
"""Points of the text: 3号."""
EM = WIDTH / COLUMNS
"""From one character of the text to the next."""
PITCH = (HEIGHT - BODY_SIZE * POINT) / (ROWS - 1)
"""From one line to the next: the last one ends with the text's room."""
NUMBER_SIZE = 14.0
"""Points of the page number: 4号."""
NUMBER_DROP = of_mm(7)
"""From the end of the text's room to the strokes beside the page number."""
ASCENT = 0.88
"""The part of a Chinese character's square that is above the line it stands on."""


@dataclass(frozen=True, slots=True)
class Room:
    """A stretch of a line: where it begins, from the left of the text's room, and its length."""

    left: float
    width: float


def top_of(row: float) -> float:
    """Give how far below the top of the text's room a row begins; rows count from 0."""
    return row * PITCH
