from __future__ import annotations

import pytest

from policyviewer.domain.progress import STATUS_NAMES, TaskStatus, Urgency, urgency


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2021-05-30", Urgency.LATER),
        ("2021-05-31", Urgency.SOON),
        ("2021-06-30", Urgency.SOON),
        ("2021-07-01", Urgency.PAST),
    ],
)
def test_a_deadline_comes_near_and_passes(today: str, found: Urgency):
    assert urgency("2021-06-30", today, TaskStatus.OPEN) is found


@pytest.mark.parametrize("status", [TaskStatus.DONE, TaskStatus.NOT_OURS])
def test_what_is_over_is_in_no_hurry(status: TaskStatus):
    assert urgency("2021-06-30", "2022-01-01", status) is Urgency.NONE


def test_without_a_deadline_there_is_no_hurry():
    assert urgency(None, "2022-01-01", TaskStatus.OPEN) is Urgency.NONE


def test_every_status_has_a_name():
    assert set(STATUS_NAMES) == set(TaskStatus)
