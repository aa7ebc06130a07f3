"""The numbers of lists and headings, counted paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.domain.patterns import regex
from policyviewer.importers.odt.names import attribute, integer, name_of, q
from policyviewer.importers.ordinals import ordinal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 10
_LONGEST = 100
"""Characters of a label: a longer one, before each of many paragraphs, is a trap."""
_OUTLINE = ""
"""The key of the headings' own list."""
_PLACE = regex("%([0-9]{1,2})%")
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "１, ２, ３, ...": "decimalFullWidth",
    "": "none",
}
_BULLET = "•"
_PLAIN_BULLET = regex("[\u2010-\u2015\u2022\u25a0-\u25ff\u2605\u2606\u00b7*\\-—]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item counts: which count, in the form of which list style, on level 1 to 10."""

    count: int
    style: str
    level: int


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    """The label, with %N% for the number of level N from 1."""
    start: int


class Numbering:
    """The list styles of a document and how far each has counted."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: list[dict[int, int]] = [{}]
        self._latest: dict[str, int] = {}
        self._of_list: dict[str, int] = {}
        for root in roots:
            for element in [] if root is None else root.iter(q("text:list-style")):
                self._styles[attribute(element, "style:name") or ""] = dict(_levels(element))
            for element in [] if root is None else root.iter(q("text:outline-style")):
                self._styles[_OUTLINE] = dict(_levels(element))

    def begin(self, style: str, name: str | None, after: str | None, *, goes_on: bool) -> int:
        """Give the count of an outermost list: a new one, unless the list continues another.

        It may continue the one named ``after``, or with ``goes_on`` the latest of its style.
        """
        count = self._of_list.get(after) if after is not None else None
        if count is None and goes_on:
            count = self._latest.get(style)
        if count is None:
            count = len(self._counts)
            self._counts.append({})
        self._latest[style] = count
        if name is not None:
            self._of_list[name] = count
        return count

    def heading(self, level: int) -> str:
        """Count a heading and give its label, "" for none."""
        return self.label(Place(0, _OUTLINE, level))

    def label(self, place: Place, value: int | None = None) -> str:
        """Count an item and give its label; ``value`` sets its number."""
        levels = self._styles.get(place.style, {})
        level = levels.get(place.level)
        if level is None:
            return ""
        counted = self._counts[place.count]
        at = place.level
        counted[at] = counted.get(at, level.start - 1) + 1 if value is None else value
        for below in [other for other in counted if other > at]:
            del counted[below]
        return _PLACE.sub(lambda part: self._part(levels, counted, int(part[1])), level.pattern)

    def _part(self, levels: dict[int, _Level], counted: dict[int, int], place: int) -> str:
        level = levels.get(place)
        if level is None:
            return ""
        return ordinal(counted.get(place, level.start), level.form)


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        at = integer(attribute(element, "text:level"), 0)
        if 1 <= at <= LEVELS:
            yield at, _level(element, at)


def _level(element: Element, at: int) -> _Level:
    if name_of(element) == "text:list-level-style-bullet":
        sign = attribute(element, "text:bullet-char") or ""
        return _Level("none", sign if _PLAIN_BULLET.fullmatch(sign) else _BULLET, 1)
    written = attribute(element, "style:num-format") or ""
    form = _FORMS.get(written, "decimal")
    start = integer(attribute(element, "text:start-value"), 1)
    return _Level(form, _pattern(element, at, form)[:_LONGEST], start)


def _pattern(element: Element, at: int, form: str) -> str:
    """Give a level's label; LibreOffice writes it out, the standard gives its pieces."""
    whole = attribute(element, "loext:num-list-format")
    if whole is not None:
        return whole
    if form == "none":
        return ""
    shown = integer(attribute(element, "text:display-levels"), 1, most=at)
    places = ".".join(f"%{place}%" for place in range(at - max(1, shown) + 1, at + 1))
    before = attribute(element, "style:num-prefix") or ""
    return f"{before}{places}{attribute(element, 'style:num-suffix') or ''}"
