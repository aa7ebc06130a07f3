from __future__ import annotations

import pytest

from policyviewer.importers.web.tree import DEEPEST, Element, fast_tree, safe_tree

BOTH = pytest.mark.parametrize("tree", [fast_tree, safe_tree])


def found(tree, page, tag):
    return [one for one in tree(page).elements() if one.tag == tag]


@BOTH
def test_elements_stand_in_the_order_of_the_page(tree):
    page = tree("<body><p>一<b>二</b></p><div id=甲>三<br>四</div></body>")
    tags = [one.tag for one in page.elements() if one.tag not in ("html", "head", "body")]
    assert tags == ["p", "b", "div", "br"]
    assert page.words() == "一二三四"
    assert found(tree, "<div id=甲 hidden>", "div")[0].attributes == {"id": "甲", "hidden": ""}


@BOTH
def test_what_a_page_forgets_to_close_is_closed(tree):
    page = "<table><tr><td>一<td>二<tr><td>三</table><ul><li>四<li>五</ul><p>六<p>七<div>八</div>"
    assert [one.words() for one in found(tree, page, "td")] == ["一", "二", "三"]
    assert [one.words() for one in found(tree, page, "li")] == ["四", "五"]
    assert [one.words() for one in found(tree, page, "p")] == ["六", "七"]


@BOTH
def test_a_table_within_a_cell_keeps_its_own_cells(tree):
    page = "<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>旁</td></tr></table>"
    assert [one.words() for one in found(tree, page, "td")] == ["外内", "内", "旁"]


@BOTH
def test_references_are_characters(tree):
    assert tree("<p>&#20013;&amp;&lt;</p>").words() == "中&<"


@BOTH
def test_what_is_nested_too_deep_is_attached_above(tree):
    page = tree("<div>" * 3 * DEEPEST + "字")
    deepest, here = 0, [(page, 0)]
    while here:
        one, depth = here.pop()
        deepest = max(deepest, depth)
        here += [(child, depth + 1) for child in one.children if isinstance(child, Element)]
    assert page.words() == "字"
    assert deepest <= DEEPEST + 2
