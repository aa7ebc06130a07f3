"""What a user should know of a file that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A code, such as ``scanned-pages`` or ``lost-numbering``, and a Chinese sentence."""

    code: str
    message: str
