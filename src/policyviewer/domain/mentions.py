"""Mentions of provisions and documents, read by their form alone.

《…》（文号）第三条, 本办法第十条第二款第（一）项, 前款, 附件2: the forms are those of the
《立法技术规范（试行）（一）》 on citing, measured on 3,474 laws and regulations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from typing import Any

from policyviewer.domain.numerals import CHINESE, number
from policyviewer.domain.patterns import regex

_KINDS = (
    "法|条例|办法|规定|细则|规则|章程|解释|决定|意见|通知|方案|预案|规程|制度|准则|导则|规范|规划"
    "|纲要|公告|批复|安排|公约|协定|标准|指南|守则|(?:暂行|试行|实施|管理)(?:办法|细则|规定|意见|条例)"
)
_N = rf"(?:[{CHINESE}]{{1,9}}|\d{{1,4}})"
_TOKEN = regex(
    r"《[^《》\n]{2,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,60})?》"
    r"(?:[（(](?:[^（）()\n]|[（(]\d{4}[）)]){2,60}[）)])?"
    rf"|第[（(]?{_N}[）)]?(?:条(?:之{_N})?|款|项(?!目|工作)|目(?!标)|编|章|节|部分)"
    r"|前[一二两三四五六]?(?:条|款|项(?!目|工作))"
    rf"|本(?:(?:{_KINDS})(?=第)|条(?!例|文|件)|款(?!项)|项(?!目|工作))"
    rf"|该(?:{_KINDS})(?=第)"
    r"|上述(?:规定|条款)"
    rf"|附[件表](?:[{CHINESE}]{{1,3}}|\d{{1,3}})?"
    r"|\u3014\d{4}\u3015第?\d{1,5}号|［\d{4}］第?\d{1,5}号|\[\d{4}\]第?\d{1,5}号"
    rf"|令第{_N}号"
)
_STEP = regex(rf"第[（(]?({_N})[）)]?(条|款|项|目|编|章|节|部分)(?:之({_N}))?")
_BACK = regex("前([一二两三四五六]?)(条|款|项)")
_NAMED = regex("(?:法|法典|条例|办法|细则|规则|公约|解释)$")
_VERBS = regex(
    "依照|按照|根据|依据|违反|适用|触犯|构成|参照|符合|执行|遵守|以及|或者|贯彻|落实|印发|转发"
    "|关于|详见|[及除将把对的由为与见]|和(?!国)"
)
_CODE_BEGINS = regex(f"{_VERBS.pattern}|和")
_RUN = regex("[\u4e00-\u9fff]+$")
_CODE = regex("[\u4e00-\u9fff（）()]{1,12}$")
_JOINT = regex("(?:、|和|与|或|及|至|到|以及|或者|规定的?[、和]|或第|款?、)?[“”]?")
_OPENED = regex("^.*[（(](?=[^（）()]*$)")
"""A bracket that opens before a number and closes behind it: （某政发〔2020〕5号）."""
_BEFORE = 24
_ALIAS = regex('以下(?:统|合|通|并)?(?:简)?称(?:为)?[：:]?[“"《]?([^”"》）)，。；]{1,20})')
_UNITS = {"条": "article", "款": "para", "项": "item", "目": "subitem"}
_LEVELS = ("article", "para", "item", "subitem")
_BLANKS = frozenset(" \u3000\t\xa0")
_LINE_BEGINS = frozenset(("", *" \u3000\t\xa0\n"))
_OWN_UNITS = ("本条", "本款", "本项")


class MentionKind(IntEnum):
    """What a mention is of."""

    OWN = auto()
    """A provision of the same document, named outright: 本法第三条."""
    BARE = auto()
    """A provision without a document's name: 第三条, 第二款."""
    RELATIVE = auto()
    """A provision by its distance: 前款, 上述规定."""
    DOCUMENT = auto()
    """Another document, with or without a provision."""
    ANTECEDENT = auto()
    """The document named last: 该条例第三条."""
    ATTACHMENT = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A provision by its numbers; what is not named is None.

    ``back`` counts 前条, 前两款 and so on, in the unit that ``unit`` names; 0 means 本条, 本款.
    """

    division: tuple[str, int] | None = None
    article: int | None = None
    branch: int | None = None
    para: int | None = None
    item: int | None = None
    subitem: int | None = None
    back: int | None = None
    unit: str = ""

    @property
    def whole_article(self) -> bool:
        """Say whether nothing below the article is named."""
        below = (self.para, self.item, self.subitem)
        return not any(value is not None for value in below) and self.unit in ("", "article")

    @property
    def empty(self) -> bool:
        """Say whether nothing is named."""
        return self == Place()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to something: ``start`` to ``end`` in code points of the text."""

    start: int
    end: int
    kind: MentionKind
    place: Place = Place()
    title: str | None = None
    issued: str | None = None
    """What stands in brackets behind a title: a document number, a year, an abbreviation."""
    annex: tuple[str, int | None] | None = None
    """件 or 表, and its number where one is printed."""


def mentions_of(text: str) -> Iterator[Mention]:
    """Give the mentions in the order of the text.

    In a chain (第三条第一款、第二款) each later one takes over what it leaves out.
    """
    aliases: dict[str, str] = {}
    last: Mention | None = None
    for tokens in _adjacent(text):
        mention = _mention(text, tokens)
        if mention is None:
            continue
        if last is not None and mention.kind in (MentionKind.BARE, MentionKind.ANTECEDENT):
            mention = _continued(text, last, mention)
        if mention.title is not None:
            mention = replace(mention, title=aliases.get(mention.title, mention.title))
            if mention.issued and (alias := _ALIAS.search(mention.issued)):
                aliases[alias[1]] = mention.title or ""
        if mention.kind is not MentionKind.ATTACHMENT:
            last = mention
        yield mention


def _adjacent(text: str) -> Iterator[list[re.Match[str]]]:
    """Give the tokens, those that touch each other together."""
    group: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if _is_marker(text, token):
            continue
        if group and (token.start() != group[-1].end() or token[0][0] not in "第前"):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _is_marker(text: str, token: re.Match[str]) -> bool:
    """Say whether 第三条 stands alone at the beginning of a line."""
    start, end = token.span()
    return text[end : end + 1] in _BLANKS and text[max(0, start - 1) : start] in _LINE_BEGINS


def _mention(text: str, tokens: list[re.Match[str]]) -> Mention | None:
    first = tokens[0]
    start, end = first.start(), tokens[-1].end()
    sign = first[0][0]
    if sign == "第":
        return _bare(text, tokens)
    if sign in "\u3014［[令":
        return _numbered(text, first)
    place = _steps(Place(), tokens[1:])
    if sign == "《":
        title, _, issued = first[0].rpartition("》")
        return Mention(start, end, MentionKind.DOCUMENT, place, title[1:], issued[1:-1] or None)
    if sign != "附":
        return Mention(start, end, *_own(first[0], place))
    annex = (first[0][1], number(first[0][2:]))
    return Mention(start, end, MentionKind.ATTACHMENT, annex=annex)


def _numbered(text: str, token: re.Match[str]) -> Mention | None:
    """Give a document by its number alone: the letters before the year belong to it."""
    start = token.start()
    code = _CODE.search(text, max(0, start - _BEFORE), start)
    issued = _OPENED.sub("", _CODE_BEGINS.split(code[0])[-1]) if code else ""
    if not issued:
        return None
    words = issued + token[0]
    return Mention(start - len(issued), token.end(), MentionKind.DOCUMENT, issued=words)


def _own(words: str, place: Place) -> tuple[MentionKind, Place]:
    """Give what 本法, 该条例, 本条, 前款, 上述规定 mean."""
    if words[0] == "该":
        return MentionKind.ANTECEDENT, place
    if words[0] == "本" and words not in _OWN_UNITS:
        return MentionKind.OWN, place
    return MentionKind.RELATIVE, _relative(words, place)


def _relative(words: str, place: Place) -> Place:
    back = _BACK.fullmatch(words)
    if back:
        return replace(place, back=number(back[1] or "一"), unit=_UNITS[back[2]])
    return replace(place, back=0, unit=_UNITS.get(words[-1], "above"))


def _bare(text: str, tokens: list[re.Match[str]]) -> Mention | None:
    """Give a provision without a title in 《》; 刑法第三条 names its document all the same."""
    start, end = tokens[0].start(), tokens[-1].end()
    place = _steps(Place(), tokens)
    if place.empty:
        return None
    run = _RUN.search(text, max(0, start - _BEFORE), start)
    if run and _NAMED.search(run[0]) and place.article is not None:
        name = _VERBS.split(run[0])[-1]
        if name and name[0] not in "本该":
            return Mention(start - len(name), end, MentionKind.DOCUMENT, place, name)
    return Mention(start, end, MentionKind.BARE, place)


def _steps(place: Place, tokens: list[re.Match[str]]) -> Place:
    """Give the place that 第…条第…款第…项 name."""
    named: dict[str, Any] = {}
    for token in tokens:
        step = _STEP.fullmatch(token[0])
        value = number(step[1]) if step else None
        if step is None or value is None:
            if token[0].endswith("款"):  # 第三条前两款
                named["para"] = 1
        elif step[2] in _UNITS:
            named[_UNITS[step[2]]] = value
            if step[3]:
                named["branch"] = number(step[3])
        else:
            named["division"] = (step[2], value)
    return replace(place, **named) if named else place


def _continued(text: str, last: Mention, mention: Mention) -> Mention:
    """Give a mention what it takes over from the one before: its document, its article."""
    if mention.kind is MentionKind.ANTECEDENT:
        if last.kind is not MentionKind.DOCUMENT:
            return mention
        return replace(mention, kind=MentionKind.DOCUMENT, title=last.title, issued=last.issued)
    joined = _JOINT.fullmatch(text, last.end, mention.start) is not None
    if not joined or last.place.empty or mention.place.division:
        return mention
    place = mention.place
    for name in _LEVELS:
        if getattr(place, name) is not None:
            break
        place = replace(place, **{name: getattr(last.place, name)})
        if name == "article":
            place = replace(place, branch=last.place.branch)
    if mention.place.article is None:
        place = replace(place, back=last.place.back, unit=last.place.unit)
    return replace(mention, kind=last.kind, title=last.title, issued=last.issued, place=place)
