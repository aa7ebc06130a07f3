from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyviewer.domain.errors import BusyIndexError, StorageError, UnusableIndexError
from policyviewer.domain.queries import IndexedProvision, SearchQuery
from policyviewer.domain.tasks import Cancelled, JobContext, Progress
from policyviewer.search import manifest, segment_writer, writer
from policyviewer.search.reader import IndexReader

CTX = JobContext()


def total(folder: Path, text: str) -> int:
    return IndexReader([folder]).search(SearchQuery(text)).total


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def more(make_provision) -> list[IndexedProvision]:
    return [make_provision(f"新增的第{n}条，粮食。", n, document="beta") for n in range(3)]


def test_build_counts_the_provisions(tmp_path: Path, provisions) -> None:
    assert writer.build(tmp_path / "new" / "index", provisions, CTX) == len(provisions)


def test_an_index_of_nothing_can_be_searched(tmp_path: Path) -> None:
    assert writer.build(tmp_path, [], CTX) == 0
    assert total(tmp_path, "粮食") == 0


def test_a_build_replaces_what_was_there(index: Path, more) -> None:
    writer.build(index, more, CTX)
    assert (total(index, "高标准"), total(index, "新增")) == (0, 3)
    assert not (index / "000001").exists()


def test_a_build_reports_progress(tmp_path: Path, provisions) -> None:
    heard: list[Progress] = []
    writer.build(tmp_path, provisions, JobContext(report=heard.append), 6)
    assert [(one.done, one.total) for one in heard] == [(n, 6) for n in range(1, 7)]


def test_an_update_puts_documents_in(index: Path, more) -> None:
    assert writer.update(index, [], more, CTX) == 3
    assert (total(index, "高标准"), total(index, "粮食")) == (1, 4)


def test_an_update_takes_documents_out(index: Path) -> None:
    assert writer.update(index, ["alpha"], [], CTX) == 0
    assert total(index, "粮食") == 0


def test_an_update_replaces_a_document(index: Path, make_provision) -> None:
    writer.update(index, ["alpha", "unknown"], [make_provision("改过的粮食条文")], CTX)
    assert (total(index, "粮食"), total(index, "高标准")) == (1, 0)


def test_many_updates_keep_few_segments_and_every_provision(index: Path, make_provision) -> None:
    for turn in range(20):
        text = f"第{turn}次更新的粮食"
        writer.update(index, ["beta"], [make_provision(text, document="beta")], CTX)
        writer.update(index, [], [make_provision(text, document=f"doc{turn}")], CTX)
    reader = IndexReader([index])
    assert len(reader.refresh()) <= segment_writer.MOST_SEGMENTS
    assert reader.search(SearchQuery("更新的粮食")).total == 21
    assert reader.search(SearchQuery("高标准")).total == 1


def test_an_update_leaves_no_files_of_the_past(index: Path, more) -> None:
    writer.update(index, ["alpha"], more, CTX)
    assert {*manifest.read(index).files} == {path.name for path in (index / "000001").iterdir()}


@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_there_must_be_an_index_to_update(tmp_path: Path, index: Path, more, damage: str) -> None:
    folder = tmp_path / "none" if damage == "missing" else index
    if damage == "broken":
        (index / manifest.CURRENT).write_text("{")
    with pytest.raises(UnusableIndexError):
        writer.update(folder, [], more, CTX)


def test_an_update_of_an_index_that_lost_files_is_refused(index: Path, more) -> None:
    shutil.rmtree(index / "000001")
    with pytest.raises(UnusableIndexError):
        writer.update(index, [], more, CTX)


@pytest.mark.parametrize(
    "write", [writer.build, lambda *rest: writer.update(rest[0], [], *rest[1:])]
)
def test_a_cancelled_writer_leaves_the_index_and_no_lock(index: Path, more, write) -> None:
    before, ctx = files(index), JobContext()

    def interrupted() -> Iterator[IndexedProvision]:
        yield more[0]
        ctx.token.cancel()
        yield more[1]

    with pytest.raises(Cancelled):
        write(index, interrupted(), ctx)
    assert files(index) == before
    assert total(index, "粮食") == 1
    assert writer.update(index, [], more, CTX) == 3


def test_what_the_source_raises_is_raised(index: Path) -> None:
    def broken() -> Iterator[IndexedProvision]:
        raise ZeroDivisionError
        yield

    before = files(index)
    for write in (writer.build, lambda *rest: writer.update(rest[0], [], *rest[1:])):
        with pytest.raises(ZeroDivisionError):
            write(index, broken(), CTX)
    assert files(index) == before


def test_a_second_writer_in_another_process_is_told(index: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from policyviewer.domain.tasks import JobContext;"
        "from policyviewer.search import writer\n"
        "try: writer.update(Path(sys.argv[1]), [], [], JobContext())\n"
        "except Exception as error: print(type(error).__name__)"
    )

    def asking() -> Iterator[IndexedProvision]:
        assert python(code, index).stdout == "BusyIndexError\n"
        yield from ()

    assert writer.update(index, [], asking(), CTX) == 0


def test_a_second_writer_in_this_process_is_told(index: Path, more) -> None:
    def nested() -> Iterator[IndexedProvision]:
        with pytest.raises(BusyIndexError):
            writer.build(index, [], CTX)
        yield more[0]

    assert writer.update(index, [], nested(), CTX) == 1


def test_a_lock_file_that_was_left_over_is_no_lock(index: Path, more) -> None:
    assert (index / "write.lock").exists()
    assert writer.update(index, [], more, CTX) == 3


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, provisions) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        writer.build(tmp_path / "file" / "index", provisions, CTX)


_DYING = """
import os, signal, sys
from pathlib import Path
from dataclasses import replace
from policyviewer.domain.tasks import JobContext
from policyviewer.search import generation, manifest, segments, writer
folder, what, where = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
one = segments.open_segments(folder)[0].record(0)
def records():
    for n in range(50):
        if where == "records" and n == 30:
            die()
        yield replace(one, document="new", provision=str(n), text=f"新{n}", restored=f"新{n}")
if where == "before":
    manifest.switch = die
if where == "after":  # the first cleaning of an update is before it
    turns = iter([generation.clean_files] * (what == "update"))
    generation.clean_files = lambda *rest: next(turns, die)(*rest)
if what == "build":
    writer.build(folder, records(), JobContext())
else:
    writer.update(folder, [], records(), JobContext())
"""


@pytest.mark.parametrize("what", ["build", "update"])
@pytest.mark.parametrize(("where", "fresh"), [("records", 0), ("before", 0), ("after", 50)])
def test_a_killed_writer_leaves_the_old_index_or_the_new(index, what, where, fresh, more) -> None:
    killed = python(_DYING, index, what, where)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert total(index, "新") == fresh
    assert total(index, "高标准") == (0 if (fresh and what == "build") else 1)
    assert writer.update(index, [], more, CTX) == 3
    assert total(index, "新增") == 3
    assert {*manifest.read(index).files} == {
        path.name for path in manifest.read(index).folder(index).iterdir()
    }


def test_words_of_the_user_are_indexed(tmp_path: Path, make_provision) -> None:
    (tmp_path / "words.txt").write_text("甲乙丙丁 100000\n", encoding="utf-8")
    index = tmp_path / "index"
    writer.build(index, [make_provision("学习甲乙丙丁法")], CTX, dictionary=tmp_path)
    assert "甲乙丙丁".encode() in b"".join(path.read_bytes() for path in index.glob("*/*.trm"))


def test_many_rows_go_into_several_segments(index: Path, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_ROWS", 15)
    many = [make_provision(f"条文{number}", number, document="many") for number in range(40)]
    assert writer.update(index, ["alpha"], many, CTX) == 40
    assert len(IndexReader([index]).refresh()) > 1
    assert (total(index, "条文"), total(index, "粮食")) == (40, 0)
