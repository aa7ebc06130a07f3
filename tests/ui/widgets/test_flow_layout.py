from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from policyviewer.ui.widgets.flow_layout import FlowLayout


def test_what_does_not_fit_goes_to_the_next_line(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget, spacing=0)
    layout.setContentsMargins(0, 0, 0, 0)
    labels = [QLabel("检索") for _ in range(6)]
    for label in labels:
        layout.addWidget(label)
    width = labels[0].sizeHint().width()
    assert layout.heightForWidth(6 * width) == labels[0].sizeHint().height()
    assert layout.heightForWidth(2 * width) == 3 * labels[0].sizeHint().height()
    assert layout.takeAt(9) is None
    assert layout.itemAt(0).widget() is labels[0]
    assert layout.takeAt(0).widget() is labels[0]
    assert layout.count() == 5
