from __future__ import annotations

from policyviewer.app.groupings import Grouping


def test_the_names_are_kept_in_settings_and_never_change():
    assert [one.value for one in Grouping] == [
        "level",
        "issuer",
        "year",
        "kind",
        "subject",
        "standing",
        "folder",
    ]
