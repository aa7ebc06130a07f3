"""Masked characters: 人民*府 reads 人民政府 where dictionary and context leave one good reading.

The text is never changed. A restoration has the length of its mask, so that search can read it
beside the printed text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.readings import Gap, Reader
from policyviewer.domain.vocabulary import Lexicon, WithVocabulary

__all__ = ["Lexicon", "mask_findings", "restored"]

_HAN = "\u3400-\u9fff"
_OWN_SIGNS = "○□■●◯×"
"""Signs that are also used as what they are: zeros, boxes to tick, factors."""
_SIGNS = rf"*＊{_OWN_SIGNS}\ufffd\ue000-\uf8ff"
_MASK = re.compile(rf"[{_SIGNS}]+")
_CLAUSE = re.compile(rf"[^{_HAN}]")
_LONGEST_MASK = 4
_CONTEXT = 8
_FORMULA_WITHIN = 80
_PERSON = re.compile(
    "(?:编|编辑|记者|作者|摄影|通讯员|联系人|校对|审核|责编|签发人|签发|供稿|文|图|摄)[:：/丨 ]*$"
)
_FORMULA = re.compile("[＝=÷＋/／]")
_NUMERAL = re.compile("[〇○零一二三四五六七八九十]$")


def mask_findings(text: str, lexicon: Lexicon | None) -> list[Finding]:
    """Give the masked places of a text, each with its restored reading where that is sure."""
    gaps = [
        (TextRange(match.start(), match.end()), gap)
        for match in _MASK.finditer(text)
        if (gap := _gap(text, match)) is not None
    ]
    if not gaps:
        return []
    reader = Reader(text, WithVocabulary(lexicon))
    readings = reader.read([gap for _span, gap in gaps])
    return [
        Finding("masked", span, _message(span.of(text), reading), reading)
        for (span, _gap), reading in zip(gaps, readings, strict=True)
        if reading is not None or span.of(text)[0] not in _OWN_SIGNS
    ]


def restored(printed: str, start: int, masked: Sequence[Finding]) -> str:
    """Give a stretch of the text, which begins at ``start``, with its masks put back."""
    end = start + len(printed)
    for finding in masked:
        span = finding.span
        if finding.suggestion and start <= span.start and span.end <= end:
            before, after = printed[: span.start - start], printed[span.end - start :]
            printed = before + finding.suggestion + after
    return printed


def _message(mask: str, reading: str | None) -> str:
    if reading is None:
        return f"“{mask}”遮住了文字，无法确定原字。"
    return f"“{mask}”遮住了文字，应为“{reading}”。"


def _line(text: str, at: int) -> str:
    """Give the line around a place, or the nearest part of a long one."""
    begins = max(text.rfind("\n", 0, at) + 1, at - _FORMULA_WITHIN)
    ends = text.find("\n", at, at + _FORMULA_WITHIN)
    return text[begins : ends if ends >= 0 else at + _FORMULA_WITHIN]


def _gap(text: str, match: re.Match[str]) -> Gap | None:
    """Give the mask with the Chinese text beside it; None for a sign that hides nothing."""
    size = match.end() - match.start()
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    left = _CLAUSE.split(before)[-1]
    right = _CLAUSE.split(text[match.end() : match.end() + _CONTEXT], maxsplit=1)[0]
    if size > _LONGEST_MASK or not (left or right):
        return None
    if match[0][0] in _OWN_SIGNS:
        if _FORMULA.search(_line(text, match.start())):
            return None
        most = 1 if match[0][0] == "×" else 2  # ×× stands for any name
        hides = size <= most and left and right and not _NUMERAL.search(left)
        return Gap(left, size, right) if hides else None
    if not right and text[match.end() : match.end() + 1] in ("", "\n"):
        return None
    named = not left and _PERSON.search(before)
    return Gap("", size, "") if named else Gap(left, size, right)
