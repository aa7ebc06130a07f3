from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.notices import Notice
from policyviewer.importers.writing import TableCell, TextWriter, flat


def written(*rows):
    writer = TextWriter()
    writer.paragraph("标准如下：")
    writer.table(rows)
    writer.paragraph("完。")
    return writer.extract()


def places(extract):
    (table,) = extract.tables
    return [
        (cell.span.of(extract.text), cell.row, cell.column, cell.rows, cell.columns)
        for cell in table.cells
    ]


def test_a_table_stands_between_its_neighbours():
    extract = written([TableCell("项目"), TableCell("金额")], [TableCell("修路"), TableCell("3")])
    assert extract.text == "标准如下：\n项目\t金额\n修路\t3\n完。"
    assert extract.tables[0].span.of(extract.text) == "项目\t金额\n修路\t3"
    assert places(extract) == [
        ("项目", 0, 0, 1, 1),
        ("金额", 0, 1, 1, 1),
        ("修路", 1, 0, 1, 1),
        ("3", 1, 1, 1, 1),
    ]


def test_merged_cells_stand_once_and_the_others_keep_their_columns():
    extract = written(
        [TableCell("镇", rows=2), TableCell("补助", columns=2)],
        [TableCell("甲"), TableCell("乙")],
        [TableCell("丙"), TableCell("1"), TableCell("2")],
    )
    assert extract.text.split("\n")[1:4] == ["镇\t补助", "甲\t乙", "丙\t1\t2"]
    assert places(extract)[:4] == [
        ("镇", 0, 0, 2, 1),
        ("补助", 0, 1, 1, 2),
        ("甲", 1, 1, 1, 1),
        ("乙", 1, 2, 1, 1),
    ]
    assert places(extract)[4] == ("丙", 2, 0, 1, 1)


def test_a_row_that_is_all_covered_is_an_empty_line():
    extract = written(
        [TableCell("甲", rows=2), TableCell("乙", rows=2)], [], [TableCell("丙"), TableCell("丁")]
    )
    assert extract.text == "标准如下：\n甲\t乙\n\n丙\t丁\n完。"
    assert [place[1:3] for place in places(extract)] == [(0, 0), (0, 1), (2, 0), (2, 1)]


def test_a_cell_is_one_line_whatever_it_holds():
    extract = written([TableCell("一\n二\t三\r\n\x00四\n"), TableCell("五")])
    assert extract.text.split("\n")[1] == "一\u2028二 三\u2028四\t五"


def test_spans_end_with_the_table():
    extract = written([TableCell("甲", rows=10**9, columns=10**9), TableCell("乙")])
    assert places(extract)[0][3:] == (1, 200)


def test_a_table_without_words_is_left_out():
    assert written([TableCell("　"), TableCell("")], [TableCell("\n")]).text == "标准如下：\n完。"


def test_a_table_within_a_cell_is_flattened():
    inner = flat([[TableCell("甲"), TableCell("乙")], [TableCell("丙\t丁")]])
    assert written([TableCell(inner), TableCell("戊")]).text.split("\n")[1] == (
        "甲　乙\u2028丙 丁\t戊"
    )


def test_what_no_text_can_hold_goes():
    writer = TextWriter()
    writer.paragraph("甲\x07\ud800乙\u2028丙\u0085丁")
    assert writer.extract().text == "甲乙\n丙\n丁"


def test_notices_and_markings_are_told_once():
    writer = TextWriter()
    for _ in range(2):
        writer.notice("images", "有一幅图片。")
    extract = writer.extract(["机密★1年", " 机密★1年\n", ""])
    assert extract.notices == (Notice("images", "有一幅图片。"),)
    assert extract.markings == ("机密★1年",)


CELLS = st.builds(
    TableCell,
    st.text(max_size=8),
    rows=st.integers(min_value=-1, max_value=4),
    columns=st.integers(min_value=-1, max_value=4),
)


@given(
    st.lists(st.text(max_size=9) | st.lists(st.lists(CELLS, max_size=4), max_size=4), max_size=6)
)
def test_every_cell_lies_in_its_table_and_every_table_is_whole_lines(parts):
    writer = TextWriter()
    for part in parts:
        if isinstance(part, str):
            writer.paragraph(part)
        else:
            writer.table(part)
    extract = writer.extract()
    for table in extract.tables:
        around = f"\n{extract.text}\n"
        assert (around[table.span.start], around[table.span.end + 1]) == ("\n", "\n")
        lines = table.span.of(extract.text).split("\n")
        for row, line in enumerate(lines):
            inside = [cell.span.of(extract.text) for cell in table.cells if cell.row == row]
            assert "\t".join(inside) == line
        taken = [
            (cell.row + down, cell.column + right)
            for cell in table.cells
            for down in range(cell.rows)
            for right in range(cell.columns)
        ]
        assert max(row for row, _column in taken) < len(lines)
