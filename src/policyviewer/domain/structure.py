"""The parser: from a stored text to its outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyviewer.domain.components import Part, divide
from policyviewer.domain.damage import damage_findings
from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    Finding,
    Node,
    Outline,
)
from policyviewer.domain.marking import is_furniture, mark
from policyviewer.domain.masks import Lexicon, mask_findings
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.numbering import numbering_findings
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.reading import read_metadata, title_of
from policyviewer.domain.text import Line, lines_of
from policyviewer.domain.tree import TreeBuilder, firsts_above_articles


def parse(text: str, lexicon: Lexicon | None = None) -> Outline:
    """Read a text's components, nodes, metadata and damage; any text is a text.

    Masked characters are restored in the metadata where the lexicon leaves one good reading.
    """
    lines = lines_of(text)
    if not lines:
        empty = Finding("empty", TextRange(0, len(text)), "文件里没有文字。")
        whole = Component("main", ComponentKind.MAIN, "", TextRange(0, len(text)))
        return Outline(text, Metadata("", ""), (whole,), (), (empty,))
    parts = divide(lines)
    nodes = tuple(node for part in parts for node in _nodes(lines, part))
    masked = mask_findings(text, lexicon)
    metadata = read_metadata(lines, parts, masked)
    findings = [*masked, *damage_findings(text), *numbering_findings(nodes)]
    return Outline(
        text=text,
        metadata=metadata,
        components=_components(text, lines, parts, masked),
        nodes=nodes,
        findings=tuple(sorted(findings, key=lambda finding: (finding.span, finding.code))),
    )


def _components(
    text: str, lines: list[Line], parts: list[Part], masked: list[Finding]
) -> tuple[Component, ...]:
    """Give the parts as stretches of the text that leave nothing out.

    A table of contents lies inside its part, and page numbers wherever they stand.
    """
    starts = [0, *(lines[part.first].start for part in parts[1:]), len(text)]
    found = [
        Component(part.id, part.kind, title_of(lines, part, masked), TextRange(start, end))
        for part, start, end in zip(parts, starts, starts[1:], strict=False)
    ]
    found += _within(ComponentKind.TOC, _contents(lines, parts))
    pages = (TextRange(line.start, line.end) for line in lines if is_furniture(line))
    found += _within(ComponentKind.FURNITURE, pages)
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _contents(lines: list[Line], parts: list[Part]) -> Iterator[TextRange]:
    for part in parts:
        if part.toc is not None and part.toc[0] < part.toc[1]:
            first, last = part.toc
            yield TextRange(lines[first].start, lines[last - 1].end)


def _within(kind: ComponentKind, spans: Iterable[TextRange]) -> Iterator[Component]:
    for count, span in enumerate(spans, start=1):
        name = kind.value if count == 1 else f"{kind.value}~{count}"
        yield Component(name, kind, "", span)


def _nodes(lines: list[Line], part: Part) -> list[Node]:
    first = part.body + (1 if part.glued else 0)
    body = lines[first : part.tail]
    if part.toc is not None:
        body = lines[first : part.toc[0]] + lines[part.toc[1] : part.tail]
    marked = mark(body)
    above = firsts_above_articles([one.marker for one in marked])
    builder = TreeBuilder(part.id, firsts_above_articles=above)
    for one in marked:
        builder.add(one)
    return builder.nodes()
