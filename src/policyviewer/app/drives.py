"""Places beside a program that travels: its drive has another letter on another computer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath


@dataclass(frozen=True, slots=True)
class Drive:
    """The drive that the program travels on, such as ``E:``; "" where it stays where it is."""

    letter: str = ""

    def kept(self, path: PurePath) -> str:
        """Give a path as it is stored: on the program's own drive, without the letter."""
        text = str(path)
        if self.letter and path.drive.casefold() == self.letter.casefold():
            return text[len(path.drive) :]
        return text

    def found(self, kept: str) -> Path:
        """Give the path that was stored, on the drive as it is called today."""
        rooted = kept.startswith("\\") and not kept.startswith("\\\\")
        return Path(f"{self.letter}{kept}" if self.letter and rooted else kept)
