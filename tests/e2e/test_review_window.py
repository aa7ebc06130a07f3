"""Looking back on notes in the real window: read together, counted, tagged, on paper, as before."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QInputDialog, QTextBrowser, QTreeWidget

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.clause_pages import PAPER, clause_page
from policyviewer.ui.dialogs.clauses_dialog import ClausesDialog
from policyviewer.ui.dialogs.history_dialog import HistoryDialog
from policyviewer.ui.dialogs.statistics_dialog import StatisticsDialog
from policyviewer.ui.dialogs.tags_dialog import TagsDialog
from policyviewer.ui.tasks import Lane


@pytest.fixture
def session(start, settled) -> Session:
    """Give the program with two highlights on the first document, one of them with words."""
    running = start()
    for at in (40, 400):
        running.window.reader.select(TextRange(at, at + 12))
        running.desk.annotating.highlight_selection(Colour.GREEN)
        settled(running)
    first = min(running.services.annotating.all(), key=lambda one: one.target.span.start)
    running.services.annotating.edit(first.id, "核实")
    running.services.annotating.tag(first.id, ["急"])
    running.desk.annotating.refresh()
    running.desk.noting.refresh()
    settled(running)
    return running


def opened(qtbot, session: Session, settled, do: Do, kind: type[QDialog]) -> QDialog:
    session.window.action(do).trigger()
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(kind) is not None)
    return session.window.findChild(kind)


def noted(session: Session) -> str:
    return next(str(one.id) for one in session.services.annotating.all() if one.text)


def test_marked_clauses_are_read_together_and_lead_to_their_places(
    qtbot, session: Session, settled
):
    dialog = opened(qtbot, session, settled, Do.READ_MARKED, ClausesDialog)
    assert "核实" in dialog.text
    session.desk.reading.reveal(TextRange(4000, 4000))
    settled(session)
    dialog.findChild(QTextBrowser).anchorClicked.emit(QUrl("clause:0"))
    settled(session)
    assert session.window.reader.position() < 400


def test_a_document_with_its_notes_becomes_a_pdf(qtbot, session: Session, settled, tmp_path: Path):
    dialog = opened(qtbot, session, settled, Do.PRINT_NOTED, ClausesDialog)
    html = clause_page(dialog._clauses, PAPER, whole=True)
    session.desk.notes.reviewing.save_pdf(html, "意见", tmp_path / "意见.pdf")
    with pypdfium2.PdfDocument(tmp_path / "意见.pdf") as made:
        words = "".join(page.get_textpage().get_text_range() for page in made)
    assert "核实" in words
    assert len(words) > 5000
    assert "已存为" in session.window.messages.text


def test_documents_are_counted_and_lead_to_their_notes(qtbot, session: Session, settled):
    dialog = opened(qtbot, session, settled, Do.STATISTICS, StatisticsDialog)
    table = dialog.findChild(QTreeWidget)
    table.itemActivated.emit(table.topLevelItem(0), 0)
    settled(session)
    document = session.window.reader.document.id
    assert session.window.notes.wanted.documents == {document}
    assert len(session.window.notes.ids()) == 2


def test_a_tag_is_renamed_everywhere(qtbot, session: Session, settled):
    dialog = opened(qtbot, session, settled, Do.TAGS, TagsDialog)
    dialog.rename_wanted.emit("急", "马上办")
    dialog.recolour_wanted.emit("马上办", Colour.PINK)
    settled(session)
    assert {tag for one in session.services.annotating.all() for tag in one.tags} == {"马上办"}
    assert session.services.tagging.colours() == {"马上办": Colour.PINK}
    dialog.rename_wanted.emit("马上办", "有 空格")
    settled(session)
    assert "不能作标签" in session.errors.shown.text()
    session.errors.shown.close()


def test_a_tag_goes_though_the_dialog_is_closed_at_once(qtbot, session: Session, settled):
    """Something else is being stored when the user takes the tag away and closes the dialog."""
    dialog = opened(qtbot, session, settled, Do.TAGS, TagsDialog)
    gate = Event()
    session.tasks.submit(
        lambda _ctx: gate.wait(60), on_done=lambda _done: None, owner=session, lane=Lane.NOTES
    )
    dialog.remove_wanted.emit("急")
    dialog.close()
    qtbot.waitUntil(lambda: session.window.findChild(TagsDialog) is None)
    gate.set()
    settled(session)
    assert not any(one.tags for one in session.services.annotating.all())


def test_a_former_text_comes_back(qtbot, session: Session, settled):
    name = noted(session)
    session.services.annotating.tag(name, [])
    session.services.annotating.edit(name, "改掉了")
    session.window.annotations.history_wanted.emit(name)
    settled(session)
    qtbot.waitUntil(lambda: session.window.findChild(HistoryDialog) is not None)
    session.window.findChild(HistoryDialog).text_wanted.emit("核实")
    settled(session)
    assert [one.text for one in session.services.annotating.all() if one.text] == ["核实"]


def test_a_card_leads_to_its_words_and_changes_its_colour(session: Session, settled):
    name = noted(session)
    session.desk.reading.reveal(TextRange(4000, 4000))
    settled(session)
    session.window.annotations.annotation_chosen.emit(name)
    session.window.annotations.recoloured.emit(name, Colour.PURPLE)
    settled(session)
    assert session.window.reader.position() < 400
    kept = {str(one.id): one.colour for one in session.services.annotating.all()}
    assert kept[name] is Colour.PURPLE


def test_notes_are_signed_by_the_name_that_was_chosen(
    qtbot, session: Session, settled, quit_, start
):
    session.window.action(Do.SIGNATURE).trigger()
    dialog = session.window.findChild(QInputDialog)
    dialog.setTextValue(" 王科长 ")
    dialog.accept()
    session.window.reader.select(TextRange(600, 610))
    session.desk.annotating.highlight_selection(Colour.BLUE)
    settled(session)
    quit_(session)
    again = start()
    authors = [one.author for one in again.services.annotating.all()]
    assert authors.count("王科长") == 1
    assert again.services.annotating.author == "王科长"
    kinds = {one.kind for one in again.services.annotating.all()}
    assert kinds == {AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT}


def test_without_a_printer_a_pdf_of_the_clauses_is_advised(
    qtbot, session: Session, settled, monkeypatch
):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = opened(qtbot, session, settled, Do.READ_MARKED, ClausesDialog)
    dialog.print_wanted.emit("<p>条款</p>")
    assert "没有安装打印机。可以先存为 PDF" in session.window.messages.text
