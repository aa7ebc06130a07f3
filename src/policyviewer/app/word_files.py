"""What Word documents of ours have in common: the fonts of official documents, clean text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

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
    return made


def printable(text: str) -> str:
    """Give a text without what XML cannot hold."""
    return "".join(one if one.isprintable() or one in "\n\t" else " " for one in text)
