"""From lines to nodes: which numbered line stands below which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from policyviewer.domain.documents import HeadingKind, Node, NodeClass, NodeId
from policyviewer.domain.headings import heading_of, shortened
from policyviewer.domain.markers import Marker
from policyviewer.domain.marking import TERMINATED, MarkedLine
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Table
from policyviewer.domain.text import Line, without_gaps

RANK = {
    NodeClass.PART: 10,
    NodeClass.SUBPART: 15,
    NodeClass.CHAPTER: 20,
    NodeClass.SECTION: 30,
    NodeClass.ARTICLE: 40,
    NodeClass.PARA: 45,
    NodeClass.L1: 50,
    NodeClass.DECIMAL: 51,
    NodeClass.L2: 60,
    NodeClass.ITEM: 60,
    NodeClass.L3: 70,
    NodeClass.SUBITEM: 70,
    NodeClass.L4: 80,
    NodeClass.L5: 90,
    NodeClass.DASH: 95,
    NodeClass.TABLE: 99,
}
"""The order of the levels: a node stands below the nearest open node of smaller rank."""
DIVISIONS = frozenset({NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION})
_ABOVE_ARTICLES = 35
_STEPS = {
    NodeClass.PART: "part",
    NodeClass.SUBPART: "subpart",
    NodeClass.CHAPTER: "ch",
    NodeClass.SECTION: "sec",
    NodeClass.ARTICLE: "art",
    NodeClass.PARA: "p",
    NodeClass.ITEM: "i",
    NodeClass.SUBITEM: "si",
    NodeClass.L1: "l1",
    NodeClass.L2: "l2",
    NodeClass.L3: "l3",
    NodeClass.L4: "l4",
    NodeClass.L5: "l5",
    NodeClass.DECIMAL: "dec",
    NodeClass.DASH: "dash",
    NodeClass.TABLE: "table",
}
_IN_ARTICLE = {NodeClass.L2: NodeClass.ITEM, NodeClass.L3: NodeClass.SUBITEM}
_LONG_LINE = 25
_FEWEST_LINES = 20
_NARROWEST, _WIDEST = 20, 60
_RAGGED = 3
"""Signs that may not begin a line make it longer, or the one before shorter."""
_TABLE_CAPTION = regex(r"附?表\s*[\d一二三四五六七八九十].{0,40}|.{2,36}(?:表|清单|名单|一览|目录)")


@dataclass(slots=True)
class Draft:
    """A node while its end is not yet known; ``parent`` is its place in the list, or -1."""

    id: str
    parent: int
    cls: NodeClass
    marker: Marker
    label: str
    kind: HeadingKind | None
    start: int
    heading_end: int
    rank: int
    end: int = 0
    responsible: str | None = None
    count: int = 0
    """Its place among the children of its kind, from 1."""
    children: dict[str, int] = field(default_factory=dict)


class TreeBuilder:
    """Takes the lines of one component in order and gives its nodes."""

    def __init__(
        self, component: str, *, firsts_above_articles: bool, width: int | None = None
    ) -> None:
        """``width`` is the length at which a converter broke the lines, if one did."""
        self._width = width
        self._component = component
        self._firsts_above_articles = firsts_above_articles
        self._drafts: list[Draft] = []
        self._open: list[int] = []
        self._ids: dict[str, int] = {}
        self._end = 0
        self._last: Line | None = None
        self._article = -1

    def add(self, marked: MarkedLine) -> None:
        """Take a line: a node of its own when it has a marker, else more of what is open."""
        line = marked.line
        if marked.divides:
            self._close(0)
        elif marked.marker is not None:
            self._add_marked(line, marked.marker)
        elif self._article >= 0 and not marked.quoted and not self._runs_on():
            self._add_paragraph(line, 0)
        self._last = line
        self._end = line.end

    def add_table(self, table: Table) -> None:
        """Take a table: a node below whatever is open, with nothing below itself.

        The line before it is its label where that reads as a caption.
        """
        rank = RANK[NodeClass.TABLE]
        self._close(rank)
        before = self._last.text if self._last else ""
        label = without_gaps(before) if _TABLE_CAPTION.fullmatch(before) else ""
        marker = Marker(NodeClass.TABLE, "", None, 0)
        start = table.span.start
        self._push(Draft("", -1, NodeClass.TABLE, marker, label, None, start, start, rank))
        self._last = None
        self._end = table.span.end
        self._close(rank)

    def nodes(self) -> list[Node]:
        """Close all that is open and give the nodes, parents first.

        A paragraph that is its article's only one, and has no items, is no node of its own.
        """
        self._close(0)
        several = {
            one.parent for one in self._drafts if one.cls is NodeClass.PARA and one.count > 1
        }
        parents = {one.parent for one in self._drafts}
        return [
            self._node(draft)
            for at, draft in enumerate(self._drafts)
            if draft.cls is not NodeClass.PARA or draft.parent in several or at in parents
        ]

    def _add_marked(self, line: Line, marker: Marker) -> None:
        cls = marker.cls
        if self._article >= 0:
            cls = _IN_ARTICLE.get(cls, cls)
        rank = self._rank(cls, marker)
        self._close(rank)
        if cls in (NodeClass.ITEM, NodeClass.SUBITEM):
            self._ensure_paragraph(line)
        if cls is NodeClass.ARTICLE:
            self._add_article(line, marker, rank)
            return
        if cls in DIVISIONS:
            label = without_gaps(line.text[marker.length :])
            self._push(
                Draft("", -1, cls, marker, label, HeadingKind.OWN_LINE, line.start, line.end, rank)
            )
            return
        heading = heading_of(line.text, marker.length)
        end = line.start + heading.length
        draft = Draft("", -1, cls, marker, heading.label, heading.kind, line.start, end, rank)
        draft.responsible = heading.responsible
        self._push(draft)

    def _add_article(self, line: Line, marker: Marker, rank: int) -> None:
        words = line.text[marker.length :]
        caption = _caption(words)
        length = marker.length + len(caption)
        label = caption[1:-1] if caption else shortened(words)
        end = line.start + (length if caption else len(marker.text))
        self._push(
            Draft("", -1, NodeClass.ARTICLE, marker, label, HeadingKind.ITEM, line.start, end, rank)
        )
        rest = words[len(caption) :]
        if rest.strip():
            self._add_paragraph(line, len(line.text) - len(rest.lstrip()))

    def _ensure_paragraph(self, line: Line) -> None:
        """Open a first paragraph for items that follow the article's number directly."""
        if self._open and self._drafts[self._open[-1]].cls is NodeClass.ARTICLE:
            self._add_paragraph(line, 0, empty=True)

    def _add_paragraph(self, line: Line, after: int, *, empty: bool = False) -> None:
        self._close(RANK[NodeClass.PARA])
        start = line.start + after
        label = "" if empty else shortened(line.text[after:])
        marker = Marker(NodeClass.PARA, "", None, 0)
        rank = RANK[NodeClass.PARA]
        self._push(Draft("", -1, NodeClass.PARA, marker, label, None, start, start, rank))

    def _push(self, draft: Draft) -> None:
        draft.parent = self._open[-1] if self._open else -1
        draft.id = self._name(draft)
        if draft.cls is NodeClass.ARTICLE:
            self._article = len(self._drafts)
        self._open.append(len(self._drafts))
        self._drafts.append(draft)

    def _close(self, rank: int) -> None:
        while self._open and self._drafts[self._open[-1]].rank >= rank:
            draft = self._drafts[self._open.pop()]
            draft.end = max(self._end, draft.heading_end)
            if draft.cls is NodeClass.ARTICLE:
                self._article = -1

    def _rank(self, cls: NodeClass, marker: Marker) -> int:
        if cls is NodeClass.L1 and self._firsts_above_articles:
            return _ABOVE_ARTICLES
        return RANK[cls] + max(0, len(marker.decimals) - 1)

    def _runs_on(self) -> bool:
        """Say whether the line before breaks off in the middle of its sentence."""
        last = self._last
        if last is None:
            return False
        if self._width is not None and len(last.text) >= self._width:
            return last.text[-1] != "。"
        return len(last.text) >= _LONG_LINE and last.text[-1] not in TERMINATED

    def _name(self, draft: Draft) -> str:
        above = self._drafts[draft.parent] if draft.parent >= 0 else None
        step = _STEPS[draft.cls]
        number = draft.marker.number
        siblings = above.children if above else self._ids
        count = siblings.get(step, 0) + 1
        siblings[step] = draft.count = count
        name = f"{step}_{count if number is None else number}"
        if draft.cls is NodeClass.DECIMAL:
            name = f"{step}_{'_'.join(map(str, draft.marker.decimals))}"
        if draft.marker.branch is not None:
            name += f"bis{draft.marker.branch}"
        return self._unique(self._place(draft.cls, above) + name)

    def _place(self, cls: NodeClass, above: Draft | None) -> str:
        own = "" if self._component == "main" else f"{self._component}/"
        if cls is NodeClass.ARTICLE:
            return own
        if above is not None:
            return f"{above.id}/"
        return own if cls in DIVISIONS else f"{self._component}/"

    def _unique(self, name: str) -> str:
        count = self._ids.get(name, 0) + 1
        self._ids[name] = count
        return name if count == 1 else self._unique(f"{name}-{count}")

    def _node(self, draft: Draft) -> Node:
        return Node(
            id=NodeId(draft.id),
            parent=NodeId(self._drafts[draft.parent].id) if draft.parent >= 0 else None,
            component=self._component,
            cls=draft.cls,
            marker=draft.marker.text.strip(),
            number=draft.marker.number,
            label=draft.label,
            heading_kind=draft.kind,
            heading=TextRange(draft.start, draft.heading_end),
            span=TextRange(draft.start, draft.end),
            responsible=draft.responsible,
        )


def _caption(words: str) -> str:
    """Give the caption that follows an article's number: （目的） or 【目的】."""
    for opening, closing in ("（）", "【】", "()"):
        end = words.find(closing)
        if (
            words.startswith(opening)
            and 1 < end <= 25
            and not words.startswith((",", "，"), end + 1)
        ):
            return words[: end + 1]
    return ""


def wrapped_width(lengths: Sequence[int]) -> int | None:
    """Give the length that broken lines have at least, or None where lines are paragraphs.

    Lines were broken where hardly one is longer than the length that many have.
    """
    ordered = sorted(length for length in lengths if length > 0)
    if len(ordered) < _FEWEST_LINES:
        return None
    longest = ordered[-1 - len(ordered) // 100]
    full = len(ordered) - bisect_left(ordered, longest - _RAGGED)
    wrapped = _NARROWEST <= longest <= _WIDEST and full * 4 >= len(ordered)
    return longest - _RAGGED if wrapped else None


def firsts_above_articles(markers: Sequence[Marker | None]) -> bool:
    """Say whether 一、 lines are headings over articles, as in judicial interpretations."""
    places = [at for at, marker in enumerate(markers) if marker and marker.cls is NodeClass.L1]
    followed = sum(
        1
        for at in places
        if at + 1 < len(markers)
        and (after := markers[at + 1]) is not None
        and after.cls is NodeClass.ARTICLE
    )
    return bool(places) and followed * 2 > len(places)
