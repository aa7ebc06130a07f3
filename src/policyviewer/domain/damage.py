"""What in a text looks damaged: lost digits, and gaps and repeats in the numbering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from policyviewer.domain.documents import Finding, Node, NodeClass
from policyviewer.domain.ranges import TextRange

_NUMBERED = frozenset(
    {NodeClass.CHAPTER, NodeClass.SECTION, NodeClass.ARTICLE, NodeClass.ITEM, NodeClass.L1,
     NodeClass.L2, NodeClass.L3}
)  # fmt: skip
_RUNNING = frozenset({NodeClass.ARTICLE})
"""Numbered through the whole component, not anew below each parent."""
_NOT_AFTER = r"(?<![\d０-９一二三四五六七八九十百千万亿零〇两数几多每\s.．/])"
_LOST_DIGITS = (
    (re.compile(r"[（(]年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"), "年份前缺少数字"),
    (
        re.compile(r"(?<=[、，,])个(?![人体别性股案税例月数位中旧子头])[\u4e00-\u9fff]{2,8}"),
        "“个”前缺少数字",
    ),
    (
        re.compile(rf"[\u4e00-\u9fff]{{0,2}}{_NOT_AFTER}千伏(?!安)[\u4e00-\u9fff]{{0,3}}"),
        "“千伏”前缺少数字",
    ),
    (re.compile(r"(?<![\d.．０-９])0(?=吨级|千伏|公里|万元|亿元|平方米|米)吨?级?"), "数字不完整"),
)


def lost_digits(text: str) -> Iterator[Finding]:
    """Give the places where a number must have stood."""
    for pattern, message in _LOST_DIGITS:
        for match in pattern.finditer(text):
            yield Finding("lost-digits", TextRange(*match.span()), message)


def numbering(nodes: Iterable[Node]) -> Iterator[Finding]:
    """Give gaps and repeats in the numbers of sibling nodes.

    （一） that runs on through the document instead of beginning anew is no gap: a first
    number other than one is only reported for the first of its kind.
    """
    rows: dict[tuple[str, str, NodeClass], list[Node]] = {}
    for node in nodes:
        if node.cls in _NUMBERED and node.number is not None:
            parent = "" if node.cls in _RUNNING else str(node.parent)
            rows.setdefault((node.component, parent, node.cls), []).append(node)
    for row in rows.values():
        for before, node in pairwise(row):
            finding = _step(before, node)
            if finding is not None:
                yield finding


def _step(before: Node, node: Node) -> Finding | None:
    old, new = before.number or 0, node.number or 0
    if new in (old, old + 1) and (new != old or "之" in node.marker):
        return None
    if new == 1 and old > 1:
        return None  # a second series below the same parent, as in amendments
    where = node.heading
    if new <= old:
        return Finding(
            "number-repeat", where, f"编号“{node.marker}”与前面的“{before.marker}”重复或倒退"
        )
    return Finding(
        "number-gap", where, f"“{before.marker}”之后直接是“{node.marker}”，中间可能有缺漏"
    )
