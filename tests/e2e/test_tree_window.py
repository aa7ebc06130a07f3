"""The tree of the library, in the real window."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from policyviewer.app import settings
from policyviewer.app.groupings import Grouping


def test_the_library_is_grouped_and_narrowed_and_remembers(qtbot, start, settled, quit_, home):
    session = start()
    pane = session.window.library
    groups = pane.findChild(QComboBox)
    groups.setCurrentIndex(groups.findData(Grouping.YEAR))
    settled(session)
    assert pane._model.arrangement.grouping is Grouping.YEAR

    pane.findChild(QLineEdit).setText("qyxt")
    settled(session)
    found = pane._model.arrangement
    assert found.count == 1
    assert pane._model.index_of("regional-coordination").isValid()
    quit_(session)
    assert settings.load(home.settings).grouping is Grouping.YEAR

    again = start()
    assert again.window.library.grouping is Grouping.YEAR
