"""A table of contents in a Word document: a field that Word can count anew, filled in already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policyviewer.app.word_files import printable
from policyviewer.ui.paper.measures import BODY_SIZE
from policyviewer.ui.paper.paragraphs import Paragraph

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'
_WIDTH_MM = 156
_ROOM = 2
"""Characters at the right of entries of several lines: there stands the number."""


class Contents:
    """Writes the table of contents, and marks the places that it leads to."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._marked = 0

    def write(self, entries: Sequence[Paragraph], pages: Mapping[int, int]) -> None:
        """Write the entries, each a link with the number of its page."""
        last = None
        for number, entry in enumerate(entries):
            last = self._document.add_paragraph(style=self._style(round(entry.style.left)))
            if not number:
                for one in (_mark("begin"), _instruction(_INSTRUCTION), _mark("separate")):
                    _append(last, _run(one))
            self._entry(last, entry, pages.get(entry.entry or 0, 0))
        if last is not None:
            _append(last, _run(_mark("end")))

    def mark(self, words: WordParagraph, entry: int) -> None:
        """Mark a paragraph as the place of an entry."""
        self._marked += 1
        begin = _element("w:bookmarkStart", {"w:id": str(self._marked), "w:name": _name(entry)})
        end = _element("w:bookmarkEnd", {"w:id": str(self._marked)})
        paragraph: Any = words._p  # noqa: SLF001  # python-docx has no bookmarks
        runs = paragraph.r_lst
        runs[0].addprevious(begin)
        runs[-1].addnext(end)

    def _entry(self, words: WordParagraph, entry: Paragraph, page: int) -> None:
        link = _element("w:hyperlink", {"w:anchor": _name(entry.entry or 0), "w:history": "1"})
        link.append(_run(_text(printable(entry.words))))
        link.append(_run(_element("w:tab", {})))
        for one in (
            _mark("begin"),
            _instruction(f"PAGEREF {_name(entry.entry or 0)} \\h"),
            _mark("separate"),
            _text(str(page)),
            _mark("end"),
        ):
            link.append(_run(one))
        _append(words, link)

    def _style(self, level: int) -> str:
        """Give the style of entries of a level; Word knows it by its name."""
        from docx.enum.style import WD_STYLE_TYPE
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Mm, Pt

        name = f"toc {level + 1}"
        if name not in self._document.styles:
            made = self._document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            made.base_style = self._document.styles["Normal"]
            form = made.paragraph_format
            form.left_indent, form.right_indent = Pt(level * BODY_SIZE), Pt(_ROOM * BODY_SIZE)
            form.tab_stops.add_tab_stop(Mm(_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        return name


def _name(entry: int) -> str:
    return f"_Toc{entry + 1:08d}"


def _element(tag: str, attributes: Mapping[str, str]) -> Any:  # noqa: ANN401  # lxml's
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    return made


def _run(inner: Any) -> Any:  # noqa: ANN401  # lxml's
    made = _element("w:r", {})
    made.append(inner)
    return made


def _mark(kind: str) -> Any:  # noqa: ANN401  # lxml's
    return _element("w:fldChar", {"w:fldCharType": kind})


def _instruction(words: str) -> Any:  # noqa: ANN401  # lxml's
    made = _element("w:instrText", {"xml:space": "preserve"})
    made.text = f" {words} "
    return made


def _text(words: str) -> Any:  # noqa: ANN401  # lxml's
    made = _element("w:t", {"xml:space": "preserve"})
    made.text = words
    return made


def _append(words: WordParagraph, inner: Any) -> None:  # noqa: ANN401  # lxml's
    paragraph: Any = words._p  # noqa: SLF001  # python-docx has no fields
    paragraph.append(inner)
