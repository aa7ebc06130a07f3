"""How a provision is cited: title first, then document number, then 条款项目 or section.

Laws by the drafting rules of the National People's Congress (项 without brackets); official
documents by 部分 and 项, as offices write them.
"""

from __future__ import annotations

from policyviewer.domain.documents import Node, NodeClass, Outline
from policyviewer.domain.numerals import chinese

_SKIPPED = frozenset(
    {NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION, NodeClass.DASH}
)


def citation(outline: Outline, provision: str) -> str:
    """Give the citation of a provision or node by its id; of the document for any other id."""
    return Citer(outline).of(provision)


class Citer:
    """Cites the provisions of one document."""

    def __init__(self, outline: Outline) -> None:
        data = outline.metadata
        title = data.title if data.title.startswith("《") else f"《{data.title}》"
        number = f"（{data.document_number}）" if data.document_number else ""
        self._document = f"{title}{number}"
        self._nodes: dict[str, Node] = {node.id: node for node in outline.nodes}

    def of(self, provision: str) -> str:
        """Give the citation of a provision by its id."""
        chain = self._chain(provision)
        articles = [at for at, one in enumerate(chain) if one.cls is NodeClass.ARTICLE]
        if articles:
            place = "".join(_in_law(one) for one in chain[articles[0] :])
        elif chain and all(one.cls in _SKIPPED for one in chain):
            place = chain[-1].marker
        else:
            numbered = [one for one in chain if one.cls not in _SKIPPED]
            place = "".join(_in_document(one, depth) for depth, one in enumerate(numbered))
        return f"{self._document}{place}"

    def _chain(self, provision: str) -> list[Node]:
        """Give the nodes from the outermost to the one named."""
        chain: list[Node] = []
        node = self._nodes.get(provision)
        while node is not None:
            chain.insert(0, node)
            node = self._nodes.get(node.parent) if node.parent else None
        return chain


def _in_law(node: Node) -> str:
    """Give an article as printed, its paragraphs and items in the words of the rules."""
    if node.cls is NodeClass.ARTICLE or node.number is None:
        return "".join(node.marker.split())
    names = {NodeClass.PARA: "款", NodeClass.ITEM: "项", NodeClass.SUBITEM: "目"}
    if node.cls in names:
        return f"第{chinese(node.number)}{names[node.cls]}"
    return f"第{node.marker}"


def _in_document(node: Node, depth: int) -> str:
    """Give 第三部分 for a first level, 第（二）项 below, decimals as they are printed."""
    if node.cls is NodeClass.DECIMAL:
        return f"第{node.marker}条" if depth == 0 else f"、{node.marker}"
    if node.number is None:
        return node.marker
    if node.cls is NodeClass.L1:
        return f"第{chinese(node.number)}部分"
    if node.cls is NodeClass.L2:
        return f"第（{chinese(node.number)}）项"
    if node.cls is NodeClass.L3:
        return f"第{node.number}点"
    return f"第{node.marker.strip()}"
