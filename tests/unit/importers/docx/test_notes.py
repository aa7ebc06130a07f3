from __future__ import annotations

from lxml import etree

from policyviewer.importers.docx.names import WORD
from policyviewer.importers.docx.notes import Notes


def element(inner):
    return etree.fromstring(f'<w:x xmlns:w="{WORD}">{inner}</w:x>')


def note(kind, number, inner="<w:p/>", more=""):
    return f'<w:{kind} w:id="{number}" {more}>{inner}</w:{kind}>'


def reference(number, more=""):
    return element(f'<w:footnoteReference w:id="{number}" {more}/>')[0]


def test_both_kinds_are_counted_together_in_the_order_of_the_text():
    notes = Notes(element(note("footnote", 1) + note("footnote", 2)), element(note("endnote", 1)))
    signs = [
        notes.sign(reference(2), "footnote"),
        notes.sign(reference(1), "endnote"),
        notes.sign(reference(2), "footnote"),
        notes.sign(reference(1), "footnote"),
    ]
    assert signs == ["①", "②", "①", "③"]
    assert [sign for sign, _note in notes.referred()] == ["①", "②", "③"]


def test_what_leads_nowhere_has_no_sign():
    separator = note("footnote", 0, more='w:type="separator"')
    notes = Notes(element(separator), None)
    assert [notes.sign(reference(n), "footnote") for n in (0, 5)] == ["", ""]
    assert notes.referred() == []


def test_a_sign_of_the_authors_own_is_not_doubled():
    notes = Notes(element(note("footnote", 1)), None)
    assert notes.sign(reference(1, 'w:customMarkFollows="1"'), "footnote") == ""
    assert len(notes.referred()) == 1


def test_beyond_fifty_the_sign_is_a_number_in_brackets():
    notes = Notes(element("".join(note("footnote", n) for n in range(51))), None)
    signs = [notes.sign(reference(n), "footnote") for n in range(51)]
    assert signs[49:] == ["㊿", "〔51〕"]


def test_notes_stand_behind_the_text(read):
    numbered = "<w:p><w:r><w:footnoteRef/><w:t xml:space='preserve'> {}</w:t></w:r></w:p>"
    inner = numbered.format("2018年修正。") + "<w:p><w:r><w:t>又见后文。</w:t></w:r></w:p>"
    body = (
        "<w:p><w:r><w:t>根据预算法</w:t><w:footnoteReference w:id='7'/><w:t>。</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>施行。</w:t></w:r></w:p>"
    )
    extract = read(body, footnotes=note("footnote", 7, inner) + note("footnote", 8))
    assert extract.text == "根据预算法①。\n施行。\n注①：2018年修正。\n又见后文。"


def test_notes_that_refer_to_each_other_end(read):
    inner = "<w:p><w:r><w:t>见{0}</w:t><w:footnoteReference w:id='{0}'/></w:r></w:p>"
    notes = note("footnote", 1, inner.format(2)) + note("footnote", 2, inner.format(1))
    body = "<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id='1'/></w:r></w:p>"
    assert read(body, footnotes=notes).text == "文①\n注①：见2②\n注②：见1①"
