"""The typefaces of print: those of official documents, and what takes the place of missing ones."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from policyviewer.app.page_settings import BodyFace
from policyviewer.ui.paper.measures import BODY_SIZE, EM, POINT
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.reader.typography import Families, Piece, Script, families
from policyviewer.ui.translation import noop, tr

_NAMES = {
    Face.TITLE: noop("小标宋"),
    Face.HEITI: noop("黑体"),
    Face.KAITI: noop("楷体"),
    Face.BODY: noop("仿宋"),
}
_PROPER = {
    Face.TITLE: ("小标宋", "XiaoBiaoSong"),
    Face.HEITI: ("黑体", "SimHei"),
    Face.KAITI: ("楷体", "KaiTi"),
    Face.BODY: ("仿宋", "FangSong"),
}
"""Of what the names of the families that the standard asks for have in them."""
_FEATURES = ("locl", "liga", "clig", "calt")
"""What puts other glyphs in the place of characters: their words could not be found in a PDF."""
_DASH = "\u2015"
"""Two of these become one glyph by composition, which other scripts cannot do without."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """A typeface that the machine does not have, and the family that takes its place."""

    face: Face
    family: str

    @property
    def name(self) -> str:
        """Give what the typeface is called."""
        return tr(_NAMES[self.face])


class PrintFaces:
    """The fonts of a print by face, script and size; each is made once.

    Belongs to the thread that made it.
    """

    def __init__(self, available: Collection[str] | None = None) -> None:
        names = QFontDatabase.families() if available is None else available
        self._families = families(names, BodyFace.FANGSONG)
        self._fonts: dict[tuple[Face, Script, float, str, bool], QFont] = {}

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Give what is not printed in the typeface that the standard asks for."""
        return substitutions(self._families)

    @property
    def families(self) -> tuple[str, ...]:
        """Give all families that words may be printed in."""
        both = (*self._families.han.values(), *self._families.latin.values())
        return tuple(dict.fromkeys(name for names in both for name in names))

    def font(self, face: Face, piece: Piece, size: float, *, light: bool = False) -> QFont:
        """Give the font of a piece; ``size`` in points, the font's own in units.

        ``light`` says that weight must not make up for a face that is missing.
        """
        sign = piece.text if piece.script is Script.POINT else _DASH if _DASH in piece.text else ""
        heavy = not light and _is_heavy(self._families, face)
        key = (face, piece.script, size, sign, heavy)
        if key not in self._fonts:
            self._fonts[key] = self._make(face, piece.script, size, sign, heavy=heavy)
        return self._fonts[key]

    def _make(self, face: Face, script: Script, size: float, sign: str, *, heavy: bool) -> QFont:
        latin = script is Script.LATIN
        made = QFont()
        made.setFamilies(list((self._families.latin if latin else self._families.han)[face]))
        made.setPixelSize(round(size * POINT))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in (*_FEATURES, "ccmp") if sign == _DASH else _FEATURES:
            made.setFeature(QFont.Tag(feature), 0)
        if heavy:
            made.setWeight(QFont.Weight.Bold)
        if not latin:
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _spacing(size))
        if script is Script.POINT:
            room = size * POINT - QFontMetricsF(made).horizontalAdvance(sign)
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, max(0.0, room))
        return made


def _spacing(size: float) -> float:
    """Give by how much characters stand closer: 28 of the text fill a line."""
    return size / BODY_SIZE * (EM - BODY_SIZE * POINT)


def _is_heavy(chosen: Families, face: Face) -> bool:
    """Say whether weight must make up for a face that is missing."""
    missing = any(one.face is face for one in substitutions(chosen))
    return missing and (face is Face.TITLE or not chosen.stands_out(face))


def substitutions(chosen: Families) -> tuple[Substitution, ...]:
    """Give the faces whose first family is not what the standard asks for."""
    return tuple(
        Substitution(face, (chosen.han[face] or ("",))[0])
        for face, parts in _PROPER.items()
        if not any(part in name for name in chosen.han[face][:1] for part in parts)
    )
