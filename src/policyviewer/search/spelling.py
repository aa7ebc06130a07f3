"""The ways in which a text may be printed that names numbers: 第12条 is 第十二条.

The texts of the index keep their numbers as printed, so that every part of them is found and
has its place; it is the query that is spelled in every way.
"""

from __future__ import annotations

import re
from itertools import product

from policyviewer.domain.numerals import chinese, number
from policyviewer.domain.patterns import regex

MOST = 24
"""Spellings of one text: numbers after those that make so many are taken as typed."""
_CHINESE = "零〇一二三四五六七八九十百千"
_NUMBER = regex(
    rf"(?<![0-9a-z.,])[0-9]{{1,4}}(?![0-9a-z%]|[.,][0-9])"
    rf"|(?<![{_CHINESE}两])[{_CHINESE}]{{1,9}}(?![{_CHINESE}两])"
)
_COUNTING = "条款项目章节编年月日号届次批"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def spellings(key: str) -> tuple[str, ...]:
    """Give a folded text with its numbers in Arabic and Chinese numerals; as typed first.

    A single digit is a number only where it counts (第三, 3月), for 一 is half of many words.
    """
    parts: list[tuple[str, ...]] = []
    at, made = 0, 1
    for match in _NUMBER.finditer(key):
        ways = _ways(match, key)
        if len(ways) == 1 or made * len(ways) > MOST:
            continue
        made *= len(ways)
        parts += [(key[at : match.start()],), ways]
        at = match.end()
    if made == 1:
        return (key,)
    return tuple("".join(one) for one in product(*parts, (key[at:],)))


def _ways(match: re.Match[str], key: str) -> tuple[str, ...]:
    typed = match[0]
    before, after = key[: match.start()][-1:], key[match.end() :][:1]
    counts = before in ("第", "之") or (after != "" and after in _COUNTING)
    value = number(typed)
    if value is None or (len(typed) == 1 and not counts) or not _is_plain(typed, value):
        return (typed,)
    found = [typed, str(value)]
    year = before != "第" and 1000 <= value <= 2999
    if year:
        found.append(str(value).translate(_DIGITS))
    if 0 < value < 10_000 and not (year and value % 100):
        found.append(chinese(value))
    found += [one.replace(odd, plain) for one in found for odd, plain in ("零〇", "〇零")]
    return tuple(dict.fromkeys(found))


def _is_plain(typed: str, value: int) -> bool:
    """Say whether a numeral is written as one counts, or as a year."""
    if typed.isascii():
        return typed == str(value)
    plain = typed.replace("〇", "零")
    if len(plain) == 4 and not set(plain) & set("十百千"):
        return True
    return 0 < value < 10_000 and plain == chinese(value)
