"""The lines and tables of an article, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from policyviewer.domain.markers import marker_of
from policyviewer.domain.patterns import regex
from policyviewer.importers.web.article import is_around
from policyviewer.importers.web.tables import is_data, rows_of, spanned
from policyviewer.importers.web.tree import Element
from policyviewer.importers.web.words import Weights
from policyviewer.importers.writing import Rows, TableCell, flat

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "  # noqa: SIM905
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_DROPPED = frozenset({"del", "rt"})
"""Words struck out are none any more, and pinyin above the characters is no text."""
_BLANKS = regex(r"[ \n\r\t\f\xa0]+")


@dataclass(slots=True)
class Flow:
    """Lines of words and tables, as they follow each other."""

    parts: list[str | Rows] = field(default_factory=list)
    label: str = ""
    """The number that the next line begins with."""
    _words: list[str] = field(default_factory=list)

    def words(self, words: str) -> None:
        """Go on in the line."""
        self._words.append(words)

    def end_line(self) -> None:
        """End the line; nothing happens where none was begun."""
        line = _BLANKS.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if line:
            own = marker_of(line) is not None  # a page may write out what its list counts as well
            self.parts.append(line if own else self.label + line)
            self.label = ""

    def add(self, parts: Iterable[str | Rows]) -> None:
        """Put lines and tables after the line."""
        self.end_line()
        self.parts += parts

    def within_cell(self) -> str:
        """Give all as the text of a cell."""
        return "\n".join(part if isinstance(part, str) else flat(part) for part in self.parts)


class Walker:
    """Goes through an article and gives what it says."""

    def __init__(self, article: Element, weights: Weights) -> None:
        self._article = article
        self._weights = weights

    def flow(self, element: Element | None = None) -> Flow:
        """Give what an element says, the whole article unless told otherwise."""
        flow = Flow()
        self._walk(element or self._article, flow)
        flow.end_line()
        return flow

    def _walk(self, element: Element, flow: Flow) -> None:
        for child in element.children:
            if isinstance(child, str):
                flow.words(child)
            elif child.tag == "br":
                flow.end_line()
            elif self._counts(child):
                self._enter(child, flow)

    def _counts(self, child: Element) -> bool:
        return child.tag not in _DROPPED and not is_around(child, self._article, self._weights)

    def _enter(self, child: Element, flow: Flow) -> None:
        if child.tag == "table":
            self._table(child, flow)
        elif child.tag == "pre":
            _preformatted(child, flow)
        elif child.tag == "ol":
            self._numbered(child, flow)
        elif child.tag in _BLOCKS:
            flow.end_line()
            self._walk(child, flow)
            flow.end_line()
        else:
            self._walk(child, flow)

    def _table(self, table: Element, flow: Flow) -> None:
        """Each cell is read once, whether it is data or only a place on the page."""
        flow.end_line()
        for child in table.children:
            if isinstance(child, Element) and child.tag == "caption" and self._counts(child):
                flow.add(self.flow(child).parts)
        cells = [[(cell, self.flow(cell)) for cell in row] for row in rows_of(table)]
        rows = [[_cell(cell, inside) for cell, inside in row] for row in cells]
        if is_data(rows):
            flow.add([rows])
        else:
            flow.add(part for row in cells for _cell, inside in row for part in inside.parts)

    def _numbered(self, element: Element, flow: Flow) -> None:
        """Write the numbers that a browser would put before the points of a list."""
        flow.end_line()
        number = _start(element)
        for child in element.children:
            if not isinstance(child, Element) or not self._counts(child):
                continue
            if child.tag == "li":
                flow.label = _label(number, element)
                number += 1
            self._walk(child, flow)
            flow.end_line()
        flow.label = ""


def _cell(cell: Element, inside: Flow) -> TableCell:
    return TableCell(inside.within_cell(), spanned(cell, "rowspan"), spanned(cell, "colspan"))


def _preformatted(element: Element, flow: Flow) -> None:
    flow.end_line()
    for line in element.words().splitlines():
        flow.words(line)
        flow.end_line()


def _start(element: Element) -> int:
    said = element.attributes.get("start", "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _label(number: int, element: Element) -> str:
    if "none" in element.attributes.get("style", ""):
        return ""
    kind = element.attributes.get("type", "1")
    if kind in ("a", "A") and number <= 26:
        return f"{chr(ord(kind) + number - 1)}."
    return f"{number}."
