"""What Qt says of itself and of the fonts of this machine, for ``doctor``."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication


def inspect_qt() -> dict[str, object]:
    """Give Qt's version, its platform and the Chinese font families that it finds.

    Makes a QGuiApplication without a display when there is none yet.
    """
    application = QGuiApplication.instance() or QGuiApplication(
        ["policyviewer", "-platform", "offscreen"]
    )
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return {
        "version": qVersion(),
        "platform": application.platformName()
        if isinstance(application, QGuiApplication)
        else "none",
        "chinese_fonts": sorted(chinese),
    }
