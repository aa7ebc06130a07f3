"""What the levels of a document are called."""

from __future__ import annotations

from policyviewer.domain.documents import NodeClass

LEVEL_NAMES = {
    NodeClass.PART: "编",
    NodeClass.SUBPART: "分编",
    NodeClass.CHAPTER: "章",
    NodeClass.SECTION: "节",
    NodeClass.ARTICLE: "条",
    NodeClass.PARA: "款",
    NodeClass.ITEM: "项",
    NodeClass.SUBITEM: "目",
    NodeClass.L1: "一、",
    NodeClass.L2: "（一）",
    NodeClass.L3: "1.",
    NodeClass.L4: "（1）",
    NodeClass.L5: "①",
    NodeClass.DECIMAL: "1.1",
    NodeClass.DASH: "——",
    NodeClass.TABLE: "表",
}
"""As an official says them; the levels of 公文 by their printed numbers (GB/T 9704-2012, 7.3.3)."""
CHOOSABLE = tuple(
    level
    for level in LEVEL_NAMES
    if level not in {NodeClass.PARA, NodeClass.DECIMAL, NodeClass.TABLE}
)
"""The levels that a line can be given by hand."""


def levels_text(levels: tuple[tuple[NodeClass, int], ...]) -> str:
    """Give ``章 5 · “一、” 3`` for the numbers of units of each level, the highest first."""
    order = list(LEVEL_NAMES)
    counted = sorted(levels, key=lambda one: order.index(one[0]))
    return " · ".join(f"{_quoted(LEVEL_NAMES[level])} {count}" for level, count in counted)


def _quoted(name: str) -> str:
    return name if name.isalpha() else f"“{name}”"
