"""Titles by the first letters of their pinyin: mfd is 民法典."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from policyviewer.domain.patterns import regex

_LETTERS = regex("[a-z]{2,24}")
_IDEOGRAPHS = regex("[^\u3400-\u9fff]+")
_IDEOGRAPH = regex("[\u3400-\u9fff]")
_PREFIX = 3
"""Letters from which the beginning of a title is enough."""


def letters(text: str) -> str:
    """Give the letters that a text consists of, in lower case; empty for any other text."""
    typed = text.strip().lower()
    return typed if _LETTERS.fullmatch(typed) else ""


def named(typed: str, titles: Iterable[str]) -> list[str]:
    """Give the titles that have the letters as initials, and then those that begin with them;
    the shortest first.

    A character that is read in several ways has the reading of its word.
    """
    likely = [title for title in dict.fromkeys(titles) if _may_be(typed, title)]
    found = [(initials(title), title) for title in likely]
    begun = [pair for pair in found if pair[0].startswith(typed)]
    meant = [pair for pair in begun if pair[0] == typed or len(typed) >= _PREFIX]
    return [title for _, title in sorted(meant, key=lambda pair: (len(pair[0]), pair[1]))]


def pattern(typed: str, characters: Iterable[str]) -> str:
    """Give a pattern for ideographs that have letters as their initials, in any of their readings.

    ``characters`` are those that may stand in the texts.
    """
    known = [one for one in characters if _IDEOGRAPH.match(one)]
    classes = {
        letter: "".join(one for one in known if letter in _first_letters(one))
        for letter in dict.fromkeys(typed)
    }
    if not all(classes.values()):
        return "(?!)"  # nothing is read so
    return "".join(f"[{classes[letter]}]" for letter in typed)


@lru_cache(maxsize=20_000)
def initials(title: str) -> str:
    """Give the first letters of a title's ideographs."""
    from pypinyin import Style, lazy_pinyin  # 0.13 s: only when letters are typed

    words = _IDEOGRAPHS.sub("", title)
    return "".join(lazy_pinyin(words, style=Style.FIRST_LETTER))


def _may_be(typed: str, title: str) -> bool:
    words = _IDEOGRAPHS.sub("", title)
    if len(words) < len(typed) or (len(typed) < _PREFIX and len(words) > len(typed)):
        return False
    return all(one in _first_letters(char) for one, char in zip(typed, words, strict=False))


@cache
def _first_letters(char: str) -> frozenset[str]:
    """Give the first letters of every reading of a character."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(char, style=Style.FIRST_LETTER, heteronym=True)[0])
