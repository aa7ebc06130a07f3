"""What an OFD document may cost, told from its parts before ofdkit expands them.

A composite unit may be made of others, 32 deep for ofdkit: two in each make four thousand million.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_OBJECTS = 300_000
"""Pieces of text in a document: five hundred pages with a piece for each character."""
_MOST_TAGS = 2_000_000
"""Of a part, which the library keeps as a tree."""
_DEEPEST = 32
_OBJECT = "CompositeObject"
_WORDS = tuple("Composite".encode(one) for one in ("ascii", "utf-16-le", "utf-16-be"))

Units = Mapping[str, Counter[str]]
"""For each composite unit the others in it, and under "" how many texts."""


def check(parts: Parts, name: str) -> None:
    """Raise UnreadableDocumentError when a part is too large, or what it draws by reference is."""
    units: dict[str, Counter[str]] = {}
    pages: list[Counter[str]] = []
    for place in sorted(parts.names):
        if not place.endswith(".xml"):
            continue
        data = parts.read(place) or b""
        if data.count(b"<") > _MOST_TAGS:
            raise too_much(name)
        if any(word in data for word in _WORDS):
            root = parts.xml(place)
            _add_units(root, units)
            pages.append(_drawn(root))
    costs = _costs(units)
    if any(_cost(page, costs) > MOST_OBJECTS for page in pages):
        raise too_much(name)


def too_much(name: str) -> UnreadableDocumentError:
    """Give the refusal of a document with too much in it."""
    return UnreadableDocumentError(
        f"“{name}”里的内容太多，不像是一份文件。", "请把它拆成几份，或导出为 PDF 后再导入。"
    )


def _add_units(root: Element | None, units: dict[str, Counter[str]]) -> None:
    """Add the units of a part; two of one name count as one with all that is in both."""
    for unit in _named(root, "CompositeGraphicUnit"):
        number = (unit.get("ID") or "").strip()
        units.setdefault(number, Counter()).update(_drawn(unit))


def _drawn(root: Element | None) -> Counter[str]:
    drawn = Counter((one.get("ResourceID") or "").strip() for one in _named(root, _OBJECT))
    drawn[""] = sum(1 for _ in _named(root, "TextCode"))
    return drawn


def _named(root: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _costs(units: Units) -> dict[str, int]:
    """Give how many texts each unit draws in the end, counted no further than the limit."""
    costs = dict.fromkeys(units, 0)
    for _ in range(_DEEPEST):
        deeper = {unit: _cost(inside, costs) for unit, inside in units.items()}
        if deeper == costs:
            break
        costs = deeper
    return costs


def _cost(inside: Counter[str], costs: Mapping[str, int]) -> int:
    """Count what is drawn; an empty unit costs a visit as well."""
    drawn = sum(
        times * (1 if unit == "" else 1 + costs.get(unit, 0)) for unit, times in inside.items()
    )
    return min(drawn, MOST_OBJECTS + 1)
