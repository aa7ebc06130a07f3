from __future__ import annotations

import gc
from contextlib import closing
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import build_services, open_notes
from policyviewer.app.settings import Settings
from policyviewer.domain.errors import DamagedDatabaseError, DamagedNotesError


def test_the_services_of_a_new_home_are_ready(tmp_path: Path):
    with closing(build_services(AppPaths.under(tmp_path), Settings())) as services:
        assert [one.id for one in services.library.documents()] == [
            "regional-coordination",
            "manual",
        ]
        assert services.annotating.all() == []


def test_a_broken_notes_database_is_refused_before_anything_else(tmp_path: Path):
    paths = AppPaths.under(tmp_path)
    paths.data.mkdir(parents=True)
    paths.notes.write_bytes(b"this was a database once" * 500)
    with pytest.raises(DamagedNotesError):
        open_notes(paths)


def test_a_broken_library_leaves_nothing_open(tmp_path: Path):
    paths = AppPaths.under(tmp_path)
    paths.library.mkdir(parents=True)
    (paths.library / "library.sqlite").write_bytes(b"this was a database once" * 500)
    with pytest.raises(DamagedDatabaseError):
        build_services(paths, Settings())
    gc.collect()  # a connection that nobody closed warns here, and a warning fails the test
