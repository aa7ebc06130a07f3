from __future__ import annotations

from policyviewer.search.lay_words import legal_words


def test_the_law_calls_it_otherwise() -> None:
    assert "房屋租赁" in legal_words("租房合同没到期")
    assert "用人单位" in legal_words("老板不发工资")


def test_each_word_is_given_once_and_none_that_was_said() -> None:
    found = legal_words("老板欠薪,单位不发劳动报酬")
    assert found.count("用人单位") == 1
    assert "劳动报酬" not in found


def test_other_words_stay_as_they_are() -> None:
    assert legal_words("财政预算") == []
