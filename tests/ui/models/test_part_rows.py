from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.part_rows import (
    counted,
    listed_name,
    second_line,
    spoken,
    state_word,
    told,
)

QUOTE = Quote("第三条　经费列入\n县级预算。", "", "")
TITLE = "青山县人民政府关于修好道路的意见"
CITED = f"《{TITLE}》（青政发〔2026〕3号）第三条"
TARGET = Target(DocumentId("a"), 1, "art_3", TextRange(5, 9), QUOTE, TITLE, CITED)
PIECE = CompiledPart(PartId(2), "", TARGET, "现行有效")
WHOLE = CompiledPart(PartId(3), "", replace(TARGET, provision="", quote=Quote("", "", "")), "")
HEADING = CompiledPart(PartId(1), "上级政策")


def present(part: CompiledPart, state: PartState, **more: object) -> PresentPart:
    return PresentPart(part, state, 2, standing=part.standing, citation=CITED, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "name", "second"),
    [
        (HEADING, "上级政策", ""),
        (PIECE, "关于修好道路的意见　第三条", "第三条经费列入县级预算。"),
        (WHOLE, "关于修好道路的意见", "整份文件"),
    ],
)
def test_a_row_says_what_it_is(part: CompiledPart, name: str, second: str):
    assert (listed_name(part), second_line(part)) == (name, second)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (PartState.SAME, ""),
        (PartState.MOVED, "已移动"),
        (PartState.CHANGED, "原文已改"),
        (PartState.DELETED, "原文已删"),
        (PartState.GONE, "文件已不在"),
    ],
)
def test_what_has_become_of_a_part_is_told(state: PartState, word: str):
    assert state_word(present(PIECE, state)) == word
    assert bool(told(present(PIECE, state))) is bool(word)


def test_another_standing_is_told_with_both():
    repealed = replace(present(PIECE, PartState.SAME), standing="已废止")
    assert state_word(repealed) == "效力有变"
    assert told(repealed) == "效力：收入时现行有效，现在已废止。"
    assert "没有写明" in told(replace(repealed, standing=""))


def test_a_row_is_said_aloud():
    assert spoken(HEADING, None) == "标题：上级政策"
    assert spoken(PIECE, present(PIECE, PartState.CHANGED)).endswith("原文已改")
    assert state_word(None) == ""


def test_headings_are_not_counted():
    changed = {PIECE.id: present(PIECE, PartState.CHANGED)}
    assert counted([HEADING, PIECE, WHOLE], {}) == "共 2 部分"
    assert counted([HEADING, PIECE, WHOLE], changed) == "共 2 部分，1 部分有变化"
