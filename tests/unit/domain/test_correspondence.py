from __future__ import annotations

from tests.unit.laws import BODIES, law

from policyviewer.domain.alignment import tiles_of
from policyviewer.domain.correspondence import groups_of
from policyviewer.domain.structure import parse


def groups(*bodies: str) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """Give what became of the articles of the law, counted from 1, the title left out."""
    old, new = (tiles_of(parse(text)) for text in (law(*BODIES), law(*bodies)))
    return [(one.old, one.new, one.moved) for one in groups_of(old, new)][1:]


def test_the_same_text_has_the_same_provisions():
    assert groups(*BODIES) == [((at,), (at,), False) for at in range(1, 8)]


def test_what_is_new_and_what_is_gone_stand_where_they_stand_in_their_texts():
    found = groups(*BODIES[:2], "鼓励社会捐资修路，捐资情况向社会公布。", *BODIES[3:])
    assert found[1:4] == [((2,), (2,), False), ((3,), (), False), ((), (3,), False)]


def test_one_that_stands_behind_others_now_was_moved_and_they_were_not():
    found = groups(BODIES[0], *BODIES[2:6], BODIES[1], BODIES[6])
    assert [one for one in found if one[2]] == [((2,), (6,), True)]


def test_one_cut_in_two_keeps_both_parts():
    halves = BODIES[1].split("。")
    found = groups(BODIES[0], f"{halves[0]}。", f"{halves[1]}。", *BODIES[2:])
    assert found[1] == ((2,), (2, 3), False)
    assert len(found) == 7


def test_two_that_were_joined_are_both_told():
    assert groups(BODIES[0], BODIES[1] + BODIES[2], *BODIES[3:])[1] == ((2, 3), (2,), False)


def test_two_are_joined_across_one_that_is_gone():
    found = groups(*BODIES[:2], BODIES[2] + BODIES[4], *BODIES[5:])
    assert ((3, 5), (3,), False) in found
    assert ((4,), (), False) in found


def test_the_same_number_alone_makes_no_counterpart():
    found = groups(*BODIES[:4], "道路名称由民政部门依照程序确定并公布。", *BODIES[5:])
    assert found[4:6] == [((5,), (), False), ((), (5,), False)]


def test_a_heading_of_the_same_articles_is_the_same_one():
    chapters = [
        law(*BODIES).replace("第三条", f"第一章　{name}\n第三条") for name in ("养护", "管理责任")
    ]
    old, new = (tiles_of(parse(text)) for text in chapters)
    assert all(one.old and one.new for one in groups_of(old, new))
