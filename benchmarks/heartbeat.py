"""How long the window ever stands still while it opens, scrolls, searches and imports.

Run: python benchmarks/heartbeat.py LIBRARY

Opens the real window offscreen on a copy of the library folder, lets the event loop beat every
4 ms, and prints for each activity the longest time in which it did not turn, how often that was
longer than 50 ms, and the longest that the window itself computed meanwhile: what is long but
was not computed is the machine's, or the interpreter's lock, which another thread held.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parent.parent / "build_scripts"))

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QTreeView
from search_window import Beat, wait

from policyviewer.app.paths import AppPaths
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session, prepared
from samples import write_samples

LAWS = 20
BOUND_MS = 50
PACE_MS = 120
WORDS = ("农村土地承包", "行政许可 期限", "应当怎么申请", "第六十五条", "环境保护税")


def settle(session: Session) -> None:
    """Wait until nothing is going on."""
    wait(20)
    while session.tasks.busy or session.window.reader.filling:
        wait(20)


def open_laws(session: Session, names: list[str]) -> None:
    """Open laws one after the other, each filled to its end."""
    assert session.desk is not None
    for name in names:
        session.desk.reading.open(name)
        settle(session)


def scroll(session: Session) -> None:
    """Turn the pages of the law on the page, from its beginning to its end and back."""
    page = session.window.reader.findChild(QTextEdit)
    assert isinstance(page, QTextEdit)
    bar = page.verticalScrollBar()
    for step in (bar.pageStep(), -bar.pageStep()):
        for _ in range(120):
            bar.setValue(bar.value() + step)
            wait(8)


def search(session: Session) -> None:
    """Type queries, as an input method commits them: character by character."""
    box = session.window.search_box
    for words in WORDS:
        box.clear()
        for character in words:
            box.insert(character)
            wait(PACE_MS)
        settle(session)


def narrow(session: Session) -> None:
    """Type into the line above the library's tree, and open and close its groups."""
    session.window.show_panel("library")
    tree = session.window.library.findChild(QTreeView)
    edit = session.window.library.findChild(QLineEdit)
    assert isinstance(tree, QTreeView)
    assert isinstance(edit, QLineEdit)
    for key in ("管", "理", "办"):
        edit.insert(key)
        wait(PACE_MS)
    edit.clear()
    wait(PACE_MS)
    tree.expandAll()
    wait(PACE_MS)
    tree.collapseAll()
    wait(PACE_MS)


def take(session: Session, folder: Path) -> None:
    """Import files while the page is turned."""
    assert session.desk is not None
    session.desk.importing.import_paths(write_samples(folder))
    page = session.window.reader.findChild(QTextEdit)
    assert isinstance(page, QTextEdit)
    while session.tasks.busy:
        bar = page.verticalScrollBar()
        bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum()))
        wait(30)
    settle(session)


def beat_of(name: str, deed: Callable[[], None]) -> str:
    """Do something and give its line of the table."""
    beat = Beat()
    beat.start()
    deed()
    wait(50)
    beat.stop()
    late = sum(1 for gap in beat.gaps if gap > BOUND_MS)
    return f"{name:<26}{len(beat.gaps):>7}{max(beat.gaps):>12.1f}{late:>9}{max(beat.spent):>12.1f}"


def main() -> None:
    """Measure and print the table."""
    application = prepared(QApplication(["policyviewer"]))
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(sys.argv[1], Path(home) / "copy")
        paths = AppPaths.under(Path(home)).with_library(Path(home) / "copy")
        session = Session(paths, application)
        print(f"{'activity':<26}{'beats':>7}{'longest ms':>12}{'> 50 ms':>9}{'computed ms':>12}")

        def start() -> None:
            session.begin()
            while session.desk is None or session.window.reader.document is None:
                wait(20)
            settle(session)

        print(beat_of("starting", start))
        assert session.services is not None
        ids = [str(one.id) for one in session.services.library.documents()]
        laws = random.Random(6).sample(ids, min(LAWS, len(ids)))
        longest = max(session.services.library.documents(), key=lambda one: one.characters)
        print(beat_of(f"opening {len(laws)} laws", lambda: open_laws(session, laws)))
        print(beat_of("opening the longest", lambda: open_laws(session, [str(longest.id)])))
        print(beat_of("scrolling it", lambda: scroll(session)))
        print(beat_of("searching", lambda: search(session)))
        print(beat_of("narrowing the library", lambda: narrow(session)))
        print(beat_of("changing the theme", lambda: session.window.action(Do.NEXT_THEME).trigger()))
        print(beat_of("importing 38 files", lambda: take(session, Path(home) / "files")))
        session.window.close()
        session.end()


if __name__ == "__main__":
    main()
