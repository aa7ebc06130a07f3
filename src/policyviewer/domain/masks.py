"""Masked characters: 人民*府 reads 人民政府 where dictionary and context leave one good reading."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange

ANY = "?"
"""Stands for one unknown character in a pattern."""


class Lexicon(Protocol):
    """The words of the language and how often each is used."""

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        ...

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        ...

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character, with frequencies."""
        ...


_HAN = "\u3400-\u9fff"
_SIGNS = r"*＊×○□■●◯\ufffd\ue000-\uf8ff"
_MASK = re.compile(rf"[{_SIGNS}]{{1,4}}")
_CLAUSE = re.compile(rf"[^{_HAN}{_SIGNS}]")
_CONTEXT = 8
_LONGEST_WORD = 6
_NAMED_PERSON = re.compile(
    "(?:编|编辑|记者|作者|摄影|通讯员|联系人|校对|审核|责编|签发人|签发)[:：]?$"
)
_OWN_SIGNS = "○□■●◯×"
"""Signs that are also used as what they are: zeros, boxes to tick, factors."""
_NUMERAL = re.compile("[〇○零一二三四五六七八九十]$")
_MARGIN = 2.0
_MOST = 2000


@dataclass(frozen=True, slots=True)
class _Gap:
    """A mask with the Chinese characters beside it, which end at the next punctuation."""

    left: str
    size: int
    right: str


def mask_findings(text: str, lexicon: Lexicon | None) -> list[Finding]:
    """Give the masked places of a text, each with its restored reading where that is sure."""
    findings: list[Finding] = []
    known: dict[_Gap, str | None] = {}
    for match in _MASK.finditer(text):
        gap = _gap(text, match)
        if not _inside_words(match, gap):
            continue
        reading = None
        if lexicon is not None and len(known) < _MOST:
            if gap not in known:
                known[gap] = _reading(gap, lexicon)
            reading = known[gap]
        span = TextRange(match.start(), match.end())
        findings.append(Finding("masked", span, _message(match[0], reading), reading))
    return findings


def restored(printed: str, start: int, masked: Sequence[Finding]) -> str:
    """Give a stretch of the text, which begins at ``start``, with its masks put back."""
    end = start + len(printed)
    for finding in masked:
        span = finding.span
        if finding.suggestion and start <= span.start and span.end <= end:
            printed = (
                printed[: span.start - start] + finding.suggestion + printed[span.end - start :]
            )
    return printed


def _message(mask: str, reading: str | None) -> str:
    if reading is None:
        return f"“{mask}”遮住了文字，无法确定原字。"
    return f"“{mask}”遮住了文字，应为“{reading}”。"


def _gap(text: str, match: re.Match[str]) -> _Gap:
    left = text[max(0, match.start() - _CONTEXT) : match.start()]
    right = text[match.end() : match.end() + _CONTEXT]
    parts = _CLAUSE.split(left)
    return _Gap(parts[-1], match.end() - match.start(), _CLAUSE.split(right, maxsplit=1)[0])


def _inside_words(match: re.Match[str], gap: _Gap) -> bool:
    """Say whether the sign hides a character: it touches Chinese text and is no sign of its own."""
    if match[0][0] not in _OWN_SIGNS:
        return bool(gap.left or gap.right)
    alone = match[0] == match[0][0]
    return alone and bool(gap.left and gap.right) and _NUMERAL.search(gap.left) is None


def _reading(gap: _Gap, lexicon: Lexicon) -> str | None:
    scores = _scores(gap, lexicon)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return None
    return ranked[0][0]


def _scores(gap: _Gap, lexicon: Lexicon) -> dict[str, float]:
    """Give each filling the log probability of the best way to read the clause with it."""
    whole = gap.left + ANY * gap.size + gap.right
    ahead = _best_to(gap.left, lexicon)
    behind = _best_from(gap.right, lexicon)
    first, last = len(gap.left), len(gap.left) + gap.size
    scores: dict[str, float] = {}
    for start in range(max(0, last - _LONGEST_WORD), first + 1):
        for end in range(last, min(len(whole), start + _LONGEST_WORD) + 1):
            if end - start == gap.size:
                continue
            around = ahead[start] + behind[end - last]
            for word, count in lexicon.matching(whole[start:end]):
                filling = word[first - start : last - start]
                score = around + math.log(count / lexicon.total)
                scores[filling] = max(scores.get(filling, -math.inf), score)
    return scores


def _best_to(left: str, lexicon: Lexicon) -> list[float]:
    """Give the best log probability of reading each beginning of the left context."""
    best = [0.0]
    for end in range(1, len(left) + 1):
        best.append(
            max(
                best[start] + _log(left[start:end], lexicon)
                for start in range(max(0, end - _LONGEST_WORD), end)
            )
        )
    return best


def _best_from(right: str, lexicon: Lexicon) -> list[float]:
    """Give the best log probability of reading the right context from each of its places on."""
    return _best_to_reversed(right, lexicon)[::-1]


def _best_to_reversed(right: str, lexicon: Lexicon) -> list[float]:
    best = [0.0]
    size = len(right)
    for start in range(size - 1, -1, -1):
        best.append(
            max(
                best[size - end] + _log(right[start:end], lexicon)
                for end in range(start + 1, min(size, start + _LONGEST_WORD) + 1)
            )
        )
    return best


def _log(word: str, lexicon: Lexicon) -> float:
    count = lexicon.frequency(word)
    if count:
        return math.log(count / lexicon.total)
    return -18.0 if len(word) == 1 else -40.0 * len(word)
