from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QMenu, QPushButton, QTreeView

from policyviewer.app.noting import Found, NoteGroup
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.ui.panes.annotation_list import AnnotationList, bookmark_list, note_list


@pytest.fixture
def found(annotate) -> Found:
    notes = (annotate("三万亩", "核实", name="n1").annotation,)
    marks = (annotate("合作社", kind=AnnotationKind.BOOKMARK, name="b1").annotation,)
    groups = (NoteGroup("意见", notes), NoteGroup("", marks))
    return Found(groups, count=2, total=5, open=1, tags=("农业", "急"))


@pytest.fixture(params=[note_list, bookmark_list])
def pane(request, qtbot, found: Found) -> AnnotationList:
    made = request.param()
    qtbot.addWidget(made)
    made.show()
    made.show_found(found)
    return made


def first(pane: AnnotationList) -> QModelIndex:
    tree = pane.findChild(QTreeView)
    return tree.model().index(0, 0, tree.model().index(0, 0))


def entry(menu: QMenu, name: str):
    entries = [*menu.actions(), *(one for sub in menu.actions() if sub.menu()
                                  for one in sub.menu().actions())]  # fmt: skip
    return next(one for one in entries if one.text() == name)


def test_what_is_listed_is_counted(pane: AnnotationList):
    assert "2 / 5 条 · 1 条原文已变" in [one.text() for one in pane.findChildren(QLabel)]
    assert pane.ids() == ["n1", "b1"]


def test_an_annotation_is_chosen(qtbot, pane: AnnotationList):
    with qtbot.waitSignal(pane.annotation_chosen) as caught:
        pane.findChild(QTreeView).clicked.emit(first(pane))
    assert caught.args == ["n1"]


def test_the_chosen_ones_are_deleted_or_exported(qtbot, pane: AnnotationList):
    pane.findChild(QTreeView).selectAll()
    signals = {
        "删除": pane.delete_requested,
        "导出选中的…": pane.export_wanted,
        "收入汇编": pane.compile_wanted,
    }
    for name, signal in signals.items():
        with qtbot.waitSignal(signal) as caught:
            entry(pane.menu_of(first(pane)), name).trigger()
        assert "n1" in caught.args[0]


def test_all_that_is_listed_is_exported(qtbot, pane: AnnotationList):
    export = next(one for one in pane.findChildren(QPushButton) if one.text() == "导出…")
    with qtbot.waitSignal(pane.export_wanted) as caught:
        export.click()
    assert caught.args == [["n1", "b1"]]


def test_words_are_asked_for(qtbot, pane: AnnotationList):
    with qtbot.waitSignal(pane.wanted_changed):
        pane.findChild(QLineEdit).setText(" 核实 ")
    assert pane.wanted.words == "核实"
    pane.show_words("三万亩")
    assert pane.wanted.words == "三万亩"


def test_an_empty_list_says_how_to_begin_and_a_narrow_one_what_to_change(qtbot):
    pane = note_list()
    qtbot.addWidget(pane)
    pane.show()
    assert pane.findChild(QTreeView).isHidden()
    assert pane._empty.text() == "正在读取……"
    pane.show_found(Found())
    assert pane._empty.text().startswith("还没有批注")
    pane.show_found(Found(total=3))
    assert pane._empty.text().startswith("没有符合的内容")


def test_a_choice_that_leaves_nothing_can_be_taken_back(qtbot, found: Found):
    """Only highlights are there, and those with words are asked for: none of the kind is left."""
    pane = note_list()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_found(found)
    pane._filter.fill()
    entry(pane._filter.button.menu(), "写了批注").trigger()
    pane.show_found(Found())
    assert "没有符合的内容。换个词，或去掉筛选条件。" in [
        one.text() for one in pane.findChildren(QLabel)
    ]
    chip = next(one for one in pane.findChildren(QPushButton) if "写了批注" in one.text())
    assert chip.isVisible()


def test_choices_come_as_chips_and_go_with_them(qtbot, found: Found):
    pane = note_list()
    qtbot.addWidget(pane)
    pane.show_found(found)
    pane._filter.fill()
    for name in ("绿色", "农业", "只有高亮", "最近 7 天"):
        entry(pane._filter._menu, name).trigger()
        pane._filter.fill()
    wanted = pane.wanted
    assert (wanted.colours, wanted.tags) == ({Colour.GREEN}, {"农业"})
    assert wanted.kinds == {AnnotationKind.HIGHLIGHT}
    assert wanted.since
    for _ in range(4):
        pane._filter._chips.buttons[0].click()
    assert not pane.wanted.narrow
    assert pane.wanted.kinds == {AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT}


def test_a_bookmark_is_filed_and_named(qtbot, found: Found):
    pane = bookmark_list()
    qtbot.addWidget(pane)
    pane.show_found(found)
    pane.findChild(QTreeView).setCurrentIndex(first(pane))
    with qtbot.waitSignal(pane.arranged) as caught:
        entry(pane.menu_of(first(pane)), "移出文件夹").trigger()
    assert caught.args == [["b1", "n1"], ""]
    entry(pane.menu_of(first(pane)), "改名…").trigger()
    dialog = pane.findChild(QInputDialog)
    dialog.setTextValue(" 种植面积 ")
    with qtbot.waitSignal(pane.renamed) as caught:
        dialog.accept()
    assert caught.args == ["n1", "种植面积"]


def test_the_chosen_ones_are_told_in_their_order(pane: AnnotationList):
    assert pane.chosen() == []
    pane.findChild(QTreeView).selectAll()
    assert pane.chosen() == ["n1", "b1"]


def test_a_whole_group_goes_into_a_compilation(qtbot, pane: AnnotationList):
    group = pane.findChild(QTreeView).model().index(0, 0)
    with qtbot.waitSignal(pane.compile_wanted) as caught:
        entry(pane.menu_of(group), "把这些条款收入汇编").trigger()
    assert caught.args == [["n1"]]
