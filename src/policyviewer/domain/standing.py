"""What is to be known before one relies on a document."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Where a document stands on a day; most have nothing of the kind."""

    REPEALED = "repealed"
    """A later document of the library says so."""
    LAPSED = "lapsed"
    NOT_YET = "not-yet"
    AMENDED = "amended"
    """A later decision of the library changes it."""
