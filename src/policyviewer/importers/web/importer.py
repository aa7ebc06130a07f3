"""Web pages, read as the documents they publish."""

from __future__ import annotations

import re

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.patterns import regex
from policyviewer.importers.base import Extract
from policyviewer.importers.web.article import article_of, is_line_around, title_around
from policyviewer.importers.web.bounds import Way, way_for
from policyviewer.importers.web.encoding import page_text
from policyviewer.importers.web.flow import Walker
from policyviewer.importers.web.tree import Element, fast_tree, safe_tree
from policyviewer.importers.web.words import Weights
from policyviewer.importers.writing import TextWriter

_BEGINS = regex(
    r"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|center|font|span)[\s>/]",
    re.I | re.S,
)
_HEAD = 4096
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class HtmlImporter:
    """Reads web pages and what office programs save as such."""

    format = "html"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes begin as a page does."""
        head = data[:_HEAD]
        wide = next((name for mark, name in _WIDE if head.startswith(mark)), None)
        text = head.decode(wide or "latin-1", "replace").removeprefix("ï»¿").lstrip("\ufeff \t\r\n")
        return bool(_BEGINS.match(text))

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the article without the page around it; raises UnreadableDocumentError."""
        text = page_text(data)
        if text is None:
            raise UnreadableDocumentError(
                f"网页“{name}”的文字编码无法识别，或已经损坏。",
                "请在浏览器里打开它，重新另存为网页后再导入。",
            )
        way = way_for(text)
        if way is Way.NOT:
            raise UnreadableDocumentError(
                f"网页“{name}”过于庞大或嵌套过深，不像是一份文件。",
                "请在浏览器里打开它，把正文复制到文本文件后再导入。",
            )
        return _extract(_tree(text, way, name))


def _tree(text: str, way: Way, name: str) -> Element:
    if way is Way.FAST:
        return fast_tree(text)
    try:
        return safe_tree(text)
    except AssertionError as error:  # html.parser's word for declarations that it does not know
        raise UnreadableDocumentError(
            f"网页“{name}”已经损坏。", "请在浏览器里打开它，重新另存为网页后再导入。"
        ) from error


def _extract(page: Element) -> Extract:
    weights = Weights(page)
    article = article_of(page, weights)
    writer = TextWriter()
    title = title_around(page, article)
    if title:
        writer.paragraph(title)
    for part in Walker(article, weights).flow().parts:
        if not isinstance(part, str):
            writer.table(part)
        elif not is_line_around(part):
            writer.paragraph(part)
    return writer.extract()
