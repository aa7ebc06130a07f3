"""What the search box offers while one types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policyviewer.domain.documents import DocumentId


class SuggestionKind(StrEnum):
    """Where a suggestion is from."""

    SEARCH = "search"
    TITLE = "title"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to search for, or the document that it is the title of."""

    kind: SuggestionKind
    text: str
    note: str = ""
    document: DocumentId | None = None
