from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from policyviewer.app.page_settings import BodyFace, LineLength, Spacing
from policyviewer.app.settings import Settings, ThemeName
from policyviewer.domain.citations import ItemForm, NameForm, SectionForm
from policyviewer.ui.choices import OF_CITATIONS, OF_THE_PAGE
from policyviewer.ui.widgets.choice_menu import ChoiceMenu


@pytest.fixture
def menu(qtbot: QtBot) -> ChoiceMenu:
    menu = ChoiceMenu("版面", {**OF_THE_PAGE, **OF_CITATIONS})
    qtbot.addWidget(menu)
    menu.show_settings(Settings())
    return menu


def action(menu: ChoiceMenu, value: object) -> QAction:
    return next(
        one
        for section in menu.findChildren(QAction)
        for one in [section]
        if section.data() and section.data()[1] is value
    )


@pytest.mark.parametrize(
    "value", [*Spacing, *LineLength, *BodyFace, *ThemeName, *NameForm, *ItemForm, *SectionForm]
)
def test_everything_can_be_chosen_and_is_a_setting(qtbot: QtBot, menu: ChoiceMenu, value):
    with qtbot.waitSignal(menu.chosen) as caught:
        action(menu, value).trigger()
    name, chosen = caught.args
    assert chosen is value
    assert name in {field.name for field in fields(Settings)}
    assert getattr(replace(Settings(), **{name: value}), name) is value


def test_what_is_in_force_is_marked(menu: ChoiceMenu):
    assert action(menu, Spacing.STANDARD).isChecked()
    menu.show_settings(Settings(spacing=Spacing.LOOSE, theme=ThemeName.PAPER))
    assert action(menu, Spacing.LOOSE).isChecked()
    assert not action(menu, Spacing.STANDARD).isChecked()
    assert action(menu, ThemeName.PAPER).isChecked()
