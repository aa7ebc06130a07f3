from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QTreeView

from policyviewer.domain.documents import Document
from policyviewer.ui.panes.properties_pane import PropertiesPane, chinese_date, properties_of


def test_what_is_known_is_listed(document: Document):
    known = dict(properties_of(document))
    assert known["文种"] == "实施意见"
    assert known["成文日期"] == "2026年3月5日"
    assert "发文字号" not in known


def test_an_unknown_year_is_named():
    assert chinese_date("????-07-30") == "（年份缺失）7月30日"


def test_damaged_places_are_listed_and_lead_there(qtbot, document: Document):
    pane = PropertiesPane()
    qtbot.addWidget(pane)
    pane.show_document(document)
    tree = pane.findChild(QTreeView)
    with qtbot.waitSignal(pane.place_chosen) as caught:
        tree.clicked.emit(tree.model().index(0, 0))
    assert caught.args[0].start == document.outline.findings[0].span.start


def test_the_pane_has_a_name_for_screen_readers(qtbot):
    pane = PropertiesPane()
    qtbot.addWidget(pane)
    assert pane.findChild(QScrollArea).accessibleName() == "文件属性"
