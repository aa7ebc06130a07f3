"""The results of a search as a file: an Excel workbook or a Word document.

At the head stands what was asked and when, so that whoever gets the file can ask again.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.app.exporting import LONGEST_CELL, put
from policyviewer.app.word_files import add_paragraph, new_document, printable
from policyviewer.domain.errors import UserError
from policyviewer.domain.facet_labels import value_label, years_text
from policyviewer.domain.queries import FACET_NAMES, FacetName, SearchHit, SearchPage, SearchQuery

if TYPE_CHECKING:
    from xlsxwriter.format import Format

COLUMNS = (("序号", 6), ("文件", 40), ("条款", 34), ("位置", 34), ("内容", 80))
"""The columns of the workbook, and how wide they are in half-width characters."""
_HEAD = 3
"""Rows above the table."""


def export_results(page: SearchPage, path: Path, today: date | None = None) -> int:
    """Write all hits of a page into a file, .xlsx or .docx by its name; gives their number.

    Raises UserError when there are none or the format is unknown, and StorageError when the
    file cannot be written.
    """
    makers = {".xlsx": workbook, ".docx": word_document}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise UserError(f"不认识“{path.suffix}”这种格式。", "文件名请以 .xlsx 或 .docx 结尾。")
    if not page.hits:
        raise UserError("没有可以导出的结果。", "请先检索，有结果后再导出。")
    put(path, make(page, heading(page, today or date.today())))  # noqa: DTZ011  # as the user's
    return len(page.hits)


def heading(page: SearchPage, today: date) -> tuple[str, str]:
    """Give the two lines that tell what was asked, and what came of it."""
    asked = "；".join((f"检索：{page.query.text.strip()}", *conditions(page.query)))
    listed = f"，列出前 {len(page.hits)} 条" if len(page.hits) < page.total else ""
    return asked, f"共 {page.total} 条{listed}。{page.hint}导出日期：{today.isoformat()}"


def conditions(query: SearchQuery) -> Iterator[str]:
    """Give what was asked besides the words, in words."""
    wanted = query.wanted
    years = (years_text(wanted.years),) if wanted.years else ()
    for one in query.widened:
        if one.written in query.text:
            yield f"“{one.written}”也按“{'”“'.join(one.added)}”检索"
    if query.within:
        yield f"在“{'”“'.join(query.within)}”的结果中"
    parts = {
        FacetName.ISSUER: wanted.issuers,
        FacetName.LEVEL: wanted.levels,
        FacetName.YEAR: years,
        FacetName.KIND: wanted.kinds,
        FacetName.STATUS: wanted.statuses,
    }
    for name, values in parts.items():
        if values:
            yield f"{FACET_NAMES[name]}：{'、'.join(value_label(name, one) for one in values)}"
    if wanted.documents:
        yield f"限于 {len(wanted.documents)} 份文件"


def workbook(page: SearchPage, head: Sequence[str]) -> bytes:
    """Give the hits as an Excel workbook, one a row, what was found in bold and red."""
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    title = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EEF7"})
    found = book.add_format({"bold": True, "font_color": "#C00000"})
    sheet = book.add_worksheet("检索结果")
    for row, line in enumerate(head):
        sheet.write_string(row, 0, line)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD - 1, column, name, title)
    sheet.freeze_panes(_HEAD, 0)
    sheet.autofilter(_HEAD - 1, 0, _HEAD - 1 + len(page.hits), len(COLUMNS) - 1)
    for number, hit in enumerate(page.hits, start=1):
        row = _HEAD - 1 + number
        sheet.write_number(row, 0, number, cell)
        for column, text in enumerate((hit.title, hit.citation, _path(hit)), start=1):
            sheet.write_string(row, column, text[:LONGEST_CELL], cell)
        parts = list(_marked(hit, found))
        if len(parts) > 2:  # Excel wants several
            sheet.write_rich_string(row, 4, *parts, cell)
        else:
            sheet.write_string(row, 4, hit.excerpt[:LONGEST_CELL], cell)
    book.close()
    return written.getvalue()


def word_document(page: SearchPage, head: Sequence[str]) -> bytes:
    """Give the hits as a Word document, by document, what was found in bold."""
    made = new_document()
    heading = made.styles["Heading 2"]
    made.add_heading("检索结果", level=1)
    for line in head:
        made.add_paragraph(printable(line))
    number = 0
    for title, hits in groupby(page.hits, key=lambda hit: hit.title):
        add_paragraph(made, printable(title), heading)
        for hit in hits:
            number += 1
            add_paragraph(made, printable(f"{number}. {hit.citation}")).runs[0].bold = True
            paragraph = add_paragraph(made)
            for text, is_found in _parts(hit):
                paragraph.add_run(printable(text)).bold = is_found
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _marked(hit: SearchHit, found: Format) -> Iterator[object]:
    for text, is_found in _parts(hit):
        yield from (found, text) if is_found else (text,)


def _parts(hit: SearchHit) -> Iterator[tuple[str, bool]]:
    """Give the excerpt in pieces, and of each whether it was found; none is empty."""
    borders = [0]
    for span in hit.highlights:
        borders += (max(borders[-1], span.start), max(borders[-1], span.end))
    borders.append(len(hit.excerpt))
    for number, (start, end) in enumerate(pairwise(borders)):
        if start < end:
            yield hit.excerpt[start:end], number % 2 == 1


def _path(hit: SearchHit) -> str:
    return " › ".join(hit.path)
