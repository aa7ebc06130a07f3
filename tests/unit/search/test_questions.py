from __future__ import annotations

import pytest

from policyviewer.search.questions import asks, content


@pytest.mark.parametrize(
    "text", ["酒驾怎么判", "可以吗", "如何申请", "什么是粮食", "要交多少税", "行？", "行? "]
)
def test_questions_have_their_words(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["", "粮食安全", "人民?府", "实施办法"])
def test_other_texts_have_not(text: str) -> None:
    assert not asks(text)


def test_words_that_say_nothing_leave_blanks() -> None:
    assert content("宅基地可以怎么转让给别人吗").split() == ["宅基地", "转让给别人"]
