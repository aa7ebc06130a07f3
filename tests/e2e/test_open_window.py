"""Files that the program is started with, and those that a later start hands over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from policyviewer.app.notes_files import export_notes
from policyviewer.domain.annotations import AnnotationId, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.import_dialog import ImportDialog


@pytest.fixture
def session(start) -> Session:
    return start()


@pytest.fixture
def package(session: Session, settled, tmp_path: Path) -> Path:
    """Give a colleague's package with one highlight; none of it is here."""
    annotating = session.services.annotating
    session.window.reader.select(TextRange(40, 52))
    session.desk.annotating.highlight_selection(Colour.GREEN)
    settled(session)
    (own,) = annotating.hand_out(annotating.all())
    theirs = replace(own, annotation=replace(own.annotation, id=AnnotationId("theirs")))
    export_notes([theirs], tmp_path / "同事.pvnotes")
    return tmp_path / "同事.pvnotes"


def box_of(session: Session) -> QMessageBox | None:
    boxes = session.window.findChildren(QMessageBox)
    return next((box for box in boxes if box.isVisible()), None)


def test_a_package_is_taken_in_when_the_user_says_so(
    qtbot, session: Session, package: Path, settled
):
    session.on_called([package])
    qtbot.waitUntil(lambda: box_of(session) is not None)
    assert len(session.services.annotating.all()) == 1
    assert "同事.pvnotes" in box_of(session).text()
    box_of(session).defaultButton().click()
    qtbot.waitUntil(lambda: len(session.services.annotating.all()) == 2)
    settled(session)


def test_a_package_dropped_on_the_window_is_no_document(qtbot, session: Session, package: Path):
    session.window.files_dropped.emit([package])
    qtbot.waitUntil(lambda: box_of(session) is not None)
    assert "同事.pvnotes" in box_of(session).text()
    assert session.window.findChild(ImportDialog) is None
    box_of(session).reject()


def test_a_package_that_is_declined_changes_nothing(
    qtbot, session: Session, package: Path, settled
):
    session.open_files([package])
    qtbot.waitUntil(lambda: box_of(session) is not None)
    box_of(session).reject()
    settled(session)
    assert len(session.services.annotating.all()) == 1


def test_a_new_document_is_looked_at_before_it_is_imported(
    qtbot, session: Session, tmp_path: Path, settled
):
    file = tmp_path / "通知.txt"
    file.write_text("县人民政府关于河道的通知\n各乡镇：\n一、要求", encoding="utf-8")
    session.open_files([file])
    qtbot.waitUntil(lambda: bool(session.window.findChildren(ImportDialog)))
    settled(session)


def test_files_wait_until_the_library_is_open(qtbot, qapp, start, running, settled, home):
    session = Session(home, qapp)
    running.append(session)
    session.begin()
    session.open_files([home.bundled_sources / "使用手册.txt"])
    assert session.desk is None
    qtbot.waitUntil(lambda: session.window.reader.document is not None)
    qtbot.waitUntil(lambda: session.window.reader.document.id == "manual")
    settled(session)


def test_a_document_of_the_library_is_shown(qtbot, session: Session, settled, home):
    session.open_files([home.bundled_sources / "使用手册.txt"])
    qtbot.waitUntil(lambda: session.window.reader.document.id == "manual")
    settled(session)


def test_what_cannot_be_opened_is_said(qtbot, session: Session, tmp_path: Path, settled):
    session.open_files([tmp_path / "没有.docx"])
    qtbot.waitUntil(lambda: "没有.docx" in session.window.messages.text)
    settled(session)
