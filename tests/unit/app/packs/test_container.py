from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from policyviewer.app.packs import container
from policyviewer.app.packs.container import PackLabel, PackReader, PackWriter
from policyviewer.domain.errors import PackError, UnreadablePackError

BLOCKS = [bytes([n]) * 5000 for n in range(5)]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return written(tmp_path / "a.pvpack")


def written(path: Path) -> Path:
    with PackWriter(path) as writer:
        for block in BLOCKS:
            writer.add_block(block)
        writer.add_label(PackLabel("qingshan", 3, 1))
    return path


def read_all(path: Path) -> list[bytes]:
    with PackReader(path) as pack:
        for name in pack.names():
            pack.read(name, 10_000)
        return [pack.block(one, 5000) for one in pack.blocks()]


def test_blocks_and_label_come_back(pack: Path):
    assert read_all(pack) == BLOCKS
    with PackReader(pack) as opened:
        assert opened.label == PackLabel("qingshan", 3, 1)
        assert opened.has_block(next(opened.blocks()))
        assert not opened.has("metadata/1.root.json")


def test_the_same_entries_give_the_same_bytes(pack: Path, tmp_path: Path):
    assert written(tmp_path / "b.pvpack").read_bytes() == pack.read_bytes()


def test_any_bit_that_is_turned_is_noticed(pack: Path):
    chance, whole = random.Random(10), pack.read_bytes()
    for at in range(chance.randrange(4), len(whole), 4):
        changed = bytearray(whole)
        changed[at] ^= 1 << chance.randrange(8)
        pack.write_bytes(changed)
        with pytest.raises(PackError, match="已损坏"):
            read_all(pack)


def test_any_cut_is_noticed(pack: Path):
    whole = pack.read_bytes()
    for length in range(0, len(whole), 3):
        pack.write_bytes(whole[:length])
        with pytest.raises(PackError, match="已损坏"):
            read_all(pack)


def test_what_stands_before_behind_or_between_is_noticed(pack: Path):
    whole = pack.read_bytes()
    for changed in (b"MZ" + whole, whole + b"x", whole[:60] + b"x" + whole[60:]):
        pack.write_bytes(changed)
        with pytest.raises(PackError, match="已损坏"):
            read_all(pack)


def test_a_pack_that_is_no_pack_is_told(tmp_path: Path):
    with pytest.raises(UnreadablePackError, match="读不出"):
        PackReader(tmp_path / "没有.pvpack")
    with zipfile.ZipFile(tmp_path / "b.pvpack", "w") as made:
        made.writestr("../../evil.txt", "x")
    with pytest.raises(PackError, match="已损坏"):
        PackReader(tmp_path / "b.pvpack")


def test_a_frame_that_grows_beyond_its_block_is_refused(pack: Path, tmp_path: Path):
    bomb = tmp_path / "bomb.pvpack"
    with PackReader(pack) as opened, PackWriter(bomb) as writer:
        name = next(opened.blocks())
        writer.add(f"blocks/{name}", writer.packed(bytes(16 << 20)))
        writer.add_label(opened.label)
    with PackReader(bomb) as opened, pytest.raises(PackError, match="已损坏"):
        opened.block(name, 5000)


def test_a_list_of_entries_that_is_too_long_is_not_read(pack: Path, monkeypatch):
    monkeypatch.setattr(container, "MOST_ENTRIES", 3)
    with pytest.raises(PackError, match="已损坏"):
        PackReader(pack)


def test_packs_beyond_the_limits_of_old_zip_files_are_read(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 300)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 3)
    assert read_all(written(tmp_path / "large.pvpack")) == BLOCKS


def test_a_medium_that_fails_is_told_as_such(pack: Path, monkeypatch):
    def fail(*_arguments: object) -> bytes:
        raise OSError(5, "Input/output error")

    with PackReader(pack) as opened:
        monkeypatch.setattr(opened, "_local_header", fail)
        with pytest.raises(UnreadablePackError, match="读不出"):
            opened.read("pack.json", 1000)
