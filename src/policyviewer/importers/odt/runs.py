"""The words of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from policyviewer.importers.odt.names import attribute, integer, name_of, q
from policyviewer.importers.ordinals import circled

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 1000
_NOT_PRINTED = frozenset(
    {"office:annotation", "text:ruby-text", "text:tracked-changes", "text:hidden-text"}
    | {"draw:enhanced-geometry", "draw:image-map", "svg:title", "svg:desc", "office:forms"}
)
_BOXES = frozenset({"draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:line"})
_PICTURES = frozenset({"draw:image", "draw:object", "draw:object-ole"})


@dataclass(slots=True)
class Found:
    """What was met beside the words, over all paragraphs of a document."""

    notes: list[tuple[str, Element]]
    pictures: int = 0
    revisions: int = 0
    comments: int = 0


class Runs:
    """Reads a paragraph; what stands in its text boxes goes to ``box`` as it is met."""

    def __init__(self, found: Found, box: Callable[[Element], None]) -> None:
        self._found = found
        self._box = box
        self._words: list[str] = []
        self.new_page = False

    def text(self, paragraph: Element) -> str:
        """Give the paragraph's words, with "\\n" where a line is broken by hand."""
        self._inside(paragraph)
        return "".join(self._words).strip("\n").rstrip(" ")

    def _inside(self, element: Element) -> None:
        self._plain(element.text)
        for one in element:
            name = name_of(one)
            action = self._ACTIONS.get(name)
            if action is not None:
                action(self, one)
            elif name in _BOXES:
                self._box(one)
            elif name in _PICTURES:
                self._found.pictures += 1
            elif name not in _NOT_PRINTED:
                self._inside(one)
            self._plain(one.tail)

    def _plain(self, text: str | None) -> None:
        """Add words; blanks in a row are one, since a file may be indented."""
        if text:
            self._words.append(_BLANKS.sub(" ", text))

    def _blanks(self, element: Element) -> None:
        count = integer(attribute(element, "text:c"), 1, most=_MOST_BLANKS)
        self._words.append(" " * count)

    def _tab(self, _element: Element) -> None:
        self._words.append("\t")

    def _line(self, _element: Element) -> None:
        self._words.append("\n")

    def _page(self, _element: Element) -> None:
        self.new_page = True

    def _change(self, _element: Element) -> None:
        self._found.revisions += 1

    def _comment(self, _element: Element) -> None:
        self._found.comments += 1

    def _note(self, element: Element) -> None:
        sign = circled(len(self._found.notes) + 1)
        sign = f"〔{sign}〕" if sign.isascii() else sign
        body = element.find(q("text:note-body"))
        if body is not None:
            self._found.notes.append((sign, body))
            self._words.append(sign)

    def _picture(self, element: Element) -> None:
        """Read a frame: a text box, or else a picture, which may be stored in several ways."""
        boxes = [one for one in element if name_of(one) in _BOXES]
        for one in boxes:
            self._box(one)
        if not boxes and any(name_of(one) in _PICTURES for one in element):
            self._found.pictures += 1

    _ACTIONS: ClassVar[dict[str, Callable[[Runs, Element], None]]] = {
        "text:s": _blanks,
        "text:tab": _tab,
        "text:line-break": _line,
        "text:soft-page-break": _page,
        "text:change": _change,
        "text:change-start": _change,
        "office:annotation": _comment,
        "text:note": _note,
        "draw:frame": _picture,
    }
