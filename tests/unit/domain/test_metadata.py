from __future__ import annotations

from policyviewer.domain.metadata import Metadata, Status


def test_what_a_text_does_not_say_is_unknown():
    data = Metadata("甲", "甲")
    assert data.status is Status.UNKNOWN
    assert (data.issuers, data.document_number, data.written) == ((), None, None)
