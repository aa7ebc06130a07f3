from __future__ import annotations

import io

from python_calamine import CalamineWorkbook
from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Side, compared
from policyviewer.app.exporting import LONGEST_CELL
from policyviewer.app.synopsis_sheet import sheet_of
from policyviewer.app.synopsis_workbook import workbook_of
from policyviewer.domain.structure import parse


def rows(*bodies: str) -> list[list[object]]:
    sides = [Side("青山县道路条例", parse(law(*one))) for one in (BODIES, bodies)]
    data = workbook_of(sheet_of(compared(*sides)))
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_the_words_of_both_sides_and_the_remark_stand_in_a_row():
    told = rows(BODIES[0].replace("全县", "全市"), *BODIES[1:])
    row = next(row for row in told if str(row[0]).startswith("第一条"))
    assert row == [f"第一条　{BODIES[0]}", f"第一条　{BODIES[0].replace('全县', '全市')}", "修改"]


def test_a_cell_holds_no_more_than_excel_can():
    long = max(len(str(cell)) for row in rows("甲乙丙丁" * 12_000) for cell in row)
    assert long <= LONGEST_CELL


def test_words_that_look_like_a_formula_stay_words():
    assert any(str(row[1]).endswith("=1+1") for row in rows(*BODIES, "=1+1"))
