from __future__ import annotations

import pytest

from policyviewer.importers.web.tree import fast_tree
from policyviewer.importers.web.words import Weights, is_silent, seen, without_blanks


def first(page: str, tag: str):
    return next(one for one in fast_tree(page).elements() if one.tag == tag)


@pytest.mark.parametrize(
    "page",
    ["<div style='color:red; Display : none'>", "<div hidden>", "<div style='visibility:hidden'>"],
)
def test_hidden_elements_are_silent(page: str):
    assert is_silent(first(page, "div"))


def test_scripts_are_silent_and_words_are_not():
    assert is_silent(first("<script>x</script>", "script"))
    assert not is_silent(first("<div style='color:red'>", "div"))


def test_words_are_seen_without_blanks():
    page = fast_tree("<p>一 <b>二\n</b><script>三</script><a>　四</a></p>")
    assert seen(page) == "一二四"
    assert without_blanks(" 一\u3000二\xa0") == "一二"


def test_each_element_is_weighed_with_and_without_links():
    page = fast_tree("<div>一二 <a>三</a><style>四</style><p>五</p></div>")
    weights = Weights(page)
    div = next(one for one in page.elements() if one.tag == "div")
    assert (weights.of(div), weights.unlinked(div)) == (4, 3)
    assert weights.of(page) == len(seen(page)) == 4
