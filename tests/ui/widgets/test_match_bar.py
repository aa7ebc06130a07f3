from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QToolButton

from policyviewer.ui.widgets.match_bar import MatchBar


def test_the_bar_tells_a_place_and_offers_the_way_back(qtbot):
    bar = MatchBar()
    qtbot.addWidget(bar)
    bar.show_place("本篇第 3 处，共 128 处", returnable=True)
    assert bar.text == "本篇第 3 处，共 128 处"
    back = bar.findChild(QPushButton)
    with qtbot.waitSignal(bar.return_wanted):
        back.click()
    bar.show_place("本篇共 128 处", returnable=False)
    assert (bar.isHidden(), back.isHidden()) == (False, True)
    bar.show_place("", returnable=False)
    assert bar.isHidden()


def test_the_buttons_have_names_and_step(qtbot):
    bar = MatchBar()
    qtbot.addWidget(bar)
    previous, following = bar.findChildren(QToolButton)
    assert (previous.accessibleName(), following.accessibleName()) == ("上一处命中", "下一处命中")
    with qtbot.waitSignal(bar.previous_wanted):
        previous.click()
    with qtbot.waitSignal(bar.next_wanted):
        following.click()
