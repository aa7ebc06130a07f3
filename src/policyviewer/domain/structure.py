"""The parser: from a stored text to its outline."""

from __future__ import annotations

from policyviewer.domain.components import Part, divide
from policyviewer.domain.damage import damage_findings
from policyviewer.domain.documents import (
    Component,
    ComponentKind,
    Finding,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.markers import Marker, marker_of
from policyviewer.domain.masks import Lexicon, mask_findings, restored
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.numbering import numbering_findings
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.reading import read_metadata
from policyviewer.domain.text import Line, lines_of
from policyviewer.domain.tree import TreeBuilder, firsts_above_articles

_TERMINATED = "。；：！？”）;:!?)】》…"


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
    """Give the parts as stretches of the text that leave nothing out."""
    starts = [0, *(lines[part.first].start for part in parts[1:]), len(text)]
    return tuple(
        Component(part.id, part.kind, _title(lines, part, masked), TextRange(start, end))
        for part, start, end in zip(parts, starts, starts[1:], strict=False)
    )


def _title(lines: list[Line], part: Part, masked: list[Finding]) -> str:
    if not masked or part.title_first == part.title_last:
        return part.title
    return restored(part.title, lines[part.title_first].start, masked)


def _nodes(lines: list[Line], part: Part) -> list[Node]:
    body = lines[part.body : part.tail]
    markers = [marker_of(line.text) for line in body]
    if part.glued and markers:
        markers[0] = None
    builder = TreeBuilder(part.id, firsts_above_articles=firsts_above_articles(markers))
    article = 0
    before: Line | None = None
    for line, marker in zip(body, markers, strict=True):
        taken = marker
        if marker is not None and marker.cls is NodeClass.ARTICLE:
            if _is_article(marker, article, before):
                article = marker.number or 0
            else:
                taken = None
        builder.add(line, taken)
        before = line
    return builder.nodes()


def _is_article(marker: Marker, last: int, before: Line | None) -> bool:
    """Say whether a line with 第N条 begins an article: the next one, or after a whole sentence."""
    number = marker.number or 0
    whole = before is None or before.text[-1] in _TERMINATED or len(before.text) < 30
    if number == last + 1 or marker.branch is not None:
        return whole or not marker.doubtful
    return whole and not marker.doubtful
