"""What can go wrong in the world, told in the user's own words (Chinese)."""

from __future__ import annotations


class UserError(Exception):
    """A failure that the user can understand: what happened, and what to do now.

    ``text`` and ``hint`` are whole Chinese sentences; technical detail goes into ``__cause__``.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.hint = hint


class UnreadableDocumentError(UserError):
    """A file that cannot be read as a document: binary, empty, missing, forbidden."""


class UnknownDocumentError(UserError):
    """No document or provision of the library answers to what was asked for."""


class StorageError(UserError):
    """The database cannot be used: locked, full, read-only or newer than the program."""


class DamagedDatabaseError(StorageError):
    """The database file is broken or is none; it is set aside, never deleted."""


class DamagedNotesError(DamagedDatabaseError):
    """The database of the user's notes is broken: a backup can be offered."""


class UnusableIndexError(UserError):
    """The full-text index is missing, damaged or of another schema: it must be rebuilt."""


class BusyIndexError(UserError):
    """Another process is writing the full-text index."""


class BusyFolderError(UserError):
    """Another process is at work in a folder that takes one at a time."""


class PackError(UserError):
    """A library pack is refused: damaged, not signed as it must be, too old, not for here."""


class UnreadablePackError(PackError):
    """The medium of a library pack fails: what was read until then is of use."""


class UnknownPublisherError(PackError):
    """A library pack comes from a publisher that the user has not accepted yet."""


class OutdatedDatabaseError(StorageError):
    """A database of an older program lies where it cannot be brought up to date."""
