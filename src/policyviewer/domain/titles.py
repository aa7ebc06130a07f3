"""Titles, issuers, document numbers and addressees: what stands before the text.

The kinds are the fifteen of the 2012 regulations on official documents, with those that laws,
party rules and plans carry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.domain.dates import DATE
from policyviewer.domain.lines import Line
from policyviewer.domain.markers import marker_of
from policyviewer.domain.ranges import TextRange

_PRINTED = (
    "实施意见 指导意见 若干意见 意见 通知 决定 决议 命令 令 公报 公告 通告 通报 报告 请示 批复 复函 函 议案 纪要 "
    "实施条例 条例 实施细则 细则 实施办法 管理办法 暂行办法 办法 暂行规定 若干规定 规定 规则 准则 章程 解释 "
    "实施方案 工作方案 行动方案 方案 行动计划 计划 应急预案 预案 规划纲要 规划 纲要 要点 清单 指南 手册 制度 法"
).split()
_STATUTORY = {"令": "命令", "复函": "函"}
_KINDS = "|".join(sorted(_PRINTED, key=len, reverse=True))
_TRIAL = r"(?:[（(][^（）()]{1,12}[）)])?"
_ENDS_IN_KIND = re.compile(rf"({_KINDS}){_TRIAL}$")
_GLUED = re.compile(
    rf"(?P<title>[^。：:]{{4,160}}?(?:{_KINDS}){_TRIAL})\s*(?P<date>[（(][^（）()]{{0,8}}{DATE.pattern}[^（）()]{{0,60}}[）)])"
)
DOCUMENT_NUMBER = re.compile(
    r"(?P<organ>[\u4e00-\u9fff]{1,12}?)\s*[〔［\[（(【](?P<year>\d{4})[〕］\]）)】]\s*第?(?P<number>\d{1,5})号"
)
_ORDER_NUMBER = re.compile(r"(?:[\u4e00-\u9fff]{0,20})令第?[一二三四五六七八九十百零〇\d]{1,8}号")
_BODY = re.compile(
    r"中共.{1,12}?委(?:员会)?(?:办公厅|办公室)?|.{2,20}?人民政府(?:办公厅|办公室)?"
    r"|.{2,24}?(?:办公厅|办公室|委员会|人民法院|人民检察院|政协|总局|管理局|局|厅|部|委|院|会|署|厅|中心)"
)
_ADDRESSEES = re.compile(r"[^。；！？]{2,400}[：:]$")
_BODIES = re.compile(
    r"政府|委|局|部|厅|院|办|公司|单位|机构|学校|各县|各市|各乡|各镇|各区|集团|中心"
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, with the range it takes and that of a date glued to it."""

    printed: str
    span: TextRange
    date: TextRange | None = None


def find_title(lines: Sequence[Line]) -> Title | None:
    """Give the title among the lines that stand before the text, or None.

    A title wraps over up to four short lines; scraped pages glue it to date and preamble.
    """
    for place, line in enumerate(lines[:12]):
        glued = _GLUED.match(line.words)
        if glued is not None and marker_of(line.words) is None:
            start = line.span.start
            date = TextRange(start + glued.start("date"), start + glued.end("date"))
            return Title(glued["title"], TextRange(start, start + glued.end("title")), date)
        title = _wrapped(lines[place : place + 4])
        if title is not None:
            return title
    return None


def kind_of(title: str) -> tuple[str, str] | None:
    """Give the kind as printed and the statutory kind that a title ends in."""
    bare = title.rstrip("》”")
    match = _ENDS_IN_KIND.search(bare)
    if match is None:
        return None
    printed = match[1]
    return printed, _STATUTORY.get(printed) or _core(printed)


def issuers_of(title: str) -> tuple[str, ...]:
    """Give the bodies that stand before 关于 in a title."""
    before, about, _subject = title.partition("关于")
    if not about:
        return ()
    found: list[str] = []
    for part in re.split(r"[\s、]+", before):
        found += _bodies(part)
    return tuple(found)


def document_number_of(line: str) -> tuple[str, str] | None:
    """Give a document number as printed and normalised (``黔党发〔2020〕15号``)."""
    match = DOCUMENT_NUMBER.fullmatch(line)
    if match is not None:
        return line, f"{match['organ']}〔{match['year']}〕{int(match['number'])}号"
    return (line, line) if _ORDER_NUMBER.fullmatch(line) else None


def addressees_of(line: str) -> tuple[str, ...]:
    """Give the bodies that a line addresses (``各乡镇人民政府：``), or none."""
    if not _ADDRESSEES.fullmatch(line) or marker_of(line) or not _BODIES.search(line):
        return ()
    names = re.split("[，,、]", line.rstrip("：:"))
    return tuple(name.strip() for name in names if name.strip())


def is_dateline(line: str) -> bool:
    """Say whether a line is the bracket with adoption and revision dates below a title."""
    return line[:1] in "（(" and line[-1:] in "）)" and DATE.search(line) is not None


def _wrapped(lines: Sequence[Line]) -> Title | None:
    """Give the title that begins with the first of these lines, over as few lines as it takes."""
    words = ""
    for line in lines:
        if marker_of(line.words) or line.words[-1] in "。；：，;:," or is_dateline(line.words):
            return None
        words += line.words
        whole = kind_of(words) is not None and (len(words) > 4 or words.endswith("法"))
        if whole and len(words) <= _LONGEST:
            return Title(words, TextRange(lines[0].span.start, line.span.end))
    return None


def _core(printed: str) -> str:
    """Give the kind that a longer name ends in: 实施意见 is 意见."""
    return next(
        (one for one in sorted(_PRINTED, key=len) if len(one) > 1 and printed.endswith(one)),
        printed,
    )


def _bodies(words: str) -> list[str]:
    """Give the bodies whose names stand one after the other without a sign between."""
    found: list[str] = []
    at = 0
    while at < len(words):
        match = _BODY.match(words, at)
        if match is None:
            break
        end = match.end()
        found.append(words[at:end])
        at = end
    if found and at < len(words):
        found[-1] += words[at:]
    return found or ([words] if 2 <= len(words) <= 30 else [])
