from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.structure import parse
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.dialogs.table_dialog import TableDialog
from policyviewer.ui.presenters.enlarging import EnlargePresenter
from policyviewer.ui.reader.deck import ReaderDeck

TEXT = "关于任务分工的通知\n一、分工\n任务分工表\n序号\t任务\t单位\n1\t修路\t交通局"


def test_a_table_is_shown_with_its_name_in_the_size_of_the_page(qtbot: QtBot):
    pane = ReaderDeck()
    qtbot.addWidget(pane)
    EnlargePresenter(pane)
    pane.table_view_requested.emit(None)  # nothing is open
    assert pane.findChild(TableDialog) is None
    outline = parse(TEXT, tables=tables_in(TEXT))
    source = Source("test.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    pane.show_document(Document(DocumentId("test"), 1, source, outline))
    pane.set_zoom(2.0)
    pane.table_view_requested.emit(outline.tables[0])
    dialog = pane.findChild(TableDialog)
    assert (dialog.windowTitle(), dialog.em) == ("任务分工表", 34)
    assert dialog.findChild(QTableView).model().rowCount() == 1
    dialog.accept()
