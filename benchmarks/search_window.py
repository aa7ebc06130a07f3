"""How soon results stand in the window after a key, and how long the window ever stands still.

Run: python benchmarks/search_window.py LIBRARY [milliseconds between keys]

Opens the real window offscreen on a copy of the library folder, types about a hundred queries of
eight classes one character after the other (sampled from the library with a fixed seed), and
prints for each class, and for all, the time from a key to its first page painted: median, 95th
percentile and the longest; then the longest time in which the event loop did not turn. A key
whose page was overtaken by the next key has no page of its own and is counted apart.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import Services, build_services
from policyviewer.app.settings import Settings
from policyviewer.domain.queries import SearchPage
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.application import prepared
from policyviewer.ui.desk import Desk
from policyviewer.ui.look import Look
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.tasks import TaskRunner

EACH = 13
"""Queries of a class."""
PACE_MS = 120
"""Between two keys: a quick typist."""
BEAT_MS = 4
_SIZE = (1366, 768)


class Beat(QObject):
    """Notes when the event loop turned late, and for how long the window itself computed.

    A stall without computing is the machine's, which had something else to do.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.spent: list[float] = []
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin."""
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End: a timer would outlive the loop."""
        self._timer.stop()

    def _on_beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.spent.append((cpu - self._cpu) * 1000)
        self._last, self._cpu = now, cpu


class Watch(QObject):
    """Tells when the page of a key has been painted."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.times: list[float] = []
        self.overtaken = 0
        self._pressed: float | None = None
        self._expected = ""
        self._answered = False
        desk.searching.answered.connect(self._on_answered)
        window.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        """Say whether a page is still to come."""
        return self._pressed is not None

    def press(self, text: str) -> None:
        """Begin to wait for the page of a text."""
        if self._pressed is not None:
            self.overtaken += 1
        self._pressed, self._expected, self._answered = time.perf_counter(), text, False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._answered and event.type() == QEvent.Type.UpdateRequest:
            self._answered = False
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_answered(self, page: SearchPage) -> None:
        self._answered = self._pressed is not None and page.query.text == self._expected

    def _on_painted(self) -> None:
        if self._pressed is not None:
            self.times.append((time.perf_counter() - self._pressed) * 1000)
            self._pressed = None


def wait(milliseconds: float) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()


def queries(services: Services, dice: random.Random) -> dict[str, list[str]]:
    """Sample queries of eight classes from the texts of the library."""
    ids = [one.id for one in services.library.documents()]
    texts = [
        services.library.open(name).outline.text for name in dice.sample(ids, min(150, len(ids)))
    ]
    pairs: Counter[str] = Counter()
    for text in texts:
        pairs.update(
            {text[at : at + 2] for at in range(len(text) - 1) if is_han(text[at : at + 2])}
        )
    ranked = [pair for pair, _count in pairs.most_common()]
    frequent, rare = ranked[:200], [pair for pair in ranked if pairs[pair] == 1]

    def part(length: int) -> str:
        while True:
            text = dice.choice(texts)
            at = dice.randrange(max(1, len(text) - length))
            if is_han(text[at : at + length]):
                return text[at : at + length]

    def many(make: object) -> list[str]:
        return [make() for _ in range(EACH)]  # type: ignore[operator]

    return {
        "one character": many(lambda: part(1)),
        "frequent word": many(lambda: dice.choice(frequent)),
        "rare word": many(lambda: dice.choice(rare)),
        "two words": many(lambda: f"{dice.choice(frequent)} {dice.choice(frequent)}"),
        "either word": many(lambda: f"{dice.choice(frequent)}|{dice.choice(frequent)}"),
        "part of a text": many(lambda: part(8)),
        "question": many(lambda: f"{part(4)}应当怎么{part(2)}"),
        "wildcard": many(lambda: f"{part(2)}*{part(1)}"),
    }


def is_han(text: str) -> bool:
    """Say whether a text is of Chinese characters only."""
    return bool(text) and all("\u4e00" <= one <= "\u9fff" for one in text)


def type_all(window: MainWindow, watch: Watch, texts: list[str], pace: float) -> None:
    """Type queries, each into an empty box."""
    box = window.search_box
    for text in texts:
        box.clear()
        wait(pace)
        for at, key in enumerate(text):
            watch.press(text[: at + 1])
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key))
            wait(pace)
        for _ in range(100):
            if not watch.waiting:
                break
            wait(20)


def row(name: str, times: list[float]) -> str:
    """Give a line of the table."""
    ranked = sorted(times)
    p95 = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return f"{name:<18}{len(times):>6}{statistics.median(times):>9.1f}{p95:>9.1f}{ranked[-1]:>9.1f}"


def main() -> None:
    """Measure and print the table."""
    library = Path(sys.argv[1])
    pace = float(sys.argv[2]) if len(sys.argv) > 2 else PACE_MS
    application = prepared(QApplication(["policyviewer"]))
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(library, Path(home) / "copy")
        paths = AppPaths.under(Path(home)).with_library(Path(home) / "copy")
        services = build_services(paths, Settings())
        services.searching.mend(JobContext())
        look = Look(application, paths.resources, Settings().theme)
        window, tasks = MainWindow(), TaskRunner()
        desk = Desk(window, services, tasks, Settings())
        window.set_look(look)
        window.resize(*_SIZE)
        window.show()
        desk.start()
        while tasks.busy or window.reader.filling:
            wait(20)
        window.activateWindow()
        window.search_box.setFocus()  # what is offered below the box is part of it
        sampled = queries(services, random.Random(5))
        watch, beat = Watch(window, desk), Beat()
        print(f"{'class':<18}{'keys':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
        everything: list[float] = []
        beat.start()
        for name, texts in sampled.items():
            watch.times = []
            type_all(window, watch, texts, pace)
            everything += watch.times
            print(row(name, watch.times))
        beat.stop()
        print(row("all", everything))
        late = sorted(beat.gaps, reverse=True)
        print(f"pages overtaken by the next key: {watch.overtaken}")
        print(
            f"event loop: longest stall {late[0]:.1f} ms, next {late[1]:.1f}, {late[2]:.1f};"
            f" over 50 ms: {sum(1 for one in late if one > 50)} of {len(late)};"
            f" longest computed by the window {max(beat.spent):.1f} ms"
        )
        desk.stop()
        tasks.shutdown()
        services.close()
        window.deleteLater()


if __name__ == "__main__":
    main()
