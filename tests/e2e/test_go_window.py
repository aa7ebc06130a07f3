"""Going to a clause, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from policyviewer.ui.actions import Do


def test_a_clause_is_gone_to_by_its_number(qtbot, start, settled):
    session = start()
    window = session.window
    window.action(Do.GO_TO).trigger()
    line = window.goto_bar.findChild(QLineEdit)
    qtbot.keyClicks(line, "3.2")
    assert window.places.count() == 1
    assert window.places.item(0).text().startswith("(二)深化与四川合作")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(session)
    text = window.reader.document.outline.text
    assert window.reader.position() == text.index("(二)深化与四川合作")
    assert window.goto_bar.isHidden()
    window.action(Do.BACK).trigger()
    assert window.reader.position() == 0


def test_a_clause_is_clicked(start, settled):
    session = start()
    window = session.window
    window.action(Do.GO_TO).trigger()
    window.goto_bar.findChild(QLineEdit).setText("四川")
    offers = window.places
    offers.itemClicked.emit(offers.item(0))
    settled(session)
    text = window.reader.document.outline.text
    assert window.reader.position() == text.index("(二)深化与四川合作")


def test_what_is_not_there_is_told(start, settled):
    session = start()
    window = session.window
    window.action(Do.GO_TO).trigger()
    window.goto_bar.findChild(QLineEdit).setText("第九百条")
    assert window.goto_bar.hint == "本文没有这一条"
    session.desk.reading.open("manual")
    settled(session)
    assert window.goto_bar.isHidden()
