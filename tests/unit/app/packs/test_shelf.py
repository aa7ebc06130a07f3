from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app import indexing
from policyviewer.app.collection import Collection
from policyviewer.app.packs.shelf import open_installed
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.tasks import JobContext


@pytest.fixture
def collection(user: User) -> Iterator[Collection]:
    with Collection([open_shelf(user.paths.library, writable=True)], user.paths) as opened:
        yield opened


def test_a_pack_is_opened_without_writing_to_it(user: User, press: Press):
    made = user.install(press.full(1))
    before = {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")}
    with closing(open_installed(made, user.paths)) as opened:
        assert not indexing.mend(opened, JobContext())
        (first, *_others) = opened.documents.summaries()
        assert opened.originals.path(first.source.sha256) is not None
    assert {path: path.stat().st_mtime_ns for path in made.folder.rglob("*")} == before
    assert not (user.paths.cache / "packs").exists()


def test_another_version_is_shown_while_the_former_can_be_read(user, press, collection):
    user.install(press.full(1))
    collection.take_packs()
    former = collection.shelves[0]
    user.install(press.full(2))
    collection.take_packs()
    assert len(collection.shelves[0].documents.summaries()) == 3
    assert len(former.documents.summaries()) == 2
    collection.take_packs()
    assert len(collection.shelves) == 2


def test_a_pack_that_cannot_be_opened_is_left_out(user: User, press: Press, collection):
    made = user.install(press.full(1))
    (made.folder / "library.sqlite").write_bytes(b"broken" * 500)
    collection.take_packs()
    assert len(collection.shelves) == 1


def older(folder: Path) -> None:
    """Let a database look like one of a program before the last migration."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as database:
        database.execute("DROP INDEX version_summary")
        database.execute("PRAGMA user_version = 4")
        database.commit()


def test_what_an_older_program_made_is_brought_up_to_date_in_a_copy(user, press, monkeypatch):
    made = user.install(press.full(1))
    older(made.folder)
    before = (made.folder / "library.sqlite").read_bytes()
    for _ in range(2):
        with closing(open_installed(made, user.paths)) as opened:
            assert len(opened.documents.summaries()) == 2
            assert indexing.mend(opened, JobContext()) is (_ == 0)
            (first, *_others) = opened.documents.summaries()
            assert opened.originals.path(first.source.sha256) is not None
    assert (made.folder / "library.sqlite").read_bytes() == before


def test_a_copy_that_was_made_by_the_program_before_is_made_anew(user: User, press: Press):
    made = user.install(press.full(1))
    older(made.folder)
    open_installed(made, user.paths).close()
    (copy,) = (user.paths.cache / "packs").rglob("library.sqlite")
    older(copy.parent)
    with closing(open_installed(made, user.paths)) as opened:
        assert len(opened.documents.summaries()) == 2
