from __future__ import annotations

import pytest

from policyviewer.importers.web.article import article_of, is_around, is_line_around, title_around
from policyviewer.importers.web.tree import fast_tree
from policyviewer.importers.web.words import Weights, seen

TEXT = "".join(
    f"<p>第{number}段，各乡镇要认真抓好落实，确保按时完成任务。</p>" for number in range(9)
)
MENU = "<div class='menu'>" + "<a href=/>首页</a><a href=/>政务公开</a>" * 30 + "</div>"


def article(page: str):
    tree = fast_tree(page)
    return article_of(tree, Weights(tree))


@pytest.mark.parametrize(
    "begins",
    [
        "<div id=zoom>",
        "<div class='TRS_Editor'>",
        "<td id='UCAP-CONTENT'>",
        "<article>",
        "<div class='box Article-Content'>",
        "<div>",
    ],
)
def test_the_article_is_found_between_menus(begins: str):
    part = f"{begins}{TEXT}</{begins[1:].split(' ', maxsplit=1)[0].rstrip('>')}>"
    if begins.startswith("<td"):
        part = f"<table><tr>{part}</tr></table>"
    page = f"<body>{MENU}<div>{part}</div><div>{MENU}</div></body>"
    assert seen(article(page)) == seen(fast_tree(TEXT))


def test_a_page_that_is_the_article_is_taken_whole():
    page = f"<body><p>关于修路的通知</p>{TEXT}</body>"
    assert article(page).tag == "body"


def test_an_empty_place_of_the_publishing_system_is_not_the_article():
    page = f"<body>{MENU}<div id=zoom>　</div><div>{TEXT}</div></body>"
    assert "各乡镇" in seen(article(page))


TITLE = "青山县关于修路的通知"


@pytest.mark.parametrize(
    ("head", "around", "title"),
    [
        (f"<meta name='ArticleTitle' content='{TITLE}'>", "", TITLE),
        ("", f"<h1>{TITLE}</h1>", TITLE),
        (f"<title>{TITLE}_青山县人民政府网</title>", f"<div>{TITLE}</div>", TITLE),
        (f"<title>{TITLE}_青山县人民政府网</title>", "", None),
        ("<title>首页</title>", "<h1>首页</h1>", None),
    ],
)
def test_the_title_outside_of_the_article_is_found(head: str, around: str, title: str | None):
    page = fast_tree(f"<head>{head}</head><body>{MENU}{around}<div id=zoom>{TEXT}</div></body>")
    assert title_around(page, article_of(page, Weights(page))) == title


def test_a_title_that_the_article_has_is_not_repeated():
    page = fast_tree(
        f"<body><h1>{TITLE}</h1><div id=zoom><p>青山县<br>关于修路的通知</p>{TEXT}</div></body>"
    )
    assert title_around(page, article_of(page, Weights(page))) is None


def test_parts_of_the_page_within_the_article_are_told():
    page = fast_tree(f"<div id=zoom>{TEXT}<div class='share'>微信</div><div class=nav>{TEXT}</div>")
    weights = Weights(page)
    whole = article_of(page, weights)
    share, nav = (one for one in page.elements() if one.attributes.get("class") in ("share", "nav"))
    assert is_around(share, whole, weights)
    assert not is_around(nav, whole, weights)


@pytest.mark.parametrize(
    "line",
    [
        "【字体：大 中 小】",
        "打印本页",
        "【关闭窗口】",
        "分享到：",
        "扫一扫在手机打开当前页",
        "责任编辑：张三",
        "来源：县政府办　发布时间：2026-01-05　浏览次数：12",
    ],
)
def test_lines_of_the_page_are_told(line: str):
    assert is_line_around(line)


@pytest.mark.parametrize(
    "line",
    [
        "打印机采购办法",
        "来源：各级财政拨款。",
        "一、关闭小煤矿。",
        "字体：标题用小标宋体，正文用三号仿宋体，行距固定值28磅",
    ],
)
def test_lines_of_the_document_stay(line: str):
    assert not is_line_around(line)
