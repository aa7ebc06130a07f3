"""What stands around a document's text: the head above the title, the record at the end.

The elements and their order are those of GB/T 9704-2012, sections 7.2 and 7.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyviewer.domain.components import Part
from policyviewer.domain.dates import iso, last_date
from policyviewer.domain.documents import ComponentKind
from policyviewer.domain.line_kinds import SIGNER_FORM, LineKind, kind_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import Line, without_gaps

_SIGNER = regex(SIGNER_FORM)
_NUMBERED = regex(r"\d{1,2}[.．、]|[（(]\d{1,2}[）)]")
_POSTED = regex(
    r"发布(?:时间|日期)\s*[：:]\s*(?P<year>\d{4})[-年/.](?P<month>\d{1,2})[-月/.](?P<day>\d{1,2})"
)
_ATTACHED = regex("附\\s*件?\\s*[：:]?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The elements as printed; ``printed`` is the date of printing (印发日期), ISO."""

    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    letterhead: str | None = None
    signer: str | None = None
    registration: str | None = None
    annotation: str | None = None
    copies_to: str | None = None
    printed: str | None = None


def surroundings(lines: list[Line], parts: list[Part]) -> Surroundings:
    """Give the elements of a document's head, signature and record."""
    head = _first_of_kinds(_head(lines, parts))
    end = _first_of_kinds(_end(lines, parts))
    numbered = _SIGNER.search(head.get(LineKind.DOCUMENT_NUMBER, ""))
    signer = _SIGNER.search(head.get(LineKind.SIGNER, "")) or numbered
    copies = end.get(LineKind.COPIES_TO)
    letterhead = head.get(LineKind.LETTERHEAD)
    return Surroundings(
        copy_number=head.get(LineKind.COPY_NUMBER),
        secrecy=head.get(LineKind.SECRECY),
        urgency=head.get(LineKind.URGENCY),
        letterhead=without_gaps(letterhead) if letterhead else None,
        signer=signer["signer"].strip() if signer else None,
        registration=head.get(LineKind.REGISTRATION) or end.get(LineKind.REGISTRATION),
        annotation=end.get(LineKind.ANNOTATION),
        copies_to=copies.replace(":", "：", 1).partition("：")[2].rstrip("。") if copies else None,
        printed=last_date(end.get(LineKind.PRINTED, "")) or _posted(lines, parts),
    )


def _posted(lines: list[Line], parts: list[Part]) -> str | None:
    """Give the day that a web page says it was posted on, as ISO."""
    for line in _head(lines, parts):
        posted = _POSTED.match(line.text)
        if posted is not None:
            return iso(posted["year"], posted["month"], posted["day"])
    return None


def attachments_listed(lines: list[Line], parts: list[Part]) -> tuple[str, ...]:
    """Give what the list before the first signature names (附件说明), without its numbers."""
    for part in parts:
        listed = [line.text for line in lines[slice(*part.listed)]]
        if listed:
            joined: list[str] = []
            for text in (_ATTACHED.sub("", listed[0], count=1), *listed[1:]):
                if _NUMBERED.match(text) or not joined:
                    joined.append(_NUMBERED.sub("", text, count=1).strip())
                else:  # the name goes on in the next line
                    joined[-1] += text
            return tuple(name for name in joined if name)
    return ()


def _head(lines: list[Line], parts: list[Part]) -> Iterator[Line]:
    first = next((part for part in parts if part.kind is not ComponentKind.FRONT), parts[0])
    yield from lines[: first.title_first]
    yield from lines[first.title_last : first.title_last + 2]


def _end(lines: list[Line], parts: list[Part]) -> Iterator[Line]:
    """Give the closing lines, the document's own before those of what it brings."""
    for part in parts:
        first = part.first if part.kind is ComponentKind.BACK else part.tail
        yield from lines[first : part.last]


def _first_of_kinds(lines: Iterator[Line]) -> dict[LineKind, str]:
    found: dict[LineKind, str] = {}
    for line in lines:
        found.setdefault(kind_of(line.text), line.text)
    return found
