"""The parts of a compound text: front, notice, main text, attachments, back.

A shell (印发, 转发, 令) ends with its signature and date; what follows is the document it brings.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.beginnings import starts_of
from policyviewer.domain.closings import closing_of
from policyviewer.domain.contents import contents_of
from policyviewer.domain.dates import DATE
from policyviewer.domain.documents import ComponentKind
from policyviewer.domain.line_kinds import BACK_KINDS, LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import Line, without_gaps
from policyviewer.domain.titles import kind_of_title, title_end, title_lines

_SHORT = 60
_TITLE = 45
_FRONT_LINES = 8
_BACK_LINES = 14
_NOTE_LINES = 40
_HEADER = frozenset(
    {LineKind.COPY_NUMBER, LineKind.SECRECY, LineKind.URGENCY, LineKind.LETTERHEAD,
     LineKind.DOCUMENT_NUMBER, LineKind.SIGNER, LineKind.REGISTRATION, LineKind.SOURCE}
)  # fmt: skip
_EVENT = regex(
    rf"(?:{DATE.pattern})(?=[^。；;]{{0,200}}$)[^。；;]*?"
    "(?:通过|公布|发布|颁布|批准|修正|修订|修改|施行|废止|令第|根据|公告)"
)
"""An event in the history of a text, a line of its own."""
_BRINGS = regex("印发|转发|批转|发布|公布|颁布|下发")
_ORDER = regex("令$")


@dataclass(slots=True)
class Part:
    """A component as line numbers: ``first`` up to ``last``, its title, its body, its tail."""

    kind: ComponentKind
    first: int
    last: int
    title: str = ""
    title_first: int = 0
    title_last: int = 0
    """The lines of the title, the last excluded; equal when there is none."""
    glued: int = 0
    """How many code points of a single title line are title, when more is glued to it."""
    body: int = 0
    tail: int = 0
    """Where the closing lines begin: 附件说明, signature, date, 附注."""
    note: tuple[int, int] = (0, 0)
    """The lines of the bracket below the title (题注), the last excluded."""
    listed: tuple[int, int] = (0, 0)
    """The lines of the list of attachments before the signature (附件说明)."""
    toc: tuple[int, int] | None = None
    """The lines of a table of contents, its end excluded."""
    id: str = ""


def divide(lines: list[Line]) -> list[Part]:
    """Give the parts of a text in order; together they are all its lines."""
    if not lines:
        return []
    back = _back(lines)
    first = _title_place(lines, back)
    starts = [first, *starts_of(lines, first, back)]
    parts = [
        _part(lines, start, end) for start, end in zip(starts, [*starts[1:], back], strict=True)
    ]
    _name_kinds(parts)
    if first:
        parts.insert(0, Part(ComponentKind.FRONT, 0, first, body=first, tail=first, id="front"))
    if back < len(lines):
        last = len(lines)
        parts.append(Part(ComponentKind.BACK, back, last, body=last, tail=last, id="back"))
    return parts


def _back(lines: list[Line]) -> int:
    """Give the first of the lines at the end that stand outside the document."""
    start = max(1, len(lines) - _BACK_LINES)
    for at in range(start, len(lines)):
        if len(lines[at].text) <= _SHORT * 3 and kind_of(lines[at].text) in BACK_KINDS:
            rest = lines[at:]
            if all(len(line.text) <= _SHORT * 3 and not _structural(line) for line in rest):
                return at
    return len(lines)


def _structural(line: Line) -> bool:
    return marker_of(line.text) is not None or (line.text.endswith("。") and len(line.text) > 60)


def _title_place(lines: list[Line], back: int) -> int:
    """Give the line the title begins on: the first that makes one, near the beginning."""
    fallback = None
    for at in range(min(_FRONT_LINES, back)):
        line = lines[at].text
        kind = kind_of(line)
        if kind is LineKind.LETTERHEAD and line.endswith("令"):
            return at
        if kind in _HEADER:
            continue
        if fallback is None:
            fallback = at
        if marker_of(line) is not None:
            break
        end = title_end(line)
        if end < len(line) or _names_kind([one.text for one in lines[at : at + 5]]):
            return at
    return fallback or 0


def _names_kind(texts: list[str]) -> bool:
    joined = "".join(without_gaps(text) for text in texts[: title_lines(texts)])
    return kind_of_title(joined) is not None and "。" not in joined


def _part(lines: list[Line], first: int, last: int) -> Part:
    part = Part(ComponentKind.MAIN, first, last)
    at = first
    if kind_of(lines[at].text) is LineKind.ATTACHMENT:
        part.kind = ComponentKind.ATTACHMENT
        at += 1
    _take_title(lines, part, at)
    _take_note(lines, part)
    closing = closing_of(lines, part.body, part.last)
    part.tail, part.listed = closing.first, closing.listed
    part.toc = contents_of(lines, part.body, part.tail)
    return part


def _take_title(lines: list[Line], part: Part, at: int) -> None:
    part.title_first = part.title_last = part.body = min(at, part.last)
    if at >= part.last or marker_of(lines[at].text) is not None:
        return
    texts = [line.text for line in lines[at : min(at + 5, part.last)]]
    end = title_end(texts[0])
    if end < len(texts[0]):
        part.glued, part.title_last, part.title = end, at + 1, texts[0][:end]
        part.body = at
        return
    count = title_lines(texts)
    title = "".join(without_gaps(text) for text in texts[:count])
    if len(title) <= 120 and not title.endswith(("。", "；")):
        part.title_last, part.title = at + count, title
        part.body = at + count


def _take_note(lines: list[Line], part: Part) -> None:
    """Take the bracket below the title (题注), which may go over many lines."""
    first = part.title_last
    while first < part.last and kind_of(lines[first].text) is LineKind.DOCUMENT_NUMBER:
        first += 1
    if part.glued or first >= part.last:
        return
    if lines[first].text[0] not in "（(":
        last = _history(lines, first, min(first + _NOTE_LINES, part.last))
        if last > first:
            part.note, part.body = (first, last), last
        return
    depth = 0
    for at in range(first, min(first + _NOTE_LINES, part.last)):
        text = lines[at].text
        depth += sum(map(text.count, "（(")) - sum(map(text.count, "）)"))
        if depth <= 0:
            words = "".join(line.text for line in lines[first : at + 1])
            if words[-1] in "）)" and DATE.search(words):
                part.note, part.body = (first, at + 1), at + 1
            return


def _history(lines: list[Line], first: int, last: int) -> int:
    """Give where the lines end that tell, without a bracket, who adopted and revised a text."""
    at = first
    while at < last and (_EVENT.match(lines[at].text) or (at > first and _told_on(lines[at - 1]))):
        at += 1
    return at


def _told_on(line: Line) -> bool:
    return line.text.endswith("根据")


def _name_kinds(parts: list[Part]) -> None:
    """Say which part is the shell, which the main text, and number the attachments."""
    shell = parts[0]
    others = [part for part in parts[1:] if part.kind is ComponentKind.MAIN]
    brings = _BRINGS.search(shell.title) or _ORDER.search(shell.title)
    if others and brings:
        shell.kind = ComponentKind.NOTICE
        others = others[1:]
    for part in others:
        part.kind = ComponentKind.ATTACHMENT
    counts = dict.fromkeys(ComponentKind, 0)
    for part in parts:
        counts[part.kind] += 1
        name = "att" if part.kind is ComponentKind.ATTACHMENT else part.kind.value
        numbered = part.kind is ComponentKind.ATTACHMENT or counts[part.kind] > 1
        part.id = f"{name}_{counts[part.kind]}" if numbered else name
