from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton
from tests.e2e.conftest import Start

from policyviewer.app.annotating import Draft
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.trash_dialog import TrashDialog
from policyviewer.ui.presenters.removing import forget_box


def listed(session: Session) -> set[str]:
    return {one.id for one in session.services.library.documents()}


@pytest.fixture
def session(start: Start, settled, tmp_path: Path) -> Session:
    """The program with a document of the user's own."""
    path = tmp_path / "通知.txt"
    path.write_text(
        "青山县人民政府关于修路的通知\n各乡镇：\n一、修路\n及时修路。\n", encoding="utf-8"
    )
    session = start()
    session.desk.importing.import_paths([path])
    settled(session)
    return session


@pytest.fixture
def opened(session: Session, settled) -> str:
    """The document, open in a tab."""
    own = session.services.collection.own.documents.ids()[0]
    session.desk.reading.open(own)
    settled(session)
    return own


def test_a_document_leaves_the_library_and_its_tab_and_is_taken_back(
    session: Session, settled, opened: str
):
    session.desk.removing.remove([opened])
    settled(session)
    assert opened not in listed(session)
    assert opened not in session.window.tabs.documents()
    assert "移出文库" in session.window.messages.text
    session.window.messages.findChild(QPushButton).click()
    settled(session)
    assert opened in listed(session)


def test_what_was_taken_out_is_deleted_for_good_only_when_asked_twice(
    qtbot, session: Session, settled, opened: str
):
    session.desk.removing.remove([opened])
    settled(session)
    session.window.action(Do.REMOVED).trigger()
    settled(session)
    dialog = session.window.findChild(TrashDialog)
    dialog.findChild(QListWidget).item(0).setSelected(True)
    next(one for one in dialog.findChildren(QPushButton) if "彻底" in one.text()).click()
    box = session.window.findChild(QMessageBox)
    assert box.defaultButton().text() == "不删除"
    next(one for one in box.buttons() if one.text() == "彻底删除").click()
    settled(session)
    assert not session.services.collection.own.documents.is_stored(opened)
    assert "已彻底删除 1 份文件" in session.window.messages.text


def test_the_question_says_what_is_lost(qtbot, session: Session):
    box = forget_box(3, session.window)
    assert "3 份" in box.text()
    assert "批注仍然保留" in box.informativeText()
    box.close()


def test_what_was_taken_out_is_missed_in_plain_words(session: Session, settled, opened: str):
    session.desk.annotating._add(Draft(AnnotationKind.NOTE, TextRange(0, 4)))
    settled(session)
    (note,) = session.services.annotating.all()
    session.desk.removing.remove([opened])
    settled(session)
    for want in (
        session.window.action(Do.REOPEN_TAB).trigger,
        lambda: session.desk.noting._on_chosen(str(note.id)),
    ):
        session.window.messages.show_message("")
        want()
        settled(session)
        assert "不在文库里" in session.window.messages.text
        assert session.errors.shown is None
