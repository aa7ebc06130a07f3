"""Numbers as official documents write them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "\uff2f": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "".join((*DIGITS, *_UNITS))
"""Every character that a Chinese numeral may hold."""
WIDE_DIGITS = "".join(map(chr, range(0xFF10, 0xFF1A)))


@lru_cache(maxsize=1 << 12)
def number(text: str) -> int | None:
    """Give the value of a numeral (二十一, 二〇二〇, １３, ③, ㈣), or None for anything else."""
    if len(text) == 1 and text not in DIGITS:
        value = unicodedata.numeric(text, None)
        if value is not None and value == int(value):
            return int(value)
    if text.isdecimal():
        return int(text)
    if not text or any(char not in CHINESE for char in text):
        return None
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    return _counted(text)


def _counted(text: str) -> int | None:
    """Give the value of a numeral with 十, 百, 千; None when the units do not fall."""
    total, digit, last = 0, 0, 10_000
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
            continue
        unit = _UNITS[char]
        if unit >= last:
            return None
        total += (digit or 1) * unit
        digit, last = 0, unit
    return total + digit


def chinese(value: int) -> str:
    """Give a value from 1 to 9999 as 条 and 项 are counted: 二十一, 一百零三."""
    written = ""
    gap = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            written += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        elif written:
            gap = True
    return written.removeprefix("一") if written.startswith("一十") else written
