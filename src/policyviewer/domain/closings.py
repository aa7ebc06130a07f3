"""How a part of a document closes: 附件说明, closing formula, signature, date, 附注.

The order is that of GB/T 9704-2012, sections 7.3.5 to 7.3.8. These lines belong to the part, but
to none of its numbered units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.domain.documents import HeadingKind, NodeClass
from policyviewer.domain.headings import heading_of
from policyviewer.domain.line_kinds import BACK_KINDS, LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.marking import MarkedLine
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import Line

_SHORT = 60
_SIGNATURE_LENGTH = 40
_SIGNATURES = 8
_LISTED_LINES = 20
_FORMULAS = 3
_ENOUGH = 2
AFTER_SIGNATURE = frozenset({LineKind.ANNOTATION, LineKind.NOTE, *BACK_KINDS})
"""What may stand behind the date and is still no beginning of another text."""
_LEVELS = (NodeClass.L1, NodeClass.L2, NodeClass.L3)
_FORMULA = regex(
    "特此|妥否|当否|可否|是否妥当|此复|此致|专此|现予|以上[^。，]{0,12}(?:[，,。]|如无不妥|妥否|当否)"
    "|请(?:予|即|审|批|认真|各|遵照|贯彻|结合|尽快|按)|各[^。]{0,60}?要"
    "|本(?:通知|意见|方案|公告|通告|决定|批复|规划|预案)[自由]|附[：:]"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """``first`` is the first closing line; ``listed`` are the lines of the 附件说明."""

    first: int
    listed: tuple[int, int] = (0, 0)


def closing_of(lines: list[Line], body: int, last: int) -> Closing:
    """Give where the lines ``body`` up to ``last`` begin to close; ``last`` where they do not."""
    end = last
    while end - 1 > body and kind_of(lines[end - 1].text) in AFTER_SIGNATURE:
        end -= 1
    dated = end - 1 > body and kind_of(lines[end - 1].text) is LineKind.DATE
    first = _signature(lines, body, end - 1) if dated else end
    listed = _list(lines, body, first)
    if listed is not None:
        return Closing(_formulas(lines, body, listed), (listed, first))
    return Closing(_formulas(lines, body, first) if dated else first)


def trailing(marked: Sequence[MarkedLine]) -> int:
    """Give how many unnumbered lines at the end are body of the part, not of its last unit.

    Where no other unit of that level goes on in a second paragraph, neither does the last: what
    follows speaks of the whole (本方案由…负责解释; 未纳入试点范围的省…可参照本方案…).
    """
    after = 0
    while after < len(marked) and marked[-1 - after].marker is None:
        after += 1
    last = marked[-1 - after].marker if 0 < after < len(marked) else None
    if last is None or last.cls not in _LEVELS:
        return 0
    line = marked[-1 - after].line
    places = [
        at
        for at, one in enumerate(marked[: -1 - after])
        if one.marker is not None and one.marker.cls is last.cls
    ]
    goes_on = any(marked[at + 1].marker is None and not marked[at + 1].quoted for at in places)
    stays = goes_on or len(places) < _ENOUGH or _is_heading(line.text)
    return 0 if stays else after


def _signature(lines: list[Line], body: int, date: int) -> int:
    """Give the first of the lines that sign, the date itself where none does."""
    at = date
    while at - 1 > body and date - at < _SIGNATURES and _signs(lines[at - 1].text):
        at -= 1
    return at


def _signs(text: str) -> bool:
    return (
        len(text) <= _SIGNATURE_LENGTH
        and "。" not in text
        and text[-1] not in "；：，"
        and text.count("）") <= text.count("（")
        and marker_of(text) is None
        and kind_of(text) not in (LineKind.ATTACHMENT_LIST, LineKind.ATTACHMENT)
    )


def _list(lines: list[Line], body: int, end: int) -> int | None:
    """Give the line on which the list of attachments begins that goes up to ``end``."""
    for at in range(end - 1, max(body, end - _LISTED_LINES), -1):
        text = lines[at].text
        if len(text) > _SHORT or text.endswith(("。", "；")):
            return None
        if kind_of(text) in (LineKind.ATTACHMENT_LIST, LineKind.ATTACHMENT):
            return at
    return None


def _formulas(lines: list[Line], body: int, end: int) -> int:
    at = end
    while at - 1 > body and end - at < _FORMULAS and _is_formula(lines[at - 1].text):
        at -= 1
    if at == end and at - 2 > body and _follows_list(lines[at - 2].text, lines[at - 1].text):
        at -= 1
    return at + 1 if at < end and _is_heading(lines[at - 1].text) else at


def _follows_list(before: str, text: str) -> bool:
    """Say whether a whole sentence comes after lines of names, which it then cannot belong to."""
    listed = len(before) <= _SHORT and before[-1] not in "。；：，" and marker_of(before) is None
    return listed and text.endswith("。") and marker_of(text) is None


def _is_heading(text: str) -> bool:
    """Say whether a line is a heading on its own, to which the next line belongs."""
    marker = marker_of(text)
    kind = heading_of(text, marker.length).kind if marker else None
    return kind is HeadingKind.OWN_LINE and not text.rstrip("”").endswith("。")


def _is_formula(text: str) -> bool:
    return marker_of(text) is None and _FORMULA.match(text) is not None
