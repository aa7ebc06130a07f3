"""The life of a document in words: a row for each event, and one for today."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.lifetimes import Event, EventKind, Lifetime
from policyviewer.domain.standing import Standing
from policyviewer.ui.translation import noop, tr

_EVENTS = {
    EventKind.WRITTEN: noop("成文"),
    EventKind.PUBLISHED: noop("公布"),
    EventKind.EFFECTIVE: noop("开始施行"),
    EventKind.AMENDED: noop("被《{title}》修改"),
    EventKind.REPEALED: noop("被《{title}》废止"),
    EventKind.EXPIRES: noop("有效期的最后一天"),
}
_MADE = frozenset({EventKind.WRITTEN, EventKind.PUBLISHED})
_STANDS = {
    Standing.REPEALED: noop("已废止"),
    Standing.LAPSED: noop("已过有效期"),
    Standing.NOT_YET: noop("尚未施行"),
    Standing.AMENDED: noop("有效，已被修改"),
}


@dataclass(frozen=True, slots=True)
class LifeRow:
    """A line of the picture: a day (ISO), what happened, and whether the text holds after it."""

    day: str
    words: str
    holds: bool
    by: DocumentId | None = None
    """The document that did it, which one can go to."""
    is_today: bool = False


def life_rows(life: Lifetime, today: str) -> list[LifeRow]:
    """Give the events of a life and today's row in their order; nothing where no event is known
    that makes a text hold, or no longer hold.
    """
    if all(one.kind in _MADE for one in life.events):
        return []
    rows = [
        LifeRow(one.day, event_text(one), _holds_after(life, one), one.by) for one in life.events
    ]
    at = sum(row.day <= today for row in rows)
    holds = life.is_in_force(today) is True
    told = tr("今天：{words}").format(words=stands_text(life, today))
    rows.insert(at, LifeRow(today, told, holds, is_today=True))
    return rows


def event_text(event: Event) -> str:
    """Tell what happened."""
    return tr(_EVENTS[event.kind]).format(title=event.title)


def stands_text(life: Lifetime, day: str) -> str:
    """Tell whether a document holds on a day (ISO)."""
    standing = life.standing_on(day)
    if standing is not None:
        return tr(_STANDS[standing])
    return tr("有效") if life.is_in_force(day) else tr("没有写明何时施行")


def warning_text(life: Lifetime, day: str) -> str:
    """Tell what is to be known before one relies on a document; nothing for most."""
    standing, event = life.standing_on(day), life.why(day)
    if standing is None or event is None:
        return ""
    told = {
        Standing.REPEALED: tr("请注意：这份文件自 {day} 起被《{title}》废止。"),
        Standing.LAPSED: tr("请注意：这份文件的有效期到 {day} 为止，已经失效。"),
        Standing.NOT_YET: tr("请注意：这份文件自 {day} 起施行，现在还没有施行。"),
        Standing.AMENDED: tr("请注意：这份文件自 {day} 起被《{title}》修改。"),
    }
    return told[standing].format(day=event.day, title=event.title)


def _holds_after(life: Lifetime, event: Event) -> bool:
    """Say whether the text holds between an event and the next one."""
    if event.kind is EventKind.EXPIRES:
        return False
    return life.is_in_force(event.day) is True
