from __future__ import annotations

from pathlib import Path

from policyviewer.app.readers.files import requests_of
from policyviewer.app.readers.messages import Refused, Request


def test_files_are_asked_for_in_order_and_missing_ones_refused(tmp_path: Path):
    there, gone = tmp_path / "一.txt", tmp_path / "无.txt"
    there.write_bytes(b"x")
    (first, request), (second, refused) = requests_of([there, gone])
    assert (first.source, request) == (str(there), Request("一.txt", b"x"))
    assert second.source == str(gone)
    assert isinstance(refused, Refused)
    assert "找不到" in refused.text
