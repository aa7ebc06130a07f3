from __future__ import annotations

from policyviewer.domain.alignment import paired, tiles_of
from policyviewer.domain.descent import Descent
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　县人民政府负责全县道路的规划和建设，所需经费列入预算。
第三条　乡镇人民政府负责本乡镇道路的养护，可以组织村民参加。在桥梁上禁止摆摊设点、堆放物料。
第四条　损坏道路的，由县交通主管部门责令限期修复，并处二百元罚款。
第五条　损坏路灯的，由县交通主管部门责令限期修复，并处二百元罚款。
第六条　本条例自2026年1月1日起施行。
"""
THIRD = LAW.splitlines()[3]


def heir(words: str, revised: str) -> str | None:
    """Give the heir of the provision in which words stand."""
    old, new = tiles_of(parse(LAW)), tiles_of(parse(revised))
    start = LAW.index(words)
    at = next(n for n, tile in enumerate(old) if start < tile.provision.span.end)
    found = Descent(old, new, paired(old, new)).heir(at, TextRange(start, start + len(words)))
    return None if found is None else new[found].provision.id


def test_a_rule_that_another_provision_took_up_descends_to_it():
    second = LAW.splitlines()[2]
    longer = f"{second[:-1]}；乡镇人民政府负责本乡镇道路的日常养护，并可以组织村民参加。"
    revised = LAW.replace(THIRD, "第三条　县人民政府建立道路档案。").replace(second, longer)
    assert heir("组织村民", revised) == "art_2"


def test_two_sentences_may_descend_to_different_provisions():
    fourth = "第四条　在桥梁上禁止摆摊设点、堆放物料的具体办法另行规定。"
    revised = LAW.replace(THIRD, "第三条　乡镇人民政府负责本乡镇道路养护，可组织村民参加。")
    revised = revised.replace(LAW.splitlines()[4], fourth)
    assert heir("摆摊设点", revised) == "art_4"


def test_one_written_anew_in_its_place_is_the_heir():
    assert heir("组织村民", LAW.replace(THIRD, "第三条　鼓励捐资。")) == "art_3"


def test_another_rule_under_the_same_number_is_no_heir():
    """One article went and two came: the number tells nothing."""
    revised = LAW.replace(THIRD, "第三条　鼓励捐资。\n第四条　表彰先进。")
    revised = revised.replace("第五条　损坏路灯", "第六条　损坏路灯").replace(
        "第四条　损坏道路", "第五条　损坏道路"
    )
    assert heir("组织村民", revised) is None


def test_a_provision_nearly_the_same_that_was_there_before_is_no_heir():
    revised = LAW.replace(LAW.splitlines()[4] + "\n", "").replace("第五条", "第四条")
    assert heir("损坏道路", revised.replace("第六条", "第五条")) is None
