"""Provisions: the pieces that are searched, cited, bookmarked and annotated.

The provisions of a document tile its text: every code point lies in exactly one of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from policyviewer.domain.documents import INSIDE, Component, ComponentKind, Node, NodeClass, Outline
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


def provisions(outline: Outline) -> tuple[Provision, ...]:
    """Give the tiling of a document's text.

    An article is one provision with all its 款项目; in other documents each numbered unit has
    its own text. What stands outside all nodes is named by its component.
    """
    by_id: dict[str, Node] = {node.id: node for node in outline.nodes}
    units: dict[str, list[Node]] = {}
    inside: set[str] = set()
    for node in outline.nodes:
        above = by_id[node.parent] if node.parent else None
        if above is not None and (above.cls is NodeClass.ARTICLE or above.id in inside):
            inside.add(node.id)
        else:
            units.setdefault(node.component, []).append(node)
    tiles: list[Provision] = []
    contents = [one for one in outline.components if one.kind is ComponentKind.TOC]
    for component in outline.components:
        if component.kind in INSIDE:
            continue
        owners: list[Node | Component] = [*units.get(component.id, [])]
        owners += _inside(contents, component.span)
        owners.sort(key=lambda owner: owner.span)
        tiles += _tiles(outline.text, component, owners, by_id)
    return tuple(tiles)


def _inside(components: list[Component], span: TextRange) -> list[Component]:
    """Give those of the components, which stand in order, that begin in a range."""
    first = bisect_left(components, span.start, key=lambda one: one.span.start)
    last = bisect_left(components, span.end, key=lambda one: one.span.start)
    return components[first:last]


def provision_at(tiles: Sequence[Provision], offset: int) -> Provision:
    """Give the provision that holds a code point; one past the end belongs to the last.

    Raises IndexError when there are no provisions.
    """
    place = bisect_right(tiles, offset, key=lambda tile: tile.span.start) - 1
    return tiles[max(0, place)]


def _tiles(
    text: str, component: Component, owners: list[Node | Component], by_id: Mapping[str, Node]
) -> list[Provision]:
    """Give the tiles of one component: its nodes, its table of contents, the text around them."""
    starts: list[tuple[int, Node | Component]] = []
    covered = component.span.start
    for owner in owners:
        if covered < owner.span.start and text[covered : owner.span.start].strip():
            starts.append((covered, component))
        starts.append((owner.span.start, owner))
        covered = max(covered, owner.span.end)
    if not starts or text[covered : component.span.end].strip():
        starts.append((covered, component))
    starts[0] = (component.span.start, starts[0][1])
    ends = [start for start, _owner in starts[1:]] + [component.span.end]
    names = (component.id if at == 1 else f"{component.id}~{at}" for at in count(1))
    tiles: list[Provision] = []
    for (start, owner), end in zip(starts, ends, strict=True):
        span = TextRange(start, end)
        if isinstance(owner, Node):
            tiles.append(_tile(owner, span, by_id))
        else:
            name = next(names) if owner is component else owner.id
            tiles.append(_stray(name, owner, span))
    return tiles


def _tile(node: Node, span: TextRange, by_id: Mapping[str, Node]) -> Provision:
    path: list[str] = []
    above = node
    while above.parent is not None:
        above = by_id[above.parent]
        path.append(heading_text(above))
    parts = tuple(reversed(path))
    return Provision(node.id, node.cls, node.marker, node.label, parts, span, searchable=True)


def heading_text(node: Node) -> str:
    """Give marker and label as a table of contents shows them."""
    if node.cls is NodeClass.TABLE:
        return f"［表］{node.label}"
    blank = " " if node.label and node.marker.startswith("第") else ""
    return f"{node.marker}{blank}{node.label}"


def _stray(name: str, component: Component, span: TextRange) -> Provision:
    searched = component.kind not in INSIDE
    return Provision(name, None, "", component.title, (), span, searchable=searched)
