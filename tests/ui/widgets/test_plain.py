from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from policyviewer.ui.widgets.breadcrumb import Breadcrumb, Crumb
from policyviewer.ui.widgets.chips import Chips
from policyviewer.ui.widgets.plain import plain


def test_an_ampersand_stays_and_gives_no_key(qtbot):
    button = QPushButton(plain("R&D"))
    qtbot.addWidget(button)
    assert QKeySequence.mnemonic(button.text()).isEmpty()


def test_headings_and_chips_give_no_keys(qtbot):
    crumbs, chips = Breadcrumb(), Chips("chip")
    for one in (crumbs, chips):
        qtbot.addWidget(one)
    crumbs.resize(400, 30)
    crumbs.show_crumbs([Crumb("一、R&D投入", 0)])
    chips.show_chips([("文件：R&D", "", 1)])
    for owner in (crumbs, chips):
        buttons = owner.findChildren(QPushButton)
        assert all(QKeySequence.mnemonic(one.text()).isEmpty() for one in buttons)
