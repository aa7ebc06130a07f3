from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.documents import DocumentId, DocumentSummary, Source
from policyviewer.domain.lifetimes import Event, EventKind, Lifetimes, standings
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.standing import Standing

TODAY = "2026-05-01"


def made(name: str, title: str, written: str | None = "2010-01-01", **more) -> DocumentSummary:
    source = Source(f"{name}.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return DocumentSummary(
        DocumentId(name), 1, source, Metadata(title, title, written=written, **more), 10, 1
    )


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        ({}, None),
        ({"effective": "2010-02-01"}, None),
        ({"effective": "2030-01-01"}, Standing.NOT_YET),
        ({"effective": "2010-02-01", "expires": "2015-02-01"}, Standing.LAPSED),
    ],
)
def test_what_a_document_says_of_itself(more, standing):
    assert standings([made("a", "甲办法", **more)], TODAY).get(DocumentId("a")) is standing


@pytest.mark.parametrize(
    ("written", "named", "standing"),
    [
        ("2020-01-01", "甲办法", Standing.REPEALED),
        ("2020-01-01", "中华人民共和国甲办法", Standing.REPEALED),
        ("2020-01-01", "某政发〔2010〕1号", Standing.REPEALED),
        ("2005-01-01", "甲办法", None),
        ("????-01-01", "甲办法", None),
        (None, "甲办法", None),
        ("2020-01-01", "丙办法", None),
    ],
)
def test_a_later_document_repeals(written, named, standing):
    old = made("a", "甲办法", document_number="某政发〔2010〕1号")
    new = made("b", "乙办法", written, repeals=(named,))
    assert standings([new, old], TODAY).get(old.id) is standing


def test_a_clause_that_took_effect_before_a_document_means_a_former_edition():
    old = made("a", "甲办法")
    new = made("b", "乙办法", "2020-01-01", effective="2005-01-01", repeals=("甲办法",))
    assert standings([new, old], TODAY).get(old.id) is None


def test_a_later_decision_amends_unless_the_text_is_repealed():
    law = made("a", "中华人民共和国水法")
    decision = made("b", "某委员会关于修改《中华人民共和国水法》的决定", "2016-07-02")
    assert standings([law, decision], TODAY) == {law.id: Standing.AMENDED}
    new = made("c", "新水法", "2020-01-01", repeals=("水法",))
    assert standings([law, decision, new], TODAY) == {law.id: Standing.REPEALED}


def test_a_decision_that_repeals_does_not_amend():
    law = made("a", "某市水条例")
    decision = made("b", "某市人大常委会关于废止《某市水条例》的决定", "2016-07-02")
    assert standings([law, decision], TODAY) == {law.id: Standing.REPEALED}
    part = made("b", "某市人大常委会关于废止《某市水条例》第三条的决定", "2016-07-02")
    assert standings([law, part], TODAY) == {law.id: Standing.AMENDED}


@pytest.mark.parametrize(
    "named",
    [
        "某县人民政府关于印发〈某县停车办法〉的通知",
        "关于印发某县停车办法的通知",
        "某县停车办法",
    ],
)
def test_what_a_notice_handed_out_is_repealed_by_its_own_name(named: str):
    house = {"issuers": ("某县人民政府",)}
    old = made("a", "某县人民政府关于印发《某县停车办法》的通知", **house)
    new = made("b", "某县停车条例", "2020-01-01", repeals=(named,), **house)
    assert standings([old, new], TODAY) == {old.id: Standing.REPEALED}


def test_another_office_repeals_no_norm_of_the_same_name():
    old = made("a", "甲县人民政府关于印发停车管理办法的通知", issuers=("甲县人民政府",))
    repeals = {"issuers": ("乙县人民政府",), "repeals": ("停车管理办法",)}
    assert standings([old, made("b", "停车条例", "2020-01-01", **repeals)], TODAY) == {}


def test_nothing_is_said_of_what_has_no_date():
    old = made("a", "甲办法", None)
    assert standings([old, made("b", "乙办法", "2020-01-01", repeals=("甲办法",))], TODAY) == {}


OLD = made("old", "某市停车办法", "2010-03-01", effective="2010-05-01", expires="2015-04-30")
PLAIN = made("old", "某市停车办法", "2010-03-01", effective="2010-05-01")
REPEAL = made(
    "new", "某市停车条例", "2020-09-01", effective="2021-01-01", repeals=("某市停车办法",)
)
AMENDMENT = made(
    "change", "某市人民政府关于修改《某市停车办法》的决定", "2012-06-01", effective="2012-07-01"
)


@pytest.mark.parametrize(
    ("documents", "day", "standing"),
    [
        ([OLD], "2010-04-30", Standing.NOT_YET),
        ([OLD], "2010-05-01", None),
        ([OLD], "2010-05-02", None),
        ([OLD], "2015-04-29", None),
        ([OLD], "2015-04-30", None),
        ([OLD], "2015-05-01", Standing.LAPSED),
        ([PLAIN, REPEAL], "2020-12-31", None),
        ([PLAIN, REPEAL], "2021-01-01", Standing.REPEALED),
        ([PLAIN, REPEAL], "2021-01-02", Standing.REPEALED),
        ([OLD, REPEAL], "2016-01-01", Standing.LAPSED),
        ([OLD, REPEAL], "2021-01-01", Standing.REPEALED),
        ([PLAIN, AMENDMENT], "2012-06-30", None),
        ([PLAIN, AMENDMENT], "2012-07-01", Standing.AMENDED),
        ([PLAIN, AMENDMENT], "2012-07-02", Standing.AMENDED),
        ([PLAIN, AMENDMENT, REPEAL], "2021-01-01", Standing.REPEALED),
    ],
)
def test_the_day_before_the_day_and_the_day_after(documents, day: str, standing: Standing | None):
    assert Lifetimes(documents).of(DocumentId("old")).standing_on(day) is standing


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2010-04-30", False), ("2010-05-01", True), ("2013-01-01", True), ("2021-01-01", False)],
)
def test_whether_a_text_holds_on_a_day(day: str, holds: bool):
    life = Lifetimes([PLAIN, AMENDMENT, REPEAL]).of(DocumentId("old"))
    assert life.is_in_force(day) is holds


def test_without_a_first_day_nobody_knows_whether_it_holds():
    assert Lifetimes([made("a", "甲办法")]).of(DocumentId("a")).is_in_force(TODAY) is None


def test_a_life_is_told_in_its_order_with_what_others_did():
    life = Lifetimes([REPEAL, AMENDMENT, OLD]).of(DocumentId("old"))
    assert [(one.day, one.kind) for one in life.events] == [
        ("2010-03-01", EventKind.WRITTEN),
        ("2010-05-01", EventKind.EFFECTIVE),
        ("2012-07-01", EventKind.AMENDED),
        ("2015-04-30", EventKind.EXPIRES),
        ("2021-01-01", EventKind.REPEALED),
    ]


@pytest.mark.parametrize(
    ("day", "event"),
    [
        ("2010-01-01", Event("2010-05-01", EventKind.EFFECTIVE)),
        ("2011-01-01", Event("2010-05-01", EventKind.EFFECTIVE)),
        (
            "2014-01-01",
            Event("2012-07-01", EventKind.AMENDED, AMENDMENT.id, AMENDMENT.metadata.title),
        ),
        ("2016-01-01", Event("2015-04-30", EventKind.EXPIRES)),
        (
            "2022-01-01",
            Event("2021-01-01", EventKind.REPEALED, REPEAL.id, REPEAL.metadata.title),
        ),
    ],
)
def test_the_reason_is_told(day: str, event: Event):
    assert Lifetimes([REPEAL, AMENDMENT, OLD]).of(DocumentId("old")).why(day) == event


def test_an_unknown_document_has_no_life():
    assert Lifetimes([OLD]).of(DocumentId("nobody")).events == ()


def test_a_document_does_not_repeal_itself():
    own = made("a", "某市停车办法", "2010-03-01", repeals=("某市停车办法",))
    assert standings([own], TODAY) == {}
