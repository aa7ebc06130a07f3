"""Where a document stands today: in force, not yet, lapsed, repealed or amended by another."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.metadata import Status, status_on
from policyviewer.domain.title_index import plain_title


class Standing(StrEnum):
    """What is to be known before one relies on a document."""

    REPEALED = "repealed"
    """A later document of the library says so."""
    LAPSED = "lapsed"
    NOT_YET = "not-yet"
    AMENDED = "amended"
    """A later decision of the library changes it."""


_BY_STATUS = {Status.LAPSED: Standing.LAPSED, Status.NOT_YET: Standing.NOT_YET}


def standings(documents: Iterable[DocumentSummary], today: str) -> dict[DocumentId, Standing]:
    """Give the documents about which there is something to be known on a day (ISO).

    What repeals or amends counts only if it is dated later than what it names; where a date is
    missing nothing is said.
    """
    from policyviewer.domain.references import amended_by  # not before there is something to see

    documents = list(documents)
    repealed: dict[str, str] = {}
    amended: dict[str, str] = {}
    for one in documents:
        data = one.metadata
        for name in data.repeals:
            _keep_latest(repealed, _key(name), data.written)
        law = amended_by(data.title)
        if law is not None:
            _keep_latest(amended, _key(law), data.written)
    found: dict[DocumentId, Standing] = {}
    for one in documents:
        standing = _standing(one, repealed, amended, today)
        if standing is not None:
            found[one.id] = standing
    return found


def _standing(
    one: DocumentSummary, repealed: dict[str, str], amended: dict[str, str], today: str
) -> Standing | None:
    data = one.metadata
    names = [plain_title(data.title), *filter(None, [data.document_number])]
    dated = data.written or ""
    known = _dated(dated)
    if known and any(repealed.get(name, "") > dated for name in names):
        return Standing.REPEALED
    by_itself = _BY_STATUS.get(status_on(today, data.effective, data.expires))
    if by_itself is not None:
        return by_itself
    if known and any(amended.get(name, "") > dated for name in names):
        return Standing.AMENDED
    return None


def _keep_latest(dates: dict[str, str], name: str, date: str | None) -> None:
    if date and _dated(date):
        dates[name] = max(dates.get(name, ""), date)


def _dated(date: str) -> bool:
    return date[:4].isdecimal()


def _key(name: str) -> str:
    """Give a number as it is, a title as titles are compared."""
    return name if name.endswith("号") else plain_title(name)
