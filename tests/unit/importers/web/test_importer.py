from __future__ import annotations

import random
from contextlib import suppress

import pytest

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.web.importer import HtmlImporter

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>关于修路的通知_青山县</title></head>
<body><div class="nav"><a href="/">首页</a></div><h1>青山县人民政府<br>关于修路的通知</h1>
<div>来源：县政府办　【字体：大 中 小】</div><div id="zoom">
<p align="center">青政发〔2026〕1号</p><p>各乡镇人民政府：</p>
<p>　　一、修路。各乡镇要按时完成，确保质量。</p>
<table border=1><tr><td>乡镇</td><td>公里</td></tr><tr><td>东乡</td><td>3.5</td></tr></table>
<p>青山县人民政府<br>2026年1月5日</p><p>打印本页</p></div>
<div class="footer">版权所有</div></body></html>"""


@pytest.fixture
def importer() -> HtmlImporter:
    return HtmlImporter()


def test_a_page_gives_its_article(importer: HtmlImporter):
    found = importer.extract(PAGE.encode(), "通知.html")
    assert found.text.split("\n") == [
        "青山县人民政府关于修路的通知",
        "青政发〔2026〕1号",
        "各乡镇人民政府：",
        "一、修路。各乡镇要按时完成，确保质量。",
        "乡镇\t公里",
        "东乡\t3.5",
        "青山县人民政府",
        "2026年1月5日",
    ]
    (table,) = found.tables
    assert table.span.of(found.text) == "乡镇\t公里\n东乡\t3.5"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_pages_are_taken_in_every_encoding(importer: HtmlImporter, encoding: str):
    data = PAGE.replace("utf-8", "gb2312").encode(encoding)
    assert importer.takes(data)
    assert "一、修路。" in importer.extract(data, "通知.html").text


@pytest.mark.parametrize(
    "begins",
    [
        b"\r\n <HTML>",
        b"<!-- x --><html>",
        b"<?xml version='1.0'?>\n<html xmlns=''>",
        b"<p>",
        b"<div class=x>",
    ],
)
def test_what_begins_as_a_page_is_taken(importer: HtmlImporter, begins: bytes):
    assert importer.takes(begins)


@pytest.mark.parametrize(
    "begins",
    [b"", b"<preface>", "《预算法》<p>".encode(), b"PK\x03\x04", b"<?xml version='1.0'?><w:p>"],
)
def test_what_does_not_is_not(importer: HtmlImporter, begins: bytes):
    assert not importer.takes(begins)


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<b>字</b>" * 300_000,
        "<p>" + "<div>" * 20_000 + "字",
        "<p " + "".join(f'a{number}="<b"' for number in range(300_000)) + ">字",
    ],
)
def test_bombs_are_refused(importer: HtmlImporter, page: str):
    with pytest.raises(UnreadableDocumentError, match="过于庞大"):
        importer.extract(page.encode(), "炸弹.html")


def test_very_many_attributes_are_read(importer: HtmlImporter):
    page = "<p " + " ".join(f"a{number}=1" for number in range(300_000)) + ">字"
    assert importer.extract(page.encode(), "炸弹.html").text == "字"


def test_what_is_no_text_and_what_no_parser_knows_is_told(importer: HtmlImporter):
    with pytest.raises(UnreadableDocumentError, match="编码"):
        importer.extract(b"<html>" + bytes(range(256)) * 30, "坏.html")
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        importer.extract(("<div>" * 900 + "<![坏[").encode(), "坏.html")


@pytest.mark.parametrize("nest", ["", "<div>" * 500])
def test_damaged_pages_never_raise_anything_else(importer: HtmlImporter, nest: str):
    chance = random.Random(34)
    whole = (nest + PAGE).encode()
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.choice(b"<>/\"'= \x00\xff&#;-![]a")
        with suppress(UnreadableDocumentError):
            importer.extract(bytes(data[: chance.randint(1, len(data))]), "坏.html")
