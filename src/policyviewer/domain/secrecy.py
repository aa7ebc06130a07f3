"""Secrecy markings (密级): such a document may not be kept by a program like this one.

The marking is 绝密, 机密 or 秘密, with ★ and a period where it is set by the rules (GB/T 9704-2012,
7.2.2: upper left of the first page). Words within sentences, as in 保守国家秘密, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS

_FIRST_LINES = 30
"""A bare 秘密 is a marking only on the first page."""
_GAPS = regex(f"[{BLANKS}\u2028\t]+")
_STAR = "[★☆✩✪⭐]"
_STARRED = regex(f"(?:密级[：:])?(?:绝密|机密|秘密)级?{_STAR}.{{0,12}}")
_BARE = regex("(?:密级[：:])?(?:绝密|机密|秘密)级?")
_LONGEST = 40


def secrecy_marking(text: str, elsewhere: Iterable[str] = ()) -> str | None:
    """Give the first secrecy marking of a document as printed, or None.

    ``elsewhere`` are texts outside the document's own: headers, footers, text boxes.
    """
    for words in elsewhere:
        for line in words.split("\n"):
            if _matches(line, _STARRED) or _matches(line, _BARE):
                return line.strip()
    seen = 0
    for line in text.split("\n"):
        if not line.strip(BLANKS):
            continue
        seen += 1
        if _matches(line, _STARRED) or (seen <= _FIRST_LINES and _matches(line, _BARE)):
            return line.strip()
    return None


def _matches(line: str, form: re.Pattern[str]) -> bool:
    """Compare a whole line, and each cell of a row by itself."""
    if "密" not in line:
        return False
    return any(
        len(cell) <= _LONGEST and form.fullmatch(_GAPS.sub("", cell)) for cell in line.split("\t")
    )
