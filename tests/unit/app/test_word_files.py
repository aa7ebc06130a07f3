from __future__ import annotations

from policyviewer.app.word_files import new_document, printable


def test_a_document_is_set_in_the_fonts_of_official_documents():
    styles = new_document().styles
    assert [styles[name].font.name for name in ("Normal", "Heading 1")] == ["仿宋", "黑体"]


def test_what_xml_cannot_hold_becomes_a_blank():
    assert printable("甲\x00乙\n丙\ud800") == "甲 乙\n丙 "


def test_a_document_is_chinese():
    from docx.oxml.ns import qn

    languages = list(new_document().styles.element.iter(qn("w:lang")))
    assert [one.get(qn("w:eastAsia")) for one in languages] == ["zh-CN"]
