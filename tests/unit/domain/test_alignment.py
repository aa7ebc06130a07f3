from __future__ import annotations

from collections import Counter

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.alignment import Tile, likeness, paired, tiles_of
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


def test_many_of_the_same_words_take_time_in_proportion():
    def sides(count: int) -> tuple[Tile, ...]:
        return tiles_of(parse("\n".join(f"第{n}条　（已删除）" for n in range(1, count))))

    assert_in_proportion(lambda tiles: paired(tiles, tiles), sides, 1600)


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


def near(revised: str) -> dict[str, str]:
    """Give ids of provisions of the law with those that only stand in their place."""
    old, new = tiles_of(parse(LAW)), tiles_of(parse(revised))
    found = paired(old, new).near
    return {old[one].provision.id: new[other].provision.id for one, other in found.items()}


REWRITTEN = "乡镇人民政府与村民委员会订立养护协议，由村民委员会按协议组织养护，乡镇人民政府考核。"


def test_one_written_anew_alone_between_the_same_neighbours_stands_in_its_place():
    revised = LAW.replace(LAW.splitlines()[3][4:], REWRITTEN)
    assert near(revised) == {"art_3": "art_3"}


def test_one_of_another_matter_does_not_stand_in_the_place_of_what_went():
    revised = LAW.replace(LAW.splitlines()[3][4:], "桥梁限重标志应当设在两端醒目处，夜间反光可见。")
    assert near(revised) == {}


def test_two_written_anew_beside_each_other_are_told_by_their_words_alone():
    revised = LAW.replace(LAW.splitlines()[3][4:], REWRITTEN)
    revised = revised.replace("第四条", "第三条之一　县里定期通报各乡镇养护情况。\n第四条")
    assert near(revised) == {}


FINE = "由县交通主管部门没收违法所得，并处违法所得一倍以上五倍以下的罚款"
"""What many fines have in common."""
DIGGING = f"未取得许可挖掘道路、占用道路或者在道路上堆放物品的，{FINE}"
AT_LENGTH = (
    f"{DIGGING}；逾期不恢复的，由养护单位代为恢复，费用由违法行为人承担，并记入信用档案，"
    "三年内不再受理其许可申请，向社会公布；涉及桥梁、隧道、涵洞的，应当先行检测，查明损坏情况，并由具备资质的单位出具报告，报省里核定后方可通车。"
)
FORGING = f"伪造、变造、转让、租借、买卖许可证件的，{FINE}。"


def test_one_put_out_at_length_in_its_place_goes_before_the_same_pattern_elsewhere():
    between = "第八条　本县其他道路参照执行本条例。\n"
    old = tiles_of(parse(f"{LAW}第七条　{DIGGING}。\n{between}"))
    new = tiles_of(parse(f"{LAW}第七条　{AT_LENGTH}\n{between}第九条　{FORGING}\n"))
    pairs = paired(old, new)
    found = {old[a].provision.id: new[b].provision.id for a, b in pairs.forward.items()}
    assert found["art_7"] == "art_7"
