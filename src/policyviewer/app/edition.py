"""A team's edition of the program: its name, what it says of itself, its icon, its library.

All of it lies in one folder beside the program's own resources, put there by
build_scripts/make_release.py; the program as it is has no such folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.atomic import read_json

DESCRIPTION = "release.json"
ICON = "icon.ico"
LIBRARY = "library"
PUBLISHERS = "publishers"
"""The publishers whose library packs are trusted from the start, a root of each."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a team's edition is called; an empty name: it is no team's."""

    name: str = ""
    about: str = ""
    icon: Path | None = None


def edition_in(folder: Path) -> Edition:
    """Give the edition that a folder describes; where there is none, or it is broken, no team's."""
    described = read_json(folder / DESCRIPTION)
    told = described if isinstance(described, dict) else {}
    name, about = (told.get(key) for key in ("name", "about"))
    if not isinstance(name, str) or not isinstance(about, str):
        return Edition()
    icon = folder / ICON
    return Edition(name, about, icon if icon.is_file() else None)
