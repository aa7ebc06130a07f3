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


STATUS_NAMES = {
    Status.IN_FORCE: "现行有效",
    Status.NOT_YET: "尚未施行",
    Status.AMENDED: "已被修改",
    Status.LAPSED: "已失效",
    Status.UNKNOWN: "效力未知",
}
"""What the statuses are called in lists."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The normalised reading; ``…_as_printed`` keeps what stands on the page.

    Dates are ``YYYY-MM-DD``; an unknown year is ``????``, as in ``????-07-30``. The elements
    are those of GB/T 9704-2012, section 7.
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
    written_as_printed: str | None = None
    published: str | None = None
    """When it was made public (公布, 发布, 印发), as far as the text says."""
    effective: str | None = None
    """The first day in force (施行)."""
    expires: str | None = None
    """The last day in force, where the text limits its own validity (有效期)."""
    validity_as_printed: str | None = None
    """The sentences on which ``effective`` and ``expires`` stand."""
    repeals: tuple[str, ...] = ()
    """The documents that this one repeals, by title, or by number where no title is printed."""
    addressees: tuple[str, ...] = ()
    copy_number: str | None = None
    """份号."""
    secrecy: str | None = None
    """密级 and its period, as printed."""
    urgency: str | None = None
    """紧急程度."""
    letterhead: str | None = None
    """发文机关标志."""
    signer: str | None = None
    """签发人."""
    registration: str | None = None
    """规范性文件登记号, which is no document number."""
    attachments: tuple[str, ...] = ()
    """What the list before the signature names (附件说明)."""
    annotation: str | None = None
    """附注, for example ``（此件公开发布）``."""
    copies_to: str | None = None
    """抄送."""


def status_on(day: str, effective: str | None, expires: str | None) -> Status:
    """Say whether a text is in force on a day, by its own clauses; all three are ISO dates."""
    if expires and expires < day:
        return Status.LAPSED
    if not effective or not effective[:4].isdecimal():
        return Status.UNKNOWN
    return Status.NOT_YET if day < effective else Status.IN_FORCE
