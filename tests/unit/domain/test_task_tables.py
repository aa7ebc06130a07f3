from __future__ import annotations

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.task_tables import Row, rows_of_tasks

HEAD = "序号\t工作任务\t责任单位\t完成时限\n"


def rows(text: str, **wanted: bool) -> list[Row]:
    table = Table(TextRange(0, len(text)), ())
    return list(rows_of_tasks(text, table, "2020-07-30", **wanted))


def test_a_table_with_tasks_and_bodies_is_a_task_table():
    text = HEAD + "1\t修路\t县交通局、县财政局\t2021年底前\n2\t架桥\t县水利局\t长期坚持"
    first, second = rows(text)
    assert (first.number, first.words, first.duty.lead) == (
        "1",
        ("修路",),
        ("县交通局", "县财政局"),
    )
    assert first.deadlines[0].day == "2021-12-31"
    assert second.span.of(text) == "2\t架桥\t县水利局\t长期坚持"


def test_lead_and_support_have_columns_of_their_own():
    (row,) = rows("任务\t牵头单位\t配合单位\n修路\t县交通局\t县财政局、县林业局")
    assert (row.duty.lead, row.duty.support) == (("县交通局",), ("县财政局", "县林业局"))


def test_who_is_responsible_beside_one_who_leads_supports():
    (row,) = rows("任务\t牵头单位\t责任单位\n修路\t县交通局\t县财政局 县林业局")
    assert (row.duty.lead, row.duty.support) == (("县交通局",), ("县财政局", "县林业局"))


def test_when_work_begins_is_no_deadline():
    (row,) = rows("任务\t责任单位\t开工时间\t竣工时间\n修路\t县交通局\t2021年3月\t2021年9月")
    assert [one.day for one in row.deadlines] == ["2021-09-30"]


def test_a_cell_may_say_itself_who_leads():
    (one,) = rows("任务\t责任单位\n修路\t县交通局（牵头）、县财政局")
    assert (one.duty.lead, one.duty.support) == (("县交通局",), ("县财政局",))
    (row,) = rows("任务\t责任单位\n修路\t县交通局牵头，县财政局配合")
    assert (row.duty.lead, row.duty.support) == (("县交通局",), ("县财政局",))


def test_the_first_leads_where_the_document_says_so():
    (row,) = rows("任务\t责任单位\n修路\t县交通局、县财政局", first_leads=True)
    assert (row.duty.lead, row.duty.support) == (("县交通局",), ("县财政局",))


def test_the_same_as_above_is_the_same():
    _first, second = rows("任务\t责任单位\n修路\t县交通局\n架桥\t同上")
    assert second.duty.lead == ("县交通局",)


def test_headings_between_rows_are_no_tasks():
    assert len(rows(HEAD + "一、基础设施\n1\t修路\t县交通局\t2021年")) == 1


def test_a_merged_cell_counts_for_all_its_rows():
    text = "任务\t责任单位\n修路\t县交通局\n架桥"
    spans = [TextRange(at, at + len(one)) for one in text.split() for at in [text.index(one)]]
    places = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]
    cells = [
        Cell(span, *place, rows=2 if place == (1, 1) else 1)
        for span, place in zip(spans, places, strict=True)
    ]
    found = rows_of_tasks(text, Table(TextRange(0, len(text)), tuple(cells)), None)
    assert [(one.words, one.duty.lead) for one in found] == [
        (("修路",), ("县交通局",)),
        (("架桥",), ("县交通局",)),
    ]


def test_other_tables_have_none():
    assert rows("指标\t数值\n覆盖率\t90%") == []
    assert rows("") == []
