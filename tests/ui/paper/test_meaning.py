from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from policyviewer.ui.paper.meaning import Meaning


def test_what_was_printed_means_itself(qtbot: QtBot):
    assert Meaning("口⼝", []).of("⼝") == "⼝"


def test_a_radical_means_the_character_that_was_printed(qtbot: QtBot):
    assert [Meaning("口民见", []).of(one) for one in "⼝⺠⻅"] == ["口", "民", "见"]


def test_a_font_tells_which_characters_it_draws_alike(qtbot: QtBot):
    if "Noto Serif CJK SC" not in QFontDatabase.families():
        pytest.skip("the font is not installed")
    assert Meaning("口", ["Noto Serif CJK SC"]).of("⼝") == "口"


def test_what_nobody_printed_stays(qtbot: QtBot):
    assert Meaning("甲", []).of("乙") == "乙"
