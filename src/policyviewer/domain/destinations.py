"""Words that name a place instead of asking for a text: 立法法 65 二, 民法典第五十四条.

One types a citation as one says it, with or without 第, 条, 款 and title marks, the numbers in
any numerals.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.mentions import Place
from policyviewer.domain.numerals import CHINESE, WIDE_DIGITS, number
from policyviewer.domain.patterns import regex

_MOST = 100
"""Characters of a citation; whatever is longer is none."""
_DIGIT = f"[0-9{WIDE_DIGITS}]"
_N = rf"(?:{_DIGIT}{{1,4}}|[{CHINESE}]{{1,9}})"
_B = r"[ \u3000]{0,4}"
_MARKED = r"《(?P<marked>[^《》]{2,80})》(?:[(（][^()（）]{0,40}[)）])?"
_BARE = rf"(?P<title>[^《》\s]{{2,60}}?)(?<![第0-9{WIDE_DIGITS}{CHINESE}])"
_TITLE = f"(?:{_MARKED}|{_BARE})"
_ARTICLE = (
    rf"(?:{_B}第?{_B}(?P<article>{_N}){_B}条"
    rf"|{_B}(?P<digits>{_DIGIT}{{1,4}})|[ \u3000](?P<bare>{_N}))"
    rf"(?:{_B}(?:之|[-\uff0d]){_B}(?P<branch>{_N}))?"
)
_PARA = (
    rf"(?:{_B}第?{_B}(?P<para>{_N}){_B}款"
    rf"|[ \u3000]{_B}(?P<bare_para>{_N})(?!{_B}[)）项目]))?"
)
_ITEM = (
    rf"(?:{_B}第?{_B}[(（]?(?P<item>{_N})[)）]?{_B}项"
    rf"|[ \u3000]{_B}[(（]?(?P<bare_item>{_N})[)）]?)?"
)
_SUBITEM = rf"(?:{_B}第?{_B}(?P<subitem>{_N}){_B}目)?"
_CITATION = regex(f"{_TITLE}{_ARTICLE}{_PARA}{_ITEM}{_SUBITEM}")


@dataclass(frozen=True, slots=True)
class Address:
    """A provision of the document with a title."""

    title: str
    place: Place


def address(text: str) -> Address | None:
    """Give the provision that words name; None for words that name none."""
    words = text.strip()
    match = _CITATION.fullmatch(words) if len(words) <= _MOST else None
    if match is None:
        return None
    told = match.groupdict()

    def value(*names: str) -> int | None:
        return next((number(told[name]) for name in names if told[name]), None)

    article = value("article", "digits", "bare")
    if article is None:
        return None
    place = Place(
        article=article,
        branch=value("branch"),
        para=value("para", "bare_para"),
        item=value("item", "bare_item"),
        subitem=value("subitem"),
    )
    return Address(told["marked"] or told["title"], place)
