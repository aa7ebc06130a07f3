"""From a key to the first page of results in the window, and how long the window stands still.

    python benchmarks/search_window.py LIBRARY [--home DIR]

Types words of several kinds into the search box, a key at a time and faster than anybody, over
the library in a folder, and prints the time from each last key until the results are painted, and
the longest time that the window did not answer. The box waits a little for further keys; that
pause is part of the time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from policyviewer.app import settings
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import build_services
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.application import prepared
from policyviewer.ui.desk import Desk
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import TaskRunner

WORDS = {
    "frequent": ("规定", "应当", "人民政府", "管理", "国务院"),
    "words": ("环境保护", "劳动合同 解除", "土地 承包 期限", "学校 安全 责任", "耕地 保护 补偿"),
    "rare": ("鸟类", "古树名木", "渔业船员", "烟花爆竹", "地震预警"),
    "phrase": ("“直接负责的主管人员”", "“依法追究刑事责任”", "“县级以上地方人民政府”"),
    "question": ("公司不给员工交社保怎么办", "孩子在学校受伤由谁负责", "租房押金不退怎么处理"),
    "other": (
        "渝 环保",
        "人民*府",
        "民法典 54",
        "规定 -处罚",
        "标题:森林法",
    ),
}
TICK = 5
"""Milliseconds between two looks at whether the window answers."""


class Stalls:
    """The longest times between two beats of the window's own clock."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK)
        self._last = now

    def taken(self) -> float:
        """Give the longest since the last time, in milliseconds."""
        found, self.longest = self.longest, 0.0
        self._last = time.perf_counter()
        return found


def first_page(window: MainWindow, desk: Desk, words: str) -> float:
    """Type words and give the milliseconds from the last key to the painted page."""
    loop, began = QEventLoop(), 0.0
    desk.searching.answered.connect(loop.quit)
    for character in words[:-1]:
        commit(window, character)
    began = time.perf_counter()
    commit(window, words[-1])
    timeout = QTimer(singleShot=True, interval=20_000)
    timeout.timeout.connect(loop.quit)
    timeout.start()
    while desk.searching.page is None or desk.searching.page.query.text != words:
        loop.exec()
    window.results.repaint()
    spent = (time.perf_counter() - began) * 1000
    desk.searching.answered.disconnect(loop.quit)
    return spent


def commit(window: MainWindow, text: str) -> None:
    """Put text into the box as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(window.search_box, event)


def idle(tasks: TaskRunner) -> None:
    """Wait until nothing is under way."""
    while tasks.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def share(values: list[float], part: float) -> float:
    """Give the value that so large a part of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def measure(window: MainWindow, desk: Desk, tasks: TaskRunner) -> None:
    """Print a line for each kind of words."""
    everything: list[float] = []
    worst = 0.0
    print(f"{'words':<12}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'stall ms':>10}")
    stalls = Stalls()
    for kind, words in WORDS.items():
        spent, longest = [], 0.0
        for _round in range(3):
            for one in words:
                window.search_box.clear()
                idle(tasks)
                stalls.taken()
                spent.append(first_page(window, desk, one))
                idle(tasks)
                longest = max(longest, stalls.taken())
        print(line(kind, spent, longest))
        everything += spent
        worst = max(worst, longest)
    print(line("all", everything, worst))


def line(kind: str, spent: list[float], stall: float) -> str:
    """Give a line of the table."""
    middle, high = share(spent, 0.5), share(spent, 0.95)
    return f"{kind:<12}{middle:>9.0f}{high:>9.0f}{max(spent):>9.0f}{stall:>10.0f}"


def main() -> int:
    """Open the window over the library and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        app = prepared(QApplication([sys.argv[0]]))
        paths = AppPaths.under(Path(home)).with_library(asked.library)
        chosen = settings.load(paths.settings)
        look = Look(app, paths.resources, chosen.theme)
        with closing(build_services(paths, chosen)) as services:
            services.searching.mend(JobContext())
            window = MainWindow()
            tasks = TaskRunner(window)
            desk = Desk(window, services, tasks, chosen)
            window.set_look(look)
            window.resize(1366, 768)
            window.show()
            desk.start()
            idle(tasks)
            window.search_box.setFocus()
            first_page(window, desk, "预热")
            measure(window, desk, tasks)
            desk.stop()
            tasks.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
