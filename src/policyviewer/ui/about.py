"""What the program says of itself, and how it wears a team's name and icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import policyviewer
from policyviewer.app.edition import Edition
from policyviewer.app.packs.installed import Installation
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.translation import tr


def about_title(edition: Edition, name: str) -> str:
    """Give the first line of the box, for the program called ``name``."""
    own = tr("政策阅读器 {version}").format(version=policyviewer.__version__)
    return f"{name}（{own}）" if edition.name else own


def about_text(edition: Edition, packs: Sequence[Installation] = ()) -> str:
    """Give what stands below it; of each library that came in packs, how recent it is."""
    own = tr("离线阅读、检索和摘记政策文件。不连接任何网络。")
    told = f"{edition.about}\n\n{own}" if edition.about else own
    return "\n\n".join((told, "\n".join(map(pack_text, packs)))) if packs else told


def pack_text(one: Installation) -> str:
    """Give the line that tells how recent a library is, and whose."""
    words = tr("《{title}》第 {version} 版，资料截至 {date}（{publisher}）")
    head = one.current.head
    return words.format(
        title=head.title, version=head.version, date=head.as_of, publisher=head.publisher
    )


def wear(edition: Edition, window: MainWindow) -> None:
    """Give window and taskbar the team's name and icon."""
    if edition.name:
        QApplication.setApplicationDisplayName(edition.name)
        window.set_program_name(edition.name)
    if edition.icon is not None:
        QApplication.setWindowIcon(QIcon(str(edition.icon)))
