"""The typeface of the interface, and whether Chinese can be shown at all."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from policyviewer.ui.theme import BODY, SMALL

FALLBACK = "PolicyViewer Han"
"""The family of the font that comes with the program, for machines that have no Chinese one."""
_FALLBACK_FILE = "PolicyViewerHan-Regular.otf"
WINDOWS_FONT = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts" / "msyh.ttc"
"""Microsoft YaHei, a collection of faces, which Qt does not find by itself without a display."""
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    FALLBACK,
)


def interface_font(by: float = 1.0) -> QFont:
    """Give the font of menus, lists and buttons, so many times as large as usual."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(BODY * by))
    return font


def second(font: QFont) -> QFont:
    """Give the font of captions and counts beside text in a font, in large print too."""
    made = QFont(font)
    made.setPixelSize(max(1, round(QFontInfo(font).pixelSize() * SMALL / BODY)))
    return made


def row_height(font: QFont, least: int) -> int:
    """Give the height of a row of one line, in pixels: ``least`` in the usual type."""
    return max(least, round(least * QFontInfo(font).pixelSize() / BODY))


def has_chinese_font() -> bool:
    """Say whether any installed font can show simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def ensure_chinese_font(folder: Path) -> bool:
    """Load a font where none can show Chinese, which may be for want of a display: the program's
    own, or that of Windows, with which the program brings none. False where that fails too.
    """
    return has_chinese_font() or load_fallback(folder) or _load(WINDOWS_FONT)


def load_fallback(folder: Path) -> bool:
    """Load the font that came with the program; False where it is missing or broken."""
    return _load(folder / _FALLBACK_FILE)


def _load(file: Path) -> bool:
    return file.is_file() and QFontDatabase.addApplicationFont(str(file)) >= 0
