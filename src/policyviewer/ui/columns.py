"""Which columns there is room for: a decision, made without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace

NOTES_FROM = 1200
"""Window width in device-independent pixels from which the notes column shows by itself."""
SIDE_FROM = 900
"""The same for the side panel."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the user asked for at the present width; None: whatever there is room for."""

    width: int
    side: bool | None = None
    notes: bool | None = None

    @property
    def side_shown(self) -> bool:
        """Say whether the side panel shows."""
        return self.width >= SIDE_FROM if self.side is None else self.side

    @property
    def notes_shown(self) -> bool:
        """Say whether the notes column shows."""
        return self.width >= NOTES_FROM if self.notes is None else self.notes

    def resized(self, width: int) -> Columns:
        """Give the columns at another width; a wish ends where its column's room changes."""
        side = self.side if (width >= SIDE_FROM) == (self.width >= SIDE_FROM) else None
        notes = self.notes if (width >= NOTES_FROM) == (self.width >= NOTES_FROM) else None
        return Columns(width, side, notes)

    def with_side(self, *, shown: bool) -> Columns:
        """Give the columns after the user showed or hid the side panel."""
        return replace(self, side=shown)

    def with_notes(self, *, shown: bool) -> Columns:
        """Give the columns after the user showed or hid the notes column."""
        return replace(self, notes=shown)
