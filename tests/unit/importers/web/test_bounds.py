from __future__ import annotations

import pytest

from policyviewer.importers.web.bounds import DEEPEST, LARGEST, MOST_TAGS, Way, way_for

PAGE = "<html><body>" + "<div><p>修路。<br>造林。</p></div>" * 2000


def test_usual_pages_are_read_fast():
    assert way_for(PAGE) is Way.FAST
    assert way_for(PAGE + "<img src='data:image/png;base64," + "A/B" * 9000 + "'>") is Way.FAST


def test_what_html_lets_open_is_no_nest():
    assert way_for("<p>一<li>二<tr><td>三" * 3000) is Way.FAST


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(9000)) + ">",
        '<p x=">" ' + " ".join(f"a{number}" for number in range(9000)) + ">",
        "<p " + "/".join(f"a{number}" for number in range(9000)) + ">",
        "<div>" * 900,
        "<div></span>" * 900,
    ],
)
def test_long_tags_and_nests_are_read_safely(page: str):
    assert way_for(page) is Way.SAFE


@pytest.mark.parametrize(
    "page",
    ["<b>x</b>" * MOST_TAGS, "<div>" * (DEEPEST + 1), "字" * (LARGEST + 1)],
)
def test_bombs_are_not_read(page: str):
    assert way_for(page) is Way.NOT
