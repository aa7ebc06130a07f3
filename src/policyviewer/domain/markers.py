"""The marker that a line begins with: 第五条, 一、, (一), 1., （1）, ①, 1.1, ——.

Which signs count, and which only look like markers, was measured on 3,502 law texts and 60
State Council documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.numerals import CHINESE, WIDE_DIGITS, number
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS

_N = f"[{CHINESE}]{{1,9}}"
_ANY = rf"(?:[{CHINESE}]{{1,9}}|[\d]{{1,4}})"
_GAP = f"[{BLANKS}]*"
_TITLE_LENGTH = 40

_DIVISION = regex(rf"第{_GAP}({_ANY}){_GAP}(分编|编|篇|部分|章|节)")
_RUNS_ON = regex("至|到|、|，|。|和|规定|的|中(?!国|华|央)|之|及|与|或|第|）|》|；|以[上下]")
_DIVISIONS = {
    "编": NodeClass.PART,
    "篇": NodeClass.PART,
    "部分": NodeClass.PART,
    "分编": NodeClass.SUBPART,
    "章": NodeClass.CHAPTER,
    "节": NodeClass.SECTION,
}
_ARTICLE = regex(rf"第{_GAP}({_ANY}){_GAP}条(?:之({_N}))?")
_MENTIONED = regex(
    "至|到|、|，|,|和|规定|的|中(?!国|华|央)|第|款|项(?!目)|之|》|）|\\)|；|。|及|与|或"
)
_FIRST = regex(rf"({_N})(?:、|[．.](?![\d]))(?!{_N}(?:[、是季级类次线产审]|{_N}))")
_SECOND = regex(rf"[（(]{_GAP}({_N}){_GAP}[）)](?!项|[、至和][（(])[、．.]?|([㈠-㈩])[、．.]?")
_THIRD = regex(r"([\d]{1,3})[.．、)）](?![\d])|([⒈-⒛])")
_FOURTH = regex(r"[（(]([\d]{1,3})[）)]|([⑴-⒇])")
_FIFTH = regex("([①-⑳㉑-㉟])")
_DASH = regex("(?:——|――|―|——)")
_DECIMAL = regex(rf"([0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})\.?(?![0-9%％‰])[{BLANKS}]*")
_TOP_DECIMAL = regex(rf"([0-9]{{1,2}})[{BLANKS}]+(?=[\u4e00-\u9fff])")
_MEASURE = regex(
    "[万亿千百兆]|米|公里|吨|元|亩|倍|个|年|月|日|小时|分钟|公斤|克|升|平方|立方|毫|厘|[%％℃°度岁人～~—-]"
)


@dataclass(slots=True)
class Marker:
    """What a line begins with; ``length`` counts code points, blanks after it included."""

    cls: NodeClass
    text: str
    number: int | None
    length: int
    branch: int | None = None
    """The M of 第N条之M."""
    decimals: tuple[int, ...] = ()
    """The parts of a decimal number: (2, 1, 3)."""
    doubtful: bool = False
    """A marker by its form that reads on like running text: 第五条规定…."""


def marker_of(line: str) -> Marker | None:
    """Give the marker of a line without leading blanks, or None for running text.

    Decimal numbers are not given: whether they are markers the whole document decides.
    """
    finder = _FINDERS.get(line[:1])
    return finder(line) if finder else None


def decimal_of(line: str) -> Marker | None:
    """Give the decimal number that a line may begin with: ``1.1``, ``2.1.3``, ``1 总则``."""
    match = _DECIMAL.match(line) or _TOP_DECIMAL.match(line)
    if match is None or match.end() == len(line) or _MEASURE.match(line, match.end()):
        return None
    parts = tuple(int(part) for part in match[1].split("."))
    return Marker(NodeClass.DECIMAL, match[1], parts[-1], match.end(), decimals=parts)


def _ordinal(line: str) -> Marker | None:
    """Give the marker of a line that begins with 第."""
    article = _ARTICLE.match(line)
    if article is None:
        return _division(line)
    branch = number(article[2]) if article[2] else None
    length = _after_blanks(line, article.end())
    doubtful = length == article.end() and _MENTIONED.match(line, length) is not None
    return Marker(
        NodeClass.ARTICLE, article[0], number(article[1]), length, branch, doubtful=doubtful
    )


def _division(line: str) -> Marker | None:
    match = _DIVISION.match(line)
    if match is None:
        return None
    length = _after_blanks(line, match.end())
    if len(line) - length > _TITLE_LENGTH or "。" in line:
        return None
    if length == match.end() and _RUNS_ON.match(line, length):
        return None
    return Marker(_DIVISIONS[match[2]], match[0], number(match[1]), length)


def _finder(cls: NodeClass, *patterns: re.Pattern[str]) -> Callable[[str], Marker | None]:
    def find(line: str) -> Marker | None:
        for pattern in patterns:
            match = pattern.match(line)
            if match is not None:
                value = number(match[match.lastindex]) if match.lastindex else None
                return Marker(cls, match[0], value, _after_blanks(line, match.end()))
        return None

    return find


def _bracketed(line: str) -> Marker | None:
    return _second(line) or _fourth(line)


def _after_blanks(line: str, place: int) -> int:
    while place < len(line) and line[place] in BLANKS:
        place += 1
    return place


_first = _finder(NodeClass.L1, _FIRST)
_second = _finder(NodeClass.L2, _SECOND)
_third = _finder(NodeClass.L3, _THIRD)
_fourth = _finder(NodeClass.L4, _FOURTH)
_fifth = _finder(NodeClass.L5, _FIFTH)
_dash = _finder(NodeClass.DASH, _DASH)

_FINDERS: dict[str, Callable[[str], Marker | None]] = {
    "第": _ordinal,
    **dict.fromkeys("（(", _bracketed),
    **dict.fromkeys(CHINESE, _first),
    **dict.fromkeys("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", _second),
    **dict.fromkeys(f"0123456789{WIDE_DIGITS}⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", _third),
    **dict.fromkeys("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", _fourth),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟", _fifth),
    **dict.fromkeys("—――", _dash),
}
