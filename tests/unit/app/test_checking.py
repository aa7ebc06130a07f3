from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.packing import FOREST, Press, User, take_in

from policyviewer.app.checking import problems
from policyviewer.app.collection import Collection
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.tasks import JobContext
from policyviewer.storage import database
from policyviewer.storage.database import Schema
from policyviewer.storage.steps import steps_of


@pytest.fixture
def user(tmp_path: Path, press: Press) -> User:
    from datetime import UTC, datetime

    made = User(AppPaths.under(tmp_path / "home")).trusting(press)
    made.install(press.full(1))
    take_in(made.paths.library, {"我的.txt": FOREST}, datetime(2026, 1, 1, tzinfo=UTC))
    open_notes(made.paths).close()
    return made


@pytest.fixture
def collection(user: User) -> Iterator[Collection]:
    with Collection([open_shelf(user.paths.library, writable=True)], user.paths) as opened:
        opened.take_packs()
        yield opened


def found(collection: Collection, user: User) -> list[tuple[str, bool]]:
    told = problems(collection, user.paths, JobContext())
    return [(Path(one.where).name, one.repairable) for one in told]


def test_what_is_sound_has_no_problems(collection: Collection, user: User):
    assert found(collection, user) == []


def test_a_turned_bit_of_a_pack_is_found_and_can_be_repaired(collection, user: User, press: Press):
    original = next(user.installations.all()[0].folder.glob("originals/*/*"))
    data = bytearray(original.read_bytes())
    data[7] ^= 1
    original.write_bytes(data)
    assert found(collection, user) == [(original.name, True)]
    user.install(press.full(1))
    collection.take_packs()
    assert found(collection, user) == []


def test_a_pack_that_a_later_program_has_left_is_found(
    collection: Collection, user: User, monkeypatch: pytest.MonkeyPatch
):
    (one,) = user.installations.all()
    earlier = steps_of(Schema.LIBRARY.value)[:-1]
    known = {Schema.LIBRARY.value: earlier, Schema.NOTES.value: steps_of(Schema.NOTES.value)}
    monkeypatch.setattr(database, "steps_of", known.__getitem__)
    assert found(collection, user) == [(one.folder.name, True)]


def test_a_damaged_index_and_missing_originals_are_found(collection: Collection, user: User):
    index = next(user.paths.library.glob("index/0*/*.pst"))
    index.write_bytes(index.read_bytes()[:-1] + b"?")
    next(user.paths.library.glob("originals/*/*")).unlink()
    assert found(collection, user) == [("index", True), ("library", False)]


def test_broken_notes_are_found(collection: Collection, user: User):
    user.paths.notes.write_bytes(b"broken" * 1000)
    assert found(collection, user) == [("notes.sqlite", False)]


def test_a_pack_without_its_manifest_is_found(collection: Collection, user: User):
    (user.installations.all()[0].folder / "manifest.json").unlink()
    assert found(collection, user) == [("manifest.json", True)]
