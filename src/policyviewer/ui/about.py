"""What the program says of itself, and how it wears a team's name and icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import policyviewer
from policyviewer.app.edition import Edition
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.translation import tr


def about_title(edition: Edition, name: str) -> str:
    """Give the first line of the box, for the program called ``name``."""
    own = tr("政策阅读器 {version}").format(version=policyviewer.__version__)
    return f"{name}（{own}）" if edition.name else own


def about_text(edition: Edition) -> str:
    """Give what stands below it."""
    own = tr("离线阅读、检索和摘记政策文件。不连接任何网络。")
    return f"{edition.about}\n\n{own}" if edition.about else own


def wear(edition: Edition, window: MainWindow) -> None:
    """Give window and taskbar the team's name and icon."""
    if edition.name:
        QApplication.setApplicationDisplayName(edition.name)
        window.set_program_name(edition.name)
    if edition.icon is not None:
        QApplication.setWindowIcon(QIcon(str(edition.icon)))
