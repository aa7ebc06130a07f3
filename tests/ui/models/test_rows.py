from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from policyviewer.ui.models.rows import Role, Row, RowModel

ROWS = [
    Row("机关（2）", children=(Row("甲", "a", "甲的全名", 1), Row("乙", "b"))),
    Row("其他", children=(Row("丙", "c", children=(Row("丁", "d"),)),)),
]


@pytest.fixture
def model(qtmodeltester) -> RowModel:
    model = RowModel()
    qtmodeltester.check(model)
    model.set_rows(ROWS)
    return model


def test_the_model_keeps_qts_rules(model: RowModel, qtmodeltester):
    qtmodeltester.check(model)
    model.set_rows(ROWS[:1])
    model.set_rows([])
    assert model.rowCount() == 0


def test_rows_show_text_key_tip_and_value(model: RowModel):
    index = model.index(0, 0, model.index(0, 0))
    roles = (Qt.ItemDataRole.DisplayRole, Role.KEY, Qt.ItemDataRole.ToolTipRole, Role.VALUE)
    assert [index.data(role) for role in roles] == ["甲", "a", "甲的全名", 1]


def test_a_key_leads_to_its_row_at_any_depth(model: RowModel):
    assert model.row_at(model.index_of("d")).text == "丁"
    assert model.index_of("d").parent() == model.index_of("c")
    assert not model.index_of("nowhere").isValid()


def test_no_row_is_told(model: RowModel):
    with pytest.raises(ValueError, match="no row"):
        model.row_at(QModelIndex())


def test_fifty_thousand_rows_are_held(model: RowModel):
    many = tuple(Row(f"文件{number}", f"k{number}") for number in range(50_000))
    model.set_rows([Row("全部", children=many)])
    assert model.rowCount(model.index(0, 0)) == 50_000
    assert model.index_of("k49999").row() == 49_999
