from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from policyviewer.domain.queries import Expansion, ShortForm, ShortForms
from policyviewer.ui.panes.short_forms_row import ShortFormsRow, chips_of

OFFERED = ShortForms("重庆", (ShortForm("渝", 12), ShortForm("渝黔", 8)))


@pytest.fixture
def row(qtbot) -> ShortFormsRow:
    made = ShortFormsRow()
    qtbot.addWidget(made)
    return made


def test_each_form_is_a_chip_and_all_together_another():
    chips = chips_of([OFFERED])
    assert [words for words, _, _ in chips] == ["渝 12", "渝黔 8", "全部一起"]
    assert chips[0][2] == Expansion("重庆", ("渝",))
    assert chips[2][2] == Expansion("重庆", ("渝", "渝黔"))


def test_a_letter_that_means_other_things_is_not_taken_together():
    forms = (ShortForm("蜀", 2), ShortForm("川渝", 1), ShortForm("川", 99, clear=False))
    chips = chips_of([ShortForms("四川", forms)])
    assert chips[-1][2] == Expansion("四川", ("蜀", "川渝"))
    assert "多半是别的意思" in chips[2][1]


def test_of_several_words_each_is_told():
    other = ShortForms("上海", (ShortForm("沪", 1), ShortForm("沪苏", 1)))
    words = [words for words, _, _ in chips_of([OFFERED, other])]
    assert words[2::3] == ["重庆：全部一起", "上海：全部一起"]
    assert len(chips_of([ShortForms("上海", (ShortForm("沪", 1),))])) == 1


def test_a_click_tells_what_was_chosen(qtbot, row: ShortFormsRow):
    row.show_forms([OFFERED])
    chip = next(one for one in row.findChildren(QPushButton) if one.text() == "渝黔 8")
    with qtbot.waitSignal(row.chosen) as caught:
        chip.click()
    assert caught.args == [Expansion("重庆", ("渝黔",))]


def test_the_row_is_closed_and_hides_without_anything(qtbot, row: ShortFormsRow):
    row.show_forms([OFFERED])
    assert row.isVisibleTo(row.parentWidget())
    with qtbot.waitSignal(row.closed):
        row.findChild(QToolButton).click()
    row.show_forms(())
    assert row.isHidden()
