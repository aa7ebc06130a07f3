"""Notes that cannot be stored: the words stay on the screen, and are in a file besides."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.ui.application import Session


@pytest.fixture
def writing(qtbot, start, settled) -> Session:
    """Give the program with an empty note."""
    session = start()
    session.window.reader.select(TextRange(20, 30))
    session.desk.annotating.note_selection()
    settled(session)
    qtbot.waitUntil(lambda: note(session) is not None)
    return session


def note(session: Session) -> QPlainTextEdit | None:
    return session.window.annotations.findChild(QPlainTextEdit)


def stored(session: Session) -> list[str]:
    return [one.text for one in session.services.annotating.all()]


def test_while_another_program_holds_the_file_the_words_stay_and_are_rescued(
    qtbot, writing: Session, settled, home: AppPaths
):
    with closing(sqlite3.connect(home.notes, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        note(writing).insertPlainText("请财政局核实")
        qtbot.waitUntil(lambda: "批注没有存上" in writing.window.messages.text)
        settled(writing)
    assert "正被另一个程序占用" in writing.window.messages.text
    (kept,) = (home.data / "rescue").iterdir()
    assert "请财政局核实" in kept.read_text("utf-8")
    assert note(writing).toPlainText() == "请财政局核实"
    writing.desk.annotating.refresh()
    settled(writing)
    assert note(writing).toPlainText() == "请财政局核实"
    writing.window.messages.act()
    settled(writing)
    assert stored(writing) == ["请财政局核实"]


FILLER = """
import resource, sys
from pathlib import Path
from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacingService
from policyviewer.app.services import open_notes
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.errors import StorageError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore
from datetime import UTC, datetime

source = Source("a.txt", "txt", "0" * 64, datetime.now(UTC))
document = Document(DocumentId("d"), 1, source, parse("第一条　修路。\\n第二条　架桥。\\n"))
notes = open_notes(AppPaths.under(Path(sys.argv[1])))
store = AnnotationStore(notes)
service = AnnotationService(store, PlacingService(store, PlacementStore(notes)), "tester")
service.add(document, Draft(AnnotationKind.NOTE, TextRange(0, 3), text="first"))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
try:
    while True:
        made = service.add(document, Draft(AnnotationKind.NOTE, TextRange(0, 3), text="x" * 2000))
        print(made.id, flush=True)
except StorageError as error:
    print("!" + error.text + error.hint, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are POSIX's")
def test_when_the_disk_takes_no_more_everything_acknowledged_is_there(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", FILLER, str(tmp_path)], capture_output=True, text=True, check=False
    )
    *written, told = done.stdout.split("\n")[:-1]
    assert told.startswith("!"), done.stderr
    assert len(written) > 20
    database = open_notes(AppPaths.under(tmp_path))
    kept = {one.id for one in AnnotationStore(database).all()}
    database.close()
    assert set(written) <= kept
