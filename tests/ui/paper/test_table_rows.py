from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_probe import Paper

from policyviewer.domain.documents import Outline
from policyviewer.ui.paper.measures import HEIGHT
from policyviewer.ui.paper.paragraphs import Paragraph, PrintedTable, Style, TableCell, plain
from policyviewer.ui.paper.table_rows import PlacedCell, TableRows
from policyviewer.ui.paper.typesetter import Typesetter

Printed = Callable[..., Paper]
SMALL = Style(size=12, indent=0)
WIDTH = 600.0


def words(lines: int) -> Paragraph:
    return plain("\u2028".join("甲" for _ in range(lines)), SMALL)


def table(cells: list[TableCell], rows: int, head_rows: int = 0) -> PrintedTable:
    return PrintedTable((WIDTH, WIDTH), 12, rows, tuple(cells), head_rows)


def taken(made: PrintedTable, typesetter: Typesetter, room: float) -> list[list[PlacedCell]]:
    rows = TableRows(made, typesetter)
    pages = []
    while not rows.done:
        pages.append(rows.take(0, room))
    return pages


def lines_of(pages: list[list[PlacedCell]], cell: TableCell) -> list[tuple[int, int]]:
    placed = [one for page in pages for one in page if one.cell is cell and not one.repeated]
    return [(one.first, one.last) for one in placed if one.last > one.first]


def test_rows_that_name_the_columns_are_repeated(typesetter: Typesetter):
    cells = [TableCell(words(1), row, column) for row in range(30) for column in range(2)]
    pages = taken(table(cells, 30, head_rows=1), typesetter, 1000)
    assert len(pages) > 1
    assert [sum(one.repeated for one in page) for page in pages] == [0, *[2] * (len(pages) - 1)]


def test_a_row_higher_than_the_page_goes_on_with_its_lines(typesetter: Typesetter):
    high, low = TableCell(words(60), 0, 0), TableCell(words(1), 0, 1)
    pages = taken(table([high, low], 1), typesetter, 1200)
    parts = lines_of(pages, high)
    assert len(parts) > 2
    assert [first for first, _last in parts[1:]] == [last for _first, last in parts[:-1]]
    assert (parts[0][0], parts[-1][1]) == (0, 60)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 12), min_size=1, max_size=12), st.integers(1, 80), st.data())
def test_every_line_of_every_cell_is_printed_once_and_inside_it(
    typesetter: Typesetter, lines: list[int], tall: int, data: st.DataObject
):
    room = data.draw(st.sampled_from([700.0, 1500.0, HEIGHT]))
    span = TableCell(words(tall), 0, 0, rows=len(lines))
    cells = [span, *(TableCell(words(count), row, 1) for row, count in enumerate(lines))]
    cells.sort(key=lambda one: (one.row, one.column))
    pages = taken(table(cells, len(lines)), typesetter, room)
    for cell in cells:
        printed = Counter(line for part in lines_of(pages, cell) for line in range(*part))
        count = len(typesetter.lines(cell.paragraph, 500))
        assert printed == Counter(range(count))
    for one in (cell for page in pages for cell in page):
        assert (one.last - one.first - 1) * 1.45 * 48 + 48 <= one.height + 1


def test_tables_come_back_word_for_word(printed: Printed, outline_of: Callable[[str], Outline]):
    rows = [f"{number}\t第{number}号项目\t青山县交通运输局" for number in range(1, 120)]
    head = "序号\t项目名称\t责任单位"
    text = "\n".join(("项目清单", head, *rows, "以上共计。"))
    paper = printed(outline_of(text))
    repeated = "".join(head.split())
    whole = paper.text.replace(repeated, "", len(paper.pages) - 1)
    expected = "".join(text.split()).replace(repeated, "", 0) + "来源：测试"
    assert sorted(whole) == sorted(expected)
    assert paper.text.count(repeated) == len(paper.pages)
