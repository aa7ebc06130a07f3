from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.elided_label import ElidedLabel

TITLE = "A title that is much longer than the room that is left for it beside the page"


@pytest.mark.parametrize(("width", "tip"), [(80, TITLE), (2000, "")])
def test_what_is_left_out_is_in_the_tool_tip(qtbot: QtBot, width: int, tip: str):
    label = ElidedLabel(TITLE)
    qtbot.addWidget(label)
    label.resize(width, 24)
    label.grab()
    assert label.toolTip() == tip
    assert label.text() == TITLE


def test_it_gives_way(qtbot: QtBot):
    label = ElidedLabel(TITLE)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 4
