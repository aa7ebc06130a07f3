from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Side, compared
from policyviewer.app.synopsis_sheet import sheet_of
from policyviewer.app.synopsis_word import word_of
from policyviewer.domain.structure import parse


@pytest.fixture
def document():
    bodies = (BODIES[0].replace("方便群众", "便利群众"), *BODIES[2:], "鼓励捐资\x0b修路和护路。")
    sides = [Side("青山县道路条例", parse(law(*one))) for one in (BODIES, bodies)]
    return docx.Document(io.BytesIO(word_of(sheet_of(compared(*sides)))))


def test_the_page_lies_on_its_side_and_is_numbered(document):
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert "PAGE" in section.footer.paragraphs[0]._p.xml


def test_the_table_has_three_columns_and_a_head_on_every_page(document):
    table = document.tables[0]
    assert len(table.columns) == 3
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text[:3] for cell in table.rows[0].cells] == ["原条文", "新条文", "修改情"]


def test_differences_are_struck_through_or_bold_and_underlined(document):
    rows = document.tables[0].rows[1:3]
    runs = [run for row in rows for cell in row.cells for p in cell.paragraphs for run in p.runs]
    fonts = [(run.text, run.style.font) for run in runs]
    assert "".join(text for text, font in fonts if font.strike) == "方便"
    assert "".join(text for text, font in fonts if font.bold and font.underline) == "便利"


def test_every_provision_has_a_row_and_what_is_gone_has_an_empty_cell(document):
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert len(rows) == 1 + 9
    assert [f"第二条　{BODIES[1]}", "", "删去"] in rows


def test_short_rows_stand_on_one_page():
    long = "".join(f"养护协议应当写明第{number}项职责、期限和经费。" for number in range(20))
    sides = [Side("条例", parse(law(*one))) for one in (BODIES, (*BODIES, long))]
    made = docx.Document(io.BytesIO(word_of(sheet_of(compared(*sides)))))
    kept = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in made.tables[0].rows]
    assert (kept[2], kept[-1]) == (True, False)


def test_a_heading_stands_on_the_page_of_what_it_heads():
    side = Side("条例", parse(law(*BODIES).replace("第一条", "第一章　总则\n第一条")))
    made = docx.Document(io.BytesIO(word_of(sheet_of(compared(side, side)))))
    rows = [(row.cells[0].text[:3], row.cells[0].paragraphs[0]) for row in made.tables[0].rows]
    told = {words: one.paragraph_format.keep_with_next for words, one in rows}
    assert (told["第一章"], told["第一条"]) == (True, None)
