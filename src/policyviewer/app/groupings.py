"""What the documents of the library are grouped by."""

from __future__ import annotations

from enum import StrEnum


class Grouping(StrEnum):
    """What documents are grouped by."""

    LEVEL = "level"
    ISSUER = "issuer"
    YEAR = "year"
    KIND = "kind"
    SUBJECT = "subject"
    STANDING = "standing"
    FOLDER = "folder"
    """The user's own folders."""
