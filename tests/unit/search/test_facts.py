from __future__ import annotations

import pytest

from policyviewer.search.facts import FactsWriter, facts, table, year_of


def test_facts_are_those_of_a_provision(make_provision) -> None:
    told = facts(make_provision("甲", document_number="黔发〔2020〕1号"))
    assert told.document == "alpha"
    assert told.number == "黔发〔2020〕1号"
    assert told.issuers == "中共贵州省委\n贵州省人民政府"
    assert told.year == 2020


def test_each_set_of_facts_is_kept_once(make_provision) -> None:
    ones = [facts(make_provision("甲", document=name)) for name in ("a", "b", "a", "\ud800")]
    writer = FactsWriter()
    for one in ones:
        writer.add(one)
    arrays = writer.arrays()
    assert arrays["facts"].tolist() == [0, 1, 0, 2]
    assert table(arrays) == [ones[0], ones[1], ones[3]]


@pytest.mark.parametrize("data", [b"{", b"[[1]]", b"5"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    arrays = FactsWriter().arrays()
    with pytest.raises((ValueError, TypeError)):
        table({"table": arrays["table"].__class__(len(data), "u1", data)})


@pytest.mark.parametrize(
    ("written", "year"), [("2020-07-30", 2020), ("????-07-30", 0), ("", 0), ("二〇二〇", 0)]
)
def test_year_of_a_date(written: str, year: int) -> None:
    assert year_of(written) == year
