from __future__ import annotations

from collections import Counter

import pytest

from policyviewer.domain.alignment import likeness, paired, tiles_of
from policyviewer.domain.structure import parse

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　县人民政府负责全县道路的规划和建设，所需经费列入预算。
第三条　乡镇人民政府负责本乡镇道路的养护工作，可以组织村民参加。
第四条　损坏道路的，由县交通主管部门责令修复，并处二百元罚款。
第五条　损坏路灯的，由县交通主管部门责令修复，并处二百元罚款。
第六条　本条例自2026年1月1日起施行。
"""


def counterparts(revised: str) -> dict[str, str]:
    """Give ids of the law with those of their counterparts."""
    old, new = tiles_of(parse(LAW)), tiles_of(parse(revised))
    forward = paired(old, new).forward
    return {old[one].provision.id: new[other].provision.id for one, other in forward.items()}


def test_the_same_text_is_its_own_counterpart():
    assert all(one == other for one, other in counterparts(LAW).items())


def test_numbers_do_not_count():
    revised = (
        LAW.replace("第六条", "第七条").replace("第五条", "第六条").replace("第四条", "第五条")
    )
    revised = revised.replace(
        "第五条　损坏道路", "第四条　县财政每年安排养护经费。\n第五条　损坏道路"
    )
    found = counterparts(revised)
    assert (found["art_4"], found["art_5"], found["art_6"]) == ("art_5", "art_6", "art_7")


def test_of_two_that_are_nearly_the_same_the_one_that_went_has_no_counterpart():
    line = LAW.splitlines()[4]
    revised = LAW.replace(line + "\n", "").replace("第五条", "第四条").replace("第六条", "第五条")
    found = counterparts(revised)
    assert "art_4" not in found
    assert found["art_5"] == "art_4"


def test_of_two_that_are_nearly_the_same_each_finds_its_own_when_both_are_revised():
    found = counterparts(LAW.replace("二百元", "五百元"))
    assert (found["art_4"], found["art_5"]) == ("art_4", "art_5")


def test_one_written_anew_under_its_number_is_no_counterpart():
    revised = LAW.replace("乡镇人民政府负责本乡镇道路的养护工作，可以组织村民参加", "鼓励捐资")
    assert "art_3" not in counterparts(revised)


def test_provisions_of_the_same_words_keep_their_order():
    twice = "".join(f"第{number}条　（略）\n" for number in "一二三四")
    old = tiles_of(parse(f"条例\n{twice}"))
    pairs = paired(old, old)
    assert dict(pairs.forward) == {at: at for at in range(len(old))}


def test_back_is_forward_the_other_way():
    old, new = tiles_of(parse(LAW)), tiles_of(parse(LAW.replace("二百元", "五百元")))
    pairs = paired(old, new)
    assert {other: one for one, other in pairs.forward.items()} == dict(pairs.back)


@pytest.mark.parametrize(("one", "other", "share"), [("ab", "ab", 1), ("ab", "c", 0), ("", "", 0)])
def test_likeness_is_a_share(one: str, other: str, share: int):
    assert likeness(Counter(one), Counter(other)) == share
