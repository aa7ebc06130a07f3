"""Whether what somebody types means a document's 发文字号.

Numbers are typed with any brackets and often without the year: 黔党发15号 means
黔党发〔2018〕15号.
"""

from __future__ import annotations

import unicodedata

from policyviewer.domain.front_matter import document_number
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS

_BRACKETS = regex("[\u3014\u3015［］\\[\\]()（）【】〖〗]+")
_MARK = "\x1f"
"""What stands for any bracket."""
_NUMBER = regex(
    rf"(?P<code>[\u4e00-\u9fff]{{1,25}})"
    rf"(?:{_MARK}?(?P<year>(?:19|20)\d\d)(?:{_MARK}|年))?第?(?P<serial>\d{{1,5}})号?"
)
_GAPS = str.maketrans("", "", BLANKS + "\n")


def names(typed: str, number: str) -> bool:
    """Say whether what was typed means a number: the year, 第 and 号 may be left out, and the
    serial too.
    """
    asked, printed = _plain(typed), _plain(number)
    if not asked.strip(_MARK) or not printed:
        return False
    named = document_number(typed)
    if named is not None and _plain(named[1]) == printed:
        return True
    one, other = _parts(asked), _parts(printed)
    if one is None or other is None:
        return printed.startswith(asked.rstrip(_MARK))
    return one[::2] == other[::2] and one[1] in ("", other[1])


def is_number(typed: str) -> bool:
    """Say whether words have the form of a 发文字号: they end with its serial and 号."""
    plain = _plain(typed)
    return plain.endswith("号") and (_parts(plain) or document_number(typed)) is not None


def _parts(plain: str) -> tuple[str, str, int] | None:
    """Give code, year (empty where there is none) and serial."""
    match = _NUMBER.fullmatch(plain)
    return (match["code"], match["year"] or "", int(match["serial"])) if match else None


def _plain(text: str) -> str:
    """Give a number without blanks, in narrow digits and with one mark for every bracket."""
    narrow = unicodedata.normalize("NFKC", text.translate(_GAPS))
    return _BRACKETS.sub(_MARK, narrow)
