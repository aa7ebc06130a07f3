from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.link_card import LinkCard, card_corner


def test_a_card_shows_what_is_known(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    card = LinkCard(window)
    card.show_target("渠道法", "", "第二条", "渠道归国家所有。")
    assert card.text == "渠道法，第二条，渠道归国家所有。"
    place = QRect(window.mapToGlobal(QPoint(100, 100)), QSize(20, 20))
    card.show_at(place)
    assert card.isVisible()
    assert window.rect().contains(card.geometry())
    assert not card.geometry().intersects(QRect(100, 100, 20, 20))


@pytest.mark.parametrize(
    ("link", "corner"),
    [
        (QRect(100, 100, 50, 20), QPoint(100, 125)),
        (QRect(850, 100, 50, 20), QPoint(494, 125)),
        (QRect(100, 550, 50, 20), QPoint(100, 344)),
        (QRect(-30, 100, 50, 20), QPoint(0, 125)),
    ],
)
def test_a_card_leaves_no_edge_and_covers_no_link(link: QRect, corner: QPoint):
    assert card_corner(link, QSize(400, 200), QSize(900, 600)) == corner
