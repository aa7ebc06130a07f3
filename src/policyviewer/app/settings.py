"""What the user chose, with defaults; a broken file costs its bad values, never the start."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from policyviewer.app.atomic import read_json, write_json
from policyviewer.app.groupings import Grouping
from policyviewer.app.page_settings import BodyFace, LineLength, PageStyle, Spacing
from policyviewer.domain.citations import CitationStyle, ItemForm, NameForm, SectionForm

logger = logging.getLogger(__name__)

Stored = dict[str, object]


class ThemeName(StrEnum):
    """The colour sets of the window."""

    LIGHT = "light"
    DARK = "dark"
    PAPER = "paper"
    HIGH_CONTRAST = "high-contrast"


class Language(StrEnum):
    """The languages of the window; documents and the manual are Chinese in all of them."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices; every field has a default."""

    theme: ThemeName = ThemeName.LIGHT
    zoom: float = 1.0
    """Of the page: 1.0 is 100 %."""
    grouping: Grouping = Grouping.LEVEL
    """Of the documents in the library's tree."""
    spacing: Spacing = Spacing.STANDARD
    length: LineLength = LineLength.LONG
    face: BodyFace = BodyFace.FANGSONG
    restored: bool = False
    """Whether masked characters are shown as what they stand for."""
    short_forms: bool = True
    """Whether a search for a province tells by which short names it can be widened."""
    large_print: bool = False
    """Whether the interface is set in larger type."""
    language: Language = Language.CHINESE
    author: str = ""
    """The name under which notes are written; empty: the name of the account."""
    own_body: str = ""
    """The user's own office, by which tasks are narrowed down; empty: none was named."""
    cite_name: NameForm = NameForm.FULL
    cite_items: ItemForm = ItemForm.PLAIN
    cite_sections: SectionForm = SectionForm.PRINTED
    backup_folder: str = ""
    """A second folder for the backups of the notes; empty: none."""
    asked_for_stick: bool = False
    """Whether the user said that nothing shall be kept on the stick that the program lies on."""


def page_style(settings: Settings) -> PageStyle:
    """Give how the page is to be set."""
    return PageStyle(settings.spacing, settings.length, settings.face, settings.restored)


def citation_style(settings: Settings) -> CitationStyle:
    """Give how words are to be cited."""
    return CitationStyle(settings.cite_items, settings.cite_name, settings.cite_sections)


Upgrade = Callable[[Stored], Stored]

UPGRADES: tuple[Upgrade, ...] = ()
"""UPGRADES[n - 1] turns the settings of version n into those of version n + 1."""


def load(path: Path, upgrades: Sequence[Upgrade] = UPGRADES) -> Settings:
    """Give the stored settings: unknown keys dropped, wrong values replaced by the default."""
    stored = read_json(path)
    if not isinstance(stored, dict):
        if path.exists():
            logger.info("settings file is not readable, defaults are used")
        return Settings()
    return _checked(_upgraded(stored, upgrades))


def save(path: Path, settings: Settings) -> None:
    """Store the settings in one step; raises StorageError when that cannot be done."""
    write_json(path, {"version": len(UPGRADES) + 1, **asdict(settings)})


def _upgraded(stored: Stored, upgrades: Sequence[Upgrade]) -> Stored:
    version = stored.get("version", 1)
    if not isinstance(version, int) or version < 1:
        return stored
    for upgrade in upgrades[version - 1 :]:
        stored = upgrade(stored)
    return stored


def _checked(stored: Stored) -> Settings:
    defaults = Settings()
    values: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in stored:
            continue
        value = _as_type_of(getattr(defaults, field.name), stored[field.name])
        if value is None:
            logger.info("setting %s has a wrong value, its default is used", field.name)
        else:
            values[field.name] = value
    return replace(defaults, **values)


def _as_type_of(default: object, value: object) -> object | None:
    """Give the value in the default's type, or None when it is not of that type."""
    if isinstance(default, StrEnum):
        return next((member for member in type(default) if member.value == value), None)
    if isinstance(default, float):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if number else None  # type: ignore[arg-type]  # checked in number
    return value if type(value) is type(default) else None
