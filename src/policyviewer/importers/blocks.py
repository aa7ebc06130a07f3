"""What a story is made of, before it is written: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.importers.writing import Rows, flat

Block = str | Rows
"""A paragraph or a table."""


def words_of(blocks: Sequence[Block]) -> str:
    """Give blocks as plain words, a line each."""
    return "\n".join(block if isinstance(block, str) else flat(block) for block in blocks)


def framed(cells: Sequence[Sequence[Block]]) -> Sequence[Block] | None:
    """Give what is in a table that is but a frame around paragraphs, or None for a real table.

    Such a table has a single cell, or, as on a page that was copied from the web, a single one
    with words, which has several paragraphs.
    """
    if len(cells) == 1:
        return cells[0]
    telling = [blocks for blocks in cells if blocks]
    return telling[0] if len(telling) == 1 and len(telling[0]) > 1 else None
