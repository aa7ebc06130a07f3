"""How long a note takes from the gesture to the disk, and what the disk alone takes.

Run: python benchmarks/notes.py [rounds]

The promise is 100 ms from the last key to the commit, beyond the pause of 300 ms that the
editor waits for. The physical limit is one write with fsync to the same file system.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore

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
        service = AnnotationService(AnnotationStore(database), "tester")
        draft = Draft(AnnotationKind.NOTE, TextRange(0, 3), text="核实" * 100)
        made = service.add(document, draft)
        print(f"{'milliseconds':<40}{'p50':>8}{'p99':>8}{'max':>8}")
        show("make a note", timed(lambda: service.add(document, draft), rounds))
        show("change its words", timed(lambda: service.edit(made.id, time.ctime()), rounds))
        show(
            "one write with fsync (the limit)",
            timed(lambda: synced_write(paths.data / "x"), rounds),
        )
        database.close()
    print(f"bound: {BOUND_MS:.0f} ms")


if __name__ == "__main__":
    main()
