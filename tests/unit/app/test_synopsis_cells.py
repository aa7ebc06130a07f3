from __future__ import annotations

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.app.synopsis_cells import Cells, Mark, Paragraph
from policyviewer.domain.comparison import compare
from policyviewer.domain.structure import parse
from policyviewer.domain.superior import carried_over
from policyviewer.domain.synopsis import Row

ITEMS = """青山县道路条例
第一条　县交通主管部门负责下列事项：
（一）组织编制全县道路的发展规划；
（二）监督检查道路的养护质量。
第二条　道路两侧不得堆放建筑材料，确需堆放的应当经过批准。
乡镇人民政府应当每年公布养护经费的使用情况，接受群众监督。
"""
_SHOWN = {Mark.REMOVED: "[{}]", Mark.ADDED: "<{}>", Mark.NUMBER: "#{}", Mark.REMARK: "{}"}


def told(paragraphs: list[Paragraph]) -> list[str]:
    return ["".join(_SHOWN.get(one.mark, "{}").format(one.text) for one in p) for p in paragraphs]


def row_of(old: str, new: str, number: int) -> tuple[Cells, Row]:
    synopsis = compare(parse(old), parse(new))
    return Cells(synopsis), synopsis.rows[number]


def test_each_side_has_its_own_words_with_their_marks():
    cells, row = row_of(ITEMS, ITEMS.replace("养护质量", "养护进度"), 1)
    old, new = cells.sides(row)
    assert told(old)[0] == "#第一条　县交通主管部门负责下列事项："
    assert told(old)[2] == "（二）监督检查道路的养护[质量]。"
    assert told(new)[2] == "（二）监督检查道路的养护<进度>。"


def test_joined_words_stand_beside_those_that_they_replaced():
    cells, row = row_of(ITEMS, ITEMS.replace("养护质量", "养护进度"), 1)
    assert told(cells.joined(row))[2] == "（二）监督检查道路的养护[质量]<进度>。"


def test_a_paragraph_that_went_elsewhere_says_where():
    line = ITEMS.splitlines()[5]
    new = ITEMS.replace(line + "\n", "").replace("质量。\n", f"质量。\n{line}\n")
    cells, row = row_of(ITEMS, new, 2)
    assert told(cells.sides(row)[0])[1] == f"{line}［移至第一条第二款］"
    cells, row = row_of(ITEMS, new, 1)
    assert told(cells.sides(row)[1])[3] == f"{line}［由第二条第二款移来］"


def test_provisions_that_were_joined_keep_their_numbers():
    cells, row = row_of(law(*BODIES), law(BODIES[0] + BODIES[1], *BODIES[2:]), 1)
    old, new = cells.sides(row)
    assert told(old) == [f"#第一条　{BODIES[0]}", f"#第二条　{BODIES[1]}"]
    assert told(new) == [f"#第一条　{BODIES[0]}{BODIES[1]}"]


@pytest.mark.parametrize(
    ("new", "number", "remark"),
    [
        (law(*BODIES), 1, "未修改"),
        (law(*BODIES[1:]), 1, "删去"),
        (law(*BODIES[1:]), 2, "未修改；序号由第二条改为第一条"),
        (law(*BODIES, "鼓励社会捐资修路。"), 8, "新增"),
        (law(BODIES[0] + BODIES[1], *BODIES[2:]), 1, "第一条、第二条合并"),
        (law(*BODIES[2:5], BODIES[0], BODIES[1], *BODIES[5:]), 4, "移动（原第一条）"),
        (law(BODIES[0], BODIES[1].replace("列入预算", "由县保障"), *BODIES[2:]), 2, "修改"),
        (law(BODIES[0], *BODIES[1].split("。", 1), *BODIES[2:]), 2, "拆分为第二条、第三条"),
    ],
)
def test_what_became_of_a_provision_is_told_in_words(new: str, number: int, remark: str):
    cells, row = row_of(law(*BODIES), new, number)
    assert cells.remark(row).startswith(remark)


def test_the_paragraphs_that_changed_are_named_without_their_article():
    new = ITEMS.replace("养护质量。", "养护进度；\n（三）处理对损坏道路的投诉和举报。")
    cells, row = row_of(ITEMS, new, 1)
    assert cells.remark(row) == "修改第二项；增加第三项"


def test_what_a_local_document_took_over_is_told_in_a_word():
    text = parse(law(*BODIES))
    synopsis = carried_over(text, text)
    assert {Cells(synopsis).remark(row) for row in synopsis.rows} == {"照抄"}


def test_an_article_of_one_paragraph_that_was_rewritten_is_told_in_a_word():
    anew = "乡镇人民政府与村民委员会订立协议，由村民委员会组织养护，乡镇人民政府考核。"
    bodies = ("鼓励社会捐资修路。", *BODIES[:2], anew, *BODIES[3:])
    cells, row = row_of(law(*BODIES), law(*bodies), 4)
    assert len(row.parts) == 2
    assert cells.remark(row) == "修改；序号由第三条改为第四条"


def test_where_one_paragraph_is_left_the_former_one_is_named():
    first, second = ITEMS.splitlines()[4:6]
    new = ITEMS.replace(f"{first}\n{second}", f"第二条　{second.replace('每年', '每月')}")
    cells, row = row_of(ITEMS, new, 2)
    assert cells.remark(row) == "修改第二款；删去第一款"
