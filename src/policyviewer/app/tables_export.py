"""All tables of a document: where they stand, and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.exporting import Sheet, export_sheets, rows_of
from policyviewer.domain.citations import citation
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.patterns import regex
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.tables import Table

_NAME = 31
"""Characters that Excel allows for the name of a sheet."""
_NOT_IN_NAMES = regex(r"[\[\]:*?/\\']")
_FORMATS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with the provision that it stands in and how that is cited."""

    table: Table
    provision: str
    citation: str

    def rows(self, text: str) -> list[list[str]]:
        """Give the cells' words row by row; what a merged cell covers is empty."""
        return rows_of(self.table, text)


def tables_of(outline: Outline) -> list[FoundTable]:
    """Give the tables of a document in reading order."""
    tiles = provisions(outline)
    found = []
    for table in outline.tables:
        name = provision_at(tiles, table.span.start).id
        found.append(FoundTable(table, name, citation(outline, name)))
    return found


def export_tables(outline: Outline, out: Path) -> int:
    """Write all tables of a document and give their number; the file's name says the format.

    Raises UserError when there are none or the format is unknown, and StorageError when the
    file cannot be written.
    """
    tables = tables_of(outline)
    if not tables:
        raise UserError("这份文件里没有表格。", "可以打开别的文件再试。")
    if out.suffix.lower() not in _FORMATS:
        raise UserError(f"不认识“{out.suffix}”这种格式。", "文件名请以 .xlsx 或 .csv 结尾。")
    sheets = [
        Sheet(_sheet_name(number, one), one.table, one.citation)
        for number, one in enumerate(tables, start=1)
    ]
    export_sheets(out, sheets, outline.text)
    return len(tables)


def _sheet_name(number: int, one: FoundTable) -> str:
    plain = _NOT_IN_NAMES.sub("", one.citation.rpartition("》")[2]).strip()
    return f"表{number} {plain}"[:_NAME].strip()
