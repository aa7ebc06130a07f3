"""Provisions: the pieces that are searched, cited, bookmarked and annotated.

The provisions of a document tile its text: every code point lies in exactly one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class Provision:
    """One article of a law, or one numbered unit of an official document.

    ``id`` is the node's id, or the component's for text outside all nodes (title, preamble,
    source line). ``span`` is its own text, without that of provisions below it. ``path`` are
    the headings above it (``第二章 自然人``), outermost first.
    """

    id: str
    cls: NodeClass | None
    marker: str
    label: str
    path: tuple[str, ...]
    span: TextRange
    searchable: bool
    """False for tables of contents and page furniture."""


def provision_at(tiles: Sequence[Provision], offset: int) -> Provision:
    """Give the provision that holds a code point; one past the end belongs to the last.

    Raises IndexError when there are no provisions.
    """
    place = bisect_right(tiles, offset, key=lambda tile: tile.span.start) - 1
    return tiles[max(0, place)]
