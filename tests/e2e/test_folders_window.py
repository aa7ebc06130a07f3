"""The user's own folders, in the real window."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QLineEdit, QPushButton

from policyviewer.app.groupings import Grouping
from policyviewer.ui.application import Session

SEED, MANUAL = "regional-coordination", "manual"


def folders(session: Session) -> dict[str, int]:
    groups = session.window.library._model.arrangement.groups
    return {one.name: one.count for one in groups}


def choose(session: Session, name: str) -> None:
    """Choose an entry of a document's menu."""
    pane = session.window.library
    menu = pane.menu_of(pane._model.index_of(SEED))
    entries = [
        *menu.actions(),
        *(one for sub in menu.actions() if sub.menu() for one in sub.menu().actions()),
    ]
    next(one for one in entries if one.text() == name).trigger()


def told(session: Session) -> str:
    return " ".join(one.text() for one in session.window.messages.findChildren(QLabel))


def test_a_folder_is_made_filled_emptied_deleted_and_brought_back(qtbot, start, settled):
    session = start()
    pane = session.window.library
    groups = pane.findChild(QComboBox)
    groups.setCurrentIndex(groups.findData(Grouping.FOLDER))
    settled(session)
    assert folders(session) == {"": 2}

    choose(session, "新建文件夹…")
    dialog = session.window.findChild(QInputDialog)
    dialog.findChild(QLineEdit).setText("区域协调")
    dialog.accept()
    settled(session)
    assert folders(session) == {"区域协调": 1, "": 1}
    assert "已建立文件夹" in told(session)

    folder = pane._model.arrangement.groups[0].folder
    pane._model.dropped.emit(folder, [MANUAL])
    settled(session)
    assert folders(session) == {"区域协调": 2}

    choose(session, "移出“区域协调”")
    settled(session)
    assert folders(session) == {"区域协调": 1, "": 1}
    session.window.messages.findChild(QPushButton).click()  # take it back
    settled(session)
    assert folders(session) == {"区域协调": 2}

    pane.delete_wanted.emit(folder)
    settled(session)
    assert folders(session) == {"": 2}
    assert "仍在文库里" in told(session)
    session.window.messages.findChild(QPushButton).click()
    settled(session)
    assert folders(session) == {"区域协调": 2}


def test_a_name_that_cannot_be_is_told_and_nothing_is_lost(start, settled):
    session = start()
    session.desk.foldering.create([SEED], "  ")
    settled(session)
    assert session.services.folders.folders() == []
    session.desk.foldering.create([SEED], "春耕")
    settled(session)
    (folder,) = session.services.folders.folders()
    session.desk.foldering.rename(folder, "夏收")
    settled(session)
    assert [one.name for one in session.services.folders.folders()] == ["夏收"]
