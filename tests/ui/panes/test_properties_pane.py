from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QScrollArea, QTreeView

from policyviewer.domain.documents import Document
from policyviewer.domain.lifetimes import Event, EventKind, Lifetime
from policyviewer.domain.structure import parse
from policyviewer.ui.panes.lifeline import Lifeline
from policyviewer.ui.panes.properties_pane import PropertiesPane, chinese_date, properties_of


def test_what_is_known_is_listed(document: Document):
    known = dict(properties_of(document))
    assert known["文种"] == "实施意见"
    assert known["成文日期"] == "2026年3月5日"
    assert "发文字号" not in known


def test_the_clauses_on_validity_are_listed(document: Document):
    text = "某县修路办法\n第一条　自2020年1月1日起施行，有效期5年。《旧办法》同时废止。"
    read = replace(document, outline=parse(text))
    known = dict(properties_of(read))
    assert (known["施行日期"], known["有效期至"]) == ("2020年1月1日", "2024年12月31日")
    assert known["同时废止"] == "《旧办法》"


def test_the_life_of_the_document_stands_above(qtbot, document: Document):
    pane = PropertiesPane(today=lambda: "2026-04-01")
    qtbot.addWidget(pane)
    pane.show_document(document)
    pane.show_life(Lifetime((Event("2020-01-01", EventKind.EFFECTIVE),)))
    assert not pane.findChild(Lifeline).isHidden()
    pane.clear()
    assert pane.findChild(Lifeline).isHidden()


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
