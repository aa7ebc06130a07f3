from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget

from policyviewer.app.note_statistics import statistics_of
from policyviewer.domain.annotations import Annotation, AnnotationKind
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.dialogs.statistics_dialog import StatisticsDialog, sum_text


@pytest.fixture
def notes(annotate) -> list[Annotation]:
    made = [annotate("三万亩", "核实", name="n1"), annotate("合作社", "问", name="n2")]
    notes = [one.annotation for one in made]
    mark = annotate("绿色发展", kind=AnnotationKind.BOOKMARK, name="b").annotation
    other = replace(mark.target, document=DocumentId("other"), title="另一份")
    marks = [replace(mark, id=f"b{n}", target=other) for n in range(10)]
    return [*notes, *marks]


@pytest.fixture
def dialog(qtbot, notes: list[Annotation]) -> StatisticsDialog:
    made = StatisticsDialog(statistics_of(notes, {DocumentId("opinion"): "意见"}, {}))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def titles(dialog: StatisticsDialog) -> list[str]:
    table = dialog.findChild(QTreeWidget)
    return [table.topLevelItem(at).text(0) for at in range(table.topLevelItemCount())]


def test_a_row_tells_of_a_document_and_numbers_are_sorted_as_numbers(dialog: StatisticsDialog):
    table = dialog.findChild(QTreeWidget)
    assert titles(dialog) == ["意见", "另一份"]
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert titles(dialog) == ["另一份", "意见"]
    assert [table.topLevelItem(0).text(column) for column in (1, 2, 3)] == ["0", "0", "10"]


def test_all_is_told_in_a_sentence(notes: list[Annotation]):
    everything = statistics_of(notes, {}, {})[0]
    assert sum_text(everything, 2).startswith("共 12 条：批注 2，高亮 0，书签 10；2 份文件")


def test_a_document_is_chosen(qtbot, dialog: StatisticsDialog):
    table = dialog.findChild(QTreeWidget)
    with qtbot.waitSignal(dialog.document_chosen) as caught:
        table.itemActivated.emit(table.topLevelItem(1), 0)
    assert caught.args == ["other"]
