from __future__ import annotations

from policyviewer.importers.pulse import beat, heard_by


def test_a_sign_of_life_is_heard_by_whoever_listens():
    heard: list[str] = []
    beat()
    with heard_by(lambda: heard.append("外")):
        beat()
        with heard_by(lambda: heard.append("内")):
            beat()
        beat()
    beat()
    assert heard == ["外", "内", "外"]
