"""How a provision is cited: 《中华人民共和国立法法》第六十五条第二款.

The form is that of the 《立法技术规范（试行）（一）》: no 编章节, no 第一款 where there is
only one, 项 without brackets.
"""

from __future__ import annotations

from policyviewer.domain.documents import Component, ComponentKind, Node, NodeClass, Outline
from policyviewer.domain.numerals import chinese

_DIVISIONS = (NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION)


class Citations:
    """Cites the provisions of one document."""

    def __init__(self, outline: Outline, *, bracketed_items: bool = False) -> None:
        """``bracketed_items`` writes 第（一）项, as many local texts do, for 第一项."""
        self._outline = outline
        self._bracketed = bracketed_items
        self._by_id = {str(node.id): node for node in outline.nodes}
        self._components = {one.id: one for one in outline.components}
        self._paragraphs: dict[str | None, list[str]] = {}
        for node in outline.nodes:
            if node.cls is NodeClass.PARA:
                self._paragraphs.setdefault(node.parent, []).append(node.id)

    def of(self, provision: str) -> str:
        """Give the citation of a node; of the document itself for any other id."""
        node = self._by_id.get(provision)
        component = self._components.get(node.component if node else provision)
        return _named(self._outline, component) + self.within(provision)

    def within(self, provision: str) -> str:
        """Give how a node is cited within its document (第六十五条第二款); "" for any other id."""
        node = self._by_id.get(provision)
        if node is None:
            return ""
        chain = [node]
        while chain[0].parent is not None:
            chain.insert(0, self._by_id[chain[0].parent])
        return "".join(self._step(one) for one in _cited(chain))

    def _step(self, node: Node) -> str:
        number = node.number
        if node.cls is NodeClass.PARA:
            return self._paragraph(node)
        if number is None:
            return ""
        item = f"（{chinese(number)}）" if self._bracketed else chinese(number)
        forms = {
            NodeClass.ITEM: f"第{item}项",
            NodeClass.SUBITEM: f"第{number}目",
            NodeClass.L1: f"第{chinese(number)}部分",
            NodeClass.L2: f"第（{chinese(number)}）项",
            NodeClass.L3: f"第{number}项",
            NodeClass.L4: f"第（{number}）项",
            NodeClass.DECIMAL: node.marker,
        }
        return forms.get(node.cls, node.marker)

    def _paragraph(self, node: Node) -> str:
        siblings = self._paragraphs[node.parent]
        return f"第{chinese(siblings.index(node.id) + 1)}款" if len(siblings) > 1 else ""


def citation(outline: Outline, provision: str) -> str:
    """Give the citation of one provision; for many of a document see ``Citations``."""
    return Citations(outline).of(provision)


def _named(outline: Outline, component: Component | None) -> str:
    """Give the document's name, and the attachment's where it stands in one."""
    metadata = outline.metadata
    notice = any(one.kind is ComponentKind.NOTICE for one in outline.components)
    if notice and component and component.kind is ComponentKind.MAIN and component.title:
        return f"《{component.title}》"
    number = f"（{metadata.document_number}）" if metadata.document_number else ""
    name = f"《{metadata.title}》{number}"
    if component is not None and component.kind is ComponentKind.ATTACHMENT:
        return f"{name}附件{component.id.partition('_')[2]}"
    return name


def _cited(chain: list[Node]) -> list[Node]:
    """Give the nodes that a citation names: from the article on, else all."""
    for place, node in enumerate(chain):
        if node.cls is NodeClass.ARTICLE:
            return chain[place:]
    return [node for node in chain if node.cls not in _DIVISIONS] or chain
