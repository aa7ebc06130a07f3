from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from policyviewer.ui.widgets.chip_bar import Chip, ChipBar

CHIPS = [Chip(f"机关：第{n}局", "说明", n) for n in range(5)]


@pytest.fixture
def bar(qtbot) -> ChipBar:
    bar = ChipBar()
    qtbot.addWidget(bar)
    bar.resize(240, 20)
    return bar


def buttons(bar: ChipBar) -> list[QPushButton]:
    return [one for one in bar.findChildren(QPushButton) if not one.isHidden()]


def test_without_conditions_it_takes_no_room(bar: ChipBar) -> None:
    bar.set_chips(CHIPS)
    bar.set_chips([])
    assert bar.isHidden()


def test_a_click_takes_a_condition_away(qtbot, bar: ChipBar) -> None:
    bar.set_chips(CHIPS[:1])
    (chip,) = buttons(bar)
    assert chip.accessibleName() == "去掉：机关：第0局"
    with qtbot.waitSignal(bar.removed) as caught:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert caught.args == [0]


def test_several_can_be_taken_away_at_once(qtbot, bar: ChipBar) -> None:
    bar.set_chips(CHIPS[:2])
    with qtbot.waitSignal(bar.cleared):
        qtbot.mouseClick(buttons(bar)[-1], Qt.MouseButton.LeftButton)


def test_chips_fill_several_lines(bar: ChipBar) -> None:
    bar.set_chips(CHIPS)
    bar.show()
    assert bar.heightForWidth(240) > 2 * buttons(bar)[0].height()
    assert bar.heightForWidth(2000) < bar.heightForWidth(240)
    bar.resize(240, bar.heightForWidth(240))
    assert all(bar.rect().contains(one.geometry()) for one in buttons(bar))
