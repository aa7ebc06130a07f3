from __future__ import annotations

import pytest

from policyviewer.domain.formulas import Manner, formulaic, manner_of


def told(letters: str) -> str:
    """Give the letters that belong to words of every document."""
    pairs = zip(letters, formulaic(letters), strict=True)
    return "".join(letter for letter, formula in pairs if formula)


def test_bodies_duties_and_references_are_told_from_the_matter():
    assert told("县级以上人民政府水行政主管部门应当按照规定组织水土流失调查") == (
        "县级以上人民政府行政主管部门应当按照规定组织"
    )


def test_the_longest_words_count():
    assert told("直接负责的主管人员") == "直接负责的主管人员"


def test_a_text_without_such_words_has_none():
    assert told("水土流失") == ""
    assert told("") == ""


@pytest.mark.parametrize(
    ("letters", "manner"),
    [
        ("为了预防和治理水土流失,制定本法。", Manner.PURPOSE),
        ("为维护献血者权益,根据有关法律,制定本办法。", Manner.PURPOSE),
        ("本条例由省人民政府制定。", Manner.RULE),
        ("逾期不缴纳的,可以处三倍以下的罚款。", Manner.SANCTION),
        ("构成犯罪的,依法追究刑事责任。", Manner.SANCTION),
        ("每年九月十日为教师节。", Manner.RULE),
    ],
)
def test_purposes_and_threats_are_told_from_other_paragraphs(letters: str, manner: Manner):
    assert manner_of(letters) is manner
