"""What a field of a query asks of a document: 机关:贵州省, 年份:2018..2020, 效力:有效."""

from __future__ import annotations

from collections.abc import Callable

from policyviewer.domain.metadata import Status
from policyviewer.domain.patterns import regex
from policyviewer.domain.queries import SearchFilter
from policyviewer.search.expression import Fact
from policyviewer.search.folding import fold
from policyviewer.search.tokens import Token

_STATUSES = {
    Status.IN_FORCE: ("有效", "现行", "现行有效", "施行", "生效"),
    Status.NOT_YET: ("尚未施行", "尚未生效", "未施行", "未生效"),
    Status.LAPSED: ("失效", "已失效", "废止", "已废止", "无效"),
    Status.AMENDED: ("已修改", "修改", "修订", "已被修改"),
    Status.UNKNOWN: ("未知", "不明", "不详"),
}
_STATUS_OF = {word: one for one, words in _STATUSES.items() for word in (*words, one.value)}
_YEARS = regex(r"(\d{4})?年?(?:(\.\.+|…+|[-~至到])(\d{4})?年?)?")
_VALUES = regex("[,、;]")


def fact(token: Token) -> Fact | None:
    """Give what a field asks; None where its value says nothing, so that it is words."""
    key = fold(token.text).strip()
    return _READERS[token.field](key, token) if key else None


def _title(key: str, _token: Token) -> Fact:
    return Fact(title=key)


def _number(key: str, _token: Token) -> Fact:
    return Fact(number=key)


def _issuer(key: str, token: Token) -> Fact:
    return Fact(SearchFilter(issuers=_values(key, token)))


def _kind(key: str, token: Token) -> Fact:
    return Fact(SearchFilter(kinds=_values(key, token)))


def _status(key: str, token: Token) -> Fact | None:
    found = tuple(_STATUS_OF[one].value for one in _values(key, token) if one in _STATUS_OF)
    return Fact(SearchFilter(statuses=found)) if found else None


def _years(key: str, _token: Token) -> Fact | None:
    match = _YEARS.fullmatch(key)
    if match is None or not (match[1] or match[3]):
        return None
    first = int(match[1]) if match[1] else None
    last = int(match[3]) if match[3] else None
    return Fact(SearchFilter(years=(first, last if match[2] else first)))


def _values(key: str, token: Token) -> tuple[str, ...]:
    """Give the values of which one is enough; in quotation marks stands a single one."""
    values = [key] if token.quoted else _VALUES.split(key)
    return tuple(one.strip() for one in values if one.strip())


_READERS: dict[str, Callable[[str, Token], Fact | None]] = {
    "标题": _title,
    "机关": _issuer,
    "文号": _number,
    "年份": _years,
    "文种": _kind,
    "效力": _status,
}
