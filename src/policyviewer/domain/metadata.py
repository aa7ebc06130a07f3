"""What a document says of itself: title, issuers, number, kind, dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether the text is in force."""

    UNKNOWN = "unknown"
    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    AMENDED = "amended"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The normalised reading; ``…_as_printed`` keeps what stands on the page.

    Dates are ``YYYY-MM-DD``; an unknown year is ``????``, as in ``????-07-30``.
    """

    title: str
    title_as_printed: str
    issuers: tuple[str, ...] = ()
    document_number: str | None = None
    document_number_as_printed: str | None = None
    kind: str | None = None
    """The statutory kind (文种), for example ``意见``."""
    kind_as_printed: str | None = None
    """For example ``实施意见``."""
    written: str | None = None
    published: str | None = None
    effective: str | None = None
    addressees: tuple[str, ...] = ()
    status: Status = Status.UNKNOWN
