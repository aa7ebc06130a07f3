from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from policyviewer.app.name_list import NameList
from policyviewer.domain.name_counts import FormCount, NameCount
from policyviewer.domain.named import NameKind
from policyviewer.ui.models.name_model import NameColumn, NameModel, tool_tip

NAMES = [
    NameCount(NameKind.PLACE, "重庆", (FormCount("重庆", 4), FormCount("重庆市", 2)), 5, 1),
    NameCount(NameKind.PLACE, "贵州", (FormCount("贵州", 3),), 3, 2),
    NameCount(NameKind.BODY, "财政部", (FormCount("财政部", 1),), 1, 1),
]


@pytest.fixture
def model(qapp) -> NameModel:
    made = NameModel()
    made.show_list(NameList(NAMES))
    return made


def column(model: NameModel, number: NameColumn) -> list[object]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester, model: NameModel):
    qtmodeltester.check(model)


def test_rows_show_names_forms_and_counts(model: NameModel):
    assert column(model, NameColumn.NAME) == ["重庆", "贵州"]
    assert column(model, NameColumn.FORMS) == ["重庆市", ""]
    assert column(model, NameColumn.PROVISIONS) == ["5", "3"]
    assert column(model, NameColumn.DOCUMENTS) == ["1", "2"]


def test_a_head_sorts_and_forms_are_no_order(model: NameModel):
    model.sort(NameColumn.DOCUMENTS, Qt.SortOrder.DescendingOrder)
    assert column(model, NameColumn.NAME) == ["贵州", "重庆"]
    model.sort(NameColumn.FORMS, Qt.SortOrder.AscendingOrder)
    assert column(model, NameColumn.NAME) == ["贵州", "重庆"]
    model.sort(NameColumn.NAME, Qt.SortOrder.AscendingOrder)
    assert column(model, NameColumn.NAME) == ["贵州", "重庆"]


def test_kind_and_words_narrow_down(model: NameModel):
    model.narrow(NameKind.BODY, "")
    assert column(model, NameColumn.NAME) == ["财政部"]
    model.narrow(NameKind.PLACE, "市")
    assert model.name_at(0) is NAMES[0]
    assert (model.rowCount(), model.total(NameKind.PLACE)) == (1, 2)


def test_a_row_tells_its_forms_and_is_read_aloud(model: NameModel):
    assert tool_tip(NAMES[0]).startswith("重庆　4\n重庆市　2")
    spoken = model.index(0, NameColumn.PROVISIONS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "条款数：5"
