"""What opening laws costs in memory, and whether it is given back.

Run: python benchmarks/memory.py LIBRARY

Opens the real window offscreen on a library folder, then 20, 40 and 80 laws (sampled with a fixed
seed) one after the other, each in a tab of its own and filled to its end, and prints after each
stage the resident memory, what a law has added, and how many documents, pages of text and models
are alive; then closes all tabs and prints the same.
"""

from __future__ import annotations

import ctypes
import gc
import os
import random
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from policyviewer.app.paths import AppPaths
from policyviewer.domain.documents import Document
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session, prepared

STAGES = (20, 40, 80)
LARGEST = 400_000
"""Code points of a law; a longer one would hide what the others cost."""


def resident() -> float:
    """Give the resident memory of this process in MiB, what is only kept in reserve left out."""
    gc.unfreeze()  # the window keeps what was there at its start from the collector
    gc.collect()
    with suppress(OSError, AttributeError):  # no glibc
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def alive(kind: type) -> int:
    """Give how many objects of a kind the interpreter knows."""
    return sum(1 for one in gc.get_objects() if isinstance(one, kind))


def settle(session: Session) -> None:
    """Wait until nothing is going on."""
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(
        lambda: loop.quit() if not (session.tasks.busy or session.window.reader.filling) else None
    )
    look.start()
    loop.exec()
    look.stop()


def row(name: str, now: float, before: float, laws: int) -> str:
    """Give a line of the table."""
    each = f"{(now - before) / laws:>10.2f}" if laws else f"{'':>10}"
    counted = f"{alive(Document):>11}{alive(QTextDocument):>7}"
    return f"{name:<26}{now:>9.1f}{each}{counted}"


def main() -> None:
    """Measure and print the table."""
    application = prepared(QApplication(["policyviewer"]))
    with tempfile.TemporaryDirectory() as home:
        paths = AppPaths.under(Path(home)).with_library(Path(sys.argv[1]))
        session = Session(paths, application)
        session.begin()
        while session.desk is None or session.window.reader.document is None:
            settle(session)
        settle(session)
        services, desk = session.services, session.desk
        assert services is not None
        laws = [one.id for one in services.library.documents() if one.characters < LARGEST]
        chosen = random.Random(6).sample(laws, min(max(STAGES), len(laws)))
        print(f"{'stage':<26}{'RSS MiB':>9}{'MiB a law':>10}{'documents':>11}{'pages':>7}")
        before = resident()
        print(row("started", before, before, 0))
        opened = 0
        for stage in STAGES:
            for name in chosen[opened:stage]:
                desk.reading.open(name)
                settle(session)
            opened = min(stage, len(chosen))
            print(row(f"{opened} laws in tabs", resident(), before, opened))
        while session.window.tabs.documents():
            session.window.action(Do.CLOSE_TAB).trigger()
            settle(session)
        print(row("all tabs closed", resident(), before, opened))
        session.window.close()
        session.end()


if __name__ == "__main__":
    main()
