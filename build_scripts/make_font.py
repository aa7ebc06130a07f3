"""Makes the typeface that the program falls back on where a machine has no Chinese one.

Run: python build_scripts/make_font.py [NotoSansCJK-Regular.ttc]

Takes the characters of GB 2312 and what else official documents use from Noto Sans CJK SC, under
the SIL Open Font License 1.1, which lets a changed font be handed on under another name: the
family is called as FAMILY says. Writes resources/fonts/ with font, licence and origin.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # it has none
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

FAMILY = "PolicyViewer Han"
SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
_MEMBER = "Noto Sans CJK SC"
_FAMILY_NAMES = (1, 16)
_FULL_NAME, _POSTSCRIPT_NAME, _UNIQUE_NAME, _LICENCE = 4, 6, 3, 13
_DROPPED = (17, 21, 22)
_MORE = "›⋯✓○〇①②③④⑤⑥⑦⑧⑨⑩〔〕《》〈〉【】—…·“”‘’※§℃‰×÷±≤≥≈→←↑↓■□●▲△☆★√㎡㎏"
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2027),
    (0x2160, 0x216B),
    (0x3000, 0x303F),
    (0xFF01, 0xFF5E),
)


def characters() -> set[int]:
    """Give the code points that the font is to have."""
    found = {point for first, last in _RANGES for point in range(first, last + 1)}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            found.update(map(ord, bytes((high, low)).decode("gb2312", "ignore")))
    return found | set(map(ord, _MORE))


def member(path: Path) -> TTFont:
    """Give the simplified Chinese font of the collection; raises StopIteration without one."""
    fonts = TTCollection(path).fonts
    return next(one for one in fonts if one["name"].getDebugName(1) == _MEMBER)


def renamed(font: TTFont) -> None:
    """Give the font its own name, and keep who made it and under which licence."""
    names = font["name"]
    names.names = [one for one in names.names if one.nameID not in _DROPPED]
    plain = FAMILY.replace(" ", "")
    for one in names.names:
        if one.nameID in _FAMILY_NAMES:
            one.string = FAMILY
        elif one.nameID == _FULL_NAME:
            one.string = f"{FAMILY} Regular"
        elif one.nameID in (_POSTSCRIPT_NAME, _UNIQUE_NAME):
            one.string = f"{plain}-Regular"
    cff = font["CFF "].cff
    cff.fontNames = [f"{plain}-Regular"]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName = f"{FAMILY} Regular", FAMILY


def main() -> None:
    """Make the font."""
    font = member(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
    version = font["name"].getDebugName(5)
    options = Options(layout_features=["kern"], hinting=False)
    options.name_IDs = ["*"]
    options.desubroutinize = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    renamed(font)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "PolicyViewerHan-Regular.otf"
    font.save(path)
    (FOLDER / "README.txt").write_text(
        f"{path.name}: GB 2312 and signs of official documents, from {_MEMBER} Regular\n"
        f"({version}), Copyright Adobe, under the SIL Open Font License 1.1 (OFL.txt),\n"
        f"renamed as the licence asks. Made by: python build_scripts/make_font.py\n",
        encoding="utf-8",
    )
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    main()
