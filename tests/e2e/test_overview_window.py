"""The overview of the library, in the real window."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from policyviewer.app.groupings import Grouping
from policyviewer.ui.actions import Do


def test_the_overview_comes_and_goes(start, settled):
    session = start()
    window = session.window
    assert not window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert not window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    window.tabs.tabBarClicked.emit(window.tabs.currentIndex())
    assert not window.overview_shown
    window.tabs.close_others("")
    settled(session)
    assert window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert window.overview_shown


def test_what_is_chosen_narrows_the_tree_until_it_is_cleared(start, settled):
    session = start()
    window = session.window
    everything = window.library._model.arrangement.count
    window.overview._choose(Grouping.KIND, "意见")
    settled(session)
    assert window.library._model.arrangement.count == 1 < everything
    (chip,) = [
        one for one in window.library.findChildren(QPushButton) if one.text().startswith("意见")
    ]
    chip.click()
    settled(session)
    assert window.library._model.arrangement.count == everything
    assert window.overview.chosen == {}
