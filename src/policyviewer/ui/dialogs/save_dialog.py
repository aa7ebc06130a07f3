"""Where something shall be written, and in which of the formats that there are for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from policyviewer.domain.patterns import regex

LONGEST_NAME = 40
"""Characters of a proposed name: the folder's list shows no more."""
_UNFIT = regex(r'[\\/:*?"<>|\s]+')


def fit_name(words: str, most: int = LONGEST_NAME) -> str:
    """Give words as a file may be called on every system; "" where nothing is left of them."""
    return _UNFIT.sub(" ", words).strip()[:most].strip()


def ask_where(
    parent: QWidget,
    title: str,
    name: str,
    formats: Mapping[str, str],
    chosen: Callable[[Path], None],
) -> None:
    """Ask for a file and hand it on; without an answer nothing happens.

    ``name`` is what is proposed, ``formats`` the endings (.docx) by the words that are shown for
    them (Word 文档 (*.docx)), the usual one first: a name that is typed without gets it.
    """
    dialog = QFileDialog(parent, title, name, ";;".join(formats))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(next(iter(formats.values()))[1:])
    dialog.filterSelected.connect(lambda one: dialog.setDefaultSuffix(formats[one][1:]))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.selectFile(name)
    dialog.open()
