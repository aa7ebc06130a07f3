"""Broken files, a lost index, read-only media: the window tells, and loses nothing."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from policyviewer.app.annotating import Draft
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import build_services
from policyviewer.app.settings import Settings
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.application import Session

BROKEN = b"once this was a database" * 400


def keep_a_note(home: AppPaths, text: str) -> None:
    with closing(build_services(home, Settings())) as services:
        document = services.library.open(services.library.documents()[0].id)
        services.annotating.add(document, Draft(AnnotationKind.NOTE, TextRange(20, 30), text=text))


@pytest.fixture
def broken_notes(home: AppPaths) -> AppPaths:
    keep_a_note(home, "backed up")
    with closing(build_services(home, Settings())) as services:
        services.keeping.take(now=datetime(2026, 5, 1, tzinfo=UTC))
    home.notes.write_bytes(BROKEN)
    return home


def begin(qtbot, qapp, home: AppPaths, running: list[Session]) -> Session:
    session = Session(home, qapp)
    running.append(session)
    session.begin()
    return session


def press(session: Session, words: str) -> None:
    box = session.window.findChild(QMessageBox)
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


@pytest.mark.parametrize(("choice", "notes"), [("恢复备份", ["backed up"]), ("从空白开始", [])])
def test_broken_notes_are_set_aside_and_the_backup_offered(
    qtbot, qapp, start, running, broken_notes: AppPaths, choice: str, notes: list[str]
):
    session = begin(qtbot, qapp, broken_notes, running)
    qtbot.waitUntil(lambda: session.window.findChild(QMessageBox) is not None)
    assert "不会删除" in session.window.findChild(QMessageBox).text()
    assert broken_notes.notes.read_bytes() == BROKEN  # whoever closes the window now is asked again
    press(session, choice)
    qtbot.waitUntil(lambda: session.desk is not None)
    assert [one.text for one in session.services.annotating.all()] == notes
    (kept,) = broken_notes.data.glob("notes.sqlite.damaged-*")
    assert kept.read_bytes() == BROKEN


def test_an_index_lost_while_the_window_is_open_is_mended(qtbot, start, settled, home: AppPaths):
    session = start()
    session.services.searching.close()
    shutil.rmtree(home.bundled_cache / "index")
    session.desk.search("西部陆海新通道")
    settled(session)
    qtbot.waitUntil(lambda: session.services.searching.ready and not session.tasks.busy)
    assert len(session.desk.searching.matches) > 1


def test_a_broken_library_is_told_in_the_window(qtbot, qapp, start, running, home: AppPaths):
    home.library.mkdir(parents=True)
    (home.library / "library.sqlite").write_bytes(BROKEN)
    session = begin(qtbot, qapp, home, running)
    qtbot.waitUntil(lambda: session.errors.shown is not None)
    assert "已损坏" in session.errors.shown.text()
    assert (home.library / "library.sqlite").read_bytes() == BROKEN
    session.errors.shown.close()
