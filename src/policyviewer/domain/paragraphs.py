"""The paragraphs of a provision: 款 and 项 of an article, the lines of other texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from policyviewer.domain.alignment import Tile, tile_of
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.provisions import Provision
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import lines_of

_NUMBERED = frozenset({NodeClass.ITEM, NodeClass.SUBITEM})


class Paragraphs:
    """Gives the paragraphs of one document's provisions."""

    def __init__(self, outline: Outline) -> None:
        self._text = outline.text
        self._nodes = sorted(outline.nodes, key=lambda node: (node.span.start, -node.span.end))
        self._starts = [node.span.start for node in self._nodes]

    def of(self, tile: Tile) -> list[Tile]:
        """Give the paragraphs of a provision, without its marker, as they are compared.

        A paragraph is named by the node that begins with it, else by the provision and its place;
        its label is the marker of the provision.
        """
        return [tile_of(self._text, one) for one in self.provisions(tile)]

    def provisions(self, tile: Tile) -> Iterator[Provision]:
        """Give the same paragraphs by name and place alone, which costs far less."""
        provision = tile.provision
        start = min(tile.start + len(provision.marker.strip()), provision.span.end)
        for number, line in enumerate(lines_of(self._text[start : provision.span.end]), start=1):
            span = TextRange(start + line.start, start + line.end)
            at = bisect_left(self._starts, span.start)
            name, cls, marker = f"{provision.id}~{number}", None, ""
            if at < len(self._nodes) and self._starts[at] < span.end:
                node = self._nodes[at]
                name, cls = node.id, node.cls
                marker = node.marker if cls in _NUMBERED else ""
            label = provision.marker.strip()
            yield Provision(name, cls, marker, label, provision.path, span, provision.searchable)
