from __future__ import annotations

from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Compared, Side, beside_superior, compared
from policyviewer.app.synopsis_sheet import counted, is_change, sheet_of
from policyviewer.domain.structure import parse


def made(*, superior: bool = False) -> Compared:
    sides = [Side("青山县道路条例", parse(law(*bodies))) for bodies in (BODIES, BODIES[1:])]
    return (beside_superior if superior else compared)(*sides)


def test_a_sheet_has_a_row_for_each_provision_and_one_for_each_that_is_gone():
    sheet = sheet_of(made())
    assert sheet.title == "《青山县道路条例》新旧对照表"
    assert len(sheet.rows) == 8


def test_only_what_changed_may_be_asked_for():
    rows = sheet_of(made(), only_changes=True).rows
    assert [remark for *_cells, remark in rows] == ["删去"]


def test_the_counts_are_told_in_words():
    assert counted(made()) == "未修改 6 条，删去 1 条，序号变动 6 条。"
    assert counted(made(superior=True)) == "照抄 6 段，未承接 1 段。"


def test_headings_and_what_stands_around_are_no_articles():
    texts = (
        "某法\n（2018年1月1日通过）\n第一章　总则\n第一条　为了修路，制定本法。\n",
        "某法\n（2018年1月1日通过　2024年1月1日修正）\n第一章　总则\n第一条　为了修路，制定本法。\n"
        "第二章　附则\n第二条　本法自公布之日起施行。\n",
    )
    found = compared(*(Side("某法", parse(text)) for text in texts))
    assert counted(found) == "未修改 1 条，新增 1 条，章节标题等变化 2 处。"


def test_a_renumbered_provision_alone_is_no_change():
    assert [is_change(row) for row in made().synopsis.rows].count(True) == 1


def test_the_columns_name_the_two_texts_and_the_relation():
    heads = sheet_of(made(superior=True)).headings
    assert [head.partition("　")[0] for head in heads] == ["上级文件", "本级文件", "承接情况"]
