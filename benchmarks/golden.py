"""The parser's trees against trees that were annotated by hand.

A gold names places, not words: each node is [line, class, number, heading kind, [start, length]
of its label in the line, line of its parent, last line]; lines count from 0. It was made by
reading, without the parser, and then compared line by line.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policyviewer.domain.documents import ComponentKind, HeadingKind, Node, Outline
from policyviewer.domain.references import references_of
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table

_INSIDE = (ComponentKind.TOC, ComponentKind.FURNITURE)


@dataclass
class Score:
    """Counts over all documents, and a line for every difference."""

    nodes: int = 0
    found: int = 0
    right: int = 0
    labels: int = 0
    parents: int = 0
    ends: int = 0
    documents: int = 0
    components: int = 0
    references: int = 0
    references_found: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def boundary_f1(self) -> float:
        """Give the F1 of (line, class, number) over all nodes."""
        return 2 * self.right / max(1, self.nodes + self.found)


def compare(
    name: str, text: str, tables: Sequence[Table], gold: dict[str, Any], score: Score
) -> None:
    """Add a document's comparison to the score."""
    outline = parse(text, tables=tables)
    lines = _Lines(text)
    found = {
        (lines.of(node.span.start), node.cls.value, node.number): node for node in outline.nodes
    }
    starts = {node.id: lines.of(node.span.start) for node in outline.nodes}
    wanted = Counter((one[0], one[1], one[2]) for one in gold["nodes"])
    common = wanted & Counter(found.keys())
    score.documents += 1
    score.nodes += wanted.total()
    score.found += len(outline.nodes)
    score.right += common.total()
    score.differences += [f"{name}: missing {key}" for key in wanted - common]
    score.differences += [f"{name}: extra {key}" for key in Counter(found.keys()) - wanted]
    for line, cls, number, kind, label, parent, last in gold["nodes"]:
        node = found.get((line, cls, number))
        if node is None:
            continue
        checks = {
            "labels": _label_agrees(node, kind, label, lines, line),
            "parents": (starts[node.parent] if node.parent else None) == parent,
            "ends": lines.of(node.span.end - 1) == last,
        }
        for check, good in checks.items():
            setattr(score, check, getattr(score, check) + good)
            if not good:
                score.differences.append(f"{name}: {check} of line {line} ({cls} {number})")
    _compare_components(name, outline, lines, gold, score)
    _compare_references(name, outline, lines, gold, score)


def _label_agrees(
    node: Node, kind: str | None, label: list[int] | None, lines: _Lines, line: int
) -> bool:
    if label is None:
        return True
    begin, length = label
    words = "".join(lines.texts[line][begin : begin + length].split())
    same = "".join(node.label.removesuffix("…").split()) == words
    return same and node.heading_kind == (HeadingKind(kind) if kind else None)


def _compare_components(
    name: str, outline: Outline, lines: _Lines, gold: dict[str, Any], score: Score
) -> None:
    text = outline.text
    found = [
        [one.kind.value, lines.of(_first_word(text, one.span.start))]
        for one in outline.components
        if one.kind not in _INSIDE
    ]
    score.components += found == gold["components"]
    if found != gold["components"]:
        score.differences.append(f"{name}: components {found}, not {gold['components']}")


def _compare_references(
    name: str, outline: Outline, lines: _Lines, gold: dict[str, Any], score: Score
) -> None:
    """A reference is found when one that overlaps it is."""
    spans = [one.span for one in references_of(outline)]
    for line, column, length in gold["references"]:
        start = lines.starts[line] + column
        score.references += 1
        good = any(span.start < start + length and start < span.end for span in spans)
        score.references_found += good
        if not good:
            score.differences.append(f"{name}: reference in line {line} at {column}")


def _first_word(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


class _Lines:
    """The lines of a text, found by code point."""

    def __init__(self, text: str) -> None:
        self.texts = text.split("\n")
        self.starts = [0]
        for line in self.texts:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def of(self, at: int) -> int:
        """Give the line that holds a code point."""
        return bisect_right(self.starts, at) - 1


def golds(folder: Path) -> dict[str, dict[str, Any]]:
    """Give the golds of a folder by the name of their document."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
    }
