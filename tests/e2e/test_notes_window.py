"""Notes in the real window: found by a search, stepped through, handed on, brought back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QInputDialog, QTreeView

from policyviewer.domain.annotations import Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.presenters.annotating import neighbour


@pytest.fixture
def session(start, settled) -> Session:
    """Give the program with two highlights on the first document."""
    running = start()
    for at in (40, 400):
        running.window.reader.select(TextRange(at, at + 12))
        running.desk.annotating.highlight_selection(Colour.GREEN)
        settled(running)
    running.desk.noting.refresh()
    settled(running)
    return running


def words(session: Session) -> list[str]:
    return sorted(one.target.quote.exact for one in session.services.annotating.all())


def test_a_search_tells_of_the_notes_that_have_its_words(qtbot, session: Session, settled):
    asked = words(session)[0].strip()[:4]
    session.window.search_box.setText(asked)
    settled(session)
    qtbot.waitUntil(lambda: not session.window.results.own_notes.isHidden())
    settled(session)
    own = session.window.results.own_notes
    rows = own.findChild(QTreeView)
    rows.clicked.emit(rows.model().index(0, 0, rows.rootIndex()))
    settled(session)
    (shown,) = [one for one in session.services.annotating.all() if asked in one.target.quote.exact]
    assert session.window.reader.document.id == shown.target.document
    own.all.click()
    settled(session)
    assert session.window.notes.wanted.words == asked
    assert session.window.notes.ids()


def test_notes_are_stepped_through(session: Session, settled):
    starts = []
    for _ in range(3):
        session.window.action(Do.NEXT_NOTE).trigger()
        settled(session)
        starts.append(session.window.reader.position())
    assert starts[0] != starts[1]


def test_a_package_comes_back_without_doubles(session: Session, settled, tmp_path: Path):
    package = tmp_path / "批注.pvnotes"
    session.desk.noting.export(None, package)
    settled(session)
    assert "已把 2 条批注导出" in session.window.messages.text
    before = words(session)
    session.desk.noting.take_in(package)
    settled(session)
    assert "2 条本来就有" in session.window.messages.text
    assert words(session) == before


def test_notes_are_brought_back_from_a_backup(qtbot, session: Session, settled, tmp_path: Path):
    session.desk.keeping.use_folder(str(tmp_path / "另一块盘"))
    settled(session)
    assert session.desk.choosing.settings.backup_folder == str(tmp_path / "另一块盘")
    before = words(session)
    session.desk.annotating.delete_all(session.window.notes.ids())
    settled(session)
    assert words(session) == []
    session.window.action(Do.RESTORE).trigger()
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(QInputDialog) is not None)
    session.window.findChild(QInputDialog).accept()
    settled(session)
    assert words(session) == before
    assert "已恢复：2 条批注。" in session.window.messages.text


def test_a_note_is_stored_while_a_second_folder_does_not_answer(
    qtbot, session: Session, settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    session.desk.keeping.use_folder(str(tmp_path / "共享"))
    settled(session)
    begun, answered = Event(), Event()
    along = session.services.keeping.take_along

    def slow(backup: Path, second: Path) -> Path:
        begun.set()
        assert answered.wait(60)
        return along(backup, second)

    monkeypatch.setattr(session.services.keeping, "take_along", slow)
    session._back_up()
    qtbot.waitUntil(begun.is_set)
    session.window.reader.select(TextRange(2, 6))
    session.desk.annotating.highlight_selection(Colour.BLUE)
    qtbot.waitUntil(lambda: len(words(session)) == 3)
    answered.set()
    settled(session)
    own, others = session.services.paths.backups, tmp_path / "共享"
    assert [one.name for one in others.iterdir()] == [one.name for one in own.iterdir()]


@pytest.mark.parametrize(
    ("at", "way", "found"),
    [(0, 1, 5), (5, 1, 9), (9, 1, 5), (9, -1, 5), (5, -1, 9), (7, -1, 5)],
)
def test_annotations_follow_each_other_round(at: int, way: int, found: int):
    assert neighbour([5, 9], at, way) == found
    assert neighbour([], at, way) is None


def test_a_link_in_a_note_leads_to_its_place(qtbot, session: Session, settled):
    window = session.window
    (first, _second) = sorted(session.services.annotating.all(), key=lambda one: one.target.span)
    session.services.annotating.edit(first.id, "见《政策阅读器使用手册》，另见《没有的文件》第三条")
    session.desk.annotating.refresh()
    settled(session)
    chips = window.annotations._cards[str(first.id)]._links.buttons
    assert [one.text() for one in chips] == ["《政策阅读器使用手册》", "《没有的文件》第三条"]
    chips[1].click()
    settled(session)
    assert "没有找到“《没有的文件》第三条”" in window.messages.text
    chips[0].click()
    qtbot.waitUntil(lambda: window.reader.document.id == "manual")
    settled(session)
