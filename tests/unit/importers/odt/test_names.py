from __future__ import annotations

import pytest

from policyviewer.importers.odt.names import attribute, integer, name_of, q


def test_elements_and_attributes_have_their_usual_prefixes(element):
    item = element('<text:list-item text:start-value="4"/>')
    assert name_of(item) == "text:list-item"
    assert attribute(item, "text:start-value") == "4"
    assert item.tag == q("text:list-item")
    assert q("loext:num-list-format").startswith("{urn:org:documentfoundation")


def test_what_is_not_opendocument_has_no_name(element):
    assert name_of(element("<other/>")) == ""


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), (None, 3), ("x", 3), ("-2", 0), ("99999999999", 1_000_000)]
)
def test_numbers_are_read_within_their_bounds(text: str | None, number: int):
    assert integer(text, 3) == number
