from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from policyviewer.ui.widgets import note_edit
from policyviewer.ui.widgets.note_edit import NoteEdit


@pytest.fixture
def edit(qtbot) -> NoteEdit:
    edit = NoteEdit("旧")
    qtbot.addWidget(edit)
    return edit


def test_words_are_handed_on_once_the_keys_rest(qtbot, edit: NoteEdit):
    with qtbot.waitSignal(edit.committed) as caught:
        qtbot.keyClicks(edit, "new")
    assert caught.args == ["new旧"]


def test_leaving_the_field_hands_the_words_on(qtbot, monkeypatch):
    """At once, and not when the keys have rested."""
    monkeypatch.setattr(note_edit, "PAUSE_MS", 3_600_000)
    window = QWidget()
    qtbot.addWidget(window)
    edit, other = NoteEdit(""), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(edit)
    layout.addWidget(other)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.insertPlainText("写了")
    with qtbot.waitSignal(edit.committed):
        other.setFocus()


def test_unchanged_words_are_not_handed_on(qtbot, edit: NoteEdit):
    with qtbot.assertNotEmitted(edit.committed):
        edit.commit()


def test_what_is_being_written_is_not_overwritten(edit: NoteEdit):
    edit.insertPlainText("新")
    edit.take("存好的")
    assert edit.toPlainText() == "新旧"
    edit.commit()
    edit.take("存好的")
    assert edit.toPlainText() == "存好的"


@pytest.mark.parametrize("text", ["一\r\n二", "第\u00a03\u00a0条", "\ufeff核实"])
def test_what_the_field_shows_otherwise_is_no_change_of_the_users(qtbot, edit: NoteEdit, text: str):
    """Such notes come from other programs and from the command line."""
    with qtbot.assertNotEmitted(edit.committed, wait=2 * note_edit.PAUSE_MS):
        edit.begin(text)
        edit.take(text)
        edit.commit()
    with qtbot.waitSignal(edit.committed) as caught:
        edit.insertPlainText("新")
    for stored in (*caught.args, text):  # it was taken back
        edit.take(stored)
    assert "新" not in edit.toPlainText()


def test_words_that_come_back_late_leave_newer_ones_alone(edit: NoteEdit):
    for words in ("核实", "预算"):
        edit.insertPlainText(words)
        edit.commit()
    for stored in ("旧", "核实旧", "核实预算旧"):
        edit.take(stored)
        assert (edit.toPlainText(), edit.textCursor().position()) == ("核实预算旧", 4)
    edit.take("核实旧")  # it was taken back
    assert edit.toPlainText() == "核实旧"


@pytest.fixture
def shown(qtbot) -> Iterator[NoteEdit]:
    """The field in a layout, as on its card."""
    card, edit = QWidget(), NoteEdit("旧")
    qtbot.addWidget(card)
    layout = QVBoxLayout(card)
    layout.addWidget(edit)
    layout.addStretch()
    card.resize(300, 900)
    card.show()
    yield edit
    card.close()


def text_height(edit: NoteEdit) -> float:
    layout, block = edit.document().documentLayout(), edit.document().begin()
    height = 2 * edit.document().documentMargin()
    while block.isValid():
        height += layout.blockBoundingRect(block).height()
        block = block.next()
    return height


def test_the_field_grows_and_shrinks_with_its_text(qtbot, shown: NoteEdit):
    low = shown.height()
    shown.setPlainText("一\n二\n三\n四")
    qtbot.waitUntil(lambda: shown.height() > 2 * low - 20)
    shown.setPlainText("一")
    qtbot.waitUntil(lambda: shown.height() == low)


@pytest.mark.parametrize("width", [420, 160, 260])
def test_stored_words_are_all_in_view_at_any_width(qtbot, shown: NoteEdit, width: int):
    shown.take("several words that take " * 6)
    shown.parentWidget().resize(width, 900)
    qtbot.waitUntil(lambda: abs(shown.viewport().height() - text_height(shown)) < 2)
    assert not shown.verticalScrollBar().isVisible()


def test_a_very_long_note_scrolls(qtbot, shown: NoteEdit):
    shown.setPlainText("line\n" * 100)
    qtbot.waitUntil(shown.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: shown.height() < 20 * shown.fontMetrics().lineSpacing())
