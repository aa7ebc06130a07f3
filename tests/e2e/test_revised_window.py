"""A document with notes is revised: the notes follow, and the user decides about the rest."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from policyviewer.app.placing import Receipt
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.settle_dialog import SettleDialog
from policyviewer.ui.dialogs.trash_dialog import TrashDialog

LAW = """青山县道路条例
（2024年1月1日青山县人民代表大会常务委员会通过）
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""
REVISED = """青山县道路条例
（2026年1月1日青山县人民代表大会常务委员会修订）
第一条　为了修好全县道路，方便人民群众出行，制定本条例。
第二条　县人民政府建立道路档案。
第三条　乡镇人民政府负责本乡镇道路的养护工作。
"""


@pytest.fixture
def session(qtbot, start, settled, tmp_path: Path) -> Session:
    """Give the program with three highlights on a law that has been revised since."""
    running = start()
    source = tmp_path / "道路条例.txt"
    source.write_text(LAW, encoding="utf-8")
    take(running, source, settled)
    name = running.services.library.find("青山县道路条例").id
    running.desk.reading.open(name)
    qtbot.waitUntil(lambda: running.window.reader.document.id == name)
    settled(running)
    text = running.window.reader.document.outline.text
    for words in ("乡镇道路的养护", "方便群众出行", "责令限期修复"):
        at = text.index(words)
        running.window.reader.select(TextRange(at, at + len(words)))
        running.desk.annotating.highlight_selection(Colour.GREEN)
        settled(running)
    source.write_text(REVISED, encoding="utf-8")
    take(running, source, settled)
    qtbot.waitUntil(lambda: running.window.reader.document.version == 2)
    settled(running)
    return running


def take(session: Session, source: Path, settled) -> None:
    session.desk.importing.import_paths([source])
    settled(session)


def quotes(session: Session, state: AnchorState) -> list[str]:
    document = session.window.reader.document
    placed = session.services.annotating.of(document)
    return [one.annotation.target.quote.exact for one in placed if one.anchor.state is state]


def dialog_of(qtbot, session: Session, settled) -> SettleDialog:
    session.window.action(Do.SETTLE).trigger()
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(SettleDialog) is not None)
    return session.window.findChild(SettleDialog)


def test_the_receipt_tells_what_became_of_each(session: Session):
    assert quotes(session, AnchorState.MOVED) == ["乡镇道路的养护"]
    assert session.window.messages.text == (
        "批注已核对：1 条已随条文移动，1 条的原文已改，1 条的原文已删。请您确认改动处。"
    )


def test_what_was_changed_is_settled_with_one_key_each(qtbot, session: Session, settled):
    dialog = dialog_of(qtbot, session, settled)
    assert dialog.question.former == "方便群众出行"
    assert dialog.question.present == "方便人民群众出行"
    qtbot.keyClick(dialog, Qt.Key.Key_A)
    settled(session)
    assert dialog.question.former == "责令限期修复"
    accept = next(one for one in dialog.findChildren(QPushButton) if "（A）" in one.text())
    assert not accept.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_K)
    settled(session)
    assert quotes(session, AnchorState.IN_PLACE) == ["方便人民群众出行"]
    assert quotes(session, AnchorState.TEXT_DELETED) == ["责令限期修复"]
    session.window.action(Do.SETTLE).trigger()
    settled(session)
    assert "没有待确认的批注" in session.window.messages.text


def test_a_decision_is_taken_back(qtbot, session: Session, settled):
    qtbot.keyClick(dialog_of(qtbot, session, settled), Qt.Key.Key_A)
    settled(session)
    session.window.action(Do.UNDO).trigger()
    settled(session)
    assert session.window.messages.text == "已撤销：重新定位。"
    assert quotes(session, AnchorState.TEXT_CHANGED) == ["方便群众出行"]
    session.window.action(Do.REDO).trigger()
    settled(session)
    assert quotes(session, AnchorState.IN_PLACE) == ["方便人民群众出行"]


def test_what_was_deleted_is_restored_from_the_trash(qtbot, session: Session, settled):
    qtbot.keyClick(dialog_of(qtbot, session, settled), Qt.Key.Key_D)
    settled(session)
    assert len(session.services.annotating.all()) == 2
    session.window.action(Do.TRASH).trigger()
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(TrashDialog) is not None)
    dialog = session.window.findChild(TrashDialog)
    dialog.findChild(QListWidget).selectAll()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复").click()
    settled(session)
    kept = session.services.annotating.all()
    assert len(kept) == 3
    assert {one.kind for one in kept} == {AnnotationKind.HIGHLIGHT}


def test_a_note_is_stored_while_a_whole_pack_is_gone_through(
    qtbot, session: Session, settled, monkeypatch: pytest.MonkeyPatch
):
    begun, done = Event(), Event()

    def slow(*_given: object) -> Receipt:
        begun.set()
        assert done.wait(60)
        return Receipt(())

    monkeypatch.setattr(session.services.settling, "settle", slow)
    session.desk.settling.settle([])
    qtbot.waitUntil(begun.is_set)
    session.window.reader.select(TextRange(2, 6))
    session.desk.annotating.highlight_selection(Colour.BLUE)
    qtbot.waitUntil(lambda: len(session.services.annotating.all()) == 4)
    done.set()
    settled(session)
