from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QScrollArea, QTreeView

from policyviewer.domain.documents import Document
from policyviewer.domain.structure import parse
from policyviewer.ui.panes.properties_pane import PropertiesPane, chinese_date, properties_of


def test_what_is_known_is_listed(document: Document):
    known = dict(properties_of(document, "2026-04-01"))
    assert known["文种"] == "实施意见"
    assert known["成文日期"] == "2026年3月5日"
    assert "发文字号" not in known


def test_validity_is_that_of_the_day(document: Document):
    text = "某县修路办法\n第一条　自2020年1月1日起施行，有效期5年。《旧办法》同时废止。"
    read = replace(document, outline=parse(text))
    known = dict(properties_of(read, "2024-12-31"))
    assert (known["施行日期"], known["有效期至"]) == ("2020年1月1日", "2024年12月31日")
    assert (known["效力"], known["同时废止"]) == ("现行有效（按本文条款）", "《旧办法》")
    assert dict(properties_of(read, "2025-01-01"))["效力"] == "已过有效期"


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
