"""Reading a document's metadata off its parts."""

from __future__ import annotations

import re

from policyviewer.domain.adoption import adopters
from policyviewer.domain.components import Part
from policyviewer.domain.dates import DATE, first_date, first_match, last_match, normalised
from policyviewer.domain.documents import ComponentKind, Finding
from policyviewer.domain.front_matter import (
    addressees_of,
    document_number,
    is_body,
    issuers_of_title,
)
from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.masks import restored
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.patterns import regex
from policyviewer.domain.surroundings import attachments_listed, surroundings
from policyviewer.domain.text import Line, without_gaps
from policyviewer.domain.titles import kind_of_title
from policyviewer.domain.validity import validity_of

_HEAD_LINES = 8
_CLAUSE_LINES = 40
_MADE_PUBLIC = regex(rf"(?:{DATE.pattern})[^，,；;。）)年]{{0,40}}?(?:公布|发布|颁布)")
_IN_FORCE = regex("起?(?:施行|实施|生效|执行)")
_REVISED = regex(rf"(?:{DATE.pattern})[^，,；;。）)年]{{0,40}}?修订")


def read_metadata(lines: list[Line], parts: list[Part], masked: list[Finding]) -> Metadata:
    """Give what the parts say of the document as a whole."""
    part = _titled(parts)
    title = title_of(lines, part, masked)
    kind = kind_of_title(title)
    number = _number(lines, parts)
    around = surroundings(lines, parts)
    note = "".join(line.text for line in lines[slice(*part.note)])
    written = _written(lines, part, parts, note)
    published = _ordered(lines, parts) or _published(note) or around.printed
    begins = _promulgated(note) or published or (normalised(written) if written else None)
    validity = validity_of(_clauses(lines, parts), begins, note)
    return Metadata(
        title=title,
        title_as_printed=part.title,
        issuers=issuers_of_title(title) or _ordering(parts) or _signing(lines, parts, note),
        document_number=number[1] if number else None,
        document_number_as_printed=number[0] if number else None,
        kind=kind.name if kind else None,
        kind_as_printed=kind.printed if kind else None,
        written=normalised(written) if written else None,
        written_as_printed=written[0] if written else None,
        published=published,
        effective=validity.effective,
        expires=validity.expires,
        validity_as_printed="。".join(validity.printed) or None,
        repeals=validity.repeals,
        addressees=_addressees(lines, part),
        copy_number=around.copy_number,
        secrecy=around.secrecy,
        urgency=around.urgency,
        letterhead=around.letterhead,
        signer=around.signer,
        registration=around.registration,
        attachments=attachments_listed(lines, parts),
        annotation=around.annotation,
        copies_to=around.copies_to,
    )


def title_of(lines: list[Line], part: Part, masked: list[Finding]) -> str:
    """Give a part's title with its masked characters put back."""
    if not masked or part.title_first == part.title_last:
        return part.title
    taken = lines[part.title_first : part.title_last]
    texts = [restored(line.text, line.start, masked) for line in taken]
    return texts[0][: part.glued] if part.glued else "".join(map(without_gaps, texts))


def _titled(parts: list[Part]) -> Part:
    """Give the part whose title is the document's: an order (令) has none of its own."""
    named = [part for part in parts if part.title]
    shells = (ComponentKind.NOTICE, ComponentKind.MAIN)
    for part in named:
        if part.kind in shells and not part.title.endswith("令"):
            return part
    return named[0] if named else parts[0]


def _ordering(parts: list[Part]) -> tuple[str, ...]:
    """Give the body whose order (令) brings the document."""
    orders = (part.title for part in parts if part.kind is ComponentKind.NOTICE)
    return next((issuers_of_title(title) for title in orders if title.endswith("令")), ())


def _signing(lines: list[Line], parts: list[Part], note: str) -> tuple[str, ...]:
    """Give the bodies that sign, else the one that the note says adopted or issued the text."""
    first = next((part for part in parts if part.kind is not ComponentKind.FRONT), parts[0])
    after = max(first.tail, first.listed[1])
    signed = tuple(without_gaps(line.text) for line in lines[after : first.last])
    bodies = tuple(name for name in signed if is_body(name))
    if bodies:
        return bodies
    return adopters(without_gaps(note))


def _number(lines: list[Line], parts: list[Part]) -> tuple[str, str] | None:
    first = next((part for part in parts if part.kind is not ComponentKind.FRONT), parts[0])
    for line in lines[: min(first.body + _HEAD_LINES, first.last)]:
        if len(line.text) <= 60 and kind_of(line.text) is LineKind.DOCUMENT_NUMBER:
            order = first.title if line.text.startswith("第") else ""
            return document_number(order + line.text)
    return None


def _addressees(lines: list[Line], part: Part) -> tuple[str, ...]:
    for line in lines[part.body : min(part.body + _HEAD_LINES, part.last)]:
        found = addressees_of(line.text)
        if found:
            return found
    return ()


def _written(lines: list[Line], part: Part, parts: list[Part], note: str) -> re.Match[str] | None:
    """Give the date of writing: under the signature, else in the bracket below the title."""
    first = next((one for one in parts if one.kind is not ComponentKind.FRONT), part)
    signed = [
        line.text for line in lines[first.tail : first.last] if kind_of(line.text) is LineKind.DATE
    ]
    if signed:
        return last_match(signed[-1])
    if part.glued:
        return first_match(lines[part.title_first].text[part.glued : part.glued + 60])
    if note:
        days = [one for one in DATE.finditer(without_gaps(note)) if normalised(one)]
        made = [one for one in days if not _IN_FORCE.match(one.string, one.end())]
        return next(reversed(made or days), None)
    head = lines[part.title_last : min(part.title_last + _HEAD_LINES, part.last)]
    dated = (line.text for line in head if kind_of(line.text) is LineKind.DATE)
    return next((last_match(text) for text in dated), None)


def _published(note: str) -> str | None:
    """Give the last day on which the note below the title says that the text was made public."""
    days = [normalised(match) for match in _MADE_PUBLIC.finditer(note)]
    return next((day for day in reversed(days) if day), None)


def _promulgated(note: str) -> str | None:
    """Give the day that 公布之日 means: of the whole revision, else of the first publication."""
    revised = [normalised(match) for match in _REVISED.finditer(note)]
    if any(revised):
        return next(day for day in reversed(revised) if day)
    first = _MADE_PUBLIC.search(note)
    return (normalised(first) if first else None) or first_date(note)


def _ordered(lines: list[Line], parts: list[Part]) -> str | None:
    """Give the day under an order (令), which is that of publication."""
    for part in parts:
        if part.kind is ComponentKind.NOTICE and part.title.endswith("令"):
            days = (first_date(line.text) for line in lines[part.tail : part.last])
            return next((day for day in days if day), None)
    return None


def _clauses(lines: list[Line], parts: list[Part]) -> list[str]:
    """Give the lines that can hold the final clauses."""
    texts: list[str] = []
    for part in parts:
        if part.kind in (ComponentKind.NOTICE, ComponentKind.MAIN):
            first = max(part.body, part.tail - _CLAUSE_LINES)
            texts += [line.text for line in lines[first : part.last]]
    return texts
