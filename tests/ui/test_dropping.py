from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from policyviewer.ui.dropping import local_paths


def test_only_what_is_on_this_computer_counts(tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a.docx")])
    assert local_paths(data) == [tmp_path]
    assert local_paths(QMimeData()) == []
