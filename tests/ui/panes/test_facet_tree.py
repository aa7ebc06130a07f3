from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTreeWidgetItem

from policyviewer.domain.queries import Facet, FacetName, FacetValue
from policyviewer.ui.panes.facet_tree import FacetTree

KINDS = Facet(FacetName.KIND, (FacetValue("意见", "意见", 5), FacetValue("通知", "通知", 2, True)))
YEARS = Facet(FacetName.YEAR, (FacetValue("2020", "2020", 7),))
LEVELS = Facet(FacetName.LEVEL, (FacetValue("state", "国家", 3), FacetValue("city", "市级", 4)))


@pytest.fixture
def tree(qtbot) -> FacetTree:
    tree = FacetTree()
    qtbot.addWidget(tree)
    tree.show_facets((KINDS, YEARS, LEVELS))
    return tree


def groups(tree: FacetTree) -> dict[str, QTreeWidgetItem]:
    tops = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return {item.text(0): item for item in tops}


def test_values_have_their_counts(tree: FacetTree) -> None:
    kinds = groups(tree)["文种"]
    values = [(kinds.child(at).text(0), kinds.child(at).text(1)) for at in range(2)]
    assert values == [("☐ 意见", "5"), ("☑ 通知", "2")]


def test_where_there_is_no_choice_there_is_no_group(tree: FacetTree) -> None:
    assert list(groups(tree)) == ["文种", "层级"]


def test_a_click_chooses(qtbot, tree: FacetTree) -> None:
    with qtbot.waitSignal(tree.toggled) as caught:
        tree.itemClicked.emit(groups(tree)["文种"].child(0), 0)
    assert caught.args == [FacetName.KIND, "意见"]


def test_groups_with_choices_are_open_and_stay_as_they_were_left(tree: FacetTree) -> None:
    assert groups(tree)["文种"].isExpanded()
    tree.itemClicked.emit(groups(tree)["层级"], 0)
    assert not groups(tree)["层级"].isExpanded()
    tree.show_facets((KINDS, LEVELS))
    assert not groups(tree)["层级"].isExpanded()
