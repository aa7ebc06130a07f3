"""The parser: from a stored text to its outline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from policyviewer.domain.closings import trailing
from policyviewer.domain.components import Part, divide
from policyviewer.domain.consistency import consistency_findings
from policyviewer.domain.corrections import Corrections, with_levels
from policyviewer.domain.damage import damage_findings
from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    Finding,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.marking import is_furniture, mark
from policyviewer.domain.masks import Lexicon, mask_findings
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.numbering import numbering_findings
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.reading import read_metadata, title_of
from policyviewer.domain.tables import Table
from policyviewer.domain.text import Line, lines_of
from policyviewer.domain.tree import TreeBuilder, firsts_above_articles, wrapped_width


def parse(
    text: str,
    lexicon: Lexicon | None = None,
    tables: Sequence[Table] = (),
    corrections: Corrections | None = None,
) -> Outline:
    """Read a text's components, nodes, metadata and damage; any text is a text.

    Masked characters are restored in the metadata where the lexicon leaves one good reading.
    ``tables`` are whole lines, stand in the order of the text and do not overlap. In a text
    that is all table, its lines are read as such. ``corrections`` overrule what was read.
    """
    corrections = corrections or Corrections()
    every = lines_of(text)
    outside = _outside(tables, every) or every
    lines = [line for line in outside if not is_furniture(line)] or outside
    if not lines:
        empty = Finding("empty", TextRange(0, len(text)), "文件里没有文字。")
        whole = Component("main", ComponentKind.MAIN, "", TextRange(0, len(text)))
        return Outline(text, Metadata("", ""), (whole,), (), (empty,))
    parts = divide(lines)
    masked = mask_findings(text, lexicon)
    pages = [TextRange(line.start, line.end) for line in outside if is_furniture(line)]
    components = _components(text, lines, parts, masked, pages)
    outline = Outline(
        text=text,
        metadata=corrections.of_metadata(read_metadata(lines, parts, masked)),
        components=components,
        nodes=_nodes(
            lines,
            parts,
            components,
            tables if len(outside) < len(every) else (),
            corrections.levels(every),
        ),
        findings=(),
        tables=tuple(tables),
    )
    findings = [
        *masked,
        *damage_findings(text),
        *numbering_findings(outline.nodes),
        *consistency_findings(outline),
    ]
    findings.sort(key=lambda finding: (finding.span, finding.code))
    return replace(outline, findings=tuple(findings))


def _outside(tables: Sequence[Table], lines: list[Line]) -> list[Line]:
    """Give the lines that stand outside tables."""
    starts = [table.span.start for table in tables]
    kept = []
    for line in lines:
        place = bisect_right(starts, line.start) - 1
        if place < 0 or line.start >= tables[place].span.end:
            kept.append(line)
    return kept


def _components(
    text: str,
    lines: list[Line],
    parts: list[Part],
    masked: list[Finding],
    pages: Sequence[TextRange],
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


def _nodes(
    lines: list[Line],
    parts: list[Part],
    components: Sequence[Component],
    tables: Sequence[Table],
    levels: Mapping[int, NodeClass | None],
) -> tuple[Node, ...]:
    spans = {component.id: component.span for component in components}
    width = wrapped_width([len(line.text) for line in lines])
    nodes: list[Node] = []
    for part in parts:
        inside = [table for table in tables if spans[part.id].contains(table.span)]
        nodes += _nodes_of(lines, part, inside, width, levels)
    return tuple(nodes)


def _nodes_of(
    lines: list[Line],
    part: Part,
    tables: Sequence[Table],
    width: int | None,
    levels: Mapping[int, NodeClass | None],
) -> list[Node]:
    first = part.body + (1 if part.glued else 0)
    body = lines[first : part.tail]
    if part.toc is not None:
        body = lines[first : part.toc[0]] + lines[part.toc[1] : part.tail]
    marked = with_levels(mark(body), levels)
    marked = marked[: len(marked) - trailing(marked)]
    above = firsts_above_articles([one.marker for one in marked])
    builder = TreeBuilder(part.id, firsts_above_articles=above, width=width)
    waiting = list(tables)
    for one in marked:
        while waiting and waiting[0].span.start < one.line.start:
            builder.add_table(waiting.pop(0))
        builder.add(one)
    end = lines[part.tail].start if part.tail < len(lines) else None
    while waiting and (end is None or waiting[0].span.start < end):
        builder.add_table(waiting.pop(0))
    return builder.nodes()
