from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeView

from policyviewer.domain.queries import Facet, FacetName, FacetValue
from policyviewer.ui.panes.facet_panel import FacetPanel


def facets(chosen: str = "") -> tuple[Facet, ...]:
    kinds = tuple(
        FacetValue(f"文种{at}", f"文种{at}", 9, f"文种{at}" == chosen) for at in range(12)
    )
    named = (FacetValue("d", "关于修路的通知", 3),)
    return (Facet(FacetName.KIND, kinds), Facet(FacetName.DOCUMENT, named))


@pytest.fixture
def panel(qtbot) -> FacetPanel:
    panel = FacetPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    panel.show()
    panel.show_facets(facets())
    return panel


@pytest.fixture
def tree(panel: FacetPanel) -> QTreeView:
    return panel.findChild(QTreeView)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_value_is_chosen_with_the_keyboard(qtbot, panel: FacetPanel, tree, key: Qt.Key):
    tree.setCurrentIndex(tree.model().index_of("kind#文种1"))
    with qtbot.waitSignal(panel.toggled) as caught:
        qtbot.keyClick(tree, key)
    assert caught.args == [FacetName.KIND, "文种1"]


def test_a_value_is_chosen_with_the_mouse(qtbot, panel: FacetPanel, tree):
    place = tree.visualRect(tree.model().index_of("kind#文种2")).center()
    with qtbot.waitSignal(panel.toggled) as caught:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [FacetName.KIND, "文种2"]


def test_more_values_come_on_request(qtbot, tree):
    tree.setCurrentIndex(tree.model().index_of("kind#"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert tree.model().rowCount(tree.model().index(0, 0)) == 12


def test_what_was_folded_stays_folded(qtbot, panel: FacetPanel, tree):
    first = tree.model().index(0, 0)
    assert tree.isExpanded(first)
    assert not tree.isExpanded(tree.model().index(1, 0))  # the results name the documents
    tree.setCurrentIndex(first)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    panel.show_facets(facets("文种3"))
    assert not tree.isExpanded(tree.model().index(0, 0))
    assert tree.currentIndex() == tree.model().index(0, 0)


def test_long_lists_are_narrowed_down(qtbot, panel: FacetPanel, tree):
    panel.findChild(QLineEdit).setText("修路")
    assert tree.model().rowCount() == 1
    assert tree.isExpanded(tree.model().index(0, 0))
    panel.findChild(QLineEdit).clear()
    assert not tree.isExpanded(tree.model().index(1, 0))


def test_hidden_facets_are_listed_when_they_are_looked_at(panel: FacetPanel, tree):
    panel.hide()
    panel.show_facets(())
    assert tree.model().rowCount() == 2
    panel.show()
    assert tree.model().rowCount() == 0
