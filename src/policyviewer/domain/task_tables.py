"""Tables that are tables of tasks already: 工作任务, 责任单位, 完成时限."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policyviewer.domain.deadlines import Deadline, deadlines_of
from policyviewer.domain.duties import Duty, duty_of, is_list_of_bodies, says_who
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import LINE_END, Cell, Table
from policyviewer.domain.text import without_gaps

_HEAD_ROWS = 4
_HEAD = 12
"""Characters of the longest name of a column."""
_OFFICE = "(?:责任|负责)?(?:单位|部门|机构|主体|处室|科室|股室)"
_COLUMNS = (
    ("lead", regex(f"(?:总?牵头|主责|主办|第一责任).{{0,4}}{_OFFICE}")),
    ("support", regex(f"(?:配合|协办|协同|参与|参加|协助|支持).{{0,2}}{_OFFICE}")),
    (
        "duty",
        regex(f"(?:责任|负责|承办|落实|实施|指导|督办|完成|分工).{{0,2}}{_OFFICE}|责任分工"),
    ),
    ("time", regex("时限|(?<!开工)(?<!开始)(?<!启动)时间|期限|节点|进度安排|完成日期")),
    ("number", regex("序号|编号|项次")),
    ("task", regex("任务|举措|措施|事项|项目|内容|目标|要求|做法|工作|清单|指标")),
)
_LABELS = {"lead": "牵头单位", "support": "配合单位", "duty": "责任单位"}
_SAME = frozenset({"同上", "〃", "″", "“"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is a task; ``words`` are the cells that say what is to be done."""

    span: TextRange
    number: str
    words: tuple[str, ...]
    duty: Duty
    deadlines: tuple[Deadline, ...]


def rows_of_tasks(
    text: str, table: Table, written: str | None, *, first_leads: bool = False
) -> Iterator[Row]:
    """Give the rows of a table that are tasks; none where its head does not name bodies."""
    columns: dict[int, str] = {}
    above: dict[str, list[str]] = {}
    for place, row in enumerate(_rows(text, table)):
        named = _named(text, row)
        if place < _HEAD_ROWS and _is_head(named):
            columns = named
            continue
        values = _values(text, row, columns)
        if not values.get("task") or len({cell.span for cell in row.values()}) == 1:
            continue
        values |= {kind: above[kind] for kind in above if values.get(kind, [""])[0] in _SAME}
        above = {kind: values[kind] for kind in _LABELS if kind in values}
        duty = _duty(values, written, first_leads=first_leads)
        days = tuple(day for one in values.get("time", ()) for day in deadlines_of(one, written))
        if duty.lead or duty.support or days:
            span = TextRange(
                min(cell.span.start for cell in row.values()),
                max(cell.span.end for cell in row.values()),
            )
            number = "".join(values.get("number", ()))
            yield Row(span, number, tuple(values["task"]), duty, (*duty.deadlines, *days))


def _duty(values: Mapping[str, list[str]], written: str | None, *, first_leads: bool) -> Duty:
    """Give what the cells of a row say of bodies: in sentences, or as lists below a head."""
    duty = Duty()
    for kind, label in _LABELS.items():
        for words in values.get(kind, ()):
            flat = _parted(words).replace("\n", "；" if says_who(words) else "、")
            listed = not says_who(flat)
            said = f"{label}：{flat}" if listed else flat
            found = duty_of(said, written, first_leads=first_leads) or Duty()
            if listed and kind == "duty" and duty.lead:  # beside a column of those who lead
                found = Duty((), found.names, found.deadlines)
            duty = duty.joined(found)
    return duty


def _parted(words: str) -> str:
    """Give words with blanks that part names as the sign of a list: 县财政局 县水利局."""
    parts = words.split()
    return "、".join(parts) if all(map(is_list_of_bodies, parts)) else words


def _rows(text: str, table: Table) -> Iterator[dict[int, Cell]]:
    """Give the rows with the cell that each column shows, merged cells in each they cover."""
    cells = table.cells or tuple(_tabbed(text, table.span))
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                rows.setdefault(row, {})[column] = cell
    yield from (rows[number] for number in sorted(rows))


def _tabbed(text: str, span: TextRange) -> Iterator[Cell]:
    """Give the cells of a table of which only the words are known."""
    at = span.start
    for row, line in enumerate(span.of(text).split("\n")):
        for column, words in enumerate(line.split("\t")):
            yield Cell(TextRange(at, at + len(words)), row, column)
            at += len(words) + 1


def _named(text: str, row: Mapping[int, Cell]) -> dict[int, str]:
    """Give what each column holds, by the words of a row that may be the head."""
    found: dict[int, str] = {}
    for column, cell in row.items():
        words = without_gaps(cell.span.of(text).replace(LINE_END, "").strip())
        kinds = (kind for kind, form in _COLUMNS if len(words) <= _HEAD and form.search(words))
        kind = next(kinds, None)
        if kind is not None:
            found[column] = kind
    return found


def _is_head(named: Mapping[int, str]) -> bool:
    kinds = set(named.values())
    return "task" in kinds and not kinds.isdisjoint(_LABELS)


def _values(text: str, row: Mapping[int, Cell], columns: Mapping[int, str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    taken: set[TextRange] = set()
    for column, cell in sorted(row.items()):
        words = cell.span.of(text).replace(LINE_END, "\n").strip()
        if words and column in columns and cell.span not in taken:
            taken.add(cell.span)
            values.setdefault(columns[column], []).append(words)
    return values
