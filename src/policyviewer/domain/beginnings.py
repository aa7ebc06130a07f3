"""Where the components of a compound text begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.line_kinds import BACK_KINDS, LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.numerals import CHINESE
from policyviewer.domain.text import Line, without_gaps
from policyviewer.domain.titles import KIND_ENDS, kind_of_title

_SHORT = 60
_TITLE = 45
_LOOK = 6
"""Lines after a title within which its text must begin to count."""
_BEHIND = 400
_ENDS = "。！？；）”"
_LISTS = ("名单", "清单", "一览表", "分工表", "明细表", "汇总表", "登记表", "申请表")
_FEWEST = 3
"""Short lines that make a list."""
_WRAPPED = 2
_TOPS = frozenset({NodeClass.CHAPTER, NodeClass.ARTICLE, NodeClass.L1})
_TOP_SIGNS = f"第{CHINESE}"


def starts_of(lines: list[Line], first: int, back: int) -> list[int]:
    """Give the lines on which a new component begins after the first."""
    starts: list[int] = []
    closed = False
    begun = False
    for at in range(first + 1, back):
        text = lines[at].text
        if len(text) > _SHORT or text[-1] in "。；，、":
            begun, closed = True, False
            continue
        kind = kind_of(text) if closed or text[0] == "附" or text[-1] == "日" else LineKind.BODY
        if kind is LineKind.ATTACHMENT and at + 1 < back and not _lists(lines, at, back):
            starts.append(at)
            begun, closed = True, False
        elif kind is LineKind.DATE:
            closed = begun
        elif closed and kind not in (LineKind.ANNOTATION, LineKind.NOTE, *BACK_KINDS):
            closed = False
            if _begins(lines, at):
                starts.append(at)
                begun = False
        elif text.endswith(("。", "：", ":")):
            begun = True
    return sorted({*starts, *_restarts(lines, first, back), *_lists_of_names(lines, first, back)})


def _restarts(lines: list[Line], first: int, back: int) -> Iterator[int]:
    """Give the titles within a text after which its numbering begins anew.

    So a notice brings two regulations, the first of which ends without signature and date.
    """
    for at in range(first + _LOOK, back - 1):
        text = lines[at].text
        if len(text) > _TITLE or text[-1] not in KIND_ENDS or lines[at - 1].text[-1] not in _ENDS:
            continue
        if (
            marker_of(text) is None
            and kind_of_title(without_gaps(text)) is not None
            and not _is_listed(text)
        ):
            ahead = _numbers(lines[at + 1 : min(at + 1 + _LOOK, back)])
            behind = _numbers(reversed(lines[max(first, at - _BEHIND) : at]))
            if any(number == 1 and behind.get(cls, 0) > 1 for cls, number in ahead.items()):
                yield at


def _lists_of_names(lines: list[Line], first: int, back: int) -> Iterator[int]:
    """Give the titles (…成员名单) of lists that follow a whole text without a caption."""
    for at in range(first + _LOOK, back - _FEWEST):
        text = lines[at].text
        if text[-1] not in "单表" or len(text) > _TITLE or not text.endswith(_LISTS):
            continue
        begins = at
        while at - begins < _WRAPPED and _wraps(lines[begins - 1].text):
            begins -= 1
        listed = all(
            len(line.text) <= _TITLE and line.text[-1] not in _ENDS
            for line in lines[at + 1 : at + 1 + _FEWEST]
        )
        told = not _is_listed(lines[begins].text) and lines[begins - 1].text[-1] in "。；"
        if listed and _wraps(text) and told:
            yield begins


def _is_listed(text: str) -> bool:
    """Say whether a line only names an attachment, before the signature: 附件：1. 分工方案."""
    return text[0] == "附" and kind_of(text) is LineKind.ATTACHMENT_LIST


def _wraps(text: str) -> bool:
    return len(text) <= _TITLE and text[-1] not in "。；：，" and marker_of(text) is None


def _numbers(lines: Iterable[Line]) -> dict[NodeClass, int]:
    """Give the first number of each top level that the lines come upon."""
    found: dict[NodeClass, int] = {}
    for line in lines:
        marker = marker_of(line.text) if line.text[0] in _TOP_SIGNS else None
        if marker is not None and marker.cls in _TOPS:
            found.setdefault(marker.cls, marker.number or 0)
    return found


def _begins(lines: list[Line], at: int) -> bool:
    """Say whether a title stands here."""
    text = lines[at].text
    return len(text) <= _TITLE and not text.endswith(("。", "；", "，")) and marker_of(text) is None


def _lists(lines: list[Line], at: int, back: int) -> bool:
    """Say whether 附件： only begins the list before the signature."""
    if not lines[at].text.endswith(("：", ":")):
        return False
    for line in lines[at + 1 : min(at + 12, back)]:
        if kind_of(line.text) is LineKind.DATE:
            return True
        if len(line.text) > _SHORT or line.text.endswith("。"):
            return False
    return False
