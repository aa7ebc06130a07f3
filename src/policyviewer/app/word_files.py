"""What Word documents of ours have in common: the fonts of official documents, clean text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle, CharacterStyle
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FONTS = (("Normal", "仿宋", 14), ("Heading 1", "黑体", 18), ("Heading 2", "黑体", 15))
"""Styles of Word with the fonts of official documents, and their sizes in points."""


def new_document() -> WordDocument:
    """Give an empty document in the fonts of official documents, also for Chinese characters."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    made = docx.Document()
    for name, font, size in _FONTS:
        style = made.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    for language in made.styles.element.iter(qn("w:lang")):  # it places the marks in their squares
        language.set(qn("w:eastAsia"), "zh-CN")
    return made


def add_page_number(paragraph: Paragraph) -> None:
    """Put the number of the page into a paragraph, as official documents print it: — 1 —."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    _append(paragraph._p, field)  # noqa: SLF001  # python-docx has no fields of its own
    paragraph.add_run(" —")


def repeat_row(row: _Row) -> None:
    """Have a row of a table stand on every page that the table goes over."""
    from docx.oxml import OxmlElement

    _append(row._tr.get_or_add_trPr(), OxmlElement("w:tblHeader"))  # noqa: SLF001  # as above


def keep_whole(row: _Row) -> None:
    """Have a row of a table stand on one page, as far as a page holds it."""
    from docx.oxml import OxmlElement

    _append(row._tr.get_or_add_trPr(), OxmlElement("w:cantSplit"))  # noqa: SLF001  # as above


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground, in hexadecimal digits (E8EEF7)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:fill"), colour)
    _append(cell._tc.get_or_add_tcPr(), ground)  # noqa: SLF001  # as above


def set_font(style: CharacterStyle, name: str) -> None:
    """Set a style in a font, Chinese characters too."""
    from docx.oxml.ns import qn

    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)


def add_paragraph(made: WordDocument, text: str = "", style: BaseStyle | None = None) -> Paragraph:
    """Add a paragraph, and give it; the library itself looks through all paragraphs and all styles
    each time, which of ten thousand takes minutes.
    """
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    element: Any = OxmlElement("w:p")
    made.element.body[-1].addprevious(element)  # the last one has the section's page
    paragraph = Paragraph(element, made._body)  # noqa: SLF001  # as above
    put_style(paragraph, style)
    if text:
        paragraph.add_run(text)
    return paragraph


def put_style(words: Paragraph | Run, style: BaseStyle | None) -> None:
    """Set words in a style; the library itself looks through all styles each time."""
    if style is None:
        return
    element: Any = words._element  # noqa: SLF001  # as above
    element.style = style.style_id


def _append(parent: Any, child: object) -> None:  # noqa: ANN401  # lxml's stubs take one kind only
    parent.append(child)


def printable(text: str) -> str:
    """Give a text without what XML cannot hold."""
    return "".join(one if one.isprintable() or one in "\n\t\u3000" else " " for one in text)
