from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from policyviewer.domain.queries import Order, SearchQuery
from policyviewer.domain.searches import PastSearch, SavedSearch, SearchId
from policyviewer.ui.panes.search_tools import SearchTools

PAST = PastSearch(SearchQuery("粮食 & 安全"), 12, datetime(2026, 5, 1, tzinfo=UTC))
SAVED = SavedSearch(SearchId(1), "口粮", SearchQuery("粮食 -饲料"))


@pytest.fixture
def tools(qtbot) -> SearchTools:
    tools = SearchTools()
    qtbot.addWidget(tools)
    return tools


def actions(tools: SearchTools) -> dict[str, QAction]:
    tools.menu.aboutToShow.emit()
    return {action.text(): action for action in tools.menu.actions()}


def test_without_a_search_there_is_nothing_to_keep(tools: SearchTools) -> None:
    tools.set_state(has_query=False, has_hits=False, narrowed=0)
    found = actions(tools)
    assert not any(found[name].isEnabled() for name in ("在结果中检索", "导出结果……"))
    assert not tools.filter_button.isEnabled()


def test_the_filter_tells_how_many_conditions_there_are(tools: SearchTools) -> None:
    tools.set_state(has_query=True, has_hits=True, narrowed=2)
    assert tools.filter_button.text() == "筛选（2）"


def test_results_can_be_searched_again_and_taken_along(qtbot, tools: SearchTools) -> None:
    tools.set_state(has_query=True, has_hits=True, narrowed=0)
    for name, signal in (
        ("在结果中检索", tools.within_wanted),
        ("导出结果……", tools.export_wanted),
        ("保存这个检索……", tools.save_wanted),
    ):
        with qtbot.waitSignal(signal):
            actions(tools)[name].trigger()


def test_searches_of_the_past_are_offered(qtbot, tools: SearchTools) -> None:
    tools.set_searches([PAST], [SAVED])
    found = actions(tools)
    with qtbot.waitSignal(tools.search_chosen) as caught:
        found["粮食 && 安全\t12 条"].trigger()
    assert caught.args == [PAST.query]
    search, delete = found["口粮"].menu().actions()
    with qtbot.waitSignal(tools.search_chosen) as caught:
        search.trigger()
    assert caught.args == [SAVED.query]
    with qtbot.waitSignal(tools.delete_wanted) as caught:
        delete.trigger()
    assert caught.args == [SAVED]
    with qtbot.waitSignal(tools.forget_wanted):
        found["清除最近的检索"].trigger()


def test_the_order_is_chosen_from_a_menu(qtbot, tools: SearchTools) -> None:
    (menu,) = [
        button.menu() for button in tools.findChildren(QToolButton) if button.text() == "排序"
    ]
    by_date = next(one for one in menu.actions() if one.text().startswith("按日期"))
    with qtbot.waitSignal(tools.order_chosen) as caught:
        by_date.trigger()
    assert caught.args == [Order.DATE]
    with qtbot.waitSignal(tools.grouping_chosen) as caught:
        menu.actions()[-1].trigger()
    assert caught.args == [False]
