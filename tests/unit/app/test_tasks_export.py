from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from python_calamine import CalamineWorkbook

from policyviewer.app.tasking import TaskSheet, sheet_of
from policyviewer.app.tasks_export import due_text, export_tasks, word_document, workbook
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.structure import parse

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁。（县水利局负责）
"""


@pytest.fixture
def sheet() -> TaskSheet:
    return sheet_of("意见.txt", parse(TEXT))


def test_the_workbook_has_a_row_for_each_task(sheet: TaskSheet, tmp_path: Path):
    assert export_tasks(sheet, tmp_path / "a.xlsx") == 2
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "《青山县人民政府关于加快发展的意见》任务分解表"
    assert rows[2][:4] == ["序号", "条款", "工作任务", "具体内容"]
    assert rows[3] == [
        1, "一、", "修路", "硬化全县道路，2021年底前完成。", "县交通局", "县财政局", "2021年底前",
        "未开始", "",
    ]  # fmt: skip


def test_the_workbook_prints_across_with_its_head_on_every_page(sheet: TaskSheet):
    with ZipFile(io.BytesIO(workbook(sheet))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    assert 'orientation="landscape"' in page
    assert 'paperSize="9"' in page
    assert "$3:$3" in names


def test_words_that_look_like_formulas_stay_words(sheet: TaskSheet):
    first, second = sheet.tasks
    odd = replace(first, progress=TaskProgress(remark="=1+1\x00"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(replace(sheet, tasks=(odd, second)))))
    assert str(book.get_sheet_by_index(0).to_python()[3][8]).startswith("=1+1")


def test_a_row_of_many_words_is_as_high_as_excel_allows(sheet: TaskSheet):
    task = replace(sheet.tasks[0].task, text="修" * 20_000)
    long = replace(sheet, tasks=(replace(sheet.tasks[0], task=task),))
    with ZipFile(io.BytesIO(workbook(long))) as book:
        assert 'ht="408.75"' in book.read("xl/worksheets/sheet1.xml").decode()


def test_the_word_document_has_the_same_rows(sheet: TaskSheet):
    made = docx.Document(io.BytesIO(word_document(sheet)))
    table = made.tables[0]
    assert [len(table.rows), table.cell(1, 4).text, table.cell(2, 4).text] == [
        3,
        "县交通局",
        "县水利局",
    ]
    assert made.sections[0].page_width > made.sections[0].page_height


def test_an_own_deadline_stands_beside_the_printed_one(sheet: TaskSheet):
    own = replace(sheet.tasks[0], progress=TaskProgress(TaskStatus.DOING, due="2021-06-01"))
    assert due_text(own) == "2021年底前\n本单位：2021-06-01"


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_other_formats_are_told(sheet: TaskSheet, tmp_path: Path, name: str):
    with pytest.raises(UserError, match="不认识"):
        export_tasks(sheet, tmp_path / name)


def test_without_tasks_there_is_nothing_to_write(sheet: TaskSheet, tmp_path: Path):
    with pytest.raises(UserError, match="没有可以导出的任务"):
        export_tasks(replace(sheet, tasks=()), tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_place_that_cannot_be_written_is_told(sheet: TaskSheet, tmp_path: Path):
    with pytest.raises(StorageError, match="无法写入"):
        export_tasks(sheet, tmp_path / "无" / "a.xlsx")
