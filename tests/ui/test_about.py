from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import policyviewer
from policyviewer.app.edition import Edition
from policyviewer.ui.about import about_text, about_title, wear
from policyviewer.ui.main_window import MainWindow

TEAM = Edition("某县政策库", "县府办编")
ICON = Path(__file__).parents[2] / "resources" / "icons" / "policyviewer.ico"


@pytest.fixture
def window(qtbot):
    """Give a window; the application gets its name and icon back."""
    name, icon = QApplication.applicationDisplayName(), QApplication.windowIcon()
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    QApplication.setApplicationDisplayName(name)
    QApplication.setWindowIcon(icon)


def test_a_teams_edition_names_itself_and_the_program():
    assert about_title(TEAM, TEAM.name) == f"某县政策库（政策阅读器 {policyviewer.__version__}）"
    assert about_text(TEAM).startswith("县府办编\n")


def test_the_program_as_it_is_says_what_it_is():
    assert about_title(Edition(), "x") == f"政策阅读器 {policyviewer.__version__}"
    assert about_text(Edition()).startswith("离线")


def test_the_window_wears_a_teams_name_and_icon(window):
    wear(Edition("某县政策库", "", ICON), window)
    assert (window.windowTitle(), window.program_name) == ("某县政策库", "某县政策库")
    assert not QApplication.windowIcon().isNull()


def test_without_a_team_it_keeps_its_own(window):
    before = window.windowTitle()
    wear(Edition(), window)
    assert window.windowTitle() == before
