"""How each part of a document is set on paper, after section 7 of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Mapping

from policyviewer.ui.paper.paragraphs import Align, Style
from policyviewer.ui.reader.blocks import BlockKind, Face

TITLE_SIZE = 22.0
"""2号."""
SMALL_SIZE = 12.0
"""小四: what stands around the document."""
TABLE_LEADING = 1.45
"""Distance of lines in a table, in characters of its type."""

_AROUND = Style(
    size=SMALL_SIZE, leading=0.75, indent=0, align=Align.LEFT, face=Face.HEITI
)  # fmt: skip
STYLES: Mapping[BlockKind, Style] = {
    BlockKind.TITLE: Style(size=TITLE_SIZE, indent=0, align=Align.CENTRE, below=1),
    BlockKind.UNDER_TITLE: Style(indent=0, align=Align.CENTRE, below=1, light=True),
    BlockKind.ADDRESSEE: Style(indent=0),
    BlockKind.CAPTION: Style(
        size=SMALL_SIZE, leading=0.75, indent=0, align=Align.CENTRE, below=1, face=Face.HEITI
    ),
    BlockKind.CHAPTER: Style(indent=0, align=Align.CENTRE, above=1, below=1, keeps=True),
    BlockKind.SECTION: Style(indent=0, align=Align.CENTRE, above=1, below=1, keeps=True),
    BlockKind.L1: Style(),
    BlockKind.L2: Style(),
    BlockKind.L3: Style(),
    BlockKind.ARTICLE: Style(),
    BlockKind.BODY: Style(),
    BlockKind.CONTINUED: Style(indent=0),
    BlockKind.SIGNATURE: Style(indent=0, right=2, align=Align.RIGHT, above=1, clings=True),
    BlockKind.TOC: Style(indent=0, left=2, align=Align.LEFT),
    BlockKind.FIRST_BACK: _AROUND,
    BlockKind.BACK: _AROUND,
    BlockKind.HEAD_CELL: Style(indent=0, align=Align.CENTRE),
    BlockKind.CELL: Style(indent=0, align=Align.LEFT),
    BlockKind.SHORT_CELL: Style(indent=0, align=Align.CENTRE),
    BlockKind.NUMBER_CELL: Style(indent=0, align=Align.RIGHT),
}
ATTACHMENT = Style(indent=0, align=Align.LEFT, below=1, face=Face.HEITI)
"""The line that numbers an attachment."""
SOURCE = Style(
    size=SMALL_SIZE,
    leading=0.75,
    indent=0,
    align=Align.LEFT,
    above=1,
    face=Face.KAITI,
    clings=True,
    light=True,
)
NOTES_HEADING = Style(indent=0, align=Align.LEFT, above=1, face=Face.HEITI, keeps=True)
NOTE = Style(size=SMALL_SIZE, leading=0.75, indent=0)
MARGIN_NOTE = Style(size=7.5, indent=0, align=Align.LEFT)
COMPILED_TITLE = Style(size=TITLE_SIZE, indent=0, align=Align.CENTRE, below=1)
COMPILED_DATE = Style(indent=0, align=Align.CENTRE, below=1, light=True)
CONTENTS_HEADING = Style(indent=0, align=Align.CENTRE, below=1, keeps=True)
CONTENTS_ENTRY = Style(indent=0, right=3, align=Align.LEFT)
PART_HEADING = Style(size=TITLE_SIZE, indent=0, align=Align.CENTRE, above=1, below=1, keeps=True)
"""A heading of the user's own in a compilation."""
PIECE_HEADING = Style(align=Align.LEFT, above=1, keeps=True)
"""What stands above words that are a part of a document."""
TITLES = frozenset({BlockKind.TITLE, BlockKind.UNDER_TITLE})
"""Kinds that stand together without an empty row between them."""
