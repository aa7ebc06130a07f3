from __future__ import annotations

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.lifetimes import Event, EventKind, Lifetime
from policyviewer.ui.panes.lifeline import Lifeline
from policyviewer.ui.theme import DARK, LIGHT

LIFE = Lifetime(
    (
        Event("2010-05-01", EventKind.EFFECTIVE),
        Event("2021-01-01", EventKind.REPEALED, DocumentId("new"), "某市停车条例"),
    )
)


@pytest.fixture
def line(qtbot: QtBot) -> Lifeline:
    line = Lifeline(today=lambda: "2015-01-01")
    qtbot.addWidget(line)
    line.resize(260, 300)
    line.show_life(LIFE)
    return line


def test_a_document_without_events_has_none(line: Lifeline):
    assert not line.isHidden()
    line.show_life(Lifetime())
    assert line.isHidden()


def test_any_day_may_be_asked_for(line: Lifeline):
    asked = line.findChild(QDateEdit)
    told = {}
    for day in ("2010-04-30", "2010-05-01", "2020-12-31", "2021-01-01"):
        asked.setDate(QDate.fromString(day, "yyyy-MM-dd"))
        told[day] = [label.text() for label in line.findChildren(QLabel)][-1].partition("：")[2]
    assert list(told.values()) == ["尚未施行", "有效", "有效", "已废止"]


def test_what_repealed_it_is_gone_to(qtbot: QtBot, line: Lifeline):
    rows = line.findChild(QListWidget)
    with qtbot.waitSignal(line.document_chosen) as chosen:
        rows.itemActivated.emit(rows.item(2))
    assert chosen.args == ["new"]
    with qtbot.assertNotEmitted(line.document_chosen):
        rows.itemActivated.emit(rows.item(0))


def test_it_is_drawn_in_every_theme(line: Lifeline):
    pictures = []
    for theme in (LIGHT, DARK):
        line.set_theme(theme)
        pictures.append(line.grab().toImage())
    assert pictures[0] != pictures[1]
