"""How long it takes from the start of the process to a window that can be used.

Run: python benchmarks/start_window.py LIBRARY [rounds]

Runs, in turn and offscreen, three programs in processes of their own, and prints for each the
median of wall and CPU time from the start of the process to its moments:

- bare: a window with an empty tree and a browser that says one sentence, painted;
- bare, filled: the same with the titles of LIBRARY in the tree and its last document's text;
- ours: the window shown; the last document on its page; the tree filled and the search box
  ready, which is when the window is usable; and the answer to words typed at that very moment.

Then the ratios of usable to both. All compile their sources once before they are measured.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BOUND = 1.5
SIZE = (1366, 768)
WORDS = "土地"
MOMENTS = ("shown", "page", "usable", "answered")

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeWidget
from PySide6.QtWidgets import QTreeWidgetItem
application = QApplication([])
window, split, tree, browser = QMainWindow(), QSplitter(), QTreeWidget(), QTextBrowser()
for part in (tree, browser):
    split.addWidget(part)
window.setCentralWidget(split)
window.resize(1366, 768)
browser.setPlainText("政策阅读器")
"""
FILLING = """
import sqlite3, sys
library = sqlite3.connect(sys.argv[1])
titles = library.execute("SELECT json_extract(metadata, '$.title') FROM version")
tree.addTopLevelItems([QTreeWidgetItem([title]) for title, in titles])
text = library.execute("SELECT text FROM version ORDER BY rowid DESC LIMIT 1").fetchone()[0]
browser.setPlainText(text)
library.close()
"""
PAINTED = """
window.show()
import json, time
for _ in range(3):
    application.processEvents()
print(json.dumps({"shown": [time.time(), time.process_time()]}), flush=True)
"""
OURS = """
import gc, json, sys, time
from pathlib import Path
gc.disable()  # as the command line does
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTreeView
from policyviewer.app.paths import AppPaths
from policyviewer.ui.application import Session, prepared
gc.enable()

application = prepared(QApplication([]))
paths = AppPaths.under(Path(sys.argv[1])).with_library(Path(sys.argv[2]))
session = Session(paths, application)
window = session.window
session.begin()
seen = {}

def has(moment):
    if moment == "shown":
        return window.isVisible()
    if moment == "page":
        return window.reader.document is not None
    if moment == "usable":
        tree = window.library.findChild(QTreeView)
        return "page" in seen and tree.model().rowCount() and window.search_box.isEnabled()
    return moment in told

told = []

def look():
    for moment in ("shown", "page", "usable", "answered"):
        if moment not in seen and has(moment):
            seen[moment] = [time.time(), time.process_time()]
            if moment == "usable":
                session.desk.searching.answered.connect(lambda page: told.append("answered"))
                window.search_box.setText(sys.argv[3])
    if "answered" in seen and not session.tasks.busy:
        application.quit()

watch = QTimer(interval=1)
watch.timeout.connect(look)
watch.start()
application.exec()
watch.stop()
print(json.dumps(seen), flush=True)
window.close()
session.end()
"""


def moments(command: list[str], environ: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Give the wall and CPU milliseconds from the start of a process to its moments."""
    began = time.time()
    done = subprocess.run(command, env=environ, check=True, capture_output=True, text=True)
    seen: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return {name: ((at - began) * 1000, cpu * 1000) for name, (at, cpu) in seen.items()}


def row(name: str, runs: list[tuple[float, float]]) -> str:
    """Give a line of the table."""
    wall, cpu = (statistics.median(column) for column in zip(*runs, strict=True))
    return f"{name:<28}{wall:>9.0f}{cpu:>9.0f}"


def main() -> None:
    """Measure and print the table."""
    library = Path(sys.argv[1]).absolute()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    database = str(library / "library.sqlite")
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": home}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        programs = {
            "bare": [sys.executable, "-c", BARE + PAINTED],
            "bare, filled": [sys.executable, "-c", BARE + FILLING + PAINTED, database],
            "ours": [sys.executable, "-c", OURS, f"{home}/home", str(library), WORDS],
        }
        for command in programs.values():  # compiles, and makes the user's folder
            moments(command, environ)
        runs = [
            {name: moments(command, environ) for name, command in programs.items()}
            for _ in range(rounds)
        ]
    print(f"{'moment (median of ' + str(rounds) + ')':<28}{'wall ms':>9}{'cpu ms':>9}")
    for name in ("bare", "bare, filled"):
        print(row(name, [run[name]["shown"] for run in runs]))
    for moment in MOMENTS:
        print(row(f"ours: {moment}", [run["ours"][moment] for run in runs]))
    for name in ("bare", "bare, filled"):
        wall, cpu = (
            statistics.median(run["ours"]["usable"][at] / run[name]["shown"][at] for run in runs)
            for at in (0, 1)
        )
        told = f"usable against {name}"
        print(f"{told:<28}{wall:>8.2f}×{cpu:>8.2f}×   bound {BOUND}")


if __name__ == "__main__":
    main()
