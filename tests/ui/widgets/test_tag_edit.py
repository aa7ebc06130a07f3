from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt

from policyviewer.ui.widgets.tag_edit import TagEdit, tags_in


@pytest.mark.parametrize(
    ("text", "tags"),
    [("交通 急", ["交通", "急"]), ("#交通，急、 交通", ["交通", "急"]), (" # ", []), ("", [])],
)
def test_tags_are_parted_by_blanks_and_commas(text: str, tags: list[str]):
    assert tags_in(text) == tags


def test_the_last_tag_is_completed(qtbot):
    known = QStringListModel(["traffic", "finance"])
    edit = TagEdit(known)
    qtbot.addWidget(edit)
    edit.show()
    qtbot.keyClicks(edit, "urgent fin")
    assert edit._completer.currentCompletion() == "finance"
    edit._completer.activated.emit("finance")
    assert edit.tags == ["urgent", "finance"]


def test_tags_go_out_with_enter(qtbot):
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.setText("急 急 农业")
    with qtbot.waitSignal(edit.tagged) as caught:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert caught.args == [["急", "农业"]]


def test_tags_of_other_programs_stay_whole_until_somebody_writes(qtbot):
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.show_tags(["基本 农田", "#急"])
    assert edit.tags == ["基本 农田", "#急"]
    edit.setText(edit.text() + " 新")
    assert edit.tags == ["基本", "农田", "急", "新"]


def test_what_is_stored_does_not_disturb_the_writing(qtbot):
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.setText("新")
    edit.show_tags(["旧"])
    assert edit.text() == "新"
