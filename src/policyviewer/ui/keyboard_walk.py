"""Going with the keyboard from one part of the window to the next (F6)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_part(parts: Iterable[QWidget], way: int) -> None:
    """Give the keyboard to the next of the parts that is shown (1), or to the one before (-1)."""
    shown = [part for part in parts if part.isVisible() and _first_field(part) is not None]
    if not shown:
        return
    at = next((n for n, part in enumerate(shown) if has_focus(part)), -1 if way > 0 else 0)
    field = _first_field(shown[(at + way) % len(shown)])
    if field is not None:
        field.setFocus(Qt.FocusReason.TabFocusReason)


def has_focus(part: QWidget) -> bool:
    """Say whether a part of the window, or something in it, has the keyboard."""
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def _first_field(part: QWidget) -> QWidget | None:
    """Give what has the keyboard first in a part of the window: itself, or its first field."""
    fields = [part, *part.findChildren(QWidget)]
    return next((one for one in fields if _takes_keys(one)), None)


def _takes_keys(one: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    return bool(one.focusPolicy() & policy) and one.isVisible() and one.isEnabled()
