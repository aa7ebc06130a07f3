"""Where words on paper come from: the line below a print, and of each piece of a compilation."""

from __future__ import annotations

from datetime import date

from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Outline
from policyviewer.domain.lifetimes import Lifetime
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.standing import Standing

_STANDINGS = {
    Standing.REPEALED: "已废止",
    Standing.LAPSED: "已失效",
    Standing.NOT_YET: "尚未施行",
    Standing.AMENDED: "已被修改",
}


def standing_words(lifetime: Lifetime, today: date) -> str:
    """Give in a word how a document stands on a day; nothing where it does not say."""
    day = today.isoformat()
    standing = lifetime.standing_on(day)
    if standing is not None:
        return _STANDINGS[standing]
    return "现行有效" if lifetime.is_in_force(day) else ""


def source_line(outline: Outline, span: TextRange | None, told: str) -> str:
    """Give the source of a document or of a range of it, and in brackets what is told of it."""
    citations = Citations(outline)
    cited = citations.of("") if span is None else citations.of_range(span)
    return cited_line(cited, told)


def cited_line(citation: str, told: str) -> str:
    """Give the source of words of which only the citation is left."""
    return f"来源：{citation}（{told}）"


def printed_on(today: date, lifetime: Lifetime) -> str:
    """Give the day of a print, and how the document stands on it."""
    return "，".join(filter(None, (f"{in_words(today)}打印", standing_words(lifetime, today))))


def in_words(day: date) -> str:
    """Give a date as documents print it: 2026年5月1日."""
    return f"{day.year}年{day.month}月{day.day}日"
