"""A query as people type it, read into an expression. Nothing that can be typed is an error.

====================================  ====================================================
``农业 粮食``                          both must stand in the provision
``"粮食安全"`` “…” 「…」                exactly so, numbers and wildcards included
``-渔业`` ``NOT 渔业``                 must not stand
``农业 OR 粮食`` ``|`` ``或``          one of them; binds closer than a blank
``(农业 粮食) | 渔业``                 brackets of either width
``人民*府`` ``人民?府``                 up to ten characters, exactly one; not over a clause's end
``粮食 NEAR/10 安全`` ``近/10``        at most so many characters apart, either first; 10 if unsaid
``标题:农业`` ``机关:`` ``文号:`` …     what the document is (see ``fields``)
``渝`` ``机关:渝``                      the province too, unless it is meant literally
``重庆``                               渝, 渝黔 and so on too, where the user has widened it
====================================  ====================================================
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from policyviewer.domain.patterns import regex
from policyviewer.domain.provinces import meant
from policyviewer.domain.queries import Expansion
from policyviewer.search.expression import All, Either, Expression, Fact, Node, Not
from policyviewer.search.fields import fact
from policyviewer.search.folding import fold
from policyviewer.search.leaves import WIDEST, Gap, Near, Pattern, Text
from policyviewer.search.questions import LONG, asks
from policyviewer.search.spelling import spellings
from policyviewer.search.tokens import Kind, Token, tokens

_DISTANCE = 10
_NEAR = regex(r"(?:NEAR|近)(?:[/\uff0f](\d{1,3}))?")
_NUMBER = regex("([\u4e00-\u9fff]{2,25}?)第?([0-9]{1,5}号)")
_STARS = regex(r"[*\uff0a]+")
_EITHER = ("OR", "或")
_BOTH = ("AND", "且")
_LATIN = regex("OR|AND|NOT|NEAR")
_WILD = regex(r"[*\uff0a?]+")
_OPERANDS = (Kind.WORD, Kind.PHRASE, Kind.FIELD)


class _Sign:
    """What stands between two words."""

    EITHER = -1
    BOTH = -2
    NONE = -3


@dataclass(slots=True)
class _Frame:
    """What stands within a pair of brackets so far."""

    parts: list[Node] = field(default_factory=list)
    excluding: bool = False
    """Whether the next part is excluded."""
    sign: int = _Sign.NONE
    """What joins the next part to the one before; from 0 on, how near it must be."""

    def add(self, part: Node | None) -> None:
        """Put a part behind the others, joined as the sign says."""
        sign, self.sign = self.sign, _Sign.NONE
        excluding, self.excluding = self.excluding, False
        if part is None:
            return
        part = Not(part) if excluding else part
        before = self.parts[-1] if self.parts else None
        if before is None or sign in (_Sign.NONE, _Sign.BOTH):
            self.parts.append(part)
        elif sign == _Sign.EITHER:
            self.parts[-1] = _either(before, part)
        else:
            self._put_near(before, part, sign)

    def _put_near(self, before: Node, part: Node, distance: int) -> None:
        """Join two parts by nearness; the second may be near a third in turn."""
        first, second = _sides(before), _sides(part)
        if first and second:
            self.parts[-1] = Near(first, second, distance)
        elif isinstance(before, Near) and second:
            self.parts.append(Near(before.second, second, distance))
        else:
            self.parts.append(part)

    def joined(self) -> Node | None:
        """Give what stands within the brackets as one part."""
        return All(_flat(self.parts)) if len(self.parts) > 1 else next(iter(self.parts), None)


class _Parser:
    def __init__(
        self, found: list[Token], literal: Collection[str], widened: Iterable[Expansion]
    ) -> None:
        self._tokens = found
        self._literal = frozenset(map(fold, literal))
        self._widened = {fold(one.written): tuple(map(fold, one.added)) for one in widened}
        self.expansions: dict[str, Expansion] = {}
        self._frames = [_Frame()]
        self.exact = self.boundless = False

    def read(self) -> All:
        for at, token in enumerate(self._tokens):
            if token.kind is Kind.WORD and self._is_sign(at):
                continue
            self._take(token)
        while len(self._frames) > 1:
            self._close()
        return All(_flat(self._frames[0].parts))

    def _take(self, token: Token) -> None:
        frame = self._frames[-1]
        if token.kind in (Kind.EITHER, Kind.MINUS, Kind.OPEN):
            self.exact = True
        if token.kind is Kind.EITHER:
            frame.sign = _Sign.EITHER
        elif token.kind is Kind.MINUS:
            frame.excluding = True
        elif token.kind is Kind.OPEN:
            self._frames.append(_Frame())
        elif token.kind is Kind.CLOSE:
            self._close()
        else:
            frame.add(self._part(token))

    def _close(self) -> None:
        if len(self._frames) > 1:
            frame = self._frames.pop()
            self._frames[-1].add(frame.joined())

    def _part(self, token: Token) -> Node | None:
        if token.kind is Kind.FIELD:
            told = fact(token)
            if told is not None:
                return told if token.quoted else self._with_provinces(told)
            token = Token(Kind.WORD, f"{token.field}:{token.text}")
        key = fold(token.text)
        if not key.strip():
            return None
        if token.kind is Kind.PHRASE:
            self.exact = True
            return Text((key,))
        return self._word(token.text, key)

    def _word(self, typed: str, key: str) -> Node | None:
        pieces = _pieces(typed, key)
        if pieces is None:
            return _with_year(key) or Text(
                (*spellings(key), *self._provinces(key), *self._others(key))
            )
        self.exact = True
        texts, gaps = pieces
        if not texts:
            self.boundless = True
            return None
        if len(texts) == 1 and not (gaps[0].least or gaps[-1].least):
            return Text(spellings(texts[0]))
        return Pattern(texts, gaps, key)

    def _with_provinces(self, told: Fact) -> Fact:
        """Let a short name of a province in the issuer mean the full one too."""
        named = told.wanted.issuers
        full = [one for name in named for one in self._provinces(name)]
        return replace(told, wanted=replace(told.wanted, issuers=(*named, *full)))

    @property
    def _excluding(self) -> bool:
        return any(one.excluding for one in self._frames)

    def _others(self, key: str) -> tuple[str, ...]:
        """Give what a word that was widened also finds."""
        return () if self._excluding else self._widened.get(key, ())

    def _provinces(self, key: str) -> tuple[str, ...]:
        found = () if self._excluding else meant(key, self._literal)
        if found:
            self.expansions[key] = Expansion(key, found)
        return found

    def _is_sign(self, at: int) -> bool:
        """Take a word that is a sign between two others; elsewhere it is one to be found."""
        word = self._tokens[at].text
        near = _NEAR.fullmatch(word)
        if not (near or word in (*_EITHER, *_BOTH, "NOT")):
            return False
        frame = self._frames[-1]
        between = word == "NOT" or (
            self._is_operand(at - 1) and bool(frame.parts) and frame.sign == _Sign.NONE
        )
        if not (between and self._goes_on(at + 1)):
            return _LATIN.match(word) is not None
        self.exact = True
        if word == "NOT":
            frame.excluding = True
        elif near:
            frame.sign = int(near[1] or _DISTANCE)
        else:
            frame.sign = _Sign.EITHER if word in _EITHER else _Sign.BOTH
        return True

    def _is_operand(self, at: int) -> bool:
        return at >= 0 and self._tokens[at].kind in (*_OPERANDS, Kind.CLOSE)

    def _goes_on(self, at: int) -> bool:
        behind = self._tokens[at].kind if at < len(self._tokens) else None
        return behind in (*_OPERANDS, Kind.OPEN, Kind.MINUS)


def parse(
    text: str, literal: Collection[str] = (), widened: Iterable[Expansion] = ()
) -> Expression:
    """Read a query; time grows with its length alone. What is ``literal`` is not expanded;
    ``widened`` are words that find others too.
    """
    parser = _Parser(tokens(text), literal, widened)
    root = parser.read()
    return Expression(root, parser.exact, parser.boundless, tuple(parser.expansions.values()))


def _with_year(key: str) -> Either | None:
    """Give a 发文字号 that was typed without its year, as typed or with any; None for others."""
    match = _NUMBER.fullmatch(key)
    if match is None:
        return None
    code, serial = match.groups()
    bare = tuple(dict.fromkeys((*spellings(key), code + serial)))
    gaps = (Gap(0, 0), Gap(4, 4), Gap(0, 0))
    return Either((Text(bare), Pattern((f"{code}(", f"){serial}"), gaps, key)))


def _flat(parts: Iterable[Node]) -> tuple[Node, ...]:
    """Give the parts with brackets opened that change nothing."""
    return tuple(
        one for part in parts for one in (part.parts if isinstance(part, All) else (part,))
    )


def _either(before: Node, part: Node) -> Either:
    parts = before.parts if isinstance(before, Either) else (before,)
    return Either((*parts, part))


def _sides(part: Node) -> tuple[Text | Pattern, ...]:
    """Give the words that something may be near to; empty for what is more than words."""
    parts = part.parts if isinstance(part, Either) else (part,)
    words = tuple(one for one in parts if isinstance(one, Text | Pattern))
    return words if len(words) == len(parts) else ()


def _pieces(typed: str, key: str) -> tuple[tuple[str, ...], tuple[Gap, ...]] | None:
    """Give the texts of a word and the gaps around them; None where it has no wildcard.

    A question mark that ends a sentence is none, nor is any in a question.
    """
    end = len(typed)
    sentence = typed.rstrip("?")
    question = asks(sentence)
    if question or end >= LONG:
        end = len(sentence)
    texts, gaps, at = [], [Gap(0, 0)], 0
    for match in (_STARS if question else _WILD).finditer(typed, 0, end):
        if match.start() > at:
            texts.append(key[at : match.start()])
            gaps.append(Gap(0, 0))
        stars, ones = len(match[0]) - match[0].count("?"), match[0].count("?")
        gaps[-1] = Gap(ones, ones + (WIDEST if stars else 0))
        at = match.end()
    if at == 0:
        return None
    if key[at:]:
        texts.append(key[at:])
        gaps.append(Gap(0, 0))
    return tuple(texts), tuple(gaps)
