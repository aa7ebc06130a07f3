"""The tree of a component: which numbered line stands below which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policyviewer.domain.components import FURNITURE
from policyviewer.domain.documents import HeadingKind, Node, NodeClass, NodeId
from policyviewer.domain.headings import Heading, heading_of
from policyviewer.domain.lines import Line
from policyviewer.domain.markers import BLANKS, Marker, decimal_of, marker_of
from policyviewer.domain.ranges import TextRange

_RANKS = {
    cls: rank
    for rank, cls in enumerate(
        (
            NodeClass.PART,
            NodeClass.SUBPART,
            NodeClass.CHAPTER,
            NodeClass.SECTION,
            NodeClass.ARTICLE,
            NodeClass.PARA,
            NodeClass.ITEM,
            NodeClass.SUBITEM,
            NodeClass.DECIMAL,
            NodeClass.L1,
            NodeClass.L2,
            NodeClass.L3,
            NodeClass.L4,
            NodeClass.L5,
            NodeClass.DASH,
        )
    )
}
_SEGMENTS = {
    NodeClass.PART: "prt",
    NodeClass.SUBPART: "sub",
    NodeClass.CHAPTER: "chp",
    NodeClass.SECTION: "sec",
    NodeClass.ARTICLE: "art",
    NodeClass.PARA: "p",
    NodeClass.ITEM: "i",
    NodeClass.SUBITEM: "s",
    NodeClass.DECIMAL: "dec",
    NodeClass.DASH: "dash",
}
_STRUCTURE = frozenset({NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION})
_IN_ARTICLE = {NodeClass.L2: NodeClass.ITEM, NodeClass.L3: NodeClass.SUBITEM}
_ENOUGH_DECIMALS = 3
_Rank = tuple[int, int]


def nodes_of(component: str, lines: Sequence[Line]) -> list[Node]:
    """Give the nodes of a component in reading order, parents first."""
    builder = _Builder(component, _uses_decimals(lines))
    for line in lines:
        builder.take(line)
    return builder.finish()


def _uses_decimals(lines: Sequence[Line]) -> bool:
    """Say whether numbers like 2.1.3 are the document's own numbering, and not amounts."""
    found = (decimal_of(line.words) for line in lines)
    deep = {one.decimals for one in found if one is not None and len(one.decimals) > 1}
    rooted = [one for one in deep if one[-1] == 1 or (*one[:-1], one[-1] - 1) in deep]
    return len(rooted) >= _ENOUGH_DECIMALS


@dataclass(slots=True)
class _Open:
    """A node whose end is not known yet: its place in the list, rank, and counts below it."""

    place: int
    rank: _Rank
    node: Node
    paras: int = 0
    unnumbered: int = 0


class _Builder:
    """Takes the lines of a component one by one and keeps the chain of open nodes."""

    def __init__(self, component: str, uses_decimals: bool) -> None:  # noqa: FBT001  # private
        self._component = component
        self._decimals = uses_decimals
        self._nodes: list[Node] = []
        self._open: list[_Open] = []
        self._ids: Counter[str] = Counter()
        self._last = 0

    def take(self, line: Line) -> None:
        """Take the next line: a new node, or text of the open one."""
        if FURNITURE.fullmatch(line.words):
            return
        marker = self._marker(line.words)
        if marker is None:
            self._take_text(line)
        elif marker.cls is NodeClass.ARTICLE:
            self._take_article(line, marker)
        else:
            self._take_numbered(line, marker)
        self._last = line.span.end

    def finish(self) -> list[Node]:
        """Give the finished nodes; a paragraph that is its article's only one is no node."""
        self._close((0, 0))
        parents = {node.parent for node in self._nodes}
        paras = [node for node in self._nodes if node.cls is NodeClass.PARA]
        several = {node.parent for node in paras if node.number != 1}
        return [
            node
            for node in self._nodes
            if node.cls is not NodeClass.PARA or node.parent in several or node.id in parents
        ]

    def _marker(self, words: str) -> Marker | None:
        if self._decimals:
            decimal = decimal_of(words)
            if decimal is not None:
                return decimal
        return marker_of(words)

    def _article(self) -> _Open | None:
        return next((one for one in self._open if one.node.cls is NodeClass.ARTICLE), None)

    def _take_text(self, line: Line) -> None:
        """In an article a line without marker is its next paragraph; elsewhere plain text."""
        article = self._article()
        if article is not None:
            self._add_para(article, line.span.start)

    def _take_article(self, line: Line, marker: Marker) -> None:
        caption = _caption(line.words[marker.length :])
        start = line.span.start
        name = f"art_{marker.number}" + (f"bis{marker.branch}" if marker.branch else "")
        heading = Heading(caption, HeadingKind.RUN_IN, len(marker.text))
        article = self._add(line, marker, heading, name)
        text = start + marker.length
        if text < line.span.end:
            self._add_para(article, text)

    def _add_para(self, article: _Open, start: int) -> None:
        article.paras += 1
        here = TextRange(start, start)
        self._close((_RANKS[NodeClass.PARA], 0))
        node = Node(
            id=self._name(article.node.id, f"p_{article.paras}"),
            parent=article.node.id,
            component=self._component,
            cls=NodeClass.PARA,
            marker="",
            number=article.paras,
            label="",
            heading_kind=None,
            heading=here,
            span=here,
        )
        self._push(node, (_RANKS[NodeClass.PARA], 0))

    def _take_numbered(self, line: Line, marker: Marker) -> None:
        article = self._article()
        if marker.cls in _STRUCTURE:
            label = "".join(line.words[marker.length :].split())
            heading = Heading(label, HeadingKind.OWN_LINE, len(line.words))
        else:
            heading = heading_of(line.words, marker.length)
            if article is not None and marker.cls in _IN_ARTICLE:
                marker = replace(marker, cls=_IN_ARTICLE[marker.cls])
        self._add(line, marker, heading, None)

    def _add(self, line: Line, marker: Marker, heading: Heading, name: str | None) -> _Open:
        rank = (_RANKS[marker.cls], len(marker.decimals))
        self._close(rank)
        parent = self._open[-1] if self._open else None
        kind = None if marker.cls is NodeClass.ARTICLE else heading.kind
        start = line.span.start
        node = Node(
            id=self._id(parent, marker, name),
            parent=parent.node.id if parent else None,
            component=self._component,
            cls=marker.cls,
            marker=marker.text,
            number=marker.number,
            label=heading.label.strip(BLANKS),
            heading_kind=kind,
            heading=TextRange(start, start + heading.length),
            span=TextRange(start, start),
            responsible=heading.responsible,
        )
        return self._push(node, rank)

    def _push(self, node: Node, rank: _Rank) -> _Open:
        self._nodes.append(node)
        opened = _Open(len(self._nodes) - 1, rank, node)
        self._open.append(opened)
        return opened

    def _close(self, rank: _Rank) -> None:
        """End every open node that is not above this rank, at the last line taken."""
        while self._open and self._open[-1].rank >= rank:
            ended = self._open.pop()
            end = max(self._last, ended.node.heading.end)
            span = TextRange(ended.node.span.start, end)
            self._nodes[ended.place] = replace(ended.node, span=span)

    def _id(self, parent: _Open | None, marker: Marker, name: str | None) -> NodeId:
        """Give the path of a node; articles run through a law, so they hang on no chapter."""
        if name is not None:
            return self._name("" if self._component == "main" else self._component, name)
        above = parent.node.id if parent else self._component
        if marker.decimals:
            return self._name(self._component, "dec_" + ".".join(map(str, marker.decimals)))
        count = marker.number
        if count is None and parent is not None:
            parent.unnumbered += 1
            count = parent.unnumbered
        segment = _SEGMENTS.get(marker.cls, marker.cls.value.lower())
        return self._name(above, f"{segment}_{count or 1}")

    def _name(self, above: str, segment: str) -> NodeId:
        """Give a path that no other node has: a repeated number gets a tilde and a count."""
        path = f"{above}/{segment}" if above else segment
        self._ids[path] += 1
        count = self._ids[path]
        return NodeId(path if count == 1 else f"{path}~{count}")


def _caption(rest: str) -> str:
    """Give the caption that some rules put behind 第X条: （目的） or 【目的】."""
    for opening, closing in ("（）", "【】", "()"):
        if rest.startswith(opening):
            end = rest.find(closing)
            if 0 < end <= 22 and "第" not in rest[:end]:
                return rest[1:end]
    return ""
