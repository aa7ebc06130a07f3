"""Task breakdowns as files: Excel to print, Word to edit, a calendar of the deadlines."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.app.exporting import LONGEST_CELL, put
from policyviewer.app.task_calendar import calendar_of
from policyviewer.app.tasking import TaskSheet, TrackedTask
from policyviewer.app.word_files import new_document, printable
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import STATUS_NAMES
from policyviewer.domain.text import in_marks

if TYPE_CHECKING:
    from docx.section import Section
    from docx.table import Table as WordTable
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    ("序号", 5),
    ("条款", 9),
    ("工作任务", 22),
    ("具体内容", 64),
    ("牵头单位", 16),
    ("配合单位", 18),
    ("完成时限", 13),
    ("进展", 8),
    ("备注", 12),
)
"""The columns of the workbook, and how wide they are in half-width characters."""
_HEAD = 2
"""Rows above the head of the table: its title, and where it is from."""
_SIZES = (10, 9, 8, 7)
"""Points, the first in which all of a row is to be seen."""
_POINTS_A_WIDTH = 5.1
"""Points that half a character of a column's width takes."""
_LEADING = 1.35
_HIGHEST = 409
"""Points: Excel's rows are no higher."""
_CENTRED = frozenset({0, 1, 7})
_WORD_WIDTHS = (1.2, 1.7, 3.6, 8.4, 2.8, 3.2, 2.2, 1.6, 2.0)
"""Centimetres of the columns in Word, an A4 page across."""


def export_tasks(sheet: TaskSheet, path: Path) -> int:
    """Write tasks into a file, .xlsx, .docx or .ics by its name; gives how many it holds.

    A calendar holds the dated ones that are still to be done. Raises UserError when there are
    none or the format is unknown, and StorageError when the file cannot be written.
    """
    makers: dict[str, Callable[[TaskSheet], tuple[bytes, int]]] = {
        ".xlsx": lambda one: (workbook(one), len(one.tasks)),
        ".docx": lambda one: (word_document(one), len(one.tasks)),
        ".ics": calendar_of,
    }
    make = makers.get(path.suffix.lower())
    if make is None:
        hint = "文件名请以 .xlsx、.docx 或 .ics 结尾。"
        raise UserError(f"不认识“{path.suffix}”这种格式。", hint)
    if not sheet.tasks:
        raise UserError("没有可以导出的任务。", "换一份文件，或放宽筛选后再导出。")
    data, count = make(sheet)
    put(path, data)
    return count


def workbook(sheet: TaskSheet) -> bytes:
    """Give tasks as an Excel workbook that prints on A4 across, its head on every page."""
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("任务分解表")
    look = {"font_name": "宋体", "text_wrap": True, "valign": "vcenter", "border": 1}
    head = {**look, "bold": True, "align": "center", "bg_color": "#E8EEF7", "font_size": 11}
    title = {"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}
    last = len(COLUMNS) - 1
    page.merge_range(0, 0, 0, last, title_of(sheet), book.add_format(title))
    page.merge_range(1, 0, 1, last, source_of(sheet), book.add_format({"font_name": "宋体"}))
    for column, (name, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(_HEAD, column, name, book.add_format(head))
    looks = {
        (size, centred): book.add_format(
            {**look, "font_size": size, "align": "center" if centred else "left"}
        )
        for size in _SIZES
        for centred in (False, True)
    }
    for number, one in enumerate(sheet.tasks, start=1):
        _write_row(page, number, one, looks)
    _set_up(page, len(sheet.tasks))
    book.close()
    return written.getvalue()


def word_document(sheet: TaskSheet) -> bytes:
    """Give tasks as a Word document with one table, across the page, its head on every page."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    made = new_document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    _set_margins(section)
    made.add_heading(printable(title_of(sheet)), level=1)
    made.add_paragraph(printable(source_of(sheet)))
    table = made.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WORD_WIDTHS, strict=True):
        column.width = Cm(width)
    _fill(table, 0, [name for name, _width in COLUMNS])
    _repeat_head(table)
    for number, one in enumerate(sheet.tasks, start=1):
        table.add_row()
        _fill(table, number, [str(number), *_cells(one)])
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def title_of(sheet: TaskSheet) -> str:
    """Give the title of a task breakdown."""
    return f"{in_marks(sheet.title)}任务分解表"


def source_of(sheet: TaskSheet) -> str:
    """Give the line below the title: where the tasks are from, and how many they are."""
    data = sheet.metadata
    parts = (data.document_number, data.written, f"共 {len(sheet.tasks)} 项")
    return "　".join(part for part in parts if part)


def due_text(one: TrackedTask) -> str:
    """Give by when a task is to be done, as printed, with a deadline of the office's own."""
    own = f"本单位：{one.progress.due}" if one.progress.due else ""
    return "\n".join(part for part in (one.task.deadline, own) if part)


def _cells(one: TrackedTask) -> tuple[str, ...]:
    """Give the words of a row without its number."""
    task = one.task
    return (
        task.place,
        task.heading,
        task.details,
        "、".join(task.lead),
        "、".join(task.support),
        due_text(one),
        STATUS_NAMES[one.progress.status],
        one.progress.remark,
    )


def _write_row(
    page: Worksheet, number: int, one: TrackedTask, looks: dict[tuple[int, bool], Format]
) -> None:
    row = _HEAD + number
    cells = (str(number), *_cells(one))
    heights = {size: _height(cells, size) for size in _SIZES}
    size = next((size for size in _SIZES if heights[size] <= _HIGHEST), _SIZES[-1])
    page.set_row(row, min(heights[size], _HIGHEST))
    page.write_number(row, 0, number, looks[size, True])
    for column, words in enumerate(cells[1:], start=1):
        page.write_string(row, column, words[:LONGEST_CELL], looks[size, column in _CENTRED])


def _height(cells: Sequence[str], size: int) -> float:
    """Give how many points a row needs: programs do not measure rows that they did not write."""
    most = 1
    for words, (_name, width) in zip(cells, COLUMNS, strict=True):
        room = max(1, int(width * _POINTS_A_WIDTH / size))  # wide characters in a line
        most = max(most, sum(-(-max(1, len(line)) // room) for line in words.split("\n")))
    return most * size * _LEADING + 6


def _set_up(page: Worksheet, count: int) -> None:
    page.set_row(0, 30)
    page.freeze_panes(_HEAD + 1, 0)
    page.autofilter(_HEAD, 0, _HEAD + count, len(COLUMNS) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.center_horizontally()
    page.repeat_rows(_HEAD)
    page.fit_to_pages(1, 0)
    page.set_footer("&C第 &P 页　共 &N 页")


def _set_margins(section: Section) -> None:
    from docx.shared import Cm

    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.8)


def _fill(table: WordTable, row: int, words: list[str]) -> None:
    from docx.shared import Cm, Pt

    for cell, width, text in zip(table.rows[row].cells, _WORD_WIDTHS, words, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(printable(text))
        run.font.size = Pt(10)
        run.bold = row == 0


def _repeat_head(table: WordTable) -> None:
    """Have Word print the first row on every page."""
    from docx.oxml import OxmlElement

    row = table.rows[0]._tr  # noqa: SLF001  # python-docx has no other way
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[arg-type]  # any element
