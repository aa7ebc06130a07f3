"""What every importer takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from policyviewer.domain.errors import UserError
from policyviewer.domain.notices import Notice
from policyviewer.domain.tables import Table


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file says: its clean text, where the tables stand in it, and what was left out.

    ``markings`` are the words of headers, footers and the first page's text boxes. They are no
    part of the text, but a secrecy marking may stand there.
    """

    text: str
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = ()
    markings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A file that was read: its clean text, and the file itself, byte for byte."""

    text: str
    format: str
    sha256: str
    data: bytes
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = ()
    markings: tuple[str, ...] = ()
    """See Extract."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that leads to no file, with the reason."""

    path: Path
    error: UserError


class Importer(Protocol):
    """Reads one format."""

    format: str

    def takes(self, data: bytes) -> bool:
        """Say, from the content alone, whether these bytes are of this format."""

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the text and its tables; raises UnreadableDocumentError, naming the file."""
