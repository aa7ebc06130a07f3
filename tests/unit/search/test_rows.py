from __future__ import annotations

import pickle

import pytest

from policyviewer.search import rows
from policyviewer.search.analyzer import WordAnalyzer


def test_a_provision_survives_its_row(make_provision) -> None:
    one = make_provision("各级人民*府")
    stored = pickle.loads(pickle.dumps(rows.row(one, WordAnalyzer())["record"]))
    assert rows.record(stored) == one


@pytest.mark.parametrize("stored", [None, (), ("a",), "text", {"a": 1}])
def test_what_is_no_provision_is_refused(stored: object) -> None:
    with pytest.raises(ValueError, match="not a stored provision"):
        rows.record(stored)


def test_a_masked_text_has_two_keys(make_provision) -> None:
    assert rows.keys(make_provision("人民*府")) == ("人民*府", "人民政府")


def test_a_sound_text_has_one_key(make_provision) -> None:
    assert rows.keys(make_provision("人民政府")) == ("人民政府",)


def test_both_keys_are_stored(make_provision) -> None:
    row = rows.row(make_provision("人民*府"), WordAnalyzer())
    assert row["key"].decode() == f"人民*府{rows.SEPARATOR}人民政府"


def test_grams_hold_what_either_text_has(make_provision) -> None:
    row = rows.row(make_provision("甲X乙", restored="甲丙乙"), WordAnalyzer())
    assert {"甲x", "x乙", "甲丙", "丙乙"} <= set(row["grams"])


def test_grams_of_a_sound_text_are_counted_once(make_provision) -> None:
    row = rows.row(make_provision("粮食", title="", path=()), WordAnalyzer())
    assert sorted(row["grams"]) == ["粮", "粮食", "食"]


def test_title_and_headings_are_indexed_with_the_text(make_provision) -> None:
    row = rows.row(make_provision("内容", title="标题", path=("上级",)), WordAnalyzer())
    assert {"标题", "上级", "内容"} <= set(row["grams"])
    assert {"标题", "上级", "内容"} <= set(row["words"])
