"""Gaps and repeats in numbering, once the way of counting is learned from the document."""

from __future__ import annotations

from policyviewer.domain.documents import Finding, Node, NodeClass
from policyviewer.domain.ranges import TextRange

_UNCOUNTED = frozenset({NodeClass.PARA, NodeClass.DECIMAL, NodeClass.DASH, NodeClass.TABLE})


def numbering_findings(nodes: tuple[Node, ...]) -> list[Finding]:
    """Give the nodes whose number is not the next one, level by level in each component."""
    levels: dict[tuple[str, NodeClass], list[Node]] = {}
    for node in nodes:
        if node.cls not in _UNCOUNTED and node.number is not None:
            levels.setdefault((node.component, node.cls), []).append(node)
    findings: list[Finding] = []
    for level in levels.values():
        restarting = _breaks(level, by_parent=True)
        running = _breaks(level, by_parent=False)
        findings += restarting if len(restarting) <= len(running) else running
    return sorted(findings, key=lambda finding: finding.span)


def _breaks(level: list[Node], *, by_parent: bool) -> list[Finding]:
    last: dict[str | None, Node] = {}
    findings: list[Finding] = []
    for node in level:
        scope = node.parent if by_parent else None
        before = last.get(scope)
        finding = _compared(before, node)
        if finding is not None:
            findings.append(finding)
        last[scope] = node
    return findings


def _compared(before: Node | None, node: Node) -> Finding | None:
    number = node.number or 0
    expected = 1 if before is None else (before.number or 0) + 1
    branched = "之" in node.marker
    restarts = number == 1 and before is not None and (before.number or 0) > 1
    if (
        number == expected
        or restarts
        or (branched and before is not None and number == before.number)
    ):
        return None
    place = TextRange(node.span.start, node.span.start + len(node.marker))
    if before is not None and number == before.number:
        return Finding("number-repeat", place, f"“{node.marker}”出现了两次。")
    if number < expected:
        return Finding("number-repeat", place, f"“{node.marker}”的序号比上一个小。")
    after = f"“{before.marker}”之后就是“{node.marker}”" if before else f"第一个是“{node.marker}”"
    return Finding("number-gap", place, f"序号不连续：{after}。")
