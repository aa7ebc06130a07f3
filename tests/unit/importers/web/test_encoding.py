from __future__ import annotations

import pytest

from policyviewer.importers.web.encoding import page_text

TEXT = "青山县人民政府关于修路的通知"


def page(charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><p>{TEXT}镕</p></html>'


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gbk"),
        ("GBK", "gb18030"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("hex", "utf-8"),
        ("no-such", "gbk"),
        ("utf-16", "utf-8"),
        ("big5", "big5"),
    ],
)
def test_the_page_is_read_whatever_it_says(said: str, used: str):
    text = page(said).replace("镕", "") if used == "big5" else page(said)
    text = text.encode(used, "ignore").decode(used)
    assert page_text(text.encode(used)) == text


def test_the_mark_goes_before_what_the_page_says():
    assert page_text(page("gbk").encode("utf-16")) == page("gbk")
    assert page_text(page("gbk").encode("utf-8-sig")) == page("gbk")


def test_an_older_way_of_saying_it_is_known():
    text = f'<meta http-equiv=Content-Type content="text/html; charset=gb2312"><p>{TEXT}'
    assert page_text(text.encode("gbk")) == text


def test_a_few_broken_characters_do_not_matter():
    data = page("utf-8").encode() + b"<p>" + "修路。".encode() * 200 + b"\xff"
    assert TEXT in (page_text(data) or "")


def test_binary_is_no_page():
    assert page_text(b"<html>" + bytes(range(256)) * 30) is None
