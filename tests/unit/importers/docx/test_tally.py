from __future__ import annotations

from policyviewer.importers.docx.tally import Tally
from policyviewer.importers.writing import TextWriter


def told(tally):
    writer = TextWriter()
    tally.tell(writer)
    return {notice.code: notice.message for notice in writer.extract().notices}


def test_only_what_was_met_is_told():
    assert told(Tally()) == {}
    found = told(Tally(pictures=3, comments=1))
    assert set(found) == {"images", "comments"}
    assert "3 幅图片" in found["images"]


def test_everything_that_is_counted_can_be_told():
    assert len(told(Tally(1, 1, 1, 1, 1, 1, 1))) == 7
