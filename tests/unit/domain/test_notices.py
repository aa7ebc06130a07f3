from __future__ import annotations

from policyviewer.domain.notices import Notice


def test_the_same_words_under_the_same_code_are_one_notice():
    assert len({Notice("images", "有图片。"), Notice("images", "有图片。")}) == 1
    assert Notice("images", "有图片。") != Notice("images", "有 2 幅图片。")
