"""Selections that go over the borders of cells.

Qt makes of these whole cells, or whole tables: the words between the two ends are what was
meant, so the end is kept beside Qt's cursor.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from policyviewer.ui.reader.visible import same_cell


class Crossing:
    """Where a view's selection really ends; forgotten as soon as Qt's cursor is elsewhere."""

    def __init__(self) -> None:
        self._kept: tuple[int, int, int] | None = None
        """Anchor and position of Qt's cursor, and the position that was meant."""

    def end(self, cursor: QTextCursor) -> int:
        """Give the position at which a selection ends, or the caret."""
        if self._kept is not None and self._kept[:2] == (cursor.anchor(), cursor.position()):
            return self._kept[2]
        return cursor.position()

    def ends(self, cursor: QTextCursor) -> tuple[int, int]:
        """Give the positions between which words are selected, the first one first."""
        if self._kept is None or self._kept[:2] != (cursor.anchor(), cursor.position()):
            return cursor.selectionStart(), cursor.selectionEnd()
        meant = (cursor.anchor(), self._kept[2])
        return min(meant), max(meant)

    def follow(self, cursor: QTextCursor, end: int) -> bool:
        """Keep where a selection was meant to end; says whether that is news."""
        before = self._kept
        crossing = not same_cell(cursor.document(), cursor.anchor(), end)
        self._kept = (cursor.anchor(), cursor.position(), end) if crossing else None
        return self._kept != before
