"""What counts as words on a page, for weighing its parts."""

from __future__ import annotations

import re

from policyviewer.domain.patterns import regex
from policyviewer.importers.web.tree import Element

SILENT = frozenset(
    "script style noscript template head iframe select button svg object video audio map "  # noqa: SIM905
    "textarea canvas applet rp datalist title".split()
)
"""Elements whose words are not read on the page."""
_BLANKS = regex(r"\s+")
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def is_silent(element: Element) -> bool:
    """Say whether nobody sees the element's words."""
    attributes = element.attributes
    return (
        element.tag in SILENT
        or "hidden" in attributes
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )


def without_blanks(words: str) -> str:
    """Give the words without any blanks, for comparing."""
    return _BLANKS.sub("", words)


def seen(element: Element) -> str:
    """Give the visible words inside without blanks."""
    parts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            parts.append(one)
        elif not is_silent(one):
            stack += reversed(one.children)
    return without_blanks("".join(parts))


class Weights:
    """How many visible characters each element of a page holds, counted once for all."""

    def __init__(self, page: Element) -> None:
        self._all: dict[int, int] = {}
        self._unlinked: dict[int, int] = {}
        for one in reversed([page, *page.elements()]):
            self._weigh(one)

    def of(self, element: Element) -> int:
        """Give the number of characters without blanks."""
        return self._all[id(element)]

    def unlinked(self, element: Element) -> int:
        """Give the number of characters outside of links."""
        return self._unlinked[id(element)]

    def _weigh(self, element: Element) -> None:
        whole = unlinked = 0
        for child in element.children if not is_silent(element) else ():
            if isinstance(child, str):
                whole += (length := len(without_blanks(child)))
                unlinked += length
            else:
                whole += self._all[id(child)]
                unlinked += self._unlinked[id(child)]
        self._all[id(element)] = whole
        self._unlinked[id(element)] = 0 if element.tag == "a" else unlinked
