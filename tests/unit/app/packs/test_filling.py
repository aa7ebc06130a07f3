from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from policyviewer.app.packs.filling import check_room, damage, fill, manifest_in, settle
from policyviewer.app.packs.tree import EPOCH
from policyviewer.domain.errors import StorageError
from policyviewer.domain.packs import Manifest, PackedFile, PackHead
from policyviewer.domain.tasks import JobContext

HEAD = PackHead("laws", "法规库", "司法局", 1, "2026-01-01", 5, 5, 6)
DATA = bytes(range(256)) * 200
BLOCK = 16 << 10


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


PARTS = [DATA[at : at + BLOCK] for at in range(0, len(DATA), BLOCK)]
FILE = PackedFile("library.sqlite", len(DATA), BLOCK, tuple(map(digest, PARTS)))
MANIFEST = Manifest(HEAD, (), (), (FILE,))


class Source:
    """Gives blocks and remembers which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def get(self, sha256: str, size: int) -> bytes:
        self.asked.append(sha256)
        return next(one for one in PARTS if digest(one) == sha256 and len(one) == size)


def test_what_is_filled_is_what_was_packed(tmp_path: Path):
    fill(tmp_path, MANIFEST, Source(), JobContext())
    assert (tmp_path / "library.sqlite").read_bytes() == DATA
    assert damage(tmp_path, MANIFEST, JobContext()) == []


@pytest.mark.parametrize("present", [0, 1, BLOCK, 2 * BLOCK + 5, len(DATA), len(DATA) + 9])
def test_what_is_there_already_is_not_asked_for(tmp_path: Path, present: int):
    (tmp_path / "library.sqlite").write_bytes((DATA + b"remains..")[:present])
    source = Source()
    fill(tmp_path, MANIFEST, source, JobContext())
    assert (tmp_path / "library.sqlite").read_bytes() == DATA
    whole = len(PARTS) if present >= len(DATA) else present // BLOCK
    assert len(source.asked) == len(PARTS) - whole


def test_every_kind_of_damage_is_found(tmp_path: Path):
    place = tmp_path / "library.sqlite"
    for data in (DATA[:-1], DATA + b"x", DATA[:99] + b"?" + DATA[100:], b""):
        place.write_bytes(data)
        assert damage(tmp_path, MANIFEST, JobContext()) == ["library.sqlite"]
    place.unlink()
    assert damage(tmp_path, MANIFEST, JobContext()) == ["library.sqlite"]


def test_all_files_have_the_one_time(tmp_path: Path):
    fill(tmp_path, MANIFEST, Source(), JobContext())
    settle(tmp_path)
    assert (tmp_path / "library.sqlite").stat().st_mtime == EPOCH


def test_a_place_that_is_taken_is_told(tmp_path: Path):
    (tmp_path / "library.sqlite").mkdir()
    with pytest.raises(StorageError, match="无法写入"):
        fill(tmp_path, MANIFEST, Source(), JobContext())
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="无法写入"):
        check_room(tmp_path / "file" / "x", MANIFEST)


def test_where_there_is_no_manifest_there_is_none(tmp_path: Path):
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    assert manifest_in(tmp_path) is None


def test_the_size_of_all_files_is_added_up_once_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    monkeypatch.setattr(Manifest, "size", property(lambda _self: asked.append(1) or 0))
    files = tuple(PackedFile(f"{n}.txt", BLOCK, BLOCK, FILE.blocks[:1]) for n in range(40))
    many = Manifest(HEAD, (), (), files)
    fill(tmp_path, many, Source(), JobContext())
    assert damage(tmp_path, many, JobContext()) == []
    assert len(asked) == 2
