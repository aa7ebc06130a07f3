# characters of every width are folded

from __future__ import annotations

import pickle

import pytest

from policyviewer.search import rows
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import facts

MAKER = rows.RowMaker(WordAnalyzer())


def test_a_provision_survives_its_row(make_provision) -> None:
    one = make_provision("各级人民*府")
    stored = pickle.loads(pickle.dumps(MAKER.row(one).record))
    assert rows.record(stored, facts(one)) == one


@pytest.mark.parametrize("stored", [None, (), ("a",), "text", {"a": 1}])
def test_what_is_no_provision_is_refused(make_provision, stored: object) -> None:
    with pytest.raises(ValueError, match="not a stored provision"):
        rows.record(stored, facts(make_provision("内容")))


def test_a_masked_text_has_two_keys(make_provision) -> None:
    assert rows.keys(make_provision("人民*府")) == ("人民*府", "人民政府")


def test_a_sound_text_has_one_key(make_provision) -> None:
    assert rows.keys(make_provision("人民政府")) == ("人民政府",)


def test_both_keys_are_stored(make_provision) -> None:
    row = MAKER.row(make_provision("人民*府"))
    assert row.keys == ("人民*府", "人民政府")


def test_grams_are_cut_from_headings_and_both_texts(make_provision) -> None:
    one = make_provision("甲Ｘ乙", restored="甲丙乙", title="标题", path=("上级",))
    row = MAKER.row(one)
    assert (row.above, row.keys) == ("标题 上级", ("甲x乙", "甲丙乙"))


def test_words_hold_title_and_headings(make_provision) -> None:
    row = MAKER.row(make_provision("内容", title="标题", path=("上级",)))
    assert {"标题", "上级", "内容"} <= set(row.words)


def test_facts_are_those_of_the_document(make_provision) -> None:
    told = MAKER.row(make_provision("内容")).facts
    assert (told.document, told.kind, told.year) == ("alpha", "意见", 2020)
