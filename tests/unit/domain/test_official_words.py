from __future__ import annotations

from policyviewer.domain.official_words import OFFICIAL


def test_words_are_chinese_and_none_stands_twice():
    words = OFFICIAL.split()
    assert len(words) == len(set(words)) > 700
    assert all(2 <= len(word) <= 20 for word in words)
    assert all("\u4e00" <= char <= "\u9fff" for word in words for char in word)
