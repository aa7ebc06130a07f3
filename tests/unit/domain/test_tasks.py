from __future__ import annotations

import pytest

from policyviewer.domain.tasks import Cancelled, JobContext, Progress


def test_a_step_reports_its_progress():
    heard = []
    JobContext(report=heard.append).step(1, 3, "甲")
    assert heard == [Progress(1, 3, "甲")]


def test_a_cancelled_job_leaves_at_its_next_step():
    context = JobContext()
    context.token.cancel()
    with pytest.raises(Cancelled):
        context.step(1, 3)
