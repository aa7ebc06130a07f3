from __future__ import annotations

import pytest

from policyviewer.importers.docx.grid import members


def tc(words="", properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def span(columns):
    return f'<w:gridSpan w:val="{columns}"/>'


BEGINS = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


@pytest.fixture
def table(read):
    """Give the lines of a table and the places of its merged cells."""

    def of(*rows):
        extract = read(f"<w:tbl>{''.join(rows)}</w:tbl>")
        (found,) = extract.tables
        merged = {
            cell.span.of(extract.text): (cell.row, cell.column, cell.rows, cell.columns)
            for cell in found.cells
            if cell.rows * cell.columns > 1
        }
        return extract.text.split("\n"), merged

    return of


def test_cells_merged_downwards_and_to_the_right_stand_once(table):
    lines, merged = table(
        tr(tc("序"), tc("补助", span(2))),
        tr(tc("镇", BEGINS), tc("1"), tc("2")),
        tr(tc("", GOES_ON), tc("3"), tc("4")),
    )
    assert lines == ["序\t补助", "镇\t1\t2", "3\t4"]
    assert merged == {"补助": (0, 1, 1, 2), "镇": (1, 0, 2, 1)}


def test_a_cell_that_goes_on_from_nowhere_stands_by_itself(table):
    lines, merged = table(tr(tc("甲", GOES_ON), tc("乙")), tr(tc("丙", GOES_ON), tc("丁")))
    assert (lines[0], merged) == ("甲\t乙", {"甲": (0, 0, 2, 1)})
    lines, merged = table(tr(tc("甲"), tc("乙")), tr(tc("丙", GOES_ON), tc("丁")))
    assert (lines, merged) == (["甲\t乙", "丙\t丁"], {})


def test_a_merge_ends_where_another_begins(table):
    lines, merged = table(
        tr(tc("甲", BEGINS), tc("1")), tr(tc("乙", BEGINS), tc("2")), tr(tc("", GOES_ON), tc("3"))
    )
    assert (lines, merged) == (["甲\t1", "乙\t2", "3"], {"乙": (1, 0, 2, 1)})


def test_old_merges_to_the_right_are_known(table):
    lines, merged = table(
        tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙")),
        tr(tc("1"), tc("2"), tc("3")),
    )
    assert (lines, merged) == (["甲\t乙", "1\t2\t3"], {"甲": (0, 0, 1, 2)})


def test_columns_left_out_before_a_row_are_an_empty_cell(table):
    lines, merged = table(
        tr(tc("1"), tc("2"), tc("3")), tr(tc("乙"), properties='<w:gridBefore w:val="2"/>')
    )
    assert (lines, merged) == (["1\t2\t3", "\t乙"], {"": (1, 0, 1, 2)})


def test_spans_are_bounded(table):
    _lines, merged = table(tr(tc("甲", span(10**9)), tc("乙")))
    assert merged == {"甲": (0, 0, 1, 200)}


def test_rows_in_content_controls_are_read_and_deleted_ones_are_not(table):
    lines, _merged = table(
        f"<w:sdt><w:sdtContent>{tr(tc('甲'), tc('乙'))}</w:sdtContent></w:sdt>",
        tr(tc("丙"), tc("丁"), properties="<w:del/>"),
        tr(f"<w:sdt><w:sdtContent>{tc('戊')}</w:sdtContent></w:sdt>", tc("己")),
    )
    assert lines == ["甲\t乙", "戊\t己"]


def test_a_table_within_a_table_is_not_mixed_into_it(table):
    inner = f"<w:tc><w:tbl>{tr(tc('1'), tc('2'))}{tr(tc('3'), tc('4'))}</w:tbl><w:p/></w:tc>"
    lines, _merged = table(tr(tc("甲"), inner), tr(tc("乙"), tc("5")))
    assert lines == ["甲\t1　2\u20283　4", "乙\t5"]


def test_members_are_those_of_the_element_itself():
    from lxml import etree

    row = etree.fromstring("<tr><tc><tbl><tr><tc/></tr></tbl></tc><tc/><AlternateContent/></tr>")
    assert len([*members(row, "tc")]) == 2
