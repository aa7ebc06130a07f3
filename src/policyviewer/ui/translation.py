"""The words of the window in the user's language: ours and Qt's own (dialog buttons, menus)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

logger = logging.getLogger(__name__)


CONTEXT = "PolicyViewer"
"""The one context of all our words in the files of translations."""


def tr(text: str) -> str:
    """Give words of the window, which the sources hold in Chinese, in the user's language.

    Placeholders are filled in behind it: ``tr("{count} 份文件").format(count=2)``.
    """
    return QCoreApplication.translate(CONTEXT, text)


def noop(text: str) -> str:
    """Mark words of a table that are translated where they are shown."""
    return text


def install_chinese(application: QCoreApplication) -> bool:
    """Load Qt's Chinese translation; False when the installation lacks the file."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_zh_CN", folder):
        logger.info("Qt's Chinese translation is not installed")
        return False
    return application.installTranslator(translator)
