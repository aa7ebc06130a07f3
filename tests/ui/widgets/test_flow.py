from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from policyviewer.ui.widgets.flow import FlowLayout


def filled(qtbot, width: int) -> tuple[QWidget, list[QLabel]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    labels = [QLabel("x") for _ in range(4)]
    for label in labels:
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return holder, labels


def test_items_go_on_in_the_next_line(qtbot):
    holder, labels = filled(qtbot, 110)
    assert [(one.x(), one.y()) for one in labels] == [(0, 0), (54, 0), (0, 24), (54, 24)]
    assert holder.height() == 44


def test_hidden_items_take_no_room(qtbot):
    holder, labels = filled(qtbot, 300)
    labels[0].hide()
    holder.layout().activate()
    assert labels[1].x() == 0


def test_items_are_never_wider_than_the_line(qtbot):
    holder, labels = filled(qtbot, 30)
    flow = holder.layout()
    assert flow.minimumSize().width() == 50
    assert {one.x() for one in labels} == {0}
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
