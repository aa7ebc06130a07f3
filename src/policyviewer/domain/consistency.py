"""Where a text contradicts itself: lost lists, contents that disagree, references to nothing.

These are the invariants I3, I4 and I6 of the parser's design, and what cannot be at all:
the thirteenth month, a document number of the year 2202.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from policyviewer.domain.contents import entry_of
from policyviewer.domain.dates import DATE, iso
from policyviewer.domain.documents import ComponentKind, Finding, Node, NodeClass, Outline
from policyviewer.domain.markers import marker_of
from policyviewer.domain.numerals import CHINESE
from policyviewer.domain.patterns import regex
from policyviewer.domain.provisions import heading_text
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.references import ReferenceKind, references_of
from policyviewer.domain.text import BLANKS, lines_of

_LEADS = regex(r"[：:](?<=[\u4e00-\u9fff”）][：:])[ \t\u3000]*\n")
_LIST = regex(
    r"(?:下列|如下|(?<![\d年月日元个岁])以下)(?![^。；\n]{0,30}(?:公式|格式|表格))[^。；\n]{0,60}[：:]$"
)
_COUNTED = regex(r"第.{1,8}[编章节部]|[（(]?[一二三四五六七八九十]+[）)、．.]|\d")
_PUNCTUATION = regex(r"[^\u4e00-\u9fff\da-zA-Z]")
_MONTHS = regex(rf"年\s*[\d{CHINESE}]{{1,3}}\s*月\s*[\d{CHINESE}]{{1,3}}\s*日")
_WORD = regex(rf"[^\n{BLANKS}]")
_FIRST_YEAR = 1949
_LAST_YEAR = 2099
_YEARS_AHEAD = 1
_ISSUED = regex(
    r"\u3014(\d{4})\u3015第?(\d{1,5})号|［(\d{4})］第?(\d{1,5})号|\[(\d{4})\]第?(\d{1,5})号"
)
_HEADED = (
    NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION,
    NodeClass.L1, NodeClass.DECIMAL,
)  # fmt: skip


def consistency_findings(outline: Outline) -> list[Finding]:
    """Give what in an outline contradicts the rest of it."""
    return [
        *_lost_lists(outline),
        *_contents(outline),
        *_references(outline),
        *_impossible_numbers(outline),
        *_impossible_dates(outline.text),
    ]


def _lost_lists(outline: Outline) -> Iterator[Finding]:
    """Give each 下列…： that no numbered list follows; a preamble may end so before 第一条."""
    text = outline.text
    articles = [node.span for node in outline.nodes if node.cls is NodeClass.ARTICLE]
    tables = {table.span.start for table in outline.tables}
    for match in _LEADS.finditer(text):
        begun = text.rfind("\n", 0, match.start()) + 1
        lead = _LIST.search(text, begun, match.start() + 1)
        if lead is None:
            continue
        following = _next_line(text, match.end())
        words = following.of(text)
        span = TextRange(lead.start(), match.start() + 1)
        if following.start in tables:
            continue
        if _next_article(articles, lead.start(), following.start) or not words:
            yield Finding("lost-list", span, f"“{span.of(text)}”后面没有内容。")
        elif words.endswith(("；", ";")) and marker_of(words.lstrip("“")) is None:
            yield Finding("lost-numbering", span, f"“{span.of(text)}”后面的各项没有序号。")


def _next_article(articles: list[TextRange], lead: int, following: int) -> bool:
    """Say whether a lead within an article is followed at once by the next article."""
    after = bisect_right(articles, following, key=lambda span: span.start) - 1
    begins = after >= 0 and articles[after].start == following
    return begins and after > 0 and lead < articles[after - 1].end


def _next_line(text: str, at: int) -> TextRange:
    """Give the next line that is not blank, without the blanks around it."""
    word = _WORD.search(text, at)
    if word is None:
        return TextRange(len(text), len(text))
    end = text.find("\n", word.start())
    words = text[word.start() : end if end >= 0 else len(text)].rstrip()
    return TextRange(word.start(), word.start() + len(words))


def _contents(outline: Outline) -> Iterator[Finding]:
    """Give the entries of a table of contents without a heading, and headings without entry."""
    for toc in outline.components:
        if toc.kind is not ComponentKind.TOC:
            continue
        owner = next(
            one for one in outline.components if one is not toc and one.span.contains(toc.span)
        )
        nodes = [node for node in outline.nodes if node.component == owner.id]
        entries = {
            _bare(entry_of(line.text)): TextRange(
                toc.span.start + line.start, toc.span.start + line.end
            )
            for line in lines_of(toc.span.of(outline.text))
            if _COUNTED.match(line.text)
        }
        yield from _compared(entries, nodes)


def _compared(entries: dict[str, TextRange], nodes: list[Node]) -> Iterator[Finding]:
    """Compare by words alone; the levels that the contents list are those of its matches."""
    headings = {_bare(heading_text(node)): node for node in nodes if node.cls in _HEADED}
    listed = {headings[words].cls for words in entries if words in headings}
    for words, span in entries.items():
        if listed and words not in headings:
            yield Finding("contents-mismatch", span, "目录里有这个标题，正文里没有。")
    for words, node in headings.items():
        if node.cls in listed and words not in entries:
            yield Finding("contents-mismatch", node.heading, "正文里有这个标题，目录里没有。")


def _bare(words: str) -> str:
    """Give words without what converters change: blanks and punctuation."""
    return _PUNCTUATION.sub("", words)


def _references(outline: Outline) -> Iterator[Finding]:
    """Give the references that lead nowhere in a document whose provisions are known."""
    numbered = any(node.cls is NodeClass.ARTICLE for node in outline.nodes)
    for one in references_of(outline):
        if (
            one.target is None
            and one.explicit
            and (numbered or one.kind is ReferenceKind.ATTACHMENT)
        ):
            words = one.span.of(outline.text)
            yield Finding("broken-reference", one.span, f"文中没有“{words}”所指的内容。")


def _impossible_numbers(outline: Outline) -> Iterator[Finding]:
    """Give document numbers of a year before 1949 or after the document itself, and 0号."""
    written = (outline.metadata.written or "")[:4]
    latest = int(written) + _YEARS_AHEAD if written.isdecimal() else _LAST_YEAR
    for match in _ISSUED.finditer(outline.text):
        year, serial = (int(group) for group in match.groups() if group)
        if not _FIRST_YEAR <= year <= max(latest, _FIRST_YEAR) or serial == 0:
            span = TextRange(*match.span())
            yield Finding("impossible-number", span, f"文号中的“{match[0]}”不可能有。")


def _impossible_dates(text: str) -> Iterator[Finding]:
    for month in _MONTHS.finditer(text):
        match = DATE.search(text, max(0, month.start() - 5), month.end())
        if match is not None and iso(match["year"], match["month"], match["day"]) is None:
            span = TextRange(*match.span())
            yield Finding("impossible-date", span, f"没有“{match[0]}”这一天。")
