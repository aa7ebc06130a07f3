"""What is printed: paragraphs with their words and tables, without a place on paper yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from policyviewer.ui.paper.measures import BODY_SIZE
from policyviewer.ui.reader.blocks import Face


class Align(Enum):
    """To which side the lines of a paragraph go."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths across in characters of the text, down in rows."""

    size: float = BODY_SIZE
    """Points of a character."""
    leading: float = 1.0
    """Rows from one line to the next."""
    indent: float = 2.0
    left: float = 0.0
    right: float = 0.0
    align: Align = Align.JUSTIFY
    above: int = 0
    below: int = 0
    face: Face | None = None
    """In which all of the paragraph is set, whatever its runs say."""
    keeps: bool = False
    """Whether it must not be the last on a page: a heading."""
    clings: bool = False
    """Whether it must not be the first on a page: a signature, a source."""
    light: bool = False
    """Whether weight never makes up for a typeface that is missing."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in typefaces; ``faces`` are the ends of the runs in the words and what they are in."""

    words: str
    faces: tuple[tuple[int, Face], ...]
    style: Style = field(default_factory=Style)
    at: int | None = None
    """The code point of the document's text with which the words begin."""
    new_page: bool = False
    tail: str = ""
    """What stands at the end of the last line, at the right, with dots before it."""
    bookmark: str = ""
    """What a list of bookmarks calls the place; nothing where it is none."""
    level: int = 0
    """Of the bookmark: 0 is the outermost."""
    entry: int | None = None
    """The number of the entry in a table of contents: of the one that leads here, and here."""


def plain(words: str, style: Style, face: Face = Face.BODY) -> Paragraph:
    """Give a paragraph that is all in one typeface."""
    return Paragraph(words, ((len(words), face),), style)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a printed table; rows and columns count from 0."""

    paragraph: Paragraph
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with the widths of its columns in units; the first rows may name the columns."""

    widths: tuple[float, ...]
    size: float
    """Points of a character."""
    rows: int
    cells: tuple[TableCell, ...]
    head_rows: int = 0


Part = Paragraph | PrintedTable
"""What stands on paper one below the other."""
