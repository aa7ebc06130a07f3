"""Automatic numbers in words: the number formats of Word (ECMA-376, ST_NumberFormat) and labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policyviewer.domain.numerals import WIDE_DIGITS, chinese
from policyviewer.domain.patterns import regex

_CLOSED = regex("[、．.)）:：。】］〕\u3000—―\\s]$")
_HAN = regex("[\u4e00-\u9fff]$")
_MOST_CHINESE = 9999
_FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", WIDE_DIGITS)
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MOST_ROMAN = 9999
_MOST_LETTERS = 26 * 40
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def ordinal(number: int, form: str) -> str:
    """Give a number in a format; decimal where the format is unknown or has no such number."""
    write = _FORMS.get(form, str)
    return write(number) if number > 0 or form in _WITH_ZERO else str(max(0, number))


def spaced(label: str, text: str) -> str:
    """Give label and text as they are typed by hand: 一、总则, 第一条　总则, 1.1 总则.

    Word sets them apart with a tab or a blank of its own, which no typed document has.
    """
    if not label or not text:
        return label + text
    if label[-1] in ".．" and text[0].isdigit():
        return f"{label} {text}"  # 1. 5亿元 is not 1.5亿元
    if label.isspace() or _CLOSED.search(label):
        return label + text
    return f"{label}\u3000{text}" if _HAN.search(label) else f"{label} {text}"


def circled(number: int) -> str:
    """Give ① to ㊿, and plain figures beyond."""
    for first, last, sign in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(sign + number - first)
    return str(number)


def _signs(first: str, count: int, beyond: Callable[[int], str]) -> Callable[[int], str]:
    """Give the writer of a row of signs that stand side by side in Unicode."""

    def write(number: int) -> str:
        return chr(ord(first) + number - 1) if 1 <= number <= count else beyond(number)

    return write


def _chinese(number: int) -> str:
    return chinese(number) if number <= _MOST_CHINESE else str(number)


def _digits(number: int) -> str:
    return str(number).translate(_DIGITS)


def _financial(number: int) -> str:
    written = _chinese(number)
    return f"{'一' if written[0] == '十' else ''}{written}".translate(_FINANCIAL)


def _roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return str(number)
    written = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        written += sign * count
    return written


def _letters(number: int) -> str:
    """Give A to Z, then AA, BB, as Word counts."""
    if number > _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _nothing(_number: int) -> str:
    return ""


_COUNTED = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
)
_WITH_ZERO = frozenset({"none", "decimalZero", "ideographDigital", "bullet"})
_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTED, _chinese),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _financial
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digits
    ),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"), lambda number: str(number).translate(_WIDE)
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled),
    "decimalEnclosedParen": _signs("⑴", 20, lambda number: f"({number})"),
    "decimalEnclosedFullstop": _signs("⒈", 20, lambda number: f"{number}."),
    "ideographEnclosedCircle": _signs("㊀", 10, _chinese),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
    "none": _nothing,
    "bullet": _nothing,
}
