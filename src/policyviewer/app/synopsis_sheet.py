"""A comparison as it is written down: title, columns, rows with their words and remarks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from policyviewer.app.comparing import Compared
from policyviewer.app.synopsis_cells import CARRIED_NAMES, CHANGE_NAMES, Cells, Paragraph
from policyviewer.domain.correspondence import DIVISIONS
from policyviewer.domain.synopsis import Change, Row
from policyviewer.domain.text import in_marks

_OF_EDITIONS = ("原条文", "新条文", "修改情况"), "新旧对照表"
_OF_LEVELS = ("上级文件", "本级文件", "承接情况"), "上下位对照表"
LEGEND = "删除线为删去的文字，加粗并加下划线为新增的文字。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison as it is written: what stands above the table, and its rows."""

    title: str
    names: tuple[str, str]
    columns: tuple[str, str, str]
    remarks: tuple[str, ...]
    """Lines between the title and the table."""
    rows: tuple[tuple[Row, list[Paragraph], list[Paragraph], str], ...]
    """A row with the paragraphs of either side, and what became of it."""

    @property
    def headings(self) -> tuple[str, str, str]:
        """Give the heads of the columns, with the names of the two texts."""
        (old, new), (first, second, third) = self.names, self.columns
        return f"{first}　{old}", f"{second}　{new}", third


def sheet_of(made: Compared, *, only_changes: bool = False) -> Sheet:
    """Give a comparison as it is written."""
    cells = Cells(made.synopsis)
    rows = [row for row in made.synopsis.rows if not only_changes or is_change(row)]
    title = made.new.title or made.old.title
    sides = (
        ("上级文件", "本级文件", "承接情况") if made.superior else ("原条文", "新条文", "修改情况")
    )
    kind = "上下位对照表" if made.superior else "新旧对照表"
    return Sheet(
        f"{in_marks(title)}{kind}",
        made.names,
        sides,
        tuple(filter(None, (made.verdict, counted(made)))),
        tuple((row, *cells.sides(row), cells.remark(row)) for row in rows),
    )


def is_change(row: Row) -> bool:
    """Say whether a row is more than the same words under another number."""
    return row.change is not Change.SAME or row.carried is not None


def _is_clause(row: Row) -> bool:
    """Say whether a row is a provision: no heading of a chapter, and not what stands around."""
    units = (*row.old, *row.new)
    return any(unit.cls is not None and unit.cls not in DIVISIONS for unit in units)


def counted(made: Compared) -> str:
    """Give in words how many provisions, or paragraphs, have which change."""
    if made.superior:
        carried = [row.carried for row in made.synopsis.rows]
        of_kind = [(name, carried.count(kind)) for kind, name in CARRIED_NAMES.items()]
        told = [f"{name} {count} 段" for name, count in of_kind if count]
    else:
        rows = made.synopsis.rows
        clauses = [row for row in rows if _is_clause(row)] or list(rows)
        counts = Counter(row.change for row in clauses)
        named = [(name, counts[kind]) for kind, name in CHANGE_NAMES.items()]
        told = [f"{name} {count} 条" for name, count in named if count]
        renumbered = sum(row.renumbered for row in clauses)
        told += [f"序号变动 {renumbered} 条"] if renumbered else []
        beside = sum(map(is_change, rows)) - sum(map(is_change, clauses))
        told += [f"章节标题等变化 {beside} 处"] if beside else []
    return "，".join(told) + "。" if told else ""
