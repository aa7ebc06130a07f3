"""Which columns there is room for: a decision, made without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace

NOTES_FROM = 1200
"""Window width in device-independent pixels from which the notes column shows by itself."""
NOTES_BESIDE_TWO_FROM = 1700
"""The same while two documents stand beside each other."""
SIDE_FROM = 900
"""The same for the side panel."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the user asked for at the present width; None: whatever there is room for."""

    width: int
    side: bool | None = None
    notes: bool | None = None
    split: bool = False
    """Whether two documents stand beside each other."""

    @property
    def side_shown(self) -> bool:
        """Say whether the side panel shows."""
        return self._has_room_for_side if self.side is None else self.side

    @property
    def notes_shown(self) -> bool:
        """Say whether the notes column shows."""
        return self._has_room_for_notes if self.notes is None else self.notes

    def resized(self, width: int) -> Columns:
        """Give the columns at another width; a wish ends where its column's room changes."""
        return self._changed(replace(self, width=width))

    def with_split(self, *, split: bool) -> Columns:
        """Give the columns for one document or two beside each other."""
        return self._changed(replace(self, split=split))

    def with_side(self, *, shown: bool) -> Columns:
        """Give the columns after the user showed or hid the side panel."""
        return replace(self, side=shown)

    def with_notes(self, *, shown: bool) -> Columns:
        """Give the columns after the user showed or hid the notes column."""
        return replace(self, notes=shown)

    @property
    def _has_room_for_side(self) -> bool:
        return self.width >= SIDE_FROM

    @property
    def _has_room_for_notes(self) -> bool:
        return self.width >= (NOTES_BESIDE_TWO_FROM if self.split else NOTES_FROM)

    def _changed(self, other: Columns) -> Columns:
        """Give other columns with the wishes for those whose room is as it was."""
        side = other.side if other._has_room_for_side == self._has_room_for_side else None
        notes = other.notes if other._has_room_for_notes == self._has_room_for_notes else None
        return replace(other, side=side, notes=notes)
