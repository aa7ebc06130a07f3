"""The words of one paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from policyviewer.domain.patterns import regex
from policyviewer.importers.odt.names import attribute, integer, name_of, q
from policyviewer.importers.ordinals import circled

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANKS = regex("[ \t\r\n]+")
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
        self._after_blank = True
        self.new_page = False

    def text(self, paragraph: Element) -> str:
        """Give the paragraph's words, with "\\n" where a line is broken by hand."""
        self._inside(paragraph)
        if self._after_blank and self._words:
            self._words[-1] = self._words[-1].removesuffix(" ")
        return "".join(self._words).strip("\n")

    def _inside(self, element: Element) -> None:
        self._plain(element.text)
        for one in element:
            self.child(one)
            self._plain(one.tail)

    def child(self, element: Element) -> None:
        """Read one element of a paragraph, or a drawing that hangs on a page."""
        name = name_of(element)
        action = self._ACTIONS.get(name)
        if action is not None:
            action(self, element)
        elif name in _BOXES:
            self._box(element)
        elif name in _PICTURES:
            self._found.pictures += 1
        elif name not in _NOT_PRINTED:
            self._inside(element)

    def _plain(self, text: str | None) -> None:
        """Add words; blanks in a row are one, and none at the ends, since a file may be indented.

        Blanks that are printed have elements of their own (OpenDocument 1.3 part 3, 6.1.2).
        """
        words = _BLANKS.sub(" ", text or "")
        if self._after_blank:
            words = words.removeprefix(" ")
        if words:
            self._words.append(words)
            self._after_blank = words.endswith(" ")

    def _sign(self, sign: str) -> None:
        self._words.append(sign)
        self._after_blank = False

    def _blanks(self, element: Element) -> None:
        self._sign(" " * integer(attribute(element, "text:c"), 1, most=_MOST_BLANKS))

    def _tab(self, _element: Element) -> None:
        self._sign("\t")

    def _line(self, _element: Element) -> None:
        self._sign("\n")

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
            self._sign(sign)

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
