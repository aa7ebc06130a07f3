"""The typeface of the interface, and whether Chinese can be shown at all."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from policyviewer.ui.theme import BODY

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)


def interface_font(by: float = 1.0) -> QFont:
    """Give the font of menus, lists and buttons, so many times as large as usual."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(BODY * by))
    return font


def has_chinese_font() -> bool:
    """Say whether any installed font can show simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
