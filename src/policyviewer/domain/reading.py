"""Reading a document's metadata off its parts."""

from __future__ import annotations

from policyviewer.domain.components import Part
from policyviewer.domain.dates import first_date, last_date
from policyviewer.domain.documents import ComponentKind, Finding
from policyviewer.domain.front_matter import addressees_of, document_number, issuers_of_title
from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.masks import restored
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.text import Line, without_gaps
from policyviewer.domain.titles import kind_of_title

_HEAD_LINES = 8


def read_metadata(lines: list[Line], parts: list[Part], masked: list[Finding]) -> Metadata:
    """Give what the parts say of the document as a whole."""
    part = _titled(parts)
    printed = part.title
    title = title_of(lines, part, masked)
    kind = kind_of_title(title)
    number = _number(lines, parts)
    return Metadata(
        title=title,
        title_as_printed=printed,
        issuers=issuers_of_title(title) or _ordering(parts),
        document_number=number[1] if number else None,
        document_number_as_printed=number[0] if number else None,
        kind=kind.name if kind else None,
        kind_as_printed=kind.printed if kind else None,
        written=_written(lines, part, parts),
        addressees=_addressees(lines, part),
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


def _written(lines: list[Line], part: Part, parts: list[Part]) -> str | None:
    """Give the date of writing: under the signature, else in the bracket below the title."""
    first = next((one for one in parts if one.kind is not ComponentKind.FRONT), part)
    if first.tail < first.last:
        signed = [
            line.text
            for line in lines[first.tail : first.last]
            if kind_of(line.text) is LineKind.DATE
        ]
        if signed:
            return last_date(signed[-1])
    if part.glued:
        return first_date(lines[part.title_first].text[part.glued : part.glued + 60])
    for line in lines[part.title_last : min(part.title_last + _HEAD_LINES, part.last)]:
        if kind_of(line.text) in (LineKind.TITLE_DATE, LineKind.DATE):
            return last_date(without_gaps(line.text))
    return None
