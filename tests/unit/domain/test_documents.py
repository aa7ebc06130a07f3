from __future__ import annotations

from policyviewer.domain.documents import Component, ComponentKind, Finding, Outline
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.ranges import TextRange


def outline(*findings):
    text = "人民*府与财*"
    whole = Component("main", ComponentKind.MAIN, "", TextRange(0, len(text)))
    return Outline(text, Metadata("", ""), (whole,), (), findings)


def test_sure_restorations_are_put_in_and_others_left():
    sure = Finding("masked", TextRange(2, 3), "", "政")
    unsure = Finding("masked", TextRange(6, 7), "")
    assert outline(sure, unsure).restored_text() == "人民政府与财*"


def test_other_findings_change_nothing():
    assert outline(Finding("number-gap", TextRange(0, 1), "")).restored_text() == "人民*府与财*"
