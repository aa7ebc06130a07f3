"""Titles: where they end, and which kind of document (文种) they name.

The statutory kinds are those of the 《党政机关公文处理工作条例》, article 8, and of the 立法法.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.dates import DATE
from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import without_gaps

_STATUTORY = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|纪要|复函|函|令"
_OTHER = (
    "实施细则|细则|条例|规定|办法|规则|章程|解释|答复|方案|规划|计划|纲要|要点|预案|准则|标准|措施"
    "|守则|公约|宣言|声明|制度|规范|指南|目录|清单|说明|建议|讲话|协议|协定|修正案|宪法|法典|法|表"
    "|总结|提案|手册|指引|倡议书|名单|程序|决算|预算|安排"
)
_KINDS = sorted(f"{_STATUTORY}|{_OTHER}".split("|"), key=len, reverse=True)
_KIND = regex(rf"({'|'.join(_KINDS)})(?:[（(][^（()）]{{1,20}}[）)])*[》”]?$")
KIND_ENDS = frozenset(name[-1] for name in _KINDS) | frozenset("）)》”")
"""The signs that a title which names its kind can end with."""
_QUALIFIED = regex(
    "(?:实施|指导|若干|具体|工作|补充|紧急|暂行|试行|总体|专项|行动|处理|处罚|建设)+$"
)
_NAMED = {"复函": "函", "命令": "令"}
_LONGEST = 120
_MOST_LINES = 5
_LONGEST_LINE = 45
_NO_TITLE = ("。", "；", "：", ":", ";")
_BREAKS_OFF = ("的", "和", "、", "关于", "及")
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))
_TITLE_KINDS = (LineKind.BODY, LineKind.LETTERHEAD, LineKind.ENUMERATION)
_NAMES_KIND = regex(f"(?:的.{{0,6}}|^(?!.*关于).*)(?:{_STATUTORY}|{_OTHER})[》”）]?$")
_ENDS = (
    "意见|通知|决定|决议|公告|通告|通报|报告|批复|复函|函|办法|规定|条例|方案|规划|纲要|细则|要点"
    "|措施|计划|纪要|请示"
)
_GLUED_DATE = regex(
    rf"(?P<title>[^。]{{6,{_LONGEST}}}?)(?P<note>[（(][^（()）]{{0,20}}(?:{DATE.pattern})[^（()）]{{0,20}}[）)])"
)
_GLUED = regex(
    rf"(?P<title>[^。，,：:]{{0,50}}关于[^。，,：:]{{2,80}}?的?[^。，,：:的]{{0,6}}(?:{_ENDS}))"
    "(?=为|根据|依据|按照|各[省市区县部地单]|经|近年|当前|现将|[一二三四五六七八九十]、)"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A document's kind, and what the title calls it: ``意见``, ``实施意见``."""

    name: str
    printed: str


def kind_of_title(title: str) -> Kind | None:
    """Give the kind that a title ends with."""
    match = _KIND.search(title)
    if match is None:
        return None
    before = _QUALIFIED.search(title, 0, match.start())
    printed = (before[0] if before else "") + match[1]
    return Kind(_NAMED.get(match[1], match[1]), printed)


def title_end(line: str) -> int:
    """Give the length of the title in a line to which date or preamble are glued.

    The whole line's length when nothing else is in it.
    """
    if len(line) > 20:
        for form in (_GLUED_DATE, _GLUED):
            match = form.match(line)
            if (
                match is not None
                and match.end("title") < len(line)
                and kind_of_title(match["title"])
            ):
                return match.end("title")
    return len(line)


def title_lines(lines: list[str]) -> int:
    """Give how many of the lines, which may begin a document, make its title: at least one.

    A title ends with the line that names a kind; without such a line it is the first alone,
    with what it breaks off before.
    """
    joined, found = "", 0
    for count, line in enumerate(lines[:_MOST_LINES], start=1):
        if count > 1 and not _wraps(line):
            break
        joined += without_gaps(line)
        if len(joined) > _LONGEST or line.endswith(_NO_TITLE):
            break
        if kind_of_title(joined) and _balanced(joined):
            found = found or count
            if _NAMES_KIND.search(joined):
                return count
    return found or _unnamed(lines)


def _unnamed(lines: list[str]) -> int:
    """Give the lines of a title that names no kind: more than one where a line breaks off."""
    count = 1
    while count < min(len(lines), _MOST_LINES) and lines[count - 1].endswith(_BREAKS_OFF):
        count += 1
    return count


def _wraps(line: str) -> bool:
    """Say whether a line can be the next one of a title."""
    return kind_of(line) in _TITLE_KINDS and marker_of(line) is None and len(line) <= _LONGEST_LINE


def _balanced(title: str) -> bool:
    return all(title.count(one) <= title.count(other) for one, other in _PAIRS)
