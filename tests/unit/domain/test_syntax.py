from __future__ import annotations

from policyviewer.domain.syntax import FORMS, help_text


def test_every_form_has_a_line() -> None:
    lines = help_text().splitlines()
    assert len(lines) == len(FORMS)
    assert lines[0].startswith("粮食 安全    同一条里")
