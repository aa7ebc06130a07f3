"""How the page is set: typefaces, sizes, the width of the sheet, the spacing of single signs.

The faces and their proportions (title 22 pt, text 16 pt) are those of GB/T 9704-2012; the text
column is a whole number of characters wide, so that justified lines need no stretching.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from policyviewer.app.page_settings import BodyFace, LineLength, Spacing
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.fonts import FALLBACK
from policyviewer.ui.reader.blocks import BlockKind, Face

BODY_SIZE = 18
"""Pixels of a character of the text at 100 %."""
SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 4.0
WIDEST = 42
LINES: Mapping[LineLength, int] = {
    LineLength.SHORT: 28,
    LineLength.MIDDLE: 34,
    LineLength.LONG: WIDEST,
}
"""Characters in the longest line; 28 are those of GB/T 9704-2012."""
SPACINGS: Mapping[Spacing, float] = {
    Spacing.TIGHT: 0.84,
    Spacing.STANDARD: 1.0,
    Spacing.LOOSE: 1.2,
}
"""By what the distances of lines are multiplied."""
NARROWEST = 4
LEADING = 1.85
"""Distance of lines in characters of the text."""

_HAN_FAMILIES: Mapping[Face, tuple[str, ...]] = {
    Face.TITLE: (
        "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05",
        "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "宋体", "SimSun", "STZhongsong",
        "AR PL UMing CN", FALLBACK,
    ),
    Face.HEITI: (
        "黑体", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体",
        "Microsoft YaHei", "微软雅黑", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", FALLBACK,
    ),
    Face.KAITI: (
        "楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "STKaiti", "LXGW WenKai", "霞鹜文楷",
        "AR PL UKai CN", "AR PL KaitiM GB", "Noto Serif CJK SC", "宋体", "SimSun", FALLBACK,
    ),
    Face.BODY: (
        "仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC",
        "Source Han Serif SC", "思源宋体", "宋体", "SimSun", "AR PL UMing CN", "LXGW WenKai",
        "Noto Sans CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", FALLBACK,
    ),
}  # fmt: skip
_SONG = ("宋体", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "AR PL UMing CN")
_SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif")
_SANS = ("Arial", "Liberation Sans", "Arimo", "Noto Sans")
_LATIN_FAMILIES = {
    Face.TITLE: _SERIF, Face.HEITI: _SANS, Face.KAITI: _SERIF, Face.BODY: _SERIF,
}  # fmt: skip


class Script(Enum):
    """What a stretch of a line is made of, which decides its family and spacing."""

    HAN = "han"
    LATIN = "latin"
    POINT = "point"
    """A half-width point or gap between Chinese characters, set as wide as one of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring signs of one script."""

    text: str
    script: Script


@dataclass(frozen=True, slots=True)
class Setting:
    """How a kind of paragraph is set; lengths in characters of the text."""

    size: float = 1.0
    leading: float = LEADING
    above: float = 0.0
    below: float = 0.0
    indent: float = 2.0
    margin: float = 0.0
    align: str = "justify"
    bold: bool = False
    soft: bool = False
    face: Face | None = None
    """In which all of the paragraph is set, whatever its runs say."""


SETTINGS: Mapping[BlockKind, Setting] = {
    BlockKind.TITLE: Setting(size=22 / 16, leading=2.2, indent=0, align="centre", bold=True),
    BlockKind.UNDER_TITLE: Setting(
        size=0.9, leading=1.7, above=0.1, below=0.3, indent=0, align="centre"
    ),
    BlockKind.ADDRESSEE: Setting(indent=0, above=0.8),
    BlockKind.CAPTION: Setting(
        size=0.75, leading=1.5, below=0.8, indent=0, align="centre", soft=True, face=Face.HEITI
    ),
    BlockKind.CHAPTER: Setting(above=1.2, below=0.5, indent=0, align="centre"),
    BlockKind.SECTION: Setting(above=0.6, below=0.3, indent=0, align="centre"),
    BlockKind.L1: Setting(above=0.55),
    BlockKind.L2: Setting(),
    BlockKind.L3: Setting(),
    BlockKind.ARTICLE: Setting(),
    BlockKind.BODY: Setting(),
    BlockKind.CONTINUED: Setting(indent=0),
    BlockKind.SIGNATURE: Setting(indent=0, align="right", margin=2.0),
    BlockKind.TOC: Setting(size=0.9, leading=1.7, indent=0, margin=2.0, align="left"),
    BlockKind.FIRST_BACK: Setting(
        size=0.75, leading=1.6, above=1.6, indent=0, align="left", soft=True, face=Face.HEITI
    ),
    BlockKind.BACK: Setting(
        size=0.75, leading=1.6, indent=0, align="left", soft=True, face=Face.HEITI
    ),
    BlockKind.HEAD_CELL: Setting(leading=1.45, indent=0, align="centre"),
    BlockKind.CELL: Setting(leading=1.45, indent=0, align="left"),
    BlockKind.SHORT_CELL: Setting(leading=1.45, indent=0, align="centre"),
    BlockKind.NUMBER_CELL: Setting(leading=1.45, indent=0, align="right"),
    BlockKind.GAP: Setting(size=0.4, leading=1.5, indent=0, align="left"),
}


@dataclass(frozen=True, slots=True)
class Families:
    """The families to use for Chinese and for Latin signs of each face, best first."""

    han: Mapping[Face, tuple[str, ...]]
    latin: Mapping[Face, tuple[str, ...]]

    def stands_out(self, face: Face) -> bool:
        """Say whether a face looks other than the text; if not, weight must tell it apart."""
        return face is Face.BODY or self.han[face][:1] != self.han[Face.BODY][:1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of the page in device-independent pixels."""

    em: int
    columns: int
    """Characters of the text in a line."""
    margin: int
    """White on either side of the text column."""
    left: int
    """From the pane's edge to the viewport."""
    full: bool
    """Whether the paper fills the pane: there is too little room to show its edges."""

    @property
    def width(self) -> int:
        """Give the width of column and margins."""
        return self.columns * self.em + 2 * self.margin


def families(available: Collection[str], body: BodyFace = BodyFace.FANGSONG) -> Families:
    """Choose from the families that the machine has; Latin families fall back on Chinese ones.

    A family that is not there is never asked for: Qt would search all fonts for a likeness.
    """
    present = set(available)
    han = {
        face: tuple(name for name in names if name in present)
        for face, names in _HAN_FAMILIES.items()
    }
    if body is BodyFace.HEI:
        han[Face.BODY] = han[Face.HEITI] or han[Face.BODY]
    elif body is BodyFace.SONG:
        songs = tuple(name for name in _SONG if name in present)
        han[Face.BODY] = songs or han[Face.BODY]
    text = han[Face.BODY]
    han = {face: names or text for face, names in han.items()}
    latin = {
        face: tuple(name for name in names if name in present) or han[face]
        for face, names in _LATIN_FAMILIES.items()
    }
    return Families(han, latin)


def clamped_zoom(zoom: float) -> float:
    """Give the nearest zoom that the reader can show."""
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def character_size(zoom: float) -> int:
    """Give the size of a character of the text in whole pixels."""
    return round(BODY_SIZE * clamped_zoom(zoom))


def sheet_for(width: int, zoom: float, widest: int = WIDEST) -> Sheet:
    """Lay the sheet into the middle of a pane.

    Its width changes by whole characters only, so that most changes of the pane's width need no
    new layout.
    """
    em = character_size(zoom)
    airy = 2.75 if width >= 26 * em else 1.2 if width >= 12 * em else 0.4
    margin = round(airy * em)
    columns = min(widest, max(NARROWEST, (width - 2 * margin) // em))
    room = max(0, width - columns * em - 2 * margin)
    return Sheet(em, columns, margin, room // 2, full=room < 3 * em)


_LATIN = r"[0-9A-Za-z](?:[0-9A-Za-z.,%+&/_~@:-]*[0-9A-Za-z%+])?"
_POINT = r"(?<=[^\x00-\x7f])[,;:!? ](?=[^\x00-\x7f]|$)|(?<=[)\]])[,;:](?=[^\x00-\x7f]|$)"
_PIECES = regex(f"(?P<latin>{_LATIN})|(?P<point>{_POINT})")


def pieces(text: str, span: TextRange) -> list[Piece]:
    """Take a range of a text apart by script; what stands beside a sign decides what it is."""
    found: list[Piece] = []
    at = span.start
    for match in _PIECES.finditer(text, span.start, span.end):
        if at < match.start():
            found.append(Piece(text[at : match.start()], Script.HAN))
        script = Script.LATIN if match.lastgroup == "latin" else Script.POINT
        found.append(Piece(match.group(), script))
        at = match.end()
    if at < span.end:
        found.append(Piece(text[at : span.end], Script.HAN))
    return found
