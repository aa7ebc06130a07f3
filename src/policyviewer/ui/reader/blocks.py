"""What stands on the page: paragraphs, each with its part in the document and its typefaces.

The typefaces are those of GB/T 9704-2012: title 小标宋, 一、 黑体, （一） 楷体, all else 仿宋.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policyviewer.domain.ranges import TextRange


class Face(StrEnum):
    """A typeface by its part on the page."""

    TITLE = "title"
    HEITI = "heiti"
    KAITI = "kaiti"
    BODY = "body"


class BlockKind(StrEnum):
    """What a paragraph is, which decides how it is set."""

    TITLE = "title"
    UNDER_TITLE = "under-title"
    """Date, number or history of amendments between the title and the text."""
    ADDRESSEE = "addressee"
    CAPTION = "caption"
    """What stood around the document where it was found: a photo's caption, a menu."""
    CHAPTER = "chapter"
    SECTION = "section"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    ARTICLE = "article"
    BODY = "body"
    CONTINUED = "continued"
    """The rest of a paragraph too long to be laid out in one go."""
    SIGNATURE = "signature"
    TOC = "toc"
    FIRST_BACK = "first-back"
    """The line that begins what stands below the document, set off from it."""
    BACK = "back"
    HEAD_CELL = "head-cell"
    CELL = "cell"
    SHORT_CELL = "short-cell"
    """A cell of a column with few words, which stand in its middle."""
    NUMBER_CELL = "number-cell"
    """A cell of a column of large numbers, set one below the other."""
    GAP = "gap"
    """No words: Qt needs a paragraph before every table."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring code points in one typeface."""

    span: TextRange
    face: Face


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page: the code points of ``span``, all and only these, in ``runs``."""

    kind: BlockKind
    span: TextRange
    runs: tuple[Run, ...]


def void(kind: BlockKind, at: int) -> Block:
    """Give a block without words that stands behind a code point."""
    return Block(kind, TextRange(at, at), ())


def block_of(kind: BlockKind, span: TextRange, faces: list[Run], rest: Face) -> Block:
    """Give a block whose runs are ``faces`` and, between them, ``rest``."""
    runs: list[Run] = []
    at = span.start
    for one in faces:
        inside = one.span.clipped(span)
        if inside is None or inside.start < at:
            continue
        if at < inside.start:
            runs.append(Run(TextRange(at, inside.start), rest))
        runs.append(Run(inside, one.face))
        at = inside.end
    if at < span.end:
        runs.append(Run(TextRange(at, span.end), rest))
    return Block(kind, span, tuple(runs))
