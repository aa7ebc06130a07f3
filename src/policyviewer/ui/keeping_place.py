"""Where the program keeps what it writes, as the user is asked and told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QMessageBox

from policyviewer.app import settings
from policyviewer.app.paths import AppPaths, Layout
from policyviewer.ui.translation import tr


def after_asking(paths: AppPaths) -> AppPaths:
    """Ask once, where the program lies on a stick, whether the stick shall keep everything.

    Gives the paths for the answer; raises StorageError when an answer cannot be kept.
    """
    chosen = settings.load(paths.settings)
    if paths.layout is not Layout.ON_STICK or chosen.asked_for_stick:
        return paths
    box, take = question()
    box.exec()
    if box.clickedButton() is take:
        return AppPaths.keep_beside_program()
    settings.save(paths.settings, replace(chosen, asked_for_stick=True))
    return paths


def question() -> tuple[QMessageBox, object]:
    """Give the question, and its button for yes."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("政策阅读器"))
    box.setText(tr("程序在移动磁盘上。批注、文库和设置存放在哪里？"))
    box.setInformativeText(
        tr("存放在移动磁盘上，换一台电脑可以接着用；本机上原有的批注不会移动，也不会删除。")
    )
    take = box.addButton(tr("移动磁盘"), QMessageBox.ButtonRole.AcceptRole)
    own = box.addButton(tr("本机"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(own)
    return box, take


def notice(paths: AppPaths) -> str:
    """Give what the user must know of the place; "" where it is the usual one."""
    if paths.layout is not Layout.READ_ONLY:
        return ""
    words = tr("程序所在的磁盘是只读的：批注和设置存放在本机“{folder}”，磁盘上的没有改动。")
    return words.format(folder=paths.data)
