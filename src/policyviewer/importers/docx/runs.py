"""The words of one paragraph: what is printed of its runs, fields, revisions and drawings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from policyviewer.importers.docx.alternatives import chosen, graphics
from policyviewer.importers.docx.names import attribute, child, is_on, is_word, name_of
from policyviewer.importers.docx.notes import Notes
from policyviewer.importers.docx.symbols import UNKNOWN, symbol
from policyviewer.importers.docx.tally import Tally

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOT_PRINTED = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "fldData"}
    | {"instrText", "delText", "delInstrText", "bookmarkStart", "bookmarkEnd", "softHyphen"}
)
_OBJECT = "\ufffc"
"""What a converter leaves where an object stood."""


class Runs:
    """Reads paragraphs; what stands in drawings goes to ``box`` as it is met."""

    def __init__(self, notes: Notes, tally: Tally, box: Callable[[Element], None]) -> None:
        self._notes = notes
        self._tally = tally
        self._box = box
        self._words: list[str] = []
        self._fields: list[bool] = []
        self.new_page = False
        """Whether the paragraph holds the end of a page."""
        self.lost = False
        """Whether a converter left out an object that stood in it."""

    def text(self, paragraph: Element) -> str:
        """Give the paragraph's words, with "\\n" where a line is broken by hand."""
        self._inside(paragraph)
        words = "".join(self._words)
        self.lost = _OBJECT in words
        return words.replace(_OBJECT, "").strip("\n")

    def _inside(self, element: Element) -> None:
        for one in element:
            if is_word(one):
                self._word(one, name_of(one))
            else:
                self._foreign(one, name_of(one))

    def _word(self, element: Element, name: str) -> None:
        action = self._ACTIONS.get(name)
        if action is not None:
            action(self, element)
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        elif name not in _NOT_PRINTED:
            self._inside(element)

    def _foreign(self, element: Element, name: str) -> None:
        if name == "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self._inside(branch)
        elif name in {"oMath", "oMathPara"}:
            self._tally.formulas += 1
            parts = (one.text or "" for one in element.iter() if name_of(one) == "t")
            self._say("".join(parts))

    def _say(self, words: str) -> None:
        if not any(self._fields):
            self._words.append(words)

    def _run(self, element: Element) -> None:
        if is_on(child(element, "rPr", "vanish")):
            self._tally.hidden += 1
        else:
            self._inside(element)

    def _text(self, element: Element) -> None:
        self._say(element.text or "")

    def _break(self, element: Element) -> None:
        if attribute(element, "type") == "page":
            self._end_of_page(element)
        self._say("\n")

    def _end_of_page(self, _element: Element) -> None:
        self.new_page = True

    def _symbol(self, element: Element) -> None:
        sign = symbol(element)
        self._tally.symbols += sign == UNKNOWN
        self._say(sign)

    def _field(self, element: Element) -> None:
        """Follow fields, which may stand in each other: instructions are not printed."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _note(self, element: Element) -> None:
        self._say(self._notes.sign(element, name_of(element).removesuffix("Reference")))

    def _comment(self, _element: Element) -> None:
        self._tally.comments += 1

    def _removed(self, _element: Element) -> None:
        self._tally.revisions += 1

    def _added(self, element: Element) -> None:
        self._tally.revisions += 1
        self._inside(element)

    def _drawing(self, element: Element) -> None:
        for one in graphics(element):
            name = name_of(one)
            if name in {"txbxContent", "textpath"}:
                self._box(one)
            elif name == "OLEObject":
                self._tally.objects += 1
            elif name_of(element) != "object":  # an object's picture is only its preview
                self._tally.pictures += 1

    _ACTIONS: ClassVar[dict[str, Callable[[Runs, Element], None]]] = {
        "r": _run,
        "t": _text,
        "br": _break,
        "lastRenderedPageBreak": _end_of_page,
        "sym": _symbol,
        "fldChar": _field,
        "footnoteReference": _note,
        "endnoteReference": _note,
        "commentReference": _comment,
        "del": _removed,
        "moveFrom": _removed,
        "ins": _added,
        "moveTo": _added,
        "drawing": _drawing,
        "pict": _drawing,
        "object": _drawing,
    }
