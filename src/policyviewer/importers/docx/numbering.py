"""Automatic numbers: what numbering.xml defines, counted paragraph by paragraph.

The labels are those that LibreOffice shows for 一、, （一）, 1. and 第X条, with restarts after a
higher level, start values of a list instance, and levels written in Arabic figures (isLgl).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policyviewer.domain.patterns import regex
from policyviewer.importers.docx.names import attribute, child, integer, is_on, value, w
from policyviewer.importers.ordinals import ordinal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_LONGEST = 100
"""Characters of a label: a longer one, before each of many paragraphs, is a trap."""
_PLACE = regex("%([1-9])")
_BULLET = "•"
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "zapfdingbats")
_BARE = regex("[\u2010-\u2015\u2022\u25a0-\u25ff\u2605\u2606\u00b7*\\-—]+")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and what it writes."""

    start: int
    form: str
    text: str
    restarts_after: int | None
    """The level, from 1, that makes it begin again; 0 for none, None for any higher one."""
    arabic: bool
    style: str | None


@dataclass(slots=True)
class _List:
    """An abstract list: its levels, and how far its instances have counted together."""

    levels: dict[int, Level]
    counted: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    """A list as paragraphs refer to it, with levels and start values of its own."""

    of: _List
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: bool = False


class Numbering:
    """The lists of a document and their counters."""

    def __init__(self, root: Element | None) -> None:
        self._instances: dict[str, _Instance] = {}
        if root is not None:
            lists = _lists(root)
            self._instances = dict(_instances(root, lists))

    def level_of_style(self, number: str, style: str) -> int:
        """Give the level of a list that belongs to a paragraph style; 0 when none does."""
        instance = self._instances.get(number)
        levels = instance.levels if instance else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def label(self, number: str, at: int) -> str:
        """Count a paragraph of list ``number`` at level ``at`` and give its label, "" for none."""
        instance = self._instances.get(number)
        if instance is None or at not in instance.levels:
            return ""
        self._count(instance, at)
        level = instance.levels[at]
        if level.form == "bullet":
            return level.text
        return _PLACE.sub(lambda place: self._part(instance, at, int(place[1]) - 1), level.text)

    def _count(self, instance: _Instance, at: int) -> None:
        counted = instance.of.counted
        if not instance.begun:
            instance.begun = True
            counted |= {level: start - 1 for level, start in instance.starts.items()}
        counted[at] = counted.get(at, instance.levels[at].start - 1) + 1
        for below in [level for level in counted if level > at]:
            if _restarts(instance.levels.get(below), at):
                restarted = instance.starts.get(below)
                if restarted is None:
                    del counted[below]
                else:
                    counted[below] = restarted - 1

    def _part(self, instance: _Instance, at: int, place: int) -> str:
        """Give what stands for %N in a label: the number of level N-1 as it stands now."""
        level = instance.levels.get(place)
        count = instance.of.counted.get(place, level.start if level else 1)
        arabic = level is None or (instance.levels[at].arabic and place <= at)
        return ordinal(count, "decimal" if level is None or arabic else level.form)


def _restarts(level: Level | None, after: int) -> bool:
    if level is None or level.restarts_after is None:
        return True
    return after < level.restarts_after


def _lists(root: Element) -> dict[str, _List]:
    found: dict[str, _List] = {}
    styled: dict[str, _List] = {}
    linked: list[tuple[str, str]] = []
    for element in root.iter(w("abstractNum")):
        name = attribute(element, "abstractNumId") or ""
        found[name] = _List(dict(_levels(element)))
        if (style := value(child(element, "styleLink"))) is not None:
            styled[style] = found[name]
        if (link := value(child(element, "numStyleLink"))) is not None:
            linked.append((name, link))
    for name, link in linked:
        if link in styled:
            found[name] = styled[link]
    return found


def _instances(root: Element, lists: dict[str, _List]) -> Iterator[tuple[str, _Instance]]:
    for element in root.iter(w("num")):
        of = lists.get(value(child(element, "abstractNumId")) or "")
        if of is None:
            continue
        starts: dict[int, int] = {}
        levels = dict(of.levels)
        for override in element.findall(w("lvlOverride")):
            at = integer(attribute(override, "ilvl"), 0)
            start = value(child(override, "startOverride"))
            levels |= dict(_levels(override))
            if start is not None:
                starts[at] = integer(start, 1)
        yield attribute(element, "numId") or "", _Instance(of, levels, starts)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for element in parent.findall(w("lvl")):
        at = integer(attribute(element, "ilvl"), 0)
        if 0 <= at < LEVELS:
            yield at, _level(element)


def _level(element: Element) -> Level:
    restart = value(child(element, "lvlRestart"))
    form = value(child(element, "numFmt")) or "decimal"
    text = (value(child(element, "lvlText")) or "")[:_LONGEST]
    return Level(
        start=integer(value(child(element, "start")), 0),
        form=form,
        text=_bullet(element, text) if form == "bullet" else text,
        restarts_after=None if restart is None else integer(restart, 0),
        arabic=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )


def _bullet(element: Element, text: str) -> str:
    """Give a bullet: signs of symbol fonts mean nothing in another font."""
    fonts = child(element, "rPr", "rFonts")
    font = ((attribute(fonts, "ascii") or "") if fonts is not None else "").lower()
    return text if _BARE.fullmatch(text) and not font.startswith(_SYMBOL_FONTS) else _BULLET
