"""The words of the window in the user's language: ours and Qt's own (dialog buttons, menus)."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

logger = logging.getLogger(__name__)


CONTEXT = "PolicyViewer"
"""The one context of all our words in the files of translations."""
SOURCE_LANGUAGE = "zh"
_QT_CHINESE = "qtbase_zh_CN"


def tr(text: str) -> str:
    """Give words of the window, which the sources hold in Chinese, in the user's language.

    Placeholders are filled in behind it: ``tr("{count} 份文件").format(count=2)``.
    """
    return QCoreApplication.translate(CONTEXT, text)


def noop(text: str) -> str:
    """Mark words of a table that are translated where they are shown."""
    return text


class WindowLanguage:
    """The language of the window, from its making to its end; the sources' needs no file.

    A further language is a file ``policyviewer_xx.qm`` in the folder of translations.
    """

    def __init__(self, application: QCoreApplication, folder: Path, name: str) -> None:
        """Raises nothing: where the file is missing, the words stay Chinese."""
        self._application = application
        self._own: QTranslator | None = None
        self._put_aside: list[QTranslator] = []
        if name == SOURCE_LANGUAGE:
            return
        made = QTranslator(application)
        if not made.load(f"policyviewer_{name}", str(folder)):
            logger.info("there is no translation for %s", name)
            return
        self._put_aside = application.findChildren(QTranslator, _QT_CHINESE)
        for translator in self._put_aside:
            application.removeTranslator(translator)
        application.installTranslator(made)
        self._own = made

    def end(self) -> None:
        """Go back to the language of the sources."""
        if self._own is not None:
            self._application.removeTranslator(self._own)
            for translator in self._put_aside:
                self._application.installTranslator(translator)
            self._own = None


def install_chinese(application: QCoreApplication) -> bool:
    """Load Qt's Chinese translation; False when the installation lacks the file."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    translator.setObjectName(_QT_CHINESE)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(_QT_CHINESE, folder):
        logger.info("Qt's Chinese translation is not installed")
        return False
    return application.installTranslator(translator)
