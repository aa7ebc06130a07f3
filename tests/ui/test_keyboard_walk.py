from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from policyviewer.ui.keyboard_walk import has_focus, step_part


@pytest.fixture
def parts(qtbot) -> Iterator[list[QWidget]]:
    """A field, words that take no keys, a group with two fields, and one that is hidden."""
    window = QWidget()
    qtbot.addWidget(window)
    group = QWidget()
    inside = QHBoxLayout(group)
    for _ in range(2):
        inside.addWidget(QLineEdit())
    made = [QLineEdit(), QLabel("字"), group, QLineEdit()]
    line = QHBoxLayout(window)
    for part in made:
        line.addWidget(part)
    made[-1].hide()
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    made[0].setFocus()
    qtbot.waitUntil(made[0].hasFocus)
    yield made
    window.close()  # it lives until here


def test_what_takes_keys_is_gone_through_in_a_circle(parts: list[QWidget]):
    seen = []
    for _ in range(3):
        step_part(parts, 1)
        seen.append([part for part in parts if has_focus(part)])
    assert seen == [[parts[2]], [parts[0]], [parts[2]]]
    step_part(parts, -1)
    assert has_focus(parts[0])


def test_without_any_part_nothing_happens(parts: list[QWidget]):
    step_part([], 1)
    step_part([parts[1], parts[3]], 1)
    assert has_focus(parts[0])
