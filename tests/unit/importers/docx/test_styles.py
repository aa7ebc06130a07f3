from __future__ import annotations

from lxml import etree

from policyviewer.importers.docx.names import WORD
from policyviewer.importers.docx.numbering import Numbering
from policyviewer.importers.docx.styles import Styles

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"/>
<w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="2"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="r1"><w:basedOn w:val="r2"/></w:style>
<w:style w:type="paragraph" w:styleId="r2"><w:basedOn w:val="r1"/></w:style>
<w:style w:type="character" w:styleId="c"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>
</w:style>
"""
LISTS = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="3"><w:pStyle w:val="1"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>
"""


def element(name, inner):
    return etree.fromstring(f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>')


def place(properties, styles=STYLES):
    numbering = Numbering(element("numbering", LISTS))
    return Styles(element("styles", styles)).place(element("pPr", properties), numbering)


def style(name, direct=""):
    return f'<w:pStyle w:val="{name}"/><w:numPr>{direct}</w:numPr>'


def test_a_style_gives_the_list_and_the_list_gives_the_level():
    assert place(style("1")) == ("4", 3)


def test_a_style_takes_over_what_it_is_based_on():
    assert place(style("2")) == ("4", 1)


def test_the_paragraph_goes_before_its_style():
    assert place(style("1", '<w:numId w:val="7"/>')) == ("7", 0)
    assert place(style("1", '<w:ilvl w:val="2"/>')) == ("4", 2)


def test_list_0_takes_the_number_away():
    assert place(style("3")) is None
    assert place(style("1", '<w:numId w:val="0"/>')) is None


def test_without_a_style_the_usual_one_holds():
    assert place("") is None
    usual = STYLES.replace(' w:default="1"', "").replace('"1">', '"1" w:default="1">', 1)
    assert place("", usual) == ("4", 3)


def test_styles_based_on_each_other_end():
    assert place(style("r1")) is None


def test_only_paragraph_styles_count():
    assert place(style("c")) is None


def test_levels_that_no_list_has_are_brought_back():
    assert place('<w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>') == ("7", 8)


def test_a_document_without_styles_is_read():
    assert Styles(None).place(None, Numbering(None)) is None


def test_an_endless_chain_of_styles_is_not_followed_to_its_end():
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(1000)
    )
    last = '<w:style w:type="paragraph" w:styleId="s1000">'
    last += '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    assert place(style("s0"), chain + last) is None
    assert place(style("s950"), chain + last) == ("4", 0)
