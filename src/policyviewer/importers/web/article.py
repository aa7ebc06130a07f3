"""Which part of a page is the document, and what of it belongs to the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyviewer.domain.patterns import regex
from policyviewer.importers.web.tree import Element
from policyviewer.importers.web.words import Weights, is_silent, seen, without_blanks

_SURE = frozenset({"ucap-content", "zoom", "custom_unionstyle", "trs_editor", "trs_ueditor"})
"""Ids and classes that the publishing systems of Chinese offices give the text of a document."""
_LIKELY = frozenset(
    "article pages_content article-content article_content contentpanel content-text con_text "  # noqa: SIM905
    "articlecontent content_text bt-content news_content detail-content xxgk_content".split()
)
_AROUND = regex(
    r"^(?:nav|menu|share|bdshare\w*|bdsharebuttonbox|toolbar|tools?|footer|foot|breadcrumb|crumbs?|"
    r"position|copyright|sidebar|side|related|recommend|print|pager?|pagination|search|login|"
    r"qrcode|ewm|weixin|fontsize|comments?)(?:[-_]\w+)?$",
    re.I,
)
_NEVER = frozenset({"nav", "footer", "aside"})
_LINE_AROUND = regex(
    r"^(?:[【\[]?(?:字体|字号|字体大小)[：:].{0,20}|[【\[(（]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|收藏|"
    r"返回(?:顶部|列表)?|保存|我要纠错)[】\])）]?|分享(?:到|至)?[：:]?.{0,30}|.{0,4}扫一扫.{0,30}|"
    r"(?:浏览|访问|点击)(?:次数|量|数)[：:].{0,12}|责任编辑[：:].{0,12}|(?:上|下)一[篇条][：:].{0,80}|"
    r"(?:信息)?来源[：:].{0,60}(?:字体|字号|打印|浏览|点击|分享|发布(?:时间|日期)).{0,60})$"
)
_NEARLY_ALL = 0.75
_FEWEST_WORDS = 40
_SMALL_SHARE = 0.2


def article_of(page: Element, weights: Weights) -> Element:
    """Give the element that holds the document: a known one, or the densest of the page."""
    body = next((one for one in page.elements() if one.tag == "body"), page)
    for known in (_SURE, _LIKELY):
        found = _largest((one for one in body.elements() if _names(one) & known), weights)
        if found is not None:
            return found
    return _densest(body, weights)


def title_around(page: Element, article: Element) -> str | None:
    """Give the title that the page sets outside of the article, if it sets one there.

    What only the window's title bar says is believed when the page says it as well.
    """
    begins = seen(article)[:800]
    whole = None
    for certain, title in _titles(page):
        words = without_blanks(title)
        if not 4 <= len(words) <= 120:
            continue
        if words in begins:
            return None
        whole = whole or seen(page)
        if certain or words in whole:
            return title
    return None


def is_around(element: Element, article: Element, weights: Weights) -> bool:
    """Say whether an element inside the article belongs to the page around it."""
    if is_silent(element) or element.tag in _NEVER:
        return True
    if not any(_AROUND.match(name) for name in _names(element)):
        return False
    return weights.of(element) <= _SMALL_SHARE * weights.of(article)


def is_line_around(line: str) -> bool:
    """Say whether a line is one of the page's own: 打印本页, 字体：大 中 小, 分享到."""
    return bool(_LINE_AROUND.match(without_blanks(line)))


def _names(element: Element) -> set[str]:
    attributes = element.attributes
    names = {attributes.get("id", ""), *attributes.get("class", "").split(), element.tag}
    return {name.lower() for name in names if name}


def _largest(elements: Iterator[Element], weights: Weights) -> Element | None:
    """Give the first of the elements with the most words, if those are enough."""
    best: tuple[int, Element] | None = None
    for one in elements:
        weight = weights.of(one)
        if weight >= _FEWEST_WORDS and (best is None or weight > best[0]):
            best = weight, one
    return best[1] if best else None


def _densest(body: Element, weights: Weights) -> Element:
    """Follow the element that holds nearly all of the words that are no links."""
    place = body
    while True:
        total = weights.unlinked(place)
        inner = next(
            (
                child
                for child in place.children
                if isinstance(child, Element)
                and weights.unlinked(child) >= max(_NEARLY_ALL * total, 1)
            ),
            None,
        )
        if inner is None or inner.tag in ("table", "p"):
            return place
        place = inner


def _titles(page: Element) -> Iterator[tuple[bool, str]]:
    """Give what may be the title, and whether the page says for certain that it is."""
    for one in page.elements():
        if one.tag == "meta" and one.attributes.get("name", "").lower() == "articletitle":
            yield True, one.attributes.get("content", "").strip()
    for one in page.elements():
        if one.tag == "h1":
            yield False, " ".join(one.words().split())
    for one in page.elements():
        if one.tag == "title":
            yield False, re.split(r"[_|\-\u2013\u2014]", one.words().strip())[0].strip()
            return
