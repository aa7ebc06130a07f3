"""The elements of a web page, and how they are found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DEEPEST = 256
"""What is nested deeper is attached here: no page that people read goes so far."""
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header hr li main nav ol p pre section table ul".split()
)
_ENDS = {
    "li": ({"li"}, {"ol", "ul"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "option": ({"option"}, {"select"}),
}
"""Which open elements a start tag ends, and which ones hide them from it."""
_TABLE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_HIDES = {tag: frozenset({"table"}) for tag in _TABLE} | {"table": frozenset[str]()}
"""Which open elements an end tag does not reach beyond; the rest stays within its cell."""


@dataclass(slots=True)
class Element:
    """An element with its lower-case tag; children are elements and words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Give the elements inside, in the order of the page."""
        stack = [child for child in reversed(self.children) if isinstance(child, Element)]
        while stack:
            one = stack.pop()
            yield one
            stack += [child for child in reversed(one.children) if isinstance(child, Element)]

    def words(self) -> str:
        """Give all words inside as they stand, scripts' as well."""
        parts: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                stack += reversed(one.children)
        return "".join(parts)


def fast_tree(text: str) -> Element:
    """Give the page as lexbor reads it: as browsers do, but slow on nests and long tags."""
    from selectolax.lexbor import LexborHTMLParser

    root = Element("#page")
    top = LexborHTMLParser(text).root
    stack: list[tuple[LexborNode, Element, int]] = [(top, root, 0)] if top is not None else []
    while stack:
        node, parent, depth = stack.pop()
        if node.next is not None:
            stack.append((node.next, parent, depth))
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif node.is_element_node:
            one = Element(node.tag or "", {key: value or "" for key, value in node.attrs.items()})
            parent.children.append(one)
            if node.first_child is not None:
                deeper = depth < DEEPEST
                stack.append((node.first_child, one if deeper else parent, depth + deeper))
    return root


def safe_tree(text: str) -> Element:
    """Give the page as the standard library reads it: slower, but in time that grows evenly."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Closes what the page forgets to close, for the elements where that changes lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#page")
        self._open = [self.root]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS:
            self._end_of(*_ENDS[tag])
        elif tag in _ENDS_PARAGRAPH:
            self._end_of({"p"}, _TABLE | {"li", "div"})
        one = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(one)
        if tag not in _VOID and len(self._open) <= DEEPEST:
            self._open.append(one)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        self._end_of({tag}, _HIDES.get(tag, _TABLE))

    @override
    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end_of(self, tags: set[str], hidden_by: set[str] | frozenset[str]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in tags:
                del self._open[at:]
                return
            if self._open[at].tag in hidden_by:
                return
