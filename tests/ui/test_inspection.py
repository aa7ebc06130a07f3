from __future__ import annotations

from policyviewer.ui.inspection import inspect_qt


def test_qt_is_described(qapp):
    report = inspect_qt()
    assert report["version"] == "6.11.3"
    assert report["platform"] == "offscreen"
