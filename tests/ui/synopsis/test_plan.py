from __future__ import annotations

from policyviewer.ui.synopsis.plan import Layout, SynopsisPlan, kind_name


def test_all_provisions_have_a_row_and_changes_are_the_steps(make):
    plan = SynopsisPlan(make(), Layout.BESIDE, only_changes=False)
    assert len(plan) == 9
    assert plan.changes == [1, 5, 8]


def test_a_row_has_a_cell_for_each_side_or_one_for_both(make):
    for layout, cells in ((Layout.BESIDE, 2), (Layout.JOINED, 1)):
        assert len(SynopsisPlan(make(), layout, only_changes=False).make(1).cells) == cells


def test_a_row_leads_to_its_place_in_either_text(make):
    made = make()
    row = SynopsisPlan(made, Layout.BESIDE, only_changes=False).make(6)
    texts = made.old.outline.text, made.new.outline.text
    assert [one.label for one in row.places] == ["第六条", "第五条"]
    assert [texts[one.side][one.start :][:3] for one in row.places] == ["第六条", "第五条"]


def test_what_has_not_changed_is_passed_over_in_a_line(make):
    plan = SynopsisPlan(make(), Layout.BESIDE, only_changes=True)
    told = [plan.make(number).remark for number in range(len(plan)) if plan.row(number) is None]
    assert told[1] == "第二条至第四条　未修改（共 3）"
    assert [plan.make(number).name for number in plan.changes] == ["修改", "删去", "新增"]


def test_of_what_is_carried_over_copies_are_no_steps(make):
    plan = SynopsisPlan(make(superior=True), Layout.BESIDE, only_changes=False)
    kinds = {kind_name(row) for number in plan.changes if (row := plan.row(number))}
    assert "照抄" not in kinds
    assert {"新增", "未承接"} <= kinds
