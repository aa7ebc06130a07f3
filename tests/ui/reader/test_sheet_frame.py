from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.sheet_frame import SheetFrame


def test_the_head_shows_while_there_are_two_pages(qtbot: QtBot, seed: Document):
    pane = ReaderPane()
    frame = SheetFrame(pane)
    qtbot.addWidget(frame)
    frame.resize(600, 400)
    frame.show()
    pane.show_document(seed)
    title, close = frame.findChild(QLabel), frame.findChild(QToolButton)
    frame.show_state(split=False, active=True)
    assert not title.isVisible()
    frame.show_state(split=True, active=True)
    assert title.isVisible()
    assert title.text() == seed.outline.metadata.title
    with qtbot.waitSignal(frame.closed):
        close.click()


def test_an_empty_page_has_no_title(qtbot: QtBot):
    frame = SheetFrame(ReaderPane())
    qtbot.addWidget(frame)
    frame.show_state(split=True, active=False)
    assert frame.findChild(QLabel).text() == ""
