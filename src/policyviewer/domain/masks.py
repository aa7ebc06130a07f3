"""Masked characters: 人民*府 reads 人民政府 where dictionary and context leave one good reading.

The text is never changed. A restoration has the length of its mask, so that search can read it
beside the printed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policyviewer.domain.documents import Finding
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.readings import Reader
from policyviewer.domain.vocabulary import Lexicon, Words

__all__ = ["Lexicon", "mask_findings", "restored"]

_HAN = "\u3400-\u9fff"
_OWN_SIGNS = "○□■●◯×"
"""Signs that are also used as what they are: zeros, boxes to tick, factors."""
_MASK = regex(rf"[*＊{_OWN_SIGNS}\ufffd\ue000-\uf8ff]+")
_CHINESE = regex(f"[{_HAN}]")
_LONGEST_MASK = 4
_CONTEXT = 8
_LINE_WITHIN = 80
_PERSON = regex(
    "(?:编|编辑|记者|作者|摄影|通讯员|联系人|校对|审核|责编|签发人|签发|供稿|文|图|摄)[:：/丨 ]*$"
)
_NAMED_SIGN = regex("[带标注加打有画用][“\"‘']?[*＊]+[”\"’']?[号的者项为符标处]")
_FOOTNOTE = regex("\n[ \t\u3000]*[*＊]+[ \t]*(?:注|备注|说明|表示|为|带|标|号|必填)")
_PRODUCT = regex("[＝=÷]")
_FORMULA = regex("[＝=÷＋/／]")
_FORM = regex(rf"(?:^|[\s:：（(])[{_OWN_SIGNS}]|[{_OWN_SIGNS}](?:[\s）)]|$)")
"""A box before or behind what it is there to tick, and a blank to fill in."""
_NUMERALS = "〇○零一二三四五六七八九十百千万亿两"
_NUMERAL = regex(f"[{_NUMERALS}]$")
_NUMBER = regex(
    f"[第{_NUMERALS}][{_NUMERALS}]|[{_NUMERALS}][{_NUMERALS}年月日条章节款项元倍个号次届]"
)


def mask_findings(text: str, lexicon: Lexicon | None) -> list[Finding]:
    """Give the masked places of a text, each with its restored reading where that is sure."""
    masks = [match for match in _MASK.finditer(text) if _hides(text, match)]
    if not masks:
        return []
    spans = [TextRange(match.start(), match.end()) for match in masks]
    legible = [span for span in spans if not _person(text, span)]
    reader = Reader(text, lexicon or Words({}))
    readings = dict(zip(legible, reader.read(legible), strict=True))
    return list(_findings(text, spans, readings))


def _findings(
    text: str, spans: Sequence[TextRange], readings: dict[TextRange, str | None]
) -> Iterator[Finding]:
    """Give what is told of the masks: of a sign with a use of its own only a sure reading."""
    inside = {readings.get(span) for span in spans if span.length == 1 and _enclosed(text, span)}
    for span in spans:
        reading = readings.get(span)
        if reading is not None and _counts(text, span, reading):
            reading = None
        own = text[span.start] in _OWN_SIGNS
        if own and not (span.length == 1 and _enclosed(text, span)):
            reading = reading if reading and inside.issuperset(reading) else None
        if reading is not None or not own:
            yield Finding("masked", span, _message(span.of(text), reading), reading)


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
    begins = max(text.rfind("\n", 0, at) + 1, at - _LINE_WITHIN)
    ends = text.find("\n", at, at + _LINE_WITHIN)
    return text[begins : ends if ends >= 0 else at + _LINE_WITHIN]


def _hides(text: str, match: re.Match[str]) -> bool:
    """Say whether a sign hides text, or stands for itself."""
    start, end = match.span()
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if end - start > _LONGEST_MASK or not _CHINESE.search(before + behind):
        return False
    if match[0][0] in _OWN_SIGNS:
        line = _line(text, start)
        return not (_FORMULA.search(line) or _FORM.search(line) or _NUMERAL.search(before))
    if not _CHINESE.match(behind) and behind in ("", "\n"):
        return False
    around = "\n" * (start == 0) + text[max(0, start - 3) : end + 3]
    if _NAMED_SIGN.search(around) or _FOOTNOTE.search(around):
        return False
    return match[0][0] not in "*＊" or not _PRODUCT.search(_line(text, start))


def _person(text: str, span: TextRange) -> bool:
    """Say whether a mask begins the name of somebody who wrote or checked the text."""
    return _PERSON.search(text[max(0, span.start - _CONTEXT) : span.start]) is not None


def _enclosed(text: str, span: TextRange) -> bool:
    sides = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return all(map(_CHINESE.match, sides))


def _counts(text: str, span: TextRange, reading: str) -> bool:
    """Say whether a reading would be a number: nothing but the number itself can tell it."""
    around = text[max(0, span.start - 1) : span.start] + reading + text[span.end : span.end + 1]
    return _NUMBER.search(around) is not None
