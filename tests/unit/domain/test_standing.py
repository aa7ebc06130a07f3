from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.documents import DocumentId, DocumentSummary, Source
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.standing import Standing, standings

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


def test_a_later_decision_amends_unless_the_text_is_repealed():
    law = made("a", "中华人民共和国水法")
    decision = made("b", "某委员会关于修改《中华人民共和国水法》的决定", "2016-07-02")
    assert standings([law, decision], TODAY) == {law.id: Standing.AMENDED}
    new = made("c", "新水法", "2020-01-01", repeals=("水法",))
    assert standings([law, decision, new], TODAY) == {law.id: Standing.REPEALED}


def test_nothing_is_said_of_what_has_no_date():
    old = made("a", "甲办法", None)
    assert standings([old, made("b", "乙办法", "2020-01-01", repeals=("甲办法",))], TODAY) == {}
