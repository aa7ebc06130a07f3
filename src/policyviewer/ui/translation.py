"""Qt's own words (dialog buttons, context menus) in Chinese."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

logger = logging.getLogger(__name__)


def install_chinese(application: QCoreApplication) -> bool:
    """Load Qt's Chinese translation; False when the installation lacks the file."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_zh_CN", folder):
        logger.info("Qt's Chinese translation is not installed")
        return False
    return application.installTranslator(translator)
