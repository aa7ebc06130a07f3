from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

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


def test_leaving_the_field_hands_the_words_on(qtbot):
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
    with qtbot.waitSignal(edit.committed, timeout=250):  # sooner than the pause of the keys
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


def test_the_field_grows_with_its_text(qtbot, edit: NoteEdit):
    edit.show()
    low = edit.height()
    edit.setPlainText("一\n二\n三\n四")
    assert edit.height() > 2 * low - 20
