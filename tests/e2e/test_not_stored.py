"""Notes that cannot be stored: the words stay on the screen, and are in a file besides."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.ui.application import Session

if sys.platform != "win32":
    import resource


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


@contextmanager
def held(home: AppPaths) -> Iterator[None]:
    """Let another program hold the file."""
    with closing(sqlite3.connect(home.notes, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def failing(_home: AppPaths) -> Iterator[None]:
    """Let the disk take nothing behind the first pages of a file, as one that was pulled."""
    limit = resource.RLIMIT_FSIZE
    resource.setrlimit(limit, (20_000, resource.RLIM_INFINITY))
    yield
    resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextmanager
def moved(home: AppPaths) -> Iterator[None]:
    """Move the file away while it is in use."""
    home.notes.rename(home.notes.with_name("elsewhere.sqlite"))
    yield
    home.notes.with_name("elsewhere.sqlite").rename(home.notes)


@contextmanager
def full(home: AppPaths) -> Iterator[None]:
    """Fill the disk that the notes lie on, to the last byte."""
    filler = home.data / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        for size in (65_536, 1):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)
    yield
    filler.unlink()


FAILURES = {
    held: "正被另一个程序占用",
    failing: "请检查磁盘或U盘是否仍然连接",
    moved: "不在原来的位置了",
    full: "磁盘已满",
}


@pytest.fixture
def home(home: AppPaths, request, tmp_path: Path, monkeypatch) -> Iterator[AppPaths]:
    """Give folders, on a small disk where one is to be filled; what is rescued stays among them."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if getattr(request, "param", None) is not full:
        yield home
        return
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield replace(home, data=disk / "data")
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_words_written_while_others_are_being_stored_stay_and_so_does_the_cursor(
    qtbot, writing: Session, settled, home: AppPaths
):
    """As on a slow stick, or while another program writes."""
    edit = note(writing)
    with held(home):
        for words in ("核实", "预算"):
            with qtbot.waitSignal(edit.committed):
                edit.insertPlainText(words)
    settled(writing)
    edit.insertPlainText("，报县长")
    assert edit.toPlainText() == "核实预算，报县长"


@pytest.mark.skipif(sys.platform == "win32", reason="disks are made to fail by POSIX's means")
@pytest.mark.parametrize(("home", "said"), FAILURES.items(), indirect=["home"])
def test_words_that_cannot_be_stored_stay_and_are_rescued_until_they_are(
    qtbot, writing: Session, settled, home: AppPaths, said: str, tmp_path: Path
):
    fail = next(one for one, words in FAILURES.items() if words == said)
    with fail(home):
        note(writing).insertPlainText("请财政局核实" * 400)
        qtbot.waitUntil(lambda: "批注没有存上" in writing.window.messages.text)
        settled(writing)
    assert said in writing.window.messages.text
    assert rescued(tmp_path) == ["请财政局核实" * 400]
    writing.desk.annotating.refresh()
    settled(writing)
    assert note(writing).toPlainText() == "请财政局核实" * 400
    writing.window.messages.act()
    settled(writing)
    assert stored(writing) == ["请财政局核实" * 400]
    assert rescued(tmp_path) == []


def test_words_that_cannot_be_stored_when_the_window_closes_are_told_of_by_the_next(
    qtbot, start, writing: Session, quit_, home: AppPaths, tmp_path: Path
):
    with held(home):
        note(writing).insertPlainText("请财政局核实")
        quit_(writing)
    assert rescued(tmp_path) == ["请财政局核实"]
    again = start()
    qtbot.waitUntil(lambda: "上次有 1 条批注没有存上" in again.window.messages.text)


def rescued(folder: Path) -> list[str]:
    """Give the words in the files of rescued notes."""
    files = folder.rglob("未保存的批注-*.txt")
    return [file.read_text("utf-8").split("\n")[2] for file in files]


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
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
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
