"""By when something is to be done, as documents print it: 2021年6月底前, 每季度, 长期坚持."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from policyviewer.domain.dates import iso, later
from policyviewer.domain.numerals import number
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange

_N = "[\\d一二三四五六七八九十]{1,3}"
_YEAR = "(?P<year>[\\d〇○零一二三四五六七八九]{4})年"
_SOME_YEAR = f"(?:{_YEAR}|(?P<that>今年|本年|当年|明年|次年))"
_BEFORE = "(?:之前|以前|前(?!后))"
_EVERY = (
    "每(?:半|两|[三2-5])?(?:年|个?季度|个?月|周|旬)(?:度)?"
    f"(?:{_N}月(?:{_N}日|[底末])|(?:首月|末月)?{_N}日|年?[底末])?{_BEFORE}?(?:至少)?|按[年季月]度?"
)
_SINCE = "(?:印发|发布|公布|下发|发文|出台|颁布|施行|实施|收到)之?日(?:起|后)"
_FORMS = (
    f"(?P<every>{_EVERY})",
    "(?<=[，；])(?P<always>长期坚持|长期实施|常年坚持)(?=[。；]|$)",
    f"{_SOME_YEAR}?(?P<month>{_N})月(?P<day>{_N})日(?P<by_day>{_BEFORE})",
    f"{_SOME_YEAR}?(?P<month>{_N})月份?(?P<part>[底末]|[上中下]旬)(?P<by_part>{_BEFORE}?)",
    f"{_SOME_YEAR}?(?P<month>{_N})月份?(?P<by_month>{_BEFORE})",
    f"{_SOME_YEAR}?(?P<quarter>第?[一二三四1-4]季度)[末底内]?{_BEFORE}",
    f"{_SOME_YEAR}(?P<half>[上下]半年)(?:[末底内])?{_BEFORE}?",
    f"到?{_SOME_YEAR}年?(?P<end>[底末])(?P<by_end>{_BEFORE}?)",
    f"(?<![\\d一二两三四五六七八九十几半多])(?:(?P<plain>年[底末])(?P<by_plain>{_BEFORE})|(?P<within>年内))",
    f"(?<![\\d年月日起])[到至]{_YEAR}(?!{_N}月)",
    "到?“(?P<plan>十[一二三四五六七八九]?|二十)五”(?:(?:时期|期间)[末底]?|[末底])",
    f"{_SINCE}(?P<count>{_N})(?:个)?(?P<unit>工作日|日|天|月|年)(?:之?内)",
)
_DOTTED = regex(r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})(?:[-./月](?P<day>\d{1,2})日?|月)?")
_BARE = regex(
    f"(?:{_SOME_YEAR}|(?=[\\d一二三四五六七八九十第年上下]))(?:(?P<month>{_N})月份?(?:(?P<day>{_N})日)?"
    f"|(?P<quarter>第?[一二三四1-4]季度)|(?P<half>[上下]半年)|年)?[底末内]?{_BEFORE}?(?:完成)?"
)
_STOP = regex("[。！？\n]")
_STANDING = regex(
    "长期(?:坚持|推进|实施|任务)?|持续(?:推进|实施|坚持|进行)?|常年|常态化(?:推进)?|立即|即时|全年|贯穿始终"
)
_PAST = regex(
    "^[^，。；]{0,4}(?:已|以来|，?自)|^[^。；]{0,30}(?:可以?|免|享受|有效期)"
    "|^[^，。；]{0,6}(?:发布|制定|建成|成立|设立|取得|参加|出生|登记|颁布|印发|施行)[^，。；]{0,4}的"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: ``printed`` as it stands, ``day`` its last day (ISO) where that can be known."""

    printed: str
    day: str | None
    firm: bool = False
    """It sets an end that is still to come (…前, …之日起…内): that alone makes a task."""


def deadlines(text: str, written: str | None) -> Iterator[Deadline]:
    """Give the deadlines in a stretch of a document, in their order.

    ``written`` is the document's date, from which years that are not printed follow.
    """
    taken, yearly = 0, TextRange(len(text), len(text))
    found = sorted(
        (match for form in _COMPILED for match in form.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    for match in found:
        if match.start() >= taken and not _PAST.match(text[match.end() : match.end() + 40]):
            taken = match.end()
            groups = match.groupdict()
            if "年" in (groups.get("every") or ""):
                same = yearly.start <= taken <= yearly.end
                end = yearly.end if same else _end_of_sentence(text, taken)  # looked for once
                yearly = TextRange(taken, end)
            again = yearly.start < match.start() < yearly.end and not groups.get("year")
            day = None if again else _day(match, written)
            past = day is not None and written is not None and day < written
            if not (past and (groups.get("plan") or groups.get("half"))):
                yield Deadline(match[0], day, _is_firm(match) and not past)


def deadlines_of(words: str, written: str | None) -> tuple[Deadline, ...]:
    """Give what words of their own name, as a cell or after 完成时限：, for each of its days; they
    are printed whole.
    """
    printed = words.strip(" 。；;，,")
    if not printed or printed in "-—/无":
        return ()
    days = [one.day for one in deadlines(printed, written)] or [_bare_day(printed, written)]
    known = filter(None, dict.fromkeys(days))
    return tuple(Deadline(printed, day) for day in known) or (Deadline(printed, None),)


def is_standing(words: str) -> bool:
    """Say whether words mean that something has no end: 长期坚持."""
    return _STANDING.fullmatch(words.strip()) is not None


_COMPILED = tuple(map(regex, _FORMS))


def _bare_day(printed: str, written: str | None) -> str | None:
    """Give the day of words that are nothing but a time: 2025年12月, 2025.6, 6月30日, 四季度."""
    dotted = _DOTTED.fullmatch(printed)
    if dotted is not None:
        return _end_of(dotted["year"], dotted["month"], dotted["day"])
    bare = _BARE.fullmatch(printed)
    return _day(bare, written) if bare is not None else None


def _end_of_sentence(text: str, at: int) -> int:
    match = _STOP.search(text, at)
    return match.start() if match else len(text)


def _is_firm(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    ends = ("by_day", "by_part", "by_month", "by_end", "by_plain", "count")
    every = groups.get("every") or ""
    return any(groups.get(name) for name in ends) or every.endswith(("前", "之前", "以前"))


def _day(match: re.Match[str], written: str | None) -> str | None:
    groups = match.groupdict()
    if groups.get("every") or groups.get("always"):
        return None
    if groups.get("count"):
        return _counted(groups["count"], groups["unit"], written, match[0])
    if groups.get("plan"):
        term = number(groups["plan"])
        return f"{1955 + 5 * term}-12-31" if term else None
    month = _month(groups)
    year = _year(groups, written, month or 12)
    return _end_of(year, str(month) if month else None, groups.get("day"), groups.get("part"))


def _month(groups: dict[str, str | None]) -> int | None:
    if groups.get("month"):
        return number(groups["month"] or "")
    if groups.get("quarter"):
        return 3 * (number((groups["quarter"] or "").strip("第季度")) or 0)
    if groups.get("half"):
        return 6 if groups["half"] == "上半年" else 12
    return None


def _year(groups: dict[str, str | None], written: str | None, month: int) -> str | None:
    """Give the printed year, else the one in which the month next comes after the writing."""
    if groups.get("year"):
        return groups["year"]
    if not written or not written[:4].isdecimal():
        return None
    year = int(written[:4])
    if groups.get("that"):
        return str(year + (groups["that"] in ("明年", "次年")))
    return str(year + (month < int(written[5:7])))


def _end_of(
    year: str | None, month: str | None, day: str | None, part: str | None = None
) -> str | None:
    """Give the last day of a printed year, month or third of a month, or the day itself."""
    value = number(year or "")
    if value is None or not 1900 <= value <= 2200:
        return None
    if month is None:
        return f"{value}-12-31"
    at = number(month)
    if at is None or not 1 <= at <= 12:
        return None
    last = {"上旬": 10, "中旬": 20}.get(part or "", monthrange(value, at)[1])
    return iso(str(value), month, day or str(last))


def _counted(count: str, unit: str, written: str | None, printed: str) -> str | None:
    """Give the end of a term from the day of writing; terms from elsewhere cannot be known."""
    value = number(count)
    known = printed.startswith(("印发", "发布", "公布", "下发", "发文"))
    if value is None or not written or not known or unit == "工作日":
        return None
    if unit in "日天":
        return later(written, days=value)
    return later(written, months=value * (12 if unit == "年" else 1))
