"""The words, phrases, fields and signs of a query, told apart in one pass.

Signs are signs at the edges of words alone; within words they are characters to find:
``建设“一带一路”`` and ``（一）强化`` stand so in documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from policyviewer.domain.patterns import regex
from policyviewer.search.folding import fold

_QUOTES = {'"': '"', "\uff02": "\uff02", "“": "”", "「": "」", "『": "』", "‘": "’"}
_BARS = "|\uff5c"
_MINUS = "-\uff0d"
_OPEN, _CLOSE = "(\uff08", ")\uff09"
_LONE_MARKS = '"\uff02'
"""Quotation marks that are dropped where their other is missing."""
_DEEPEST = 16
"""Brackets within brackets; those further in are characters."""
FIELDS = {
    "标题": ("标题", "题名", "名称"),
    "机关": ("机关", "发文机关", "发布机关", "制定机关", "单位"),
    "文号": ("文号", "发文字号"),
    "年份": ("年份", "年"),
    "文种": ("文种", "类型"),
    "效力": ("效力", "状态", "时效"),
}
"""The fields, and the names by which each is asked for."""
_NAMES = {name: field for field, names in FIELDS.items() for name in names}
_FIELD = regex(f"({'|'.join(sorted(_NAMES, key=len, reverse=True))}):")
"""The beginning of a field in the folded text."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    EITHER = auto()
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a query: ``text`` as typed, without the marks around it.

    ``field`` is the name of a field, ``quoted`` whether its value stood in quotation marks.
    """

    kind: Kind
    text: str = ""
    field: str = ""
    quoted: bool = False


def tokens(typed: str) -> list[Token]:
    """Give the tokens of a query; time grows with its length alone."""
    return list(_Reader(_with_plain_blanks(typed)).read())


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._key = fold(text)
        edges = _edges(text)
        self._phrases = dict(_phrases(text, self._key, edges))
        self._groups = _groups(text, edges, self._phrases)
        self._closing = frozenset(self._groups.values())

    def read(self) -> Iterator[Token]:
        at, excluding = 0, False
        while at < len(self._text):
            sign = None if excluding else self._sign(at)
            if sign is None and self._text[at] != " ":
                at, token = self._operand(at)
                excluding = False
                if token.text:
                    yield token
                continue
            if sign is not None:
                excluding = sign is Kind.MINUS and at + 1 not in self._groups
                yield Token(sign)
            at += 1

    def _sign(self, at: int) -> Kind | None:
        """Give the sign that stands at the edge of a word."""
        char = self._text[at]
        if char in _BARS:
            return Kind.EITHER
        if at in self._groups:
            return Kind.OPEN
        if at in self._closing:
            return Kind.CLOSE
        return Kind.MINUS if char in _MINUS and not self._ends(at + 1) else None

    def _operand(self, at: int) -> tuple[int, Token]:
        """Give the word, phrase or field that begins here, and where it ends."""
        if at in self._phrases:
            end = self._phrases[at]
            return end + 1, Token(Kind.PHRASE, self._text[at + 1 : end])
        named = _FIELD.match(self._key, at)
        if named and not self._ends(named.end()):
            field, start = _NAMES[named[1]], named.end()
            if start in self._phrases:
                end = self._phrases[start]
                return end + 1, Token(Kind.FIELD, self._text[start + 1 : end], field, quoted=True)
            end = self._end(start)
            return end, Token(Kind.FIELD, self._text[start:end].strip(_LONE_MARKS), field)
        end = self._end(at)
        return end, Token(Kind.WORD, self._text[at:end].strip(_LONE_MARKS))

    def _end(self, at: int) -> int:
        while not self._ends(at):
            at += 1
        return at

    def _ends(self, at: int) -> bool:
        return at >= len(self._text) or self._text[at] in f" {_BARS}" or at in self._closing


def _with_plain_blanks(text: str) -> str:
    """Give the text with control characters and blanks of every width as spaces."""
    pairs = zip(text, fold(text), strict=True)
    return "".join(" " if key == " " else character for character, key in pairs)


def _edges(text: str) -> list[bool]:
    """Say of each place whether a word may begin there: after a blank, a bar, an opening bracket
    at an edge, or a minus at one.
    """
    edges = [True] * (len(text) + 1)
    bare = True
    for at, char in enumerate(text, start=1):
        excluding = char in _MINUS and bare
        bare = char in f" {_BARS}" or (char in _OPEN and edges[at - 1])
        edges[at] = bare or excluding
    return edges


def _phrases(text: str, key: str, edges: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the places of the two marks around each phrase: whole words with something inside."""
    values = {match.end() for match in _FIELD.finditer(key) if edges[match.start()]}
    missing: set[str] = set()
    behind, grouped = 0, False
    for at, char in enumerate(text):
        if at < behind or not (edges[at] or at in values):
            continue
        grouped = grouped or char in _OPEN
        close = _QUOTES.get(char, "")
        if not close or close in missing:
            continue
        end = text.find(close, at + 1)
        if end < 0:
            missing.add(close)
        elif end > at + 1 and _ends_word(text, end + 1, grouped=grouped):
            behind = end + 1
            yield at, end


def _ends_word(text: str, at: int, *, grouped: bool) -> bool:
    """Say whether a word may end here; before a closing bracket where one may be open."""
    return at >= len(text) or text[at] in f" {_BARS}" or (grouped and text[at] in _CLOSE)


def _groups(text: str, edges: Sequence[bool], phrases: Mapping[int, int]) -> dict[int, int]:
    """Give the brackets that join words, opening to closing: whole words with a blank, a bar or
    a phrase inside. All others are characters.
    """
    opened: list[tuple[int, int]] = []
    found: dict[int, int] = {}
    signs, behind = 0, 0
    for at, char in enumerate(text):
        if at < behind:
            continue
        if at in phrases:
            behind = phrases[at] + 1
        signs += at in phrases or char in f" {_BARS}"
        if char in _OPEN:
            opened.append((at, signs))
        elif char in _CLOSE and opened:
            start, before = opened.pop()
            joins = signs > before and len(opened) < _DEEPEST
            if joins and edges[start] and _ends_word(text, at + 1, grouped=True):
                found[start] = at
    return found
