from __future__ import annotations

import pytest

from policyviewer.ui.presenters.result_exporting import file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("生态 旅游", "检索 生态 旅游"),
        ('"一字不差" a/b', "检索 一字不差 a b"),
        ("***", "检索结果"),
        ("很" * 50, f"检索 {'很' * 30}"),
    ],
)
def test_the_file_is_called_after_the_words(words: str, name: str):
    assert file_name(words) == name
