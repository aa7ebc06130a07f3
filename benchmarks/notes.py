"""How long a note takes from the gesture to the disk, and what the disk alone takes.

Run: python benchmarks/notes.py [rounds] [notes that are there already]

The promise is 100 ms from the last key to the commit. The physical limit is one write with
fsync to the same file system; the editor waits for a pause of 50 ms between two keys.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import many_notes

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacingService
from policyviewer.app.services import open_notes
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore

BOUND_MS = 100.0


def timed(call: Callable[[], object], rounds: int) -> list[float]:
    """Give the wall milliseconds of each of some calls."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    return times


def synced_write(path: Path) -> None:
    """Append a page to a file and wait until it is on the disk."""
    with path.open("ab") as file:
        file.write(b"x" * 4096)
        file.flush()
        os.fsync(file.fileno())


def window_times(home: Path, rounds: int, there: int) -> list[float]:
    """Give the wall milliseconds from a key in a note to its commit, through the real window.

    The commit is seen by a connection of its own; the editor's pause is part of the time.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    fill(AppPaths.under(home), there)
    from PySide6.QtWidgets import QApplication

    from policyviewer.ui.application import Session
    from policyviewer.ui.widgets.note_edit import NoteEdit

    application = QApplication(["benchmark"])
    session = Session(AppPaths.under(home), application)
    session.begin()
    spin(lambda: session.desk is not None and session.window.reader.document is not None)
    desk, services = session.desk, session.services
    assert desk is not None
    assert services is not None
    session.window.reader.select(TextRange(20, 30))
    desk.annotating.note_selection()
    spin(lambda: session.window.annotations.findChild(NoteEdit) is not None)
    edit = session.window.annotations.findChild(NoteEdit)
    assert edit is not None
    document = session.window.reader.document
    assert document is not None
    (made,) = services.annotating.of(document)
    name = made.annotation.id
    times: list[float] = []
    for number in range(rounds):
        edit.insertPlainText(f"{number}，")
        began = time.perf_counter()
        spin(lambda: services.annotating.get(name).text == edit.toPlainText())
        times.append((time.perf_counter() - began) * 1000)
    session.window.close()
    session.end()
    return times


def fill(paths: AppPaths, count: int) -> None:
    """Put notes on other documents into the database."""
    law, chance = many_notes.document(), random.Random(2026)
    tiles = provisions(law.outline)
    with closing(open_notes(paths)) as database:
        AnnotationStore(database).save_all(
            many_notes.made(law, tiles, f"d{number % 500}", chance) for number in range(count)
        )


def spin(done: Callable[[], bool]) -> None:
    """Let the event loop run until a condition holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    while not done():
        loop = QEventLoop()
        QTimer.singleShot(1, loop.quit)
        loop.exec()


def show(name: str, times: list[float]) -> None:
    """Print a row of the table."""
    ordered = sorted(times)
    late = ordered[round(0.99 * (len(ordered) - 1))]
    print(f"{name:<40}{statistics.median(ordered):>8.2f}{late:>8.2f}{ordered[-1]:>8.2f}")


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        paths = AppPaths.under(Path(folder))
        source = Source("a.txt", "txt", "0" * 64, datetime.now(UTC))
        document = Document(DocumentId("d"), 1, source, parse("第一条　修路。\n" * 40))
        database = open_notes(paths)
        store = AnnotationStore(database)
        service = AnnotationService(
            store, PlacingService(store, PlacementStore(database)), "tester"
        )
        draft = Draft(AnnotationKind.NOTE, TextRange(0, 3), text="核实" * 100)
        made = service.add(document, draft)
        print(f"{'milliseconds':<40}{'p50':>8}{'p99':>8}{'max':>8}")
        show("make a note", timed(lambda: service.add(document, draft), rounds))
        show(
            "change its words",
            timed(lambda: service.edit(made.id, str(time.perf_counter_ns())), rounds),
        )
        show(
            "one write with fsync (the limit)",
            timed(lambda: synced_write(paths.data / "x"), rounds),
        )
        database.close()
        there = int(sys.argv[2]) if len(sys.argv) > 2 else 0
        times = window_times(Path(folder) / "w", rounds // 5, there)
        show(f"last key to commit, in the window ({there})", times)
    print(f"bound: {BOUND_MS:.0f} ms")


if __name__ == "__main__":
    main()
