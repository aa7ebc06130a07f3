from __future__ import annotations

from policyviewer.domain.standing import Standing


def test_standings_are_kept_by_their_values():
    assert [one.value for one in Standing] == ["repealed", "lapsed", "not-yet", "amended"]
