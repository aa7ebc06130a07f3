"""Comparisons in the real window: reached from everywhere, walked through, exported, corrected."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.unit.laws import BODIES, law

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.synopsis import Carried, Change
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.comparison_dialog import ComparisonDialog
from policyviewer.ui.dialogs.edition_dialog import EditionDialog
from policyviewer.ui.dialogs.tie_dialog import TieDialog

LOCAL = f"青山县道路条例实施办法\n第一条　{BODIES[3]}\n第二条　县设立总路长，各乡镇设立路长。\n"


@pytest.fixture
def session(start, settled, tmp_path: Path) -> Session:
    """Give the program with a law in two editions, and what carries it out."""
    running = start()
    for name, text in (
        ("条例", law(*BODIES)),
        ("条例", law(*BODIES[:3], *BODIES[4:], "鼓励捐资修路。")),
        ("办法", LOCAL),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        running.desk.importing.import_paths([path])
        settled(running)
    return running


def ids(session: Session) -> tuple[DocumentId, DocumentId]:
    find = session.services.library.find
    return find("青山县道路条例").id, find("青山县道路条例实施办法").id


def shown(qtbot, session: Session, settled):
    qtbot.waitUntil(lambda: session.window.synopsis_shown)
    settled(session)
    qtbot.waitUntil(lambda: not session.window.synopsis.view.filling)
    return session.window.synopsis.compared


def test_a_document_is_compared_with_its_former_edition(qtbot, session: Session, settled):
    session.desk.reading.open(ids(session)[0])
    settled(session)
    session.window.action(Do.COMPARE_FORMER).trigger()
    made = shown(qtbot, session, settled)
    assert (made.old.version, made.new.version) == (1, 2)
    assert made.synopsis.counts()[Change.DELETED] == 1


def test_keys_lead_from_change_to_change(qtbot, session: Session, settled):
    session.desk.comparing.compare_former(ids(session)[0])
    shown(qtbot, session, settled)
    view = session.window.synopsis.view
    for key, row in ((Do.NEXT_MATCH, 4), (Do.NEXT_MATCH, 8), (Do.PREVIOUS_MATCH, 4)):
        session.window.action(key).trigger()
        assert view.current == row


def test_a_place_of_the_present_edition_is_opened_and_the_tab_leads_back(
    qtbot, session: Session, settled
):
    name = ids(session)[0]
    session.desk.comparing.compare_former(name)
    shown(qtbot, session, settled)
    session.window.synopsis.place_chosen.emit(1, 30)
    settled(session)
    qtbot.waitUntil(lambda: not session.window.synopsis_shown)
    assert session.window.reader.document.id == name
    session.desk.comparing.compare_former(name)
    shown(qtbot, session, settled)
    assert session.window.tabs.page_is_current


def test_a_place_of_a_former_edition_has_a_page_of_its_own(qtbot, session: Session, settled):
    session.desk.comparing.compare_former(ids(session)[0])
    shown(qtbot, session, settled)
    session.window.synopsis.place_chosen.emit(0, 30)
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(EditionDialog) is not None)
    dialog = session.window.findChild(EditionDialog)
    assert dialog.page.document.version == 1
    dialog.close()


def test_closing_the_tab_leads_back_to_the_document(qtbot, session: Session, settled):
    session.desk.comparing.compare_former(ids(session)[0])
    shown(qtbot, session, settled)
    session.window.action(Do.CLOSE_TAB).trigger()
    settled(session)
    assert not session.window.synopsis_shown
    assert session.window.synopsis.compared is None


def test_two_documents_of_the_library_are_compared(qtbot, session: Session, settled):
    session.window.library.comparison_wanted.emit(list(ids(session)), False)
    made = shown(qtbot, session, settled)
    assert {made.old.document, made.new.document} == set(ids(session))


def test_one_is_chosen_in_a_dialog(qtbot, session: Session, settled):
    above, below = ids(session)
    session.desk.reading.open(above)
    settled(session)
    session.window.action(Do.COMPARE).trigger()
    settled(session)
    dialog = session.window.findChild(ComparisonDialog)
    dialog.choose(0, below)
    settled(session)
    dialog.comparison_wanted.emit(*dialog.editions(), False)
    dialog.reject()
    made = shown(qtbot, session, settled)
    assert (made.old.document, made.new.document) == (below, above)


def test_paragraphs_are_tied_by_hand_and_stay_so(qtbot, session: Session, settled):
    session.window.library.comparison_wanted.emit(list(ids(session)), True)
    page = session.window.synopsis
    made = shown(qtbot, session, settled)
    added = next(row for row in made.synopsis.rows if row.carried is Carried.ADDED)
    page.tie_wanted.emit(added)
    dialog = session.window.findChild(TieDialog)
    dialog.chosen.emit(made.synopsis.rows[0].old[0])
    dialog.reject()
    settled(session)
    assert any(row.by_hand for row in page.compared.synopsis.rows)
    again = session.services.comparing.beside_superior(*ids(session))
    assert again.synopsis == page.compared.synopsis


def test_a_comparison_is_written_into_a_file(qtbot, session: Session, settled, tmp_path: Path):
    session.desk.comparing.compare_former(ids(session)[0])
    made = shown(qtbot, session, settled)
    session.desk.comparing.export(made, tmp_path / "表.docx", only_changes=True)
    settled(session)
    assert len(docx.Document(str(tmp_path / "表.docx")).tables[0].rows) == 3
    assert "已导出" in session.window.messages.text


def test_an_update_offers_to_show_what_changed(qtbot, session: Session, settled, tmp_path: Path):
    (tmp_path / "条例.txt").write_text(law(*BODIES[:2]), encoding="utf-8")
    session.desk.importing.import_paths([tmp_path / "条例.txt"])
    settled(session)
    qtbot.waitUntil(lambda: "更新 1 份" in session.window.messages.text)
    session.window.messages.act()
    assert shown(qtbot, session, settled).new.version == 3


def test_a_document_of_one_edition_is_told_so(qtbot, session: Session, settled):
    session.desk.comparing.compare_former(ids(session)[1])
    settled(session)
    assert "只有一版" in session.window.messages.text
    assert not session.window.synopsis_shown


def test_the_library_offers_comparisons(qtbot, session: Session, settled):
    pane = session.window.library
    index = pane._model.index_of(ids(session)[0])
    words = [one.text() for one in pane.menu_of(index).actions()]
    assert "与上一版对照" in words
