from __future__ import annotations

import pytest
from tests.cost import assert_in_proportion

from policyviewer.domain.masks import mask_findings, restored
from policyviewer.domain.vocabulary import Words

WORDS = Words(
    {
        **dict.fromkeys(
            ("人民政府", "财政部门", "行政法规", "是不是", "第二章", "统一", "备注"), 3000
        ),
        "政": 100,
        "财": 50,
        "关于": 5000,
        "通知": 4000,
        "贵州省": 800,
        "带头的": 3000,
        "法规": 2000,
        "部门": 5000,
        "不": 9000,
        "是": 9000,
        "二": 900,
    },
    total=60_000_000,
)


def suggestions(text):
    return [one.suggestion for one in mask_findings(text, WORDS)]


@pytest.mark.parametrize("sign", ["*", "＊", "×", "□", "○", "\ufffd", "\ue123"])
def test_a_masked_word_is_suggested(sign):
    assert suggestions(f"贵州省人民{sign}府关于") == ["政"]


def test_without_a_lexicon_a_mask_is_told_and_not_read():
    assert [one.suggestion for one in mask_findings("人民*府关于", None)] == [None]


def test_a_masked_name_stays_masked():
    assert suggestions("微编:*勇") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "应纳税额=销售额×税率，二○○七年，麦角酸*\n",
        "尺寸3×5，长3*5",
        "是否公开：□是□不是",
        "是□ 否□",
        "（□是□不是）",
        "带*的为必填",
        "标“*”号的项目",
        "\n*注：本表",
        "单价＝总额*部门",
        "1.5×2",
    ],
)
def test_signs_of_their_own_are_no_masks(text):
    assert suggestions(text) == []


def test_two_signs_with_a_use_of_their_own_need_another_gap_that_says_the_same():
    elsewhere = "行×法规，人民×府，" + "天地玄黄宇宙洪荒" * 20
    assert suggestions("行××规") == []
    assert suggestions(elsewhere) == ["政", "政"]


def test_a_number_is_never_guessed():
    assert suggestions("第*章") == [None]


def test_a_long_run_of_signs_hides_no_word():
    assert suggestions("人民****************府") == []


def test_a_stretch_is_restored_in_place():
    text = "关于人民*府的通知"
    assert restored(text[2:], 2, mask_findings(text, WORDS)) == "人民政府的通知"


def test_many_different_gaps_take_no_more_than_their_number():
    def text(gaps: int) -> str:
        return "".join(f"{chr(0x4E00 + at)}人民*府，" for at in range(gaps))

    assert len(suggestions(text(2_000))) == 2_000
    assert_in_proportion(suggestions, text, 2_000)
