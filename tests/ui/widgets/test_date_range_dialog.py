from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialogButtonBox

from policyviewer.ui.widgets.date_range_dialog import DateRangeDialog


@pytest.mark.parametrize(
    ("first", "second"), [("2026-01-02", "2026-03-04"), ("2026-03-04", "2026-01-02")]
)
def test_the_later_day_is_the_last(qtbot, first: str, second: str):
    dialog = DateRangeDialog("2020-01-01", "")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    edits = dialog.findChildren(QDateEdit)
    assert edits[0].date() == QDate(2020, 1, 1)
    for edit, day in zip(edits, (first, second), strict=True):
        edit.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.findChild(QDialogButtonBox).accepted.emit()
    assert caught.args == ["2026-01-02", "2026-03-04"]
