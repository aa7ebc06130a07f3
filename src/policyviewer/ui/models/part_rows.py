"""What is said of the parts of a compilation: decisions without widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.domain.patterns import regex
from policyviewer.ui.models.library_model import short_title
from policyviewer.ui.translation import noop, tr

STATE_WORDS = {
    PartState.SAME: "",
    PartState.MOVED: noop("已移动"),
    PartState.CHANGED: noop("原文已改"),
    PartState.DELETED: noop("原文已删"),
    PartState.GONE: noop("文件已不在"),
}
_STANDS_OTHERWISE = noop("效力有变")
_TOLD = {
    PartState.MOVED: noop("文字没有变，现在是{name}。"),
    PartState.CHANGED: noop("收入以后原文有改动，现在是{name}。"),
    PartState.DELETED: noop("原文里已经没有这段文字。导出时仍用收入时的文字，并注明已删去。"),
    PartState.GONE: noop("文库里已经没有这份文件。导出时仍用收入时的文字，并注明。"),
}
_LONGEST = 60
_NUMBER = regex(r"^（[^（）]*号）")


def state_word(present: PresentPart | None) -> str:
    """Give in a word what has become of a part; nothing where it is as it was, or not known."""
    if present is None:
        return ""
    word = STATE_WORDS[present.state]
    if word:
        return tr(word)
    return tr(_STANDS_OTHERWISE) if present.stands_otherwise else ""


def told(present: PresentPart) -> str:
    """Give the sentences that tell what has become of a part."""
    words = []
    if present.part.is_whole and present.state is PartState.CHANGED:
        words.append(tr("这份文件有了新的文字，下面是不同的地方。"))
    elif present.state is PartState.CHANGED and present.name == present.part.name:
        words.append(tr("收入以后原文有改动。"))
    elif present.state in _TOLD:
        words.append(tr(_TOLD[present.state]).format(name=present.name))
    if present.stands_otherwise:
        former, now = (one or tr("没有写明") for one in (present.part.standing, present.standing))
        words.append(tr("效力：收入时{former}，现在{now}。").format(former=former, now=now))
    return "\n".join(words)


def listed_name(part: CompiledPart) -> str:
    """Give the name of a part as a narrow list shows it: without the issuer before 关于, and
    without the number behind the title.
    """
    if part.target is None or part.is_whole:
        return short_title(part.name)
    _, found, place = part.name.partition("》")
    place = _NUMBER.sub("", place)
    gap = "" if place.startswith("“") else "　"
    return f"{short_title(part.target.title)}{gap}{place}" if found and place else part.name


def second_line(part: CompiledPart) -> str:
    """Give what stands below the name of a part: how its words begin."""
    if part.target is None:
        return ""
    if part.is_whole:
        return tr("整份文件")
    words = "".join(part.target.quote.exact[: 2 * _LONGEST].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def spoken(part: CompiledPart, present: PresentPart | None) -> str:
    """Give a row as a screen reader says it."""
    if part.target is None:
        return tr("标题：{words}").format(words=part.heading)
    return tr("，").join(filter(None, (part.name, second_line(part), state_word(present))))


def counted(parts: Sequence[CompiledPart], presents: Mapping[PartId, PresentPart]) -> str:
    """Give the line that counts parts, and those that have changed."""
    count = sum(one.target is not None for one in parts)
    changed = sum(one.id in presents and presents[one.id].changed for one in parts)
    words = tr("共 {count} 部分").format(count=count)
    return words + (tr("，{count} 部分有变化").format(count=changed) if changed else "")
