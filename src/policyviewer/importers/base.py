"""What every importer takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from policyviewer.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A file that was read: its clean text, and the file itself, byte for byte."""

    text: str
    format: str
    sha256: str
    data: bytes


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

    def text(self, data: bytes, name: str) -> str:
        """Give the text; raises UnreadableDocumentError, naming the file."""
