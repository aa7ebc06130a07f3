from __future__ import annotations

import pytest
from lxml import etree

from policyviewer.importers.docx.names import (
    WORD,
    attribute,
    child,
    integer,
    is_on,
    is_word,
    name_of,
    transitional,
    value,
    w,
)


@pytest.fixture
def element():
    return etree.fromstring(
        f'<w:p xmlns:w="{WORD}"><w:pPr><w:a w:val="7" w:id="8"/><w:b/><w:c w:val="0"/></w:pPr>'
        "<!--x--><other/></w:p>"
    )


def test_elements_are_told_by_their_names(element):
    properties, comment, other = element
    assert [name_of(one) for one in element] == ["pPr", "", "other"]
    assert [is_word(one) for one in (properties, comment, other)] == [True, False, False]


def test_values_are_found_down_a_path(element):
    found = child(element, "pPr", "a")
    assert (found.tag, value(found), attribute(found, "id")) == (w("a"), "7", "8")
    assert child(element, "none", "a") is None
    assert child(None, "a") is None
    assert value(None) is None


def test_switches_are_on_when_they_are_there(element):
    names = ("a", "b", "c", "d")
    assert [is_on(child(element, "pPr", name)) for name in names] == [True, True, False, False]


def test_numbers_are_kept_small():
    texts = ("3", "-99", "9" * 40, "x", "", None)
    assert [integer(text, 5) for text in texts] == [3, -1, 1_000_000, 5, 5, 5]


def test_the_strict_names_become_the_usual_ones():
    strict = b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    assert is_word(etree.fromstring(transitional(strict)))
