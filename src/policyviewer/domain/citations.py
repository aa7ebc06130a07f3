"""How words are cited: 《中华人民共和国立法法》第六十五条第二款.

Laws by 条款项目, after the 《立法技术规范（试行）（一）》: no 编章节, no 第一款 where there is
only one, 项 without brackets, three and more contracted (第三条至第五条). Official documents by
title, then number, then the markers as printed: 《…的实施意见》（黔府发〔2020〕5号）“三、（二）”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from policyviewer.domain.documents import (
    INSIDE,
    Component,
    ComponentKind,
    HeadingKind,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.numerals import chinese
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.short_names import short_name
from policyviewer.domain.text import in_marks

_DIVISIONS = (NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION)
_PRINTED = frozenset(
    {NodeClass.L1, NodeClass.L2, NodeClass.L3, NodeClass.L4, NodeClass.L5, NodeClass.DECIMAL}
)
"""The levels of official documents, which are cited by their markers."""
_POINTS = ("、", ".", "．")
_LONGEST_HEADING = 25
"""Code points of a heading that is cited behind its marker."""
_WIDE_BRACKETS = str.maketrans("()", "（）")


class ItemForm(StrEnum):
    """How 项 are written: 第一项, or 第（一）项 as many local texts have it."""

    PLAIN = "plain"
    BRACKETED = "bracketed"


class NameForm(StrEnum):
    """Which name a document is cited by."""

    FULL = "full"
    INTRODUCED = "introduced"
    """The full name and what it is called from here on: （以下简称《立法法》）."""
    SHORT = "short"


class SectionForm(StrEnum):
    """How the sections of an official document are cited: “三、（二）”, or 第三部分第（二）项."""

    PRINTED = "printed"
    WORDED = "worded"


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """The forms that are left to whoever cites."""

    items: ItemForm = ItemForm.PLAIN
    name: NameForm = NameForm.FULL
    sections: SectionForm = SectionForm.PRINTED


class Citations:
    """Cites the provisions of one document."""

    def __init__(self, outline: Outline, style: CitationStyle | None = None) -> None:
        self._outline = outline
        self._style = style or CitationStyle()
        self._by_id = {str(node.id): node for node in outline.nodes}
        self._components = {one.id: one for one in outline.components}
        self._below: dict[str | None, list[Node]] = {}
        for node in outline.nodes:
            self._below.setdefault(node.parent, []).append(node)

    def of(self, provision: str) -> str:
        """Give the citation of a node; of the document itself for any other id."""
        node = self._by_id.get(provision)
        component = self._components.get(node.component if node else provision)
        return self._named(component) + self.within(provision)

    def within(self, provision: str) -> str:
        """Give how a node is cited within its document (第六十五条第二款); "" for any other id."""
        node = self._by_id.get(provision)
        return "" if node is None else self._worded([node])

    def of_range(self, span: TextRange) -> str:
        """Give the citation of words: the narrowest provision that holds them, or several."""
        span = self._trimmed(span)
        component = self._component_of(span)
        nodes: list[Node] = []
        if component is not None:
            nodes = self._touched(span, component) or self._divisions(span)
        return self._named(component) + (self._worded(nodes) if nodes else "")

    def _trimmed(self, span: TextRange) -> TextRange:
        words = span.of(self._outline.text)
        start = span.start + len(words) - len(words.lstrip())
        return TextRange(start, max(start, span.start + len(words.rstrip())))

    def _component_of(self, span: TextRange) -> Component | None:
        """Give the component that holds all of the words, None where they go over two."""
        return next(
            (
                one
                for one in self._outline.components
                if one.kind not in INSIDE and one.span.contains(span)
            ),
            None,
        )

    def _touched(self, span: TextRange, component: Component) -> list[Node]:
        """Give the node that holds the words, or the siblings that they go over."""
        level = self._highest(component)
        touched: list[Node] = []
        while True:
            found = [one for one in level if one.span.overlaps(span)]
            if not found or (touched and span.start < found[0].span.start):
                return touched  # the words begin in what stands above the first of them
            if len(found) > 1:
                whole = self._is_all(touched, level) and not _passes_over(found, level, span)
                return touched if whole else found
            touched = found
            level = self._below.get(found[0].id, [])

    def _is_all(self, above: Sequence[Node], level: Sequence[Node]) -> bool:
        """Say whether siblings are all that stands in the node above them, but for its marker."""
        if not above:
            return True
        own = self._outline.text[above[0].span.start : level[0].span.start]
        return own.strip() == above[0].marker

    def _divisions(self, span: TextRange) -> list[Node]:
        """Give the chapter or section whose heading holds the words."""
        found = [
            one
            for one in self._outline.nodes
            if one.cls in _DIVISIONS and one.heading.contains(span)
        ]
        return found[-1:]

    def _highest(self, component: Component) -> list[Node]:
        """Give the articles of a component, whatever divides them; else its highest nodes."""
        own = [one for one in self._outline.nodes if one.component == component.id]
        articles = [one for one in own if one.cls is NodeClass.ARTICLE]
        return articles or [one for one in own if one.parent is None]

    def _worded(self, nodes: Sequence[Node]) -> str:
        """Give how one node, or several siblings, are cited within their document."""
        chain = self._chain(nodes[0])
        if self._style.sections is SectionForm.PRINTED and chain[0].cls in _PRINTED:
            return self._printed(chain, nodes)
        above = "".join(self._step(one) for one in chain[:-1])
        steps = [step for one in nodes if (step := self._step(one))]
        return above + _contracted(steps)

    def _chain(self, node: Node) -> list[Node]:
        chain = [node]
        while chain[0].parent is not None:
            chain.insert(0, self._by_id[chain[0].parent])
        return _cited(chain)

    def _printed(self, chain: Sequence[Node], nodes: Sequence[Node]) -> str:
        """Give markers as they stand in the text; that of a section alone with its heading."""
        above = "".join(_marker(one) for one in chain[:-1])
        if len(nodes) == 1:
            return f"“{above}{self._marked(chain[-1], alone=not above)}”"
        if not above:
            return _contracted([f"“{_marker(one)}”" for one in nodes], between="")
        markers = [_marker(one) for one in nodes]
        between = "" if markers[0].endswith(_POINTS) else "、"
        return f"“{above}{_contracted(markers, between)}”"

    def _marked(self, node: Node, *, alone: bool) -> str:
        own_line = node.heading_kind is HeadingKind.OWN_LINE and len(node.label) <= _LONGEST_HEADING
        return f"{_marker(node)}{node.label}" if alone and own_line else _marker(node)

    def _step(self, node: Node) -> str:
        number = node.number
        if node.cls is NodeClass.PARA:
            return self._paragraph(node)
        if number is None:
            return ""
        bracketed = self._style.items is ItemForm.BRACKETED
        item = f"（{chinese(number)}）" if bracketed else chinese(number)
        forms = {
            NodeClass.ITEM: f"第{item}项",
            NodeClass.SUBITEM: f"第{number}目",
            NodeClass.L1: f"第{chinese(number)}部分",
            NodeClass.L2: f"第（{chinese(number)}）项",
            NodeClass.L3: f"第{number}项",
            NodeClass.L4: f"第（{number}）项",
            NodeClass.DECIMAL: node.marker,
        }
        return forms.get(node.cls, node.marker)

    def _paragraph(self, node: Node) -> str:
        siblings = [one.id for one in self._below[node.parent] if one.cls is NodeClass.PARA]
        return f"第{chinese(siblings.index(node.id) + 1)}款" if len(siblings) > 1 else ""

    def _named(self, component: Component | None) -> str:
        """Give the document's name, and the attachment's where the words stand in one."""
        metadata = self._outline.metadata
        notice = any(one.kind is ComponentKind.NOTICE for one in self._outline.components)
        if notice and component and component.kind is ComponentKind.MAIN and component.title:
            return in_marks(component.title)
        name = self._name()
        if component is not None and component.kind is ComponentKind.ATTACHMENT:
            number = component.id.partition("_")[2]
            several = len(metadata.attachments) != 1 or number != "1"
            return f"{name}附件{number if several else ''}"
        return name

    def _name(self) -> str:
        metadata = self._outline.metadata
        if not metadata.title:
            return metadata.document_number or "（原文无标题）"
        short = short_name(metadata)
        if self._style.name is NameForm.SHORT and short:
            return f"《{short}》"
        introduced = self._style.name is NameForm.INTRODUCED and short
        called = f"以下简称《{short}》" if introduced else ""
        told = "，".join(filter(None, (metadata.document_number, called)))
        return in_marks(metadata.title) + (f"（{told}）" if told else "")


def citation(outline: Outline, provision: str) -> str:
    """Give the citation of one provision; for many of a document see ``Citations``."""
    return Citations(outline).of(provision)


def _cited(chain: list[Node]) -> list[Node]:
    """Give the nodes that a citation names: from the article on, else all."""
    for place, node in enumerate(chain):
        if node.cls is NodeClass.ARTICLE:
            return chain[place:]
    return [node for node in chain if node.cls not in _DIVISIONS] or chain


def _marker(node: Node) -> str:
    """Give a marker as it is printed, with the wide brackets that GB/T 9704 numbers with."""
    return node.marker.translate(_WIDE_BRACKETS)


def _passes_over(found: Sequence[Node], level: Sequence[Node], span: TextRange) -> bool:
    """Say whether the words leave out something of the siblings, at the beginning or the end."""
    whole = len(found) == len(level)
    return not whole or span.start > found[0].span.start or span.end < found[-1].span.end


def _contracted(steps: Sequence[str], between: str = "、") -> str:
    """Give steps one by one, or from the first to the last where they are more than two."""
    return between.join(steps) if len(steps) < 3 else f"{steps[0]}至{steps[-1]}"
