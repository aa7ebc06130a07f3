from __future__ import annotations

import pytest
from lxml import etree

from policyviewer.importers.docx.alternatives import chosen, graphics
from policyviewer.importers.docx.names import name_of


def both(newer, older):
    return (
        f"<AlternateContent><Choice>{newer}</Choice><Fallback>{older}</Fallback></AlternateContent>"
    )


@pytest.mark.parametrize(
    ("newer", "older", "name"),
    [("<t/>", "<t/>", "Choice"), ("<x/>", "<t/>", "Fallback"), ("<x/>", "<x/>", "Choice")],
)
def test_the_branch_that_says_something_is_chosen(newer: str, older: str, name: str):
    assert name_of(chosen(etree.fromstring(both(newer, older)))) == name


def test_no_branch_is_none():
    assert chosen(etree.fromstring("<AlternateContent/>")) is None


def test_of_a_drawing_each_box_and_picture_is_given_once():
    box = "<txbxContent n='1'><p><blip/><txbxContent n='2'/></p></txbxContent>"
    drawing = f"<drawing>{both(f'<g>{box}<blip/></g>', box)}<g><textpath/></g><chart/></drawing>"
    found = [name_of(one) for one in graphics(etree.fromstring(drawing))]
    assert found == ["txbxContent", "blip", "textpath", "chart"]
