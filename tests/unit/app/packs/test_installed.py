from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.packs.installed import Installations, InstalledVersion, Pointer, clear
from policyviewer.domain.packs import PackHead
from policyviewer.storage.folder_lock import locked

ID = "0123456789abcdef"


def version(number: int, as_of: str = "2026-01-01") -> InstalledVersion:
    head = PackHead("laws", "法规库", "司法局", number, as_of, 5, 5, 6)
    return InstalledVersion(f"v{number}", head, "2027-01-01", 3)


@pytest.fixture
def installations(tmp_path: Path) -> Installations:
    return Installations(tmp_path / "packs")


def folders(place: Path) -> set[str]:
    return {path.name for path in place.iterdir() if path.is_dir()}


def test_nothing_is_installed_at_first(installations: Installations):
    assert (installations.all(), installations.of(ID, "laws")) == ([], None)
    installations.sweep()
    assert not installations.folder.exists()


def test_a_pointer_is_read_as_it_was_written(installations: Installations):
    pointer = Pointer(version(2), version(1))
    installations.point(installations.place(ID, "laws"), pointer)
    found = installations.of(ID, "laws")
    assert found is not None
    assert (found.pointer, found.name, found.folder.name) == (pointer, f"{ID}/laws", "v2")
    assert pointer.swapped == Pointer(version(1), version(2))


def test_after_its_last_day_a_newer_pack_is_due(installations: Installations):
    installations.point(installations.place(ID, "laws"), Pointer(version(1)))
    (one,) = installations.all()
    assert [one.overdue(day) for day in ("2027-01-01", "2027-01-02")] == [False, True]


def test_the_latest_documents_come_first(installations: Installations):
    for library, day in (("a", "2025-01-01"), ("b", "2026-01-01")):
        installations.point(installations.place(ID, library), Pointer(version(1, day)))
    assert [one.library for one in installations.all()] == ["b", "a"]


@pytest.mark.parametrize("broken", ["", "{}", '{"current": 1}', "[" * 5000])
def test_a_broken_pointer_is_none(installations: Installations, broken: str):
    place = installations.place(ID, "laws")
    place.mkdir(parents=True)
    (place / "current.json").write_text(broken, encoding="utf-8")
    assert installations.all() == []


def test_a_pointer_leads_nowhere_else(installations: Installations):
    place = installations.place(ID, "laws")
    away = InstalledVersion("../../..", version(1).head, "", 1)
    installations.point(place, Pointer(away))
    assert installations.all() == []


def test_a_start_clears_what_nothing_needs(installations: Installations):
    place = installations.place(ID, "laws")
    installations.point(place, Pointer(version(3), version(2)))
    for name in ("v1", "v2", "v3", "v4.partial", "gone-v0"):
        (place / name).mkdir()
    installations.sweep()
    assert folders(place) == {"v2", "v3", "v4.partial"}
    clear(place, keep="v5.partial", all_unfinished=True)
    assert folders(place) == {"v2", "v3"}


def test_nothing_is_cleared_where_nobody_knows_what_is_needed(installations: Installations):
    """A pointer that cannot be read today, or that a later program wrote, costs no library."""
    place = installations.place(ID, "laws")
    (place / "v1").mkdir(parents=True)
    (place / "current.json").write_text('{"later": true}', encoding="utf-8")
    installations.sweep()
    assert folders(place) == {"v1"}


def test_nothing_is_cleared_while_another_program_installs(installations: Installations):
    place = installations.place(ID, "laws")
    (place / "v1").mkdir(parents=True)
    with locked(installations.folder):
        installations.sweep()
    assert folders(place) == {"v1"}
