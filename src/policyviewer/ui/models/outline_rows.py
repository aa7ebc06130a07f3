"""An outline as rows: the tree of a document's numbered units."""

from __future__ import annotations

from bisect import bisect_right

from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    HeadingKind,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.provisions import heading_text
from policyviewer.ui.models.rows import Row

_HIDDEN = frozenset({NodeClass.PARA, NodeClass.ITEM, NodeClass.SUBITEM, NodeClass.DASH})
"""Read within their article; in the tree they would only be numbers without a name."""
_TEXT_BEGINS = 24


def outline_rows(outline: Outline) -> list[Row]:
    """Give the rows of a document's tree."""
    children: dict[str | None, list[Node]] = {}
    for node in shown_nodes(outline):
        children.setdefault(node.parent, []).append(node)

    def below(parent: str | None) -> tuple[Row, ...]:
        return tuple(
            Row(row_text(outline, node), node.id, heading_text(node), node, below(node.id))
            for node in children.get(parent, ())
        )

    roots = below(None)
    main = [row for row in roots if _component(row) == ComponentKind.MAIN.value]
    rows = [*main, *(_component_row(one, roots) for one in _others(outline))]
    return rows or list(roots)


def _others(outline: Outline) -> list[Component]:
    """Give the attachments, in their order; the shell that brings the text is folded away."""
    return [one for one in outline.components if one.kind is ComponentKind.ATTACHMENT]


def _component_row(component: Component, roots: tuple[Row, ...]) -> Row:
    name = f"附件{component.id.partition('_')[2]}"
    words = f"{name}　{component.title}" if component.title else name
    inside = tuple(row for row in roots if _component(row) == component.id)
    return Row(words, component.id, words, component, inside)


def _component(row: Row) -> str:
    return row.value.component if isinstance(row.value, Node) else ""


def shown_nodes(outline: Outline) -> list[Node]:
    """Give the nodes that have a row, in reading order."""
    return [node for node in outline.nodes if node.cls not in _HIDDEN]


def node_at(nodes: list[Node], offset: int) -> Node | None:
    """Give the innermost of the shown nodes at a code point, or None before the first."""
    place = bisect_right(nodes, offset, key=lambda node: node.span.start)
    return nodes[place - 1] if place else None


def row_text(outline: Outline, node: Node) -> str:
    """Give the words of a row: heading, or marker with the beginning of the text."""
    if node.label and (node.heading_kind is not None or node.cls is NodeClass.TABLE):
        return heading_text(node)
    start = node.span.start + len(node.marker)
    begins = " ".join(outline.text[start : min(node.span.end, start + 60)].split())
    text = begins if len(begins) <= _TEXT_BEGINS else f"{begins[:_TEXT_BEGINS]}…"
    label = f"（{node.label}）" if node.label and node.heading_kind is HeadingKind.OWN_LINE else ""
    marker = heading_text(node) if node.cls is NodeClass.TABLE else node.marker
    return f"{marker}{label} {text}".rstrip()
