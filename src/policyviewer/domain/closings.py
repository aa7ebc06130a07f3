"""How a part of a document closes: 附件说明, closing formula, signature, date, 附注.

The order is that of GB/T 9704-2012, sections 7.3.5 to 7.3.8. These lines belong to the part, but
to none of its numbered units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyviewer.domain.line_kinds import BACK_KINDS, LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.text import Line

_SHORT = 60
_SIGNATURE_LENGTH = 40
_SIGNATURES = 8
_LISTED_LINES = 20
_FORMULAS = 3
_FORMULA = re.compile(
    "特此|妥否|当否|可否|是否妥当|此复|此致|专此|现予|以上[^。，]{0,12}(?:[，,。]|如无不妥|妥否|当否)"
    "|请(?:予|即|审|批|认真|各|遵照|贯彻|结合|尽快|按)|各[^。，、]{0,12}[^。]{0,30}?[要应]"
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
    while end - 1 > body and kind_of(lines[end - 1].text) in (LineKind.ANNOTATION, *BACK_KINDS):
        end -= 1
    dated = end - 1 > body and kind_of(lines[end - 1].text) is LineKind.DATE
    first = _signature(lines, body, end - 1) if dated else end
    listed = _list(lines, body, first)
    if listed is not None:
        return Closing(_formulas(lines, body, listed), (listed, first))
    return Closing(_formulas(lines, body, first) if dated else first)


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
    return at


def _is_formula(text: str) -> bool:
    return marker_of(text) is None and _FORMULA.match(text) is not None
