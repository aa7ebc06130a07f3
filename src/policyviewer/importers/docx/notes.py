"""Footnotes and endnotes: a sign where they are referred to, their words after the text.

A note stands as 注①：… behind the last paragraph. After the paragraph that refers to it, it would
be read as a paragraph of the article, and whoever cites 第二款 would cite the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.importers.docx.names import attribute, w
from policyviewer.importers.ordinals import circled

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

KINDS = ("footnote", "endnote")


class Notes:
    """The notes of a document and the order in which its text refers to them."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None) -> None:
        self._notes: dict[tuple[str, str], Element] = {}
        self._signs: dict[tuple[str, str], str] = {}
        for kind, root in zip(KINDS, (footnotes, endnotes), strict=True):
            for element in [] if root is None else root.findall(w(kind)):
                if attribute(element, "type") in {None, "normal"}:
                    self._notes[kind, attribute(element, "id") or ""] = element

    def sign(self, reference: Element, kind: str) -> str:
        """Give the sign for a reference, counted through both kinds; "" when it leads nowhere."""
        key = (kind, attribute(reference, "id") or "")
        if key not in self._notes:
            return ""
        if key not in self._signs:
            sign = circled(len(self._signs) + 1)
            self._signs[key] = f"〔{sign}〕" if sign.isdecimal() and sign.isascii() else sign
        own = attribute(reference, "customMarkFollows") in {"1", "true", "on"}
        return "" if own else self._signs[key]

    def referred(self) -> list[tuple[str, Element]]:
        """Give the notes that the text refers to, each with its sign, in order."""
        return [(sign, self._notes[key]) for key, sign in self._signs.items()]
