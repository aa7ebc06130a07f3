"""Who leads and who supports, as brackets and labels say it: （甲局牵头，乙局、丙局配合）.

A body that is said to be responsible, without a word on who leads, leads: all of them do, or the
first of them where the document says that the first in a list does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from policyviewer.domain.bodies import bodies, is_body, is_masked, pieces
from policyviewer.domain.deadlines import Deadline, deadlines, deadlines_of, is_standing
from policyviewer.domain.patterns import regex

FIRST_LEADS = regex(
    "(?:列|排)(?:名|序|位)?(?:在|于)?(?:第一(?:位|个|名)?|首位|最前面?|首)(?:者|的)?"
    "[^，。；（）()]{0,8}?"
    "(?:为|是|作为|负责)?总?牵头(?:单位|部门|机构|机关|负责)?"
    "|(?:第一个|首个|首位)(?:单位|部门)(?:为|是)牵头(?:单位|部门)"
)
"""The sentence that makes the first body of each list the leading one."""
FROM_HERE = regex("下同|以下|均|各项")

LABEL = regex(
    "(?P<label>(?:总?牵头|责任|负责|主责|主要|配合|协办|协助|主办|承办|参与|参加|落实|实施|完成|时间|办结|支持"
    "|协同|联合|指导|督办|办理|整改)(?:责任|负责|配合|落实|实施|牵头)?(?:及?配合)?"
    "(?:单位|部门|机构|机关|处室|科室|股室|主体|领导|人|时限|时间|期限|日期|节点|要求))[：:]"
)
_ANY_LABEL = regex("(?:^|[，,；;。 ])[\u4e00-\u9fff]{2,8}[：:]")
_ADVERBS = (
    "(?:(?:按|依|根据|结合)照?(?:各自)?(?:部门)?(?:工作)?(?:职责|职能|任务)"
    "(?:权限|范围)?(?:和|及)?(?:任务)?(?:分工)?"
    "|分别|共同|具体|统一|联合|分头|积极|全力|协同|密切|各负其责|做好)*"
)
_LEAD = "总?牵头|主办|抓总"
_SUPPORT = "配合|参与|参加|协助|协办|支持"
_RESPONSIBLE = "负责|落实|承办|承担|实施|组织|推进|完成|开展|办理|主责"
_TAIL = (
    "(?:负责|落实|组织|实施|推进|办理|完成|开展|制定|做好|工作|参加|参与|配合|抓好|协调|指导|督促"
    "|相关工作)*"
)
_VERB = regex(
    f"{_ADVERBS}(?:(?P<lead>{_LEAD})|(?P<support>{_SUPPORT})|(?:{_RESPONSIBLE}))"
    f"{_TAIL}(?=[，,、；;。]|$)[，,、；;。]?"
)
"""A verb that ends a clause: what stands before it, up to the verb before, are its subjects."""
_ONLY_ADVERBS = regex(
    "(?:按|依|根据)照?(?:各自)?(?:部门)?(?:职责|职能)(?:权限)?(?:和)?(?:任务)?(?:分工)?$"
)
_TOGETHER = regex("会同|会商|(?<=[部委局厅办])商(?=[\u4e00-\u9fff]{2,}[部委局厅办])")
_BEGIN = regex("^(?:由|请|并由|并|再由|以及|会同|其中|同时)+")
_LEAD_LABEL = regex("牵头|主办|主责")
_SUPPORT_LABEL = regex("配合|协办|协助|参与|参加|支持|协同|联合")
_TIME = regex("时限|时间|期限|日期|节点")
_PERSON = regex("领导|人$")
_LEADS = regex("[（(]总?牵头(?:单位|部门)?[）)]$")
"""Behind the name of the one in a list that leads: 县水利局（牵头）、县财政局."""
_NOTES = regex("下同")
_EMPTY = regex("[（(][，,、；;。]*[）)]")


class Part(Enum):
    """What a body does for a task."""

    LEAD = auto()
    RESPONSIBLE = auto()
    SUPPORT = auto()


@dataclass(frozen=True, slots=True)
class Duty:
    """Who leads, who supports and by when; what is not said is empty."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give all bodies, those that lead first."""
        return (*self.lead, *self.support)

    def joined(self, other: Duty) -> Duty:
        """Give this duty with what another says of the same task."""
        lead = tuple(dict.fromkeys((*self.lead, *other.lead)))
        support = tuple(dict.fromkeys((*self.support, *other.support)))
        days = (*self.deadlines, *other.deadlines)
        return Duty(lead, tuple(one for one in support if one not in lead), days)


def duty_of(words: str, written: str | None, *, first_leads: bool = False) -> Duty | None:
    """Give what the words of a bracket or of labels say; None when they name no body and no end.

    ``first_leads``: the document has said that the first body in a list leads. ``written`` is
    the document's date, from which years that are not printed follow.
    """
    first_leads = first_leads or FIRST_LEADS.search(words) is not None
    plain = _without_notes(words)
    said: dict[Part, list[str]] = {part: [] for part in Part}
    days: list[Deadline] = []
    for label, text in _labelled(plain):
        if label and _TIME.search(label):
            days += deadlines_of(text, written)
        elif label and _PERSON.search(label):
            continue
        elif label:
            said[_part_of_label(label)] += bodies(_without_verbs(text))
        else:
            rest, found = _without_deadlines(text, written)
            days += found
            for part, names in _clauses(rest):
                said[part] += names
    duty = _shared(said, tuple(days), first_leads=first_leads)
    named = any(is_body(name) or is_masked(name) for name in duty.names)
    known = named or (days and LABEL.match(plain))
    return duty if known else None


def is_list_of_bodies(words: str) -> bool:
    """Say whether words are names of bodies and nothing else: （市教育局、市财政局）."""
    if words.startswith(("或", "含", "包括", "不含", "以下")):
        return False
    names = bodies(_ONLY_ADVERBS.sub("", _without_notes(words)))
    return bool(names) and len(words) <= 200 and all(is_body(name) for name in names)


def says_who(words: str) -> bool:
    """Say whether words have a verb or a label that gives a body a part in a task."""
    return LABEL.search(words) is not None or _VERB.search(words) is not None


def _without_notes(words: str) -> str:
    """Give words without what they say of all lists: （列第一位者为牵头单位，下同）."""
    return _EMPTY.sub("", _NOTES.sub("", FIRST_LEADS.sub("", words)))


def _shared(said: dict[Part, list[str]], days: tuple[Deadline, ...], *, first_leads: bool) -> Duty:
    """Give who leads: those who are said to, else the first responsible one or all of them."""
    lead, others, support = said[Part.LEAD], said[Part.RESPONSIBLE], said[Part.SUPPORT]
    marked = [name for name in others if _LEADS.search(name)]
    if marked and not lead:
        lead = [_LEADS.sub("", name) for name in marked]
        others = [name for name in others if name not in marked]
    elif not lead:
        count = 1 if first_leads else len(others)
        lead, others = others[:count], others[count:]
    return Duty(tuple(lead)).joined(Duty((), (*others, *support), days))


def _labelled(words: str) -> list[tuple[str, str]]:
    """Part words at their labels (牵头单位：…；责任单位：…); unknown labels take theirs along."""
    parts: list[tuple[str, str]] = []
    at, label = 0, ""
    for match in LABEL.finditer(words):
        parts.append((label, words[at : match.start()]))
        at, label = match.end(), match["label"]
    parts.append((label, words[at:]))
    return [(name, _ANY_LABEL.split(text)[0].strip("，,；;。 \u3000")) for name, text in parts]


def _part_of_label(label: str) -> Part:
    if _LEAD_LABEL.search(label):
        return Part.LEAD
    return Part.SUPPORT if _SUPPORT_LABEL.search(label) else Part.RESPONSIBLE


def _without_deadlines(text: str, written: str | None) -> tuple[str, list[Deadline]]:
    """Take the pieces that only say by when out of a bracket's words."""
    rest: list[str] = []
    days: list[Deadline] = []
    for piece in pieces(text, "，,；;。"):
        found = list(deadlines(piece, written))
        bare = piece.strip()
        if is_standing(bare):
            days.append(Deadline(bare, None))
        elif found:
            days += found
            left = bare
            for one in found:
                left = left.replace(one.printed, "", 1)
            left = re.sub("^(?:于|在|到|至|须|要|应)|(?:完成|落实|到位)+$", "", left)
            rest += [left] if left else []
        else:
            rest.append(bare)
    return "，".join(rest), days


def _clauses(text: str) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """Give who is named with which verb; names without one go with the verb before them."""
    at = 0
    led = False
    for match in _VERB.finditer(text):
        part = Part.SUPPORT if match["support"] else Part.RESPONSIBLE
        if match["lead"]:
            part, led = Part.LEAD, True
        yield from _together(text[at : match.start()], part)
        at = match.end()
    rest = _ONLY_ADVERBS.sub("", text[at:].strip("，,；;。、 "))
    if rest and is_list_of_bodies(rest):
        yield from _together(rest, Part.SUPPORT if led else Part.RESPONSIBLE)


def _together(who: str, part: Part) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """Part 甲会同乙: the first leads, the second supports."""
    first, *others = _TOGETHER.split(_BEGIN.sub("", who.strip("，,；;。、 "))) or [""]
    beside = _TOGETHER.match(who.strip("，,；;。、 ")) is not None
    if first and others and not beside:
        yield Part.LEAD, bodies(first)
    elif first:
        yield (Part.SUPPORT if beside else part), bodies(_ONLY_ADVERBS.sub("", first))
    for other in others:
        yield Part.SUPPORT, bodies(_ONLY_ADVERBS.sub("", other))


def _without_verbs(text: str) -> str:
    return re.sub(f"{_ADVERBS}(?:负责|落实|配合|参与|牵头){_TAIL}$", "", text)
