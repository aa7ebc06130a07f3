from __future__ import annotations

import pytest
from lxml import etree

from policyviewer.importers.odt.names import attribute, integer, name_of, q


@pytest.mark.parametrize(
    "name", ["text:p", "table:table", "draw:frame", "svg:title", "office:body"]
)
def test_names_are_those_with_the_usual_prefix(element, name: str):
    (one,) = element(f"<{name}/>")
    assert name_of(one) == name
    assert one.tag == q(name)


def test_other_elements_have_no_name(element):
    story = element("<loext:p/><!--x--><other/>")
    assert [name_of(one) for one in story] == ["", "", ""]
    assert name_of(etree.fromstring("<text/>")) == ""


def test_attributes_are_found_by_their_names(element):
    (one,) = element('<text:p xml:id="a" text:style-name="b" loext:num-list-format="c"/>')
    found = [attribute(one, name) for name in ("xml:id", "text:style-name", "text:none")]
    assert found == ["a", "b", None]
    assert attribute(one, "loext:num-list-format") == "c"


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), (None, 3), ("", 3), ("7.5", 3), ("-7", 0), ("9" * 30, 1_000_000), ("9" * 9999, 3)],
)
def test_numbers_stay_in_bounds(text: str | None, number: int):
    assert integer(text, 3) == number


def test_the_bound_may_be_lower():
    assert integer("900", 1, most=200) == 200
