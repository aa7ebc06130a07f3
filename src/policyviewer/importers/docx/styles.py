"""Paragraph styles, as far as they give a paragraph its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.importers.docx.names import attribute, child, integer, value, w
from policyviewer.importers.docx.numbering import LEVELS, Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_DEEPEST = 100
"""Styles based on each other: a longer chain, followed for each paragraph, is a trap."""


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    based_on: str | None
    number: str | None
    level: str | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._usual: str | None = None
        for element in [] if root is None else root.iter(w("style")):
            if attribute(element, "type") == "paragraph":
                self._add(element)

    def place(self, properties: Element | None, numbering: Numbering) -> tuple[str, int] | None:
        """Give the list and the level that a paragraph counts in, or None when it has no number.

        What the paragraph itself says goes before its style, and that before what the style is
        based on. Without a level, it is the one that the list gives to the style.
        """
        number = value(child(properties, "numPr", "numId"))
        level = value(child(properties, "numPr", "ilvl"))
        linked: str | None = None
        for style in self._chain(value(child(properties, "pStyle")) or self._usual):
            if number is None and style.number is not None:
                number, linked = style.number, style.id
            if level is None:
                level = style.level
        if number is None or integer(number, 0) == 0:  # list 0 takes a style's number away
            return None
        if level is None and linked is not None:
            return number, numbering.level_of_style(number, linked)
        return number, max(0, min(integer(level, 0), LEVELS - 1))

    def _add(self, element: Element) -> None:
        name = attribute(element, "styleId") or ""
        numbers = child(element, "pPr", "numPr")
        self._styles[name] = _Style(
            name,
            value(child(element, "basedOn")),
            value(child(numbers, "numId")),
            value(child(numbers, "ilvl")),
        )
        if (attribute(element, "default") or "0") in {"1", "true", "on"}:
            self._usual = name

    def _chain(self, name: str | None) -> Iterator[_Style]:
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].based_on
