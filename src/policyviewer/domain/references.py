"""References: mentions with the places of this document that they lead to.

What leads to another document is looked up in a library elsewhere; see ``locate``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.front_matter import document_number
from policyviewer.domain.mentions import Mention, MentionKind, Place, mentions_of
from policyviewer.domain.numerals import CHINESE, number
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import without_gaps

_DIVISIONS = {
    "编": (NodeClass.PART,),
    "章": (NodeClass.CHAPTER,),
    "节": (NodeClass.SECTION,),
    "部分": (NodeClass.PART, NodeClass.L1),
}
_AMENDS = regex("(?=.*(?:修正案|修改|修订|废止))[^《]*《([^《》]+)》")
_AMENDMENT = regex("([^《》]+)修正案")
_ENDS = regex("废止((?:《[^《》]+》[、和及与]?)+)(?!第|部分|中|有关|个别)")
_TITLES = regex("《([^《》]+)》")
_CAPTION = regex(rf"附([件表])([{CHINESE}]{{1,3}}|\d{{1,3}})?")
_CAPTION_WITHIN = 20


class ReferenceKind(StrEnum):
    """Where a reference leads."""

    INTERNAL = "internal"
    ATTACHMENT = "attachment"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: the range of its words, and the node or component of this document it means.

    ``target`` is None for another document and where there is no such place.
    """

    span: TextRange
    kind: ReferenceKind
    title: str | None
    document_number: str | None
    place: Place
    target: str | None
    explicit: bool
    """Named outright (本法第九条, 前款, 附件2), so that a missing target is a flaw of the text."""


class Places:
    """The nodes of one document, found by what citations call them."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._starts = [node.span.start for node in nodes]
        self._nodes = nodes
        self._by_id = {node.id: node for node in nodes}
        self._below: dict[str | None, list[Node]] = {}
        self.articles = [node for node in nodes if node.cls is NodeClass.ARTICLE]
        self._numbered = {_numbered(node): node for node in reversed(self.articles)}
        for node in nodes:
            self._below.setdefault(node.parent, []).append(node)

    def locate(self, place: Place, at: int | None = None) -> Node | None:
        """Give the node that a place names, seen from the code point ``at``; None if none is."""
        around = [] if at is None else self._around(at)
        if place.unit == "above":
            return self._before(around)
        if place.division is not None and place.article is None:
            return self._division(place.division)
        article = self._article(place, around)
        if article is None:
            return self._level(place)
        return self._inside(article, place, around)

    def _inside(self, article: Node, place: Place, around: list[Node]) -> Node | None:
        if place.whole_article:
            return article
        para = self._para(place, article, around)
        if para is None or (place.item is None and place.unit != "item"):
            return para
        return self._item(place, para, article, around)

    def _around(self, at: int) -> list[Node]:
        """Give the nodes that hold a code point, the innermost first."""
        place = bisect_right(self._starts, at) - 1
        node = self._nodes[place] if place >= 0 else None
        chain: list[Node] = []
        while node is not None:
            if chain or at < node.span.end:
                chain.append(node)
            node = self._by_id[node.parent] if node.parent else None
        return chain

    def _before(self, around: list[Node]) -> Node | None:
        """Give the provision before the one that holds a place, or the one above it."""
        for node in around:
            siblings = self._below[node.parent]
            place = siblings.index(node)
            if place:
                return siblings[place - 1]
        return around[-1] if around else None

    def _division(self, named: tuple[str, int]) -> Node | None:
        classes = _DIVISIONS[named[0]]
        found = (one for one in self._nodes if one.cls in classes and one.number == named[1])
        return next(found, None)

    def _article(self, place: Place, around: list[Node]) -> Node | None:
        if place.article is not None:
            return self._numbered.get((place.article, place.branch))
        here = next((one for one in around if one.cls is NodeClass.ARTICLE), None)
        if here is None or place.unit != "article" or not place.back:
            return here
        before = bisect_right(self.articles, here.span.start, key=_start) - 1 - place.back
        return self.articles[before] if before >= 0 else None

    def _level(self, place: Place) -> Node | None:
        """Give 第三条 of a document that counts 一、 or 1. throughout, and 第（二）项 below it."""
        if self.articles or place.article is None:
            return None
        levels = (NodeClass.L1, NodeClass.L3)
        counted = ([one for one in self._nodes if one.cls is level] for level in levels)
        numbered = (_with_number(nodes, place.article) for nodes in counted)
        first = next((node for node in numbered if node is not None), None)
        if first is None or place.item is None:
            return first
        return _with_number(self._below.get(first.id, ()), place.item)

    def _para(self, place: Place, article: Node, around: list[Node]) -> Node | None:
        paras = [one for one in self._below.get(article.id, ()) if one.cls is NodeClass.PARA]
        if place.para is not None:
            if not paras:
                return article if place.para == 1 else None
            return paras[place.para - 1] if 0 < place.para <= len(paras) else None
        if place.unit == "para":
            here = next((at for at, one in enumerate(paras) if one in around), None)
            before = None if here is None else here - (place.back or 0)
            return paras[before] if before is not None and before >= 0 else None
        inside = [one for one in paras if one in around]
        return inside[0] if inside else article

    def _item(self, place: Place, para: Node, article: Node, around: list[Node]) -> Node | None:
        items = list(self._below.get(para.id, ()))
        if place.unit == "item" and place.item is None:
            here = next((at for at, one in enumerate(items) if one in around), None)
            before = None if here is None else here - (place.back or 0)
            return items[before] if before is not None and before >= 0 else None
        found = _with_number(items, place.item)
        if found is None and place.para is None:
            paras = self._below.get(article.id, ())
            below = (one for para in paras for one in self._below.get(para.id, ()))
            found = _with_number(below, place.item)
        if found is None or place.subitem is None:
            return found
        return _with_number(self._below.get(found.id, ()), place.subitem)


def references_of(outline: Outline) -> tuple[Reference, ...]:
    """Give the references of a text in their order, those of its tables of contents left out.

    In a decision that amends a law, a provision without a document's name is of that law.
    """
    places = Places(outline.nodes)
    amended = amended_by(outline.metadata.title)
    annexes = _annexes(outline.text, outline.components)
    contents = [one.span for one in outline.components if one.kind is ComponentKind.TOC]
    begun = {one.span.start for one in outline.components}
    begun.update(node.span.start for node in outline.nodes if node.marker)
    own = outline.metadata.document_number
    found = (
        _reference(mention if amended is None else _of(amended, mention), places, annexes)
        for mention in mentions_of(outline.text)
        if (mention.start not in begun or mention.title is not None)
        and not any(span.start <= mention.start < span.end for span in contents)
    )
    return tuple(one for one in found if one.title or not own or one.document_number != own)


def amended_by(title: str) -> str | None:
    """Give the law that a document with such a title amends."""
    named = _AMENDS.match(title) or _AMENDMENT.match(title)
    return named[1] if named else None


def repealed_by(title: str) -> tuple[str, ...]:
    """Give what a document with such a title repeals: 关于废止《甲条例》的决定."""
    named = _ENDS.search(title)
    return tuple(_TITLES.findall(named[1])) if named else ()


def _of(law: str, mention: Mention) -> Mention:
    if mention.kind in (MentionKind.DOCUMENT, MentionKind.ATTACHMENT):
        return mention
    return replace(mention, kind=MentionKind.DOCUMENT, title=law)


def _reference(
    mention: Mention, places: Places, annexes: dict[tuple[str, int | None], str]
) -> Reference:
    span = TextRange(mention.start, mention.end)
    if mention.kind in (MentionKind.DOCUMENT, MentionKind.ANTECEDENT):
        found = document_number(mention.issued) if mention.issued else None
        return Reference(
            span,
            ReferenceKind.DOCUMENT,
            mention.title,
            found[1] if found else None,
            mention.place,
            target=None,
            explicit=False,
        )
    if mention.annex is not None:
        named = annexes.get(mention.annex)
        certain = mention.annex[1] is not None and bool(annexes)
        return Reference(span, ReferenceKind.ATTACHMENT, None, None, mention.place, named, certain)
    node = places.locate(mention.place, mention.start)
    certain = mention.kind is MentionKind.OWN or _certain(mention.place)
    target = node.id if node else None
    return Reference(span, ReferenceKind.INTERNAL, None, None, mention.place, target, certain)


def _certain(place: Place) -> bool:
    """Say whether words by distance can mean nothing else: 前三项 may be the first in rank."""
    return bool(place.back) and (place.unit != "item" or place.back == 1)


def _annexes(text: str, components: Sequence[Component]) -> dict[tuple[str, int | None], str]:
    """Give the attachments by their captions; a single one also without a number."""
    found: dict[tuple[str, int | None], str] = {}
    attached = [one for one in components if one.kind is ComponentKind.ATTACHMENT]
    for component in attached:
        caption = _CAPTION.match(without_gaps(component.span.of(text)[:_CAPTION_WITHIN].strip()))
        if caption:
            found.setdefault((caption[1], number(caption[2] or "")), component.id)
    if len(attached) == 1:
        found.setdefault(("件", None), attached[0].id)
        found.setdefault(("件", 1), attached[0].id)
    return found


def _with_number(nodes: Iterable[Node], wanted: int | None) -> Node | None:
    return next((one for one in nodes if one.number == wanted), None)


def _start(node: Node) -> int:
    return node.span.start


def _numbered(node: Node) -> tuple[int | None, int | None]:
    """Give the N and the M of 第N条之M."""
    return node.number, number(node.marker.partition("之")[2])
