from __future__ import annotations

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.breakdown import Task
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table
from policyviewer.domain.task_reading import tasks_of
from policyviewer.domain.vocabulary import Words

HEAD = "青山县人民政府关于加快发展的意见\n（2020年7月30日）\n各乡镇人民政府：\n现提出如下意见。\n"
OPINION = f"""{HEAD}一、主要任务
（一）修好道路。硬化全县道路，2021年底前完成。（县交通局、县财政局负责。列第一位者为牵头单位，下同）
（二）架好桥梁。维修全县桥梁。（县水利局、县交通局负责）
（三）建立台账。由县发改局会同县审计局建立台账。各乡镇要于8月底前报送情况。
"""


def tasks(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.name, "、".join(one.lead), "、".join(one.support), one.deadline)
        for one in tasks_of(parse(text))
    ]


def test_tasks_are_read_with_bodies_and_deadlines():
    assert tasks(OPINION) == [
        ("修好道路", "县交通局", "县财政局", "2021年底前"),
        ("架好桥梁", "县水利局", "县交通局", ""),
        ("建立台账", "县发改局", "县审计局", ""),
        ("建立台账", "各乡镇", "", "8月底前"),
    ]


def test_a_task_knows_its_place_and_its_words():
    outline = parse(OPINION)
    first = tasks_of(outline)[0]
    assert first.provision == "main/l1_1/l2_1"
    assert first.span.of(outline.text).startswith("（一）修好道路")
    assert first.text == "修好道路。硬化全县道路，2021年底前完成。"
    assert first.path == ("一、主要任务",)
    assert first.mark is not None


def test_the_number_of_a_paragraph_is_no_part_of_a_name():
    text = (
        f"{HEAD}一、要求\n（一）各乡镇要在9月15日前上报方案。\n1.县教育局2020年8月底前完成改造。\n"
        "（二）请县财政局会同县审计局提出意见。\n"
    )
    assert [(one[1], one[2]) for one in tasks(text)] == [
        ("各乡镇", ""),
        ("县教育局", ""),
        ("县财政局", "县审计局"),
    ]


def test_labels_below_a_paragraph_belong_to_it():
    text = (
        f"{HEAD}1.修路。全部硬化。\n牵头单位：县交通局\n责任单位：县财政局\n完成时限：2021年6月\n"
    )
    assert tasks(text) == [("修路", "县交通局", "县财政局", "2021年6月")]


def test_a_bracket_after_a_heading_is_meant_for_all_below():
    text = f"{HEAD}一、修路（县交通局负责）\n1.硬化路面。\n2.年底前拓宽路基。\n二、其他\n"
    (task,) = tasks_of(parse(text))
    assert task.name == "修路"
    assert task.text == "修路\n1.硬化路面。\n2.年底前拓宽路基。"
    assert task.due("2020-08-01") == "2020-12-31"


def test_several_tasks_in_one_provision_are_parted():
    text = f"{HEAD}一、修路。硬化路面。（县交通局负责）架好桥梁。（县水利局负责）\n"
    assert [one.text for one in tasks_of(parse(text))] == ["修路。硬化路面。", "架好桥梁。"]


def test_outside_of_provisions_a_task_is_its_paragraph():
    text = f"{HEAD}硬化路面。（县交通局负责）\n其他工作照常。\n"
    assert [one.text for one in tasks_of(parse(text))] == ["硬化路面。"]


def test_a_note_of_its_own_makes_the_first_lead_everywhere():
    text = f"{HEAD}一、修路。（县交通局、县财政局）\n注：排在第一位的部门为牵头部门。\n"
    assert tasks(text) == [("修路", "县交通局", "县财政局", "")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "青山县道路条例\n第一条　本县道路由县交通局负责管理。\n第二条　每年年底前检查。\n",
        "青山县政府工作报告\n各位代表：\n一、今年工作。由县交通局牵头修路，年底前完成。\n",
        f"{HEAD}一、总体要求。坚持绿色发展。\n",
        "\ufffd\x00（（（负责",
    ],
)
def test_texts_without_tasks_have_none(text: str):
    assert tasks(text) == []


def test_masked_names_are_read_as_restored():
    text = f"{HEAD}一、修路。硬化路面。（县人民*府负责）\n"
    words = Words({"人民政府": 3000, "负责": 500, "硬化": 50}, total=60_000_000)
    (task,) = tasks_of(parse(text, words))
    assert task.lead == ("县人民政府",)
    assert tasks(text)[0][1] == "县人民*府"


def test_rows_of_a_table_are_tasks():
    text = "任务清单\n任务\t责任单位\n修路\t县交通局"
    table = Table(TextRange(5, len(text)), ())
    found: list[Task] = list(tasks_of(parse(text, tables=[table])))
    assert [(one.name, one.lead) for one in found] == [("修路", ("县交通局",))]


@pytest.mark.parametrize(
    "words",
    [
        "（",
        "（县教育局负责）",
        "责任单位：和",
        "由县教育局",
        "每年",
        "牵头，",
        "一、修路。（县教育局）\n",
    ],
)
def test_a_monotonous_text_takes_time_in_proportion(words: str):
    assert_in_proportion(tasks_of, lambda times: parse(f"{HEAD}一、修路。" + words * times), 4_000)
