"""Which lines of a text are caption, main text, table of contents, attachment, closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.domain.dates import DATE
from policyviewer.domain.documents import Component, ComponentKind
from policyviewer.domain.lines import Line
from policyviewer.domain.markers import BLANKS, marker_of
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.titles import Title, addressees_of, find_title

_ATTACHMENT = re.compile(r"附\s*(?:件|表|录)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[：:]?")
_CONTENTS = ("目录", "目次")
_CREDIT = re.compile(
    r"(?:信息)?(?:来源|编辑|责编|微编|责任编辑|作者|记者|原标题|转自|供稿|审核|校对|初审|复审|终审|监制)\s*[:：].*"
)
_CLOSING = re.compile(
    r"[（(](?:此件|联系人|联系电话).*[）)]|抄送[：:].*|.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发|[（(]共印.*"
)
_SIGNATORY = re.compile(
    r".*(?:政府|委|部|厅|局|院|会|署|办公室|中心|人大|政协|公司|党组|指挥部|领导小组)"
)
_SHORT = 30
_LAST_LINES = 40
FURNITURE = re.compile(
    r"[-—－―]\s*\d{1,4}\s*[-—－―]|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+"
)
_LEADERS = re.compile(r"(?:…|\.{3,}|·{3,}|\t)\s*\d*$")


@dataclass(frozen=True, slots=True)
class Section:
    """A component in the making: the lines it has."""

    id: str
    kind: ComponentKind
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a text in order, and its title."""

    sections: tuple[Section, ...]
    title: Title | None


def lay_out(lines: Sequence[Line]) -> Layout:
    """Divide the lines of a text into sections."""
    body = next((at for at, line in enumerate(lines) if _begins_body(line.words)), len(lines))
    title = find_title(lines[: body + 1])
    first = _index_of(lines, title.span.start) if title else 0
    front, rest = lines[:first], lines[first:]
    sections = [Section("front", ComponentKind.FRONT, "", tuple(front))] if front else []
    attached = _attachments(rest)
    bounds = [*attached, len(rest)]
    sections += _text_sections("main", ComponentKind.MAIN, rest[: bounds[0]])
    for count, (start, end) in enumerate(zip(bounds, bounds[1:], strict=False), start=1):
        sections += _text_sections(f"att_{count}", ComponentKind.ATTACHMENT, rest[start:end])
    return Layout(tuple(sections), title)


def components_of(sections: Sequence[Section], title: str, length: int) -> tuple[Component, ...]:
    """Give the sections as components whose ranges together are the whole text."""
    starts = [section.lines[0].span.start for section in sections if section.lines]
    starts[:1] = [0]
    bounds = zip(starts, [*starts[1:], length], strict=True)
    return tuple(
        Component(
            section.id,
            section.kind,
            title if section.kind is ComponentKind.MAIN else section.title,
            TextRange(start, end),
        )
        for section, (start, end) in zip(sections, bounds, strict=True)
    )


def _begins_body(words: str) -> bool:
    return marker_of(words) is not None or bool(addressees_of(words)) or _is_contents(words)


def _index_of(lines: Sequence[Line], offset: int) -> int:
    return next(at for at, line in enumerate(lines) if line.span.start == offset)


def _is_contents(words: str) -> bool:
    return _closed(words) in _CONTENTS


def _closed(words: str) -> str:
    """Give the words without the blanks and leaders that set contents and titles apart."""
    return re.sub(rf"[{BLANKS}]", "", _LEADERS.sub("", words))


def _attachments(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that stand alone and say 附件."""
    return [
        at
        for at, line in enumerate(lines)
        if at and line.words[0] == "附" and _ATTACHMENT.fullmatch(line.words)
    ]


def _text_sections(name: str, kind: ComponentKind, lines: Sequence[Line]) -> list[Section]:
    """Give the text of a component with its table of contents and closing lines apart."""
    closing = _closing_from(lines)
    suffix = "" if name == "main" else f"~{name}"
    parts: list[Section] = []
    begin, end = _contents(lines[:closing])
    heading = lines[1].words if kind is ComponentKind.ATTACHMENT and len(lines) > 1 else ""
    for part, role, some in (
        (name, kind, lines[:begin]),
        (f"toc{suffix}", ComponentKind.TOC, lines[begin:end]),
        (name if not begin else f"{name}~2", kind, lines[end:closing]),
        (f"back{suffix}", ComponentKind.BACK, lines[closing:]),
    ):
        if some:
            parts.append(Section(part, role, heading, tuple(some)))
    return parts


def _contents(lines: Sequence[Line]) -> tuple[int, int]:
    """Give begin and end of a table of contents: up to the line that repeats its first entry."""
    for at, line in enumerate(lines[:60]):
        if _is_contents(line.words) and at + 1 < len(lines):
            first = _closed(lines[at + 1].words)
            for end in range(at + 2, len(lines)):
                if _closed(lines[end].words) == first:
                    return at, end
            end = at + 1
            while end < len(lines) and _LEADERS.search(lines[end].words):
                end += 1
            return at, end
    return len(lines), len(lines)


def _closing_from(lines: Sequence[Line]) -> int:
    """Give the index of the first closing line: credits, signature and date, notes, imprint.

    Short lines without a full stop count only where a sure one stands above them.
    """
    sure = len(lines)
    for at in range(len(lines) - 1, max(0, len(lines) - _LAST_LINES), -1):
        words = lines[at].words
        if _CREDIT.fullmatch(words) or _CLOSING.fullmatch(words) or _is_date(words):
            sure = at
        elif _signs(lines, at, sure):
            sure = at
        elif len(words) > _SHORT or words[-1] in "。；：！？" or marker_of(words):
            break
    return sure


def _is_date(words: str) -> bool:
    return DATE.fullmatch(words) is not None


def _signs(lines: Sequence[Line], at: int, sure: int) -> bool:
    """Say whether a line names a signing body: right above a date or another signature."""
    words = lines[at].words
    near = sure == at + 1 < len(lines) and not _CREDIT.fullmatch(lines[sure].words)
    return near and len(words) <= _SHORT and _SIGNATORY.fullmatch(words) is not None
