"""Provisions: the pieces that are searched, cited, bookmarked and annotated.

The provisions of a document tile its text: every code point lies in exactly one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.documents import Component, ComponentKind, Node, NodeClass, Outline
from policyviewer.domain.ranges import TextRange

_WITHIN_ARTICLE = frozenset({NodeClass.PARA, NodeClass.ITEM, NodeClass.SUBITEM})
_UNSEARCHED = frozenset({ComponentKind.TOC, ComponentKind.FURNITURE})
_SPACED = frozenset(
    {NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION, NodeClass.DECIMAL}
)


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


def provisions(outline: Outline) -> tuple[Provision, ...]:
    """Give the provisions of a document in the order of its text."""
    starts = sorted(_starts(outline), key=lambda one: one[0])
    bounds = [start for start, _made in starts[1:]] + [len(outline.text)]
    paths = _paths(outline)
    names: Counter[str] = Counter()
    tiles: list[Provision] = []
    for (start, made), end in zip(starts, bounds, strict=True):
        if start == end and tiles:
            continue
        span = TextRange(start, end)
        tiles.append(
            _of_node(made, paths, span) if isinstance(made, Node) else _rest(made, names, span)
        )
    return tuple(tiles)


def provision_at(tiles: Sequence[Provision], offset: int) -> Provision:
    """Give the provision that holds a code point; one past the end belongs to the last.

    Raises IndexError when there are no provisions.
    """
    place = bisect_right(tiles, offset, key=lambda tile: tile.span.start) - 1
    return tiles[max(0, place)]


def _starts(outline: Outline) -> Iterator[tuple[int, Node | Component]]:
    """Give where provisions begin: components, then the nodes that are units of their own."""
    for component in outline.components:
        yield component.span.start, component
    within = _inside_articles(outline)
    for node in outline.nodes:
        if node.id not in within:
            yield node.span.start, node


def _inside_articles(outline: Outline) -> set[str]:
    """Give the nodes that belong to an article: they are searched and cited with it."""
    inside: set[str] = set()
    articles = {node.id for node in outline.nodes if node.cls is NodeClass.ARTICLE}
    for node in outline.nodes:
        if node.cls in _WITHIN_ARTICLE or node.parent in inside or node.parent in articles:
            inside.add(node.id)
    return inside


def _paths(outline: Outline) -> dict[str, tuple[str, ...]]:
    """Give for each node the headings above it."""
    nodes = {node.id: node for node in outline.nodes}
    paths: dict[str, tuple[str, ...]] = {}
    for node in outline.nodes:
        above = nodes.get(node.parent) if node.parent else None
        paths[node.id] = () if above is None else (*paths[above.id], heading_text(above))
    return paths


def heading_text(node: Node) -> str:
    """Give marker and label as a table of contents shows them."""
    gap = " " if node.cls in _SPACED and node.label else ""
    return f"{node.marker}{gap}{node.label}"


def _of_node(node: Node, paths: dict[str, tuple[str, ...]], span: TextRange) -> Provision:
    return Provision(node.id, node.cls, node.marker, node.label, paths[node.id], span, True)


def _rest(component: Component, names: Counter[str], span: TextRange) -> Provision:
    """Give the provision of text outside all nodes; a second one of a component is counted."""
    names[component.id] += 1
    count = names[component.id]
    name = component.id if count == 1 else f"{component.id}~{count}"
    searchable = component.kind not in _UNSEARCHED
    return Provision(name, None, "", component.title, (), span, searchable)
