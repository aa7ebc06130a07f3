"""What a numbered line is called: its heading, alone or run in, or the beginning of its text.

The rule is that of GB/T 9704 practice: a heading ends with its line or at the first 。 that is
outside quotation marks and brackets, and is no longer than 40 characters.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.documents import HeadingKind
from policyviewer.domain.patterns import regex

_LONGEST = 40
_SHORTENED = 30
_COLON_WITHIN = 12
_DUTY_WITHIN = 200
"""A responsibility bracket begins at most so far before the end of its line."""
_OPEN = dict(zip("“‘《（〈【\u3014(", "”’》）〉】\u3015)", strict=True))
_DUTY = regex(
    "(?:负责|牵头|配合|参加|参与|落实|按职责.*|下同)$"
    "|^(?:负责|责任|牵头|配合|主办|协办|完成)(?:部门|单位|机构|机关|领导|时限)[：:]"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """``length`` counts the code points of the line that are set as heading, from its start."""

    label: str
    kind: HeadingKind
    length: int
    responsible: str | None = None


def heading_of(line: str, after: int) -> Heading:
    """Give the heading of a line whose marker takes its first ``after`` code points."""
    duty = _duty(line, after)
    responsible = line[duty + 1 :].rstrip("。")[:-1] if duty else None
    body = line[after : duty or len(line)].rstrip()
    stop = _first_stop(body)
    if stop is None or stop == len(body) - 1:
        label = body if stop is None else body[:stop]
        whole = len(label) <= _LONGEST and bool(label) and label[-1] not in "；：，;:,"
        if whole:
            return Heading(label, HeadingKind.OWN_LINE, after + len(body), responsible)
        return Heading(shortened(body), HeadingKind.ITEM, after, responsible)
    if stop > _LONGEST:
        return Heading(shortened(body), HeadingKind.ITEM, after, responsible)
    named = _before_colon(body[:stop])
    if named is not None:
        return Heading(named, HeadingKind.RUN_IN, after + len(named) + 1, responsible)
    return Heading(body[:stop], HeadingKind.RUN_IN, after + stop + 1, responsible)


def _duty(line: str, after: int) -> int:
    """Give the place of the bracket at the end of a line that names bodies; 0 for none.

    Names hold brackets of their own: 农业农村厅（局）.
    """
    end = len(line) - line.endswith("。")
    depth = 0
    for at in range(end - 1, max(after, end - _DUTY_WITHIN) - 1, -1):
        depth += (line[at] in "）)") - (line[at] in "（(")
        if depth == 0:
            words = line[at + 1 : end - 1]
            return at if end - at > 2 and _DUTY.search(words) else 0
    return 0


def _before_colon(sentence: str) -> str | None:
    """Give what stands before an early colon (``元旦：…``), the name of what follows."""
    place = min((at for at in map(sentence.find, "：:") if at > 0), default=-1)
    return sentence[:place] if 0 < place <= _COLON_WITHIN else None


def shortened(body: str) -> str:
    """Give the beginning of a text that has no heading."""
    return body if len(body) <= _SHORTENED else f"{body[:_SHORTENED]}…"


def _first_stop(body: str) -> int | None:
    """Give the place of the first 。 outside quotation marks and brackets, or None."""
    closing: list[str] = []
    for place, char in enumerate(body[:400]):
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _OPEN:
            closing.append(_OPEN[char])
        elif char == "。" and not closing:
            return place
    return None
