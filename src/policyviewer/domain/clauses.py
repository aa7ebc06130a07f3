"""Places of one document by what one types: 65条2款, 65 二, 三（二）, 附件2 三, words of a heading.

Whatever is left out is understood: a bare number is an article where there are articles, else
the highest level that counts so; a number behind it counts what stands directly below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.documents import Component, ComponentKind, Node, NodeClass, Outline
from policyviewer.domain.numerals import CHINESE, WIDE_DIGITS, number
from policyviewer.domain.patterns import regex
from policyviewer.domain.provisions import heading_text
from policyviewer.domain.ranges import TextRange

MOST = 8
_LONGEST = 60
_FEWEST = 2
"""Characters by which a heading is known."""
_N = rf"(?:[0-9{WIDE_DIGITS}]{{1,4}}|[{CHINESE}]{{1,9}})"
_B = r"[ \u3000]{0,4}"
_UNITS = "条|款|项|目|分编|编|章|节|部分"
_STEP = regex(
    rf"附件{_B}(?P<annex>{_N})?"
    rf"|第?{_B}[(（]?(?P<counted>{_N})[)）]?{_B}(?P<unit>{_UNITS})(?:{_B}之{_B}(?P<branch>{_N}))?"
    rf"|[(（](?P<bracketed>{_N})[)）]"
    rf"|(?P<bare>{_N})"
)
_BETWEEN = regex(r"[\s\u3000,，、.．·/>›\-—第]*")
_Class = NodeClass
_BY_UNIT: dict[str, tuple[NodeClass, ...]] = {
    "条": (_Class.ARTICLE, _Class.L1, _Class.L3),
    "款": (_Class.PARA,),
    "项": (_Class.ITEM, _Class.L2, _Class.L3, _Class.L4),
    "目": (_Class.SUBITEM,),
    "编": (_Class.PART,),
    "分编": (_Class.SUBPART,),
    "章": (_Class.CHAPTER,),
    "节": (_Class.SECTION,),
    "部分": (_Class.PART, _Class.L1),
}
_BRACKETED = (_Class.L2, _Class.ITEM, _Class.L4, _Class.SUBITEM)
_BARE_FIRST = (_Class.ARTICLE, _Class.L1, _Class.L3, _Class.CHAPTER, _Class.L2, _Class.DECIMAL)
_BARE = (
    _Class.PARA, _Class.ITEM, _Class.SUBITEM, _Class.L1, _Class.L2, _Class.L3, _Class.L4,
    _Class.L5, _Class.SECTION, _Class.ARTICLE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A place that was named: the node's or attachment's id, and its part of the text."""

    id: str
    span: TextRange


@dataclass(frozen=True, slots=True)
class _Step:
    """A number, the classes of nodes that it may count, best first, and the M of 第N条之M."""

    value: int
    classes: tuple[NodeClass, ...]
    branch: int | None = None


def clauses(outline: Outline, typed: str) -> list[Clause]:
    """Give at most eight places that words name, the likeliest first; none for other words.

    A place is followed by what stands directly below it, so that one can go on typing.
    """
    words = typed.strip()
    if not words or len(words) > _LONGEST:
        return []
    tree = _Tree(outline)
    printed = [node for node in outline.nodes if node.marker.strip() == words]
    found = _unique([*_named(outline, tree, words), *map(_clause, printed)])
    below = [_clause(one) for one in tree.below(found[0].id)] if found else []
    return _unique([*found, *below, *_headed(outline, words)])[:MOST]


def _named(outline: Outline, tree: _Tree, words: str) -> list[Clause]:
    """Give what the numbers in some words name."""
    read = _read(words)
    if read is None:
        return []
    annex, steps = read
    components = _components(outline, annex)
    if annex is not None and not steps:
        return [Clause(one.id, one.span) for one in components]
    return [_clause(node) for one in components for node in tree.locate(one.id, steps)]


def _read(words: str) -> tuple[int | None, list[_Step]] | None:
    """Give the number of the attachment and the steps inside; None for words that name no place."""
    annex: int | None = None
    steps: list[_Step] = []
    at = _past(_BETWEEN, words, 0)
    while at < len(words):
        match = _STEP.match(words, at)
        if match is None:
            return None
        if match[0].startswith("附件"):
            if steps or annex is not None:
                return None
            annex = number(match["annex"] or "1")
        else:
            step = _step(match, first=not steps)
            if step is None:
                return None
            steps.append(step)
        at = _past(_BETWEEN, words, match.end())
    return annex, steps


def _past(pattern: re.Pattern[str], words: str, at: int) -> int:
    match = pattern.match(words, at)
    return at if match is None else match.end()


def _step(match: re.Match[str], *, first: bool) -> _Step | None:
    value = number(match["counted"] or match["bracketed"] or match["bare"])
    if value is None:
        return None
    if match["unit"]:
        return _Step(value, _BY_UNIT[match["unit"]], number(match["branch"] or ""))
    if match["bracketed"]:
        return _Step(value, _BRACKETED)
    return _Step(value, _BARE_FIRST if first else _BARE)


def _components(outline: Outline, annex: int | None) -> list[Component]:
    attached = [one for one in outline.components if one.kind is ComponentKind.ATTACHMENT]
    if annex is not None:
        return attached[annex - 1 : annex] if annex > 0 else []
    inner = [one for one in outline.components if one.kind is not ComponentKind.ATTACHMENT]
    inner.sort(key=lambda one: one.kind is not ComponentKind.MAIN)
    return [*inner, *attached]


class _Tree:
    """The nodes of a document by what stands above them."""

    def __init__(self, outline: Outline) -> None:
        self._nodes = outline.nodes
        self._below: dict[str, list[Node]] = {}
        for node in outline.nodes:
            self._below.setdefault(node.parent or node.component, []).append(node)

    def below(self, name: str) -> list[Node]:
        """Give the nodes directly below a node or a component."""
        return self._below.get(name, [])

    def locate(self, component: str, steps: Sequence[_Step]) -> list[Node]:
        """Give the nodes to which steps lead from the top of a component."""
        if not steps:
            return []
        found = self._first(component, steps[0])
        for step in steps[1:]:
            found = [inner for one in found for inner in self._next(one, step)]
        return found

    def _first(self, component: str, step: _Step) -> list[Node]:
        """Give the nodes of a component that a step counts, those of the best class only."""
        inside = [node for node in self._nodes if node.component == component]
        for cls in step.classes:
            found = [node for node in inside if node.cls is cls and self._counts(step, node)]
            if found:
                return found
        return []

    def _next(self, above: Node, step: _Step) -> list[Node]:
        """Give what a step counts at the highest level below a node that has it.

        An article that is not divided is its own first paragraph.
        """
        level = self.below(above.id)
        whole = above.cls is NodeClass.ARTICLE and not any(
            one.cls is NodeClass.PARA for one in level
        )
        if whole and step.value == 1 and NodeClass.PARA in step.classes:
            return [above]
        while level:
            found = [one for one in level if one.cls in step.classes and self._counts(step, one)]
            if found:
                return [min(found, key=lambda one: step.classes.index(one.cls))]
            level = [inner for one in level for inner in self.below(one.id)]
        return []

    def _counts(self, step: _Step, node: Node) -> bool:
        if node.cls is NodeClass.PARA:
            beside = self.below(node.parent or node.component)
            paras = [one for one in beside if one.cls is NodeClass.PARA]
            return 0 < step.value <= len(paras) and paras[step.value - 1] is node
        branch = number(node.marker.partition("之")[2]) if node.cls is NodeClass.ARTICLE else None
        return node.number == step.value and branch == step.branch


def _headed(outline: Outline, words: str) -> Iterator[Clause]:
    """Give the nodes and attachments in whose headings some words stand."""
    if len(words) < _FEWEST:
        return
    for one in outline.components:
        if one.kind is ComponentKind.ATTACHMENT and words in one.title:
            yield Clause(one.id, one.span)
    for node in outline.nodes:
        if node.label and words in heading_text(node):
            yield _clause(node)


def _clause(node: Node) -> Clause:
    return Clause(node.id, node.span)


def _unique(found: Iterable[Clause]) -> list[Clause]:
    return list(dict.fromkeys(found))
