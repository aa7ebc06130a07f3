from __future__ import annotations

from policyviewer.domain.masks import mask_findings, restored


def suggestions(text):
    return [one.suggestion for one in mask_findings(text, None)]


def test_a_masked_word_is_suggested():
    assert suggestions("贵州省人民*府关于") == ["政"]


def test_a_masked_name_stays_masked():
    assert suggestions("微编:*勇") == [None]


def test_signs_of_their_own_are_no_masks():
    assert suggestions("应纳税额=销售额×税率，二○○七年，麦角酸*\n") == []


def test_a_long_run_of_signs_hides_no_word():
    assert suggestions("人民****************府") == []


def test_a_stretch_is_restored_in_place():
    text = "关于人民*府的通知"
    assert restored(text[2:], 2, mask_findings(text, None)) == "人民政府的通知"
