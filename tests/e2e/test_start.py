"""What a start loads: nothing that reads files, writes tables or cuts words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "jieba", "rjieba", "lxml", "pypdfium2", "docx", "pypinyin", "selectolax",
    "xlsxwriter", "python_calamine", "msdoc2docx", "doc2docx", "unword", "striprtf", "ofdkit",
    "PIL", "rapidocr", "onnxruntime", "qtawesome",
}  # fmt: skip
FOR_SEARCHING = {"numpy", "whoosh", "asyncio", "opencc"}
"""These are loaded behind the shown window."""
OURS = {
    "policyviewer.domain.structure",
    "policyviewer.importers.pdf",
    "policyviewer.search.reader",
    "policyviewer.search.writer",
    "policyviewer.app.row_process",
}
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTreeView
from policyviewer.app.paths import AppPaths
from policyviewer.ui.application import Session, prepared

application = prepared(QApplication([]))
imported = sorted(sys.modules)
session = Session(AppPaths.under(Path(sys.argv[1])), application)
session.begin()
seen = {}

def look():
    window = session.window
    tree = window.library.findChild(QTreeView)
    if "usable" not in seen and window.reader.document and tree.model().rowCount():
        seen["usable"] = True
    if "usable" in seen and not session.tasks.busy and not window.reader.filling:
        application.quit()

watch = QTimer(interval=5)
watch.timeout.connect(look)
watch.start()
application.exec()
watch.stop()
print(json.dumps({"imported": imported, "rested": sorted(sys.modules)}))
session.window.close()
session.end()
"""


def modules(home: Path) -> dict[str, set[str]]:
    """Give the modules that a start has imported, and those that it has when all rests."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(home)],
        env=environ, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    return {moment: set(names) for moment, names in found.items()}


def test_a_start_loads_no_library_that_the_window_does_not_need(tmp_path: Path):
    modules(tmp_path)  # the first start of all builds the bundled index, which cuts words
    loaded = modules(tmp_path)

    assert not loaded["imported"] & (HEAVY | FOR_SEARCHING | OURS)
    assert loaded["rested"] & HEAVY == set()
    assert "whoosh" in loaded["rested"]  # so that the first key need not wait for it
