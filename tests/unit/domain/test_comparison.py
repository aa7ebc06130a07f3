from __future__ import annotations

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.domain.comparison import compare
from policyviewer.domain.structure import parse
from policyviewer.domain.synopsis import Change, Reshaping, Synopsis, paragraph_parts

ITEMS = """青山县道路条例
第一条　县交通主管部门负责下列事项：
（一）组织编制全县道路的发展规划；
（二）监督检查道路的养护质量；
（三）处理损坏道路的投诉和举报。
第二条　道路两侧不得堆放建筑材料，确需堆放的应当经过批准。
乡镇人民政府应当每年公布养护经费的使用情况，接受群众监督。
第三条　本条例自2026年1月1日起施行。
"""


def compared(old: str, new: str) -> Synopsis:
    return compare(parse(old), parse(new))


def changes(comparison: Synopsis) -> list[str]:
    return [row.change.value for row in comparison.rows]


def test_a_text_compared_with_itself_has_no_changes():
    comparison = compared(ITEMS, ITEMS)
    assert set(comparison.counts()) == {Change.SAME}
    assert all(not part.pieces for row in comparison.rows for part in row.parts)
    assert comparison.share == 1


def test_an_article_put_in_renumbers_those_behind_and_changes_none():
    comparison = compared(
        law(*BODIES), law(BODIES[0], "鼓励捐资修路，捐资情况向社会公布。", *BODIES[1:])
    )
    assert comparison.counts() == {Change.SAME: 8, Change.INSERTED: 1}
    assert sum(row.renumbered for row in comparison.rows) == 6


def test_words_are_told_inside_the_paragraph_that_changed_and_nowhere_else():
    row = compared(ITEMS, ITEMS.replace("养护质量", "养护进度")).rows[1]
    assert [part.change for part in row.parts].count(Change.CHANGED) == 1
    assert [bool(part.pieces) for part in row.parts] == [False, False, True, False]


def test_an_item_with_another_number_is_the_same_item():
    new = ITEMS.replace("（三）", "（四）").replace(
        "（二）监督", "（二）公布每年的修路计划；\n（三）监督"
    )
    parts = compared(ITEMS, new).rows[1].parts
    assert [part.change.value for part in parts] == ["same", "same", "inserted", "same", "same"]
    assert [bool(part.pieces) for part in parts] == [False, False, False, True, True]


def test_a_paragraph_that_went_to_another_article_is_told_in_both():
    line = ITEMS.splitlines()[6]
    new = ITEMS.replace(line + "\n", "").replace("举报。\n", f"举报。\n{line}\n")
    rows = compared(ITEMS, new).rows
    came = next(part for part in rows[1].parts if part.change is Change.INSERTED)
    went = next(part for part in rows[2].parts if part.change is Change.DELETED)
    assert (came.elsewhere, went.elsewhere) == (went.old[0], came.new[0])
    kinds = [part.change for part in paragraph_parts(compared(ITEMS, new))]
    assert kinds.count(Change.MOVED) == 1
    assert Change.INSERTED not in kinds
    assert Change.DELETED not in kinds


def test_one_that_is_cut_is_told_so_and_its_words_are_the_same():
    halves = BODIES[1].split("。")
    row = compared(
        law(*BODIES), law(BODIES[0], f"{halves[0]}。", f"{halves[1]}。", *BODIES[2:])
    ).rows[2]
    assert (row.change, row.reshaping, len(row.new)) == (Change.CHANGED, Reshaping.SPLIT, 2)
    assert [part.pieces for part in row.parts] == [()]


def test_one_that_was_moved_and_revised_is_both():
    revised = BODIES[1].replace("列入预算", "由财政保障")
    comparison = compared(law(*BODIES), law(BODIES[0], *BODIES[2:6], revised, BODIES[6]))
    row = next(row for row in comparison.rows if row.change is Change.MOVED)
    assert row.revised
    assert any(part.pieces for part in row.parts)


@pytest.mark.parametrize(("old", "new", "told"), [("", ITEMS, "inserted"), (ITEMS, "", "deleted")])
def test_against_an_empty_text_everything_is_new_or_gone(old: str, new: str, told: str):
    comparison = compared(old, new)
    assert set(changes(comparison)) == {told}
    assert comparison.share == 0


def test_two_empty_texts_have_no_rows():
    assert compared("", "").rows == ()


def test_a_text_of_another_kind_shares_nothing():
    other = "青山县人民政府关于表彰先进的通报\n一、先进集体\n县图书馆。\n二、先进个人\n张三。\n"
    assert compared(ITEMS, other).share < 0.2
