from __future__ import annotations

import pytest

from policyviewer.domain.metadata import Metadata, Status, status_on


def test_what_a_text_does_not_say_is_unknown():
    data = Metadata("甲", "甲")
    assert (data.issuers, data.document_number, data.written) == ((), None, None)


@pytest.mark.parametrize(
    ("day", "effective", "expires", "status"),
    [
        ("2020-01-01", None, None, Status.UNKNOWN),
        ("2020-01-01", "????-01-01", None, Status.UNKNOWN),
        ("2020-01-01", "2020-01-02", None, Status.NOT_YET),
        ("2020-01-02", "2020-01-02", None, Status.IN_FORCE),
        ("2025-01-01", "2020-01-02", "2025-01-01", Status.IN_FORCE),
        ("2025-01-02", "2020-01-02", "2025-01-01", Status.LAPSED),
        ("2025-01-02", None, "2025-01-01", Status.LAPSED),
    ],
)
def test_a_text_is_in_force_from_its_first_day_to_its_last(day, effective, expires, status):
    assert status_on(day, effective, expires) is status
