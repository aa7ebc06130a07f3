from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.structure import parse
from policyviewer.domain.superior import Settled, carried_over, paragraph_key, paragraphs_of
from policyviewer.domain.synopsis import Row, Synopsis

SUPERIOR = """省人民政府关于加强农村公路养护的意见
一、总体要求
坚持政府主导、分级负责，建立健全农村公路养护长效机制。
二、主要任务
（一）落实养护资金。各级财政要把养护资金列入预算，并随公路里程增长逐年增加。
（二）开展路况评定。每年至少组织一次路面技术状况评定，评定结果向社会公布。
（三）推进信息化管理。建设全省统一的农村公路管理平台。
"""
LOCAL = """青山县人民政府关于加强农村公路养护的实施意见
一、总体要求
坚持政府主导、分级负责，建立健全农村公路养护长效机制。
二、主要任务
（一）落实养护资金。县财政把养护资金列入预算，按每公里一万元安排，并随公路里程增长逐年增加。
（二）设置路长。县乡村三级分别设置路长，负责巡查。
（三）开展路况评定。县交通运输局每年至少组织一次路面技术状况评定，评定结果在县政府网站公布。
"""


def rows(*settled: Settled) -> list[tuple[str, str, str]]:
    """Give what became of each paragraph, with both beginnings after number and heading."""
    synopsis = carried_over(parse(SUPERIOR), parse(LOCAL), settled)
    return [_told(synopsis, row) for row in synopsis.rows]


def _told(synopsis: Synopsis, row: Row) -> tuple[str, str, str]:
    sides = ((synopsis.old.text, row.old), (synopsis.new.text, row.new))
    words = ["".join(text[one.body :][:4] for one in units) for text, units in sides]
    assert row.carried is not None
    return row.carried.value, words[0], words[1]


def key(text: str, beginning: str) -> str:
    outline = parse(text)
    tiles = paragraphs_of(outline)
    found = (tile.wording.letters for tile in tiles)
    return next(paragraph_key(letters) for letters in found if letters.startswith(beginning))


def test_paragraphs_are_copied_refined_added_or_missed():
    assert rows() == [
        ("copied", "坚持政府", "坚持政府"),
        ("refined", "落实养护", "落实养护"),
        ("added", "", "设置路长"),
        ("refined", "开展路况", "开展路况"),
        ("missed", "推进信息", ""),
    ]


def test_titles_and_headings_are_no_paragraphs_to_carry_out():
    beginnings = [tile.wording.letters[:4] for tile in paragraphs_of(parse(SUPERIOR))]
    assert beginnings == ["坚持政府", "落实养护", "开展路况", "推进信息"]


def test_the_same_document_is_copied_as_a_whole():
    synopsis = carried_over(parse(SUPERIOR), parse(SUPERIOR))
    assert {row.carried for row in synopsis.rows} == {"copied"}
    assert not any(row.revised for row in synopsis.rows)


def test_what_the_user_ties_goes_before_what_the_words_say():
    tied = Settled(key(LOCAL, "设置路长"), key(SUPERIOR, "推进信息"))
    found = rows(tied)
    assert ("refined", "推进信息", "设置路长") in found
    assert not any(told == "missed" for told, _old, _new in found)


def test_what_the_user_unties_is_new_and_leaves_its_origin_missed():
    found = rows(Settled(key(LOCAL, "落实养护"), None))
    assert ("added", "", "落实养护") in found
    assert ("missed", "落实养护", "") in found


def test_rows_tell_which_of_them_the_user_settled():
    settled = Settled(key(LOCAL, "落实养护"), None)
    synopsis = carried_over(parse(SUPERIOR), parse(LOCAL), [settled])
    assert [row.by_hand for row in synopsis.rows].count(True) == 1


def test_a_decision_about_words_that_are_gone_counts_no_more():
    assert rows(Settled("0" * 16, None), Settled(key(LOCAL, "设置路长"), "1" * 16)) == rows()


@pytest.mark.parametrize(("superior", "local"), [("", LOCAL), (SUPERIOR, ""), ("", "")])
def test_empty_documents_carry_nothing_over(superior: str, local: str):
    synopsis = carried_over(parse(superior), parse(local))
    assert {row.carried for row in synopsis.rows} <= {"added", "missed"}


def test_several_local_paragraphs_may_carry_out_one():
    line = LOCAL.splitlines()[4]
    twice = parse(LOCAL.replace(line, f"{line}\n{line.replace('一万元', '二万元')}"))
    origins = [row.old for row in carried_over(parse(SUPERIOR), twice).rows if row.new]
    assert origins[1] == origins[2] != ()


def test_a_row_holds_its_words_in_one_part():
    row = carried_over(parse(SUPERIOR), parse(LOCAL)).rows[1]
    assert [bool(part.pieces) for part in row.parts] == [True]
    assert replace(row.parts[0], pieces=()).new == row.new


def origin(superior: str, local: str) -> str:
    """Give the beginning of what a single local article comes from."""
    outlines = [parse(f"条例\n{text}") for text in (superior, local)]
    row = next(row for row in carried_over(*outlines).rows if row.new)
    return outlines[0].text[row.old[0].body :][:4] if row.old else ""


def test_words_that_every_document_has_lead_to_no_origin():
    superior = (
        "第一条 国家机关、社会团体、企业事业单位应当动员和组织本单位的适龄公民参加献血。\n"
        "第二条 血站对献血者必须免费进行健康检查。\n"
    )
    local = (
        "第一条 鼓励国家机关、社会团体、企业事业单位组建志愿队伍，在车站码头值守，"
        "照看走失老人，普及急救知识。\n"
    )
    assert origin(superior, local) == ""


def test_a_fine_comes_from_a_fine_and_not_from_the_duty():
    duty = "第一条 排污单位应当安装污染物监测设备，并保证监测设备正常运行。\n"
    fine = "第二条 未安装监测设备的，责令改正，处二万元以上十万元以下的罚款。\n"
    local = (
        "第一条 排污单位不保证污染物监测设备正常运行的，责令改正，处二万元以上五万元以下的罚款。\n"
    )
    assert origin(duty + fine, local) == "未安装监"
    assert origin(duty + fine, duty) == "排污单位"
