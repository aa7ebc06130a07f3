from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QPushButton, QTextBrowser

from policyviewer.app.marked_clauses import ClauseMark, MarkedClause
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.dialogs.clauses_dialog import ClausesDialog
from policyviewer.ui.theme import DARK, LIGHT


@pytest.fixture
def dialog(qtbot, annotate) -> ClausesDialog:
    marks = (ClauseMark(annotate("三万亩", "核实").annotation, TextRange(6, 9)),)
    words = "第二条　种植三万亩。"
    there = MarkedClause(DocumentId("d"), "意见", "《意见》第二条", (), words, 100, marks)
    gone = MarkedClause(DocumentId("d"), "意见", "《意见》第九条", (), "没了", None, marks)
    made = ClausesDialog("我标记的条款", [there, gone], DARK)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def test_a_citation_leads_to_the_first_mark(qtbot, dialog: ClausesDialog):
    page = dialog.findChild(QTextBrowser)
    with qtbot.waitSignal(dialog.place_wanted) as caught:
        page.anchorClicked.emit(QUrl("clause:0"))
    assert caught.args == ["d", TextRange(106, 106)]


@pytest.mark.parametrize("url", ["clause:1", "clause:x", "http://example.org/"])
def test_other_links_lead_nowhere(qtbot, dialog: ClausesDialog, url: str):
    with qtbot.assertNotEmitted(dialog.place_wanted):
        dialog.findChild(QTextBrowser).anchorClicked.emit(QUrl(url))


@pytest.mark.parametrize(
    ("words", "name"), [("打印…", "print_wanted"), ("存为 PDF…", "pdf_wanted")]
)
def test_paper_has_the_colours_of_paper(qtbot, dialog: ClausesDialog, words: str, name: str):
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    with qtbot.waitSignal(getattr(dialog, name)) as caught:
        button.click()
    assert LIGHT.ink in caught.args[0]
    assert "种植" in caught.args[0]
    assert "种植三万亩" in dialog.text.replace("[1]", "")
