"""How the user wants the page to be set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Spacing(StrEnum):
    """The distance of lines."""

    TIGHT = "tight"
    STANDARD = "standard"
    LOOSE = "loose"


class LineLength(StrEnum):
    """How many characters the longest line may have."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


class BodyFace(StrEnum):
    """The typeface of running text; headings keep theirs."""

    FANGSONG = "fangsong"
    SONG = "song"
    HEI = "hei"


@dataclass(frozen=True, slots=True)
class PageStyle:
    """All of it; the size of the type is the zoom, which is kept apart."""

    spacing: Spacing = Spacing.STANDARD
    length: LineLength = LineLength.LONG
    face: BodyFace = BodyFace.FANGSONG
    restored: bool = False
    """Whether masked characters with one good reading are shown as what they stand for."""
