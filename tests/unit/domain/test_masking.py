from __future__ import annotations

from policyviewer.domain.masking import Masking


def masking(text, reading):
    gaps = [at for at, char in enumerate(text) if char == "?"]
    return Masking(text, text.count, {at: {reading: 1.0} for at in gaps})


FEW = "甲?乙丙?丁戊?己庚?辛" + "天地玄黄宇宙洪荒" * 20


def test_nothing_is_told_before_anything_is_read():
    assert Masking("甲?乙", "甲?乙".count, {}).of("政", 1) == 1.0


def test_a_character_masked_elsewhere_is_likelier():
    found = masking(FEW, "政")
    assert found.of("政", 1) > 5
    assert found.of("政", 1) > 5 * found.of("民", 1)


def test_a_character_that_is_printed_all_the_time_is_unlikelier():
    found = masking(FEW, "政")
    assert found.of("天", 1) < found.of("民", 1)


def test_gaps_with_the_same_neighbours_do_not_support_each_other():
    text = "甲?乙" * 4 + "天地玄黄宇宙洪荒" * 20
    assert masking(text, "政").of("政", 1) <= 1.0


def test_where_any_character_is_masked_the_other_gaps_tell_nothing():
    text = "".join(f"{char}?" + "天地玄黄" * 9 for char in "甲乙丙丁戊己庚辛")
    gaps = [at for at, char in enumerate(text) if char == "?"]
    shares = {at: {char: 1.0} for at, char in zip(gaps, "人民政府财军党法", strict=True)}
    assert Masking(text, text.count, shares).of("民", gaps[0]) == 1.0


def test_a_character_that_was_never_seen_is_the_measure_of_all_others():
    found = masking(FEW, "政")
    assert found.of("天", 1) < found.other < found.of("政", 1)
