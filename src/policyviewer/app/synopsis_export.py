"""A comparison as a file: a table in Word or Excel, or one web page.

What was taken out is struck through, what was put in bold and underlined: also in black and white.
"""

from __future__ import annotations

from pathlib import Path

from policyviewer.app.comparing import Compared
from policyviewer.app.exporting import put
from policyviewer.app.synopsis_page import page_of
from policyviewer.app.synopsis_sheet import sheet_of
from policyviewer.app.synopsis_word import word_of
from policyviewer.app.synopsis_workbook import workbook_of
from policyviewer.domain.errors import UserError

FORMATS = (".docx", ".html", ".xlsx")


def export_synopsis(made: Compared, path: Path, *, only_changes: bool = False) -> int:
    """Write a comparison into a file, in a format by its name; give the number of its rows.

    Raises UserError when the format is unknown or there is nothing to write, and StorageError
    when the file cannot be written.
    """
    makers = {".docx": word_of, ".html": page_of, ".htm": page_of, ".xlsx": workbook_of}
    make = makers.get(path.suffix.lower())
    if make is None:
        hint = f"文件名请以 {'、'.join(FORMATS)} 结尾。"
        raise UserError(f"不认识“{path.suffix}”这种格式。", hint)
    sheet = sheet_of(made, only_changes=only_changes)
    if not sheet.rows:
        text = made.verdict or "没有可以导出的条文。"
        raise UserError(text, "可以改为导出全部条文，或换两份文件对照。")
    put(path, make(sheet))
    return len(sheet.rows)
