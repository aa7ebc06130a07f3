"""What a selection gives to the clipboard: the text without the page's indents and breaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.blocks import Block, BlockKind


def clean_copy(text: str, blocks: Sequence[Block], span: TextRange) -> str:
    """Give the words of a range; a line break stands only where a paragraph of the text ends.

    Cells of a row are parted by tabs, as Excel takes them.
    """
    parts = [
        (block, inside) for block in blocks if (inside := block.span.clipped(span)) is not None
    ]
    if not parts:
        return span.of(text).strip()
    words = [parts[0][1].of(text)]
    for (above, before), (block, inside) in pairwise(parts):
        one_title = above.kind is block.kind is BlockKind.TITLE
        between = text[before.end : inside.start]
        broken = "\n" in between and not one_title
        words.append(("\n" if broken else "\t" * between.count("\t")) + inside.of(text))
    return "".join(words)
