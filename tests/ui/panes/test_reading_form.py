from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTreeView

from policyviewer.domain.corrections import Corrections, HeadingCorrection
from policyviewer.domain.documents import Document, NodeClass
from policyviewer.domain.structure import parse
from policyviewer.ui.panes.reading_form import ReadingForm, iso_day


@pytest.fixture
def form(qtbot, document: Document) -> ReadingForm:
    made = ReadingForm()
    qtbot.addWidget(made)
    made.show_reading(document.outline, Corrections())
    made.show()
    return made


@pytest.fixture
def heard(form: ReadingForm) -> list[Corrections]:
    told: list[Corrections] = []
    form.corrected.connect(told.append)
    return told


def field(form: ReadingForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def typed(qtbot, form: ReadingForm, name: str, words: str) -> None:
    line = field(form, name)
    line.setText(words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_what_was_recognised_is_shown(form: ReadingForm, document: Document):
    assert field(form, "标题").text() == document.outline.metadata.title
    assert field(form, "成文日期").text() == document.outline.metadata.written
    assert form.findChild(QTreeView).model().rowCount() > 1


def test_a_typed_title_number_and_date_are_corrections(qtbot, form, heard):
    typed(qtbot, form, "标题", "蔬菜意见")
    typed(qtbot, form, "发文字号", "青政发〔2026〕3号")
    typed(qtbot, form, "成文日期", "2026年3月9日")
    assert heard[-1] == Corrections("蔬菜意见", "青政发〔2026〕3号", "2026-03-09")


def test_what_was_typed_without_leaving_the_line_counts_when_committed(form, heard):
    field(form, "标题").setText("蔬菜意见")
    form.commit()
    assert heard == [Corrections(title="蔬菜意见")]
    form.commit()
    assert len(heard) == 1


def test_a_wrong_date_is_told_and_corrects_nothing(qtbot, form, heard):
    typed(qtbot, form, "成文日期", "2026-13-40")
    assert heard == []
    assert any("日期请写成" in one.text() and one.isVisible() for one in form.findChildren(QLabel))


def test_a_date_can_be_taken_away(qtbot, form, heard):
    typed(qtbot, form, "成文日期", "")
    assert heard == [Corrections(written="")]


def test_a_heading_gets_another_level(form, heard, document: Document):
    tree, levels = form.findChild(QTreeView), form.findChild(QComboBox)
    assert not levels.isEnabled()
    tree.setCurrentIndex(tree.model().index(0, 0))
    assert levels.currentData() == NodeClass.L1
    levels.activated.emit(levels.findData(NodeClass.CHAPTER))
    (correction,) = heard[-1].headings
    assert correction == HeadingCorrection("一、总体要求", 0, NodeClass.CHAPTER)
    levels.activated.emit(levels.count() - 1)
    (correction,) = heard[-1].headings
    assert correction.level is None
    read = parse(document.outline.text, corrections=heard[-1])
    form.show_reading(read, heard[-1])
    assert "总体要求" not in tree.model().index(0, 0).data()


def test_corrections_are_taken_back(qtbot, form, heard, document: Document):
    form.show_reading(document.outline, Corrections(title="别的"))
    button = form.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [Corrections()]
    assert not button.isEnabled()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-03-09", "2026-03-09"),
        ("2026年3月9日", "2026-03-09"),
        ("2026/3/9", "2026-03-09"),
        ("2026.3.9", "2026-03-09"),
        ("", ""),
        ("26-3-9", None),
        ("2026-02-30", None),
        ("三月九日", None),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, day: str | None):
    assert iso_day(words) == day
