from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from tests.unit.packing import FOREST, ROADS, ROADS_2, Press, inline

from policyviewer.app.packs import tree


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make = tree.ImportService
    monkeypatch.setattr(tree, "ImportService", lambda shelf, now: make(shelf, now, readers=inline))
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "防火.txt").write_text(FOREST, encoding="utf-8")
    (folder / "公路.txt").write_text(ROADS, encoding="utf-8")
    return folder


@pytest.fixture
def build(cli, press: Press, documents: Path, tmp_path: Path):
    """Build a pack of the documents; gives what was told."""

    def call(out: str, *words: object, source: Path = documents):
        keys = press.folder / "keys"
        return cli(
            *("pack", "build", "--from", source, "--out", tmp_path / out, "--keys", keys),
            *words,
            library=False,
        )

    return call


NAMED = ("--name", "shanlin", "--title", "山林政策库", "--as-of", "2026-11-01", "--json")


def test_a_folder_becomes_a_pack_and_then_an_update(build, documents: Path, tmp_path: Path):
    first = build("1.pvpack", *NAMED).json
    assert (first["version"], first["documents"], first["failed"]) == (1, 2, [])
    (documents / "公路.txt").write_text(ROADS_2, encoding="utf-8")
    words = ("--since", tmp_path / "1.pvpack", "--as-of", "2026-11-02", "--json")
    second = build("1-2.pvpack", *words, "--full", tmp_path / "2.pvpack").json
    assert (second["version"], second["title"]) == (2, "山林政策库")
    assert [one["kind"] for one in second["changes"]] == ["revised"]
    again = build("again.pvpack", "--since", tmp_path / "1.pvpack", source=tmp_path / "2.pvpack")
    assert "已写成" in again.out
    assert (tmp_path / "again.pvpack").read_bytes() == (tmp_path / "1-2.pvpack").read_bytes()


def test_files_that_cannot_be_read_are_told_and_left_out(build, documents: Path):
    (documents / "坏.docx").write_bytes(b"PK\x03\x04broken")
    result = build("1.pvpack", *NAMED)
    assert (result.status, result.json["documents"]) == (1, 2)
    assert "坏.docx" in result.json["failed"][0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "缺少文库的代号"),
        (("--name", "青山"), "不能作文库的代号"),
    ],
)
def test_what_is_missing_is_told(build, words, told: str):
    result = build("1.pvpack", *words)
    assert (result.status, told in result.err) == (1, True)


def test_keys_and_bases_that_are_missing_are_told(cli, press: Press, documents: Path, tmp_path):
    line = ("pack", "build", "--from", documents, "--out", tmp_path / "1.pvpack", "--name", "a")
    assert "缺少密钥文件夹" in cli(*line, library=False).err
    line = ("pack", "build", "--from", press.full(2), "--out", tmp_path / "1.pvpack")
    assert "缺少 --since" in cli(*line, library=False).err
    line = ("pack", "build", "--from", documents, "--out", tmp_path / "没有" / "1.pvpack")
    assert "找不到文件夹" in cli(*line, library=False).err


def test_keys_are_made_and_renewed(cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "keys"
    assert "缺少发布单位的名称" in cli("pack", "keygen", folder, library=False).err
    monkeypatch.setattr(getpass, "getpass", lambda _words: "青山不改")
    words = ("--publisher", "司法局", "--passphrase", "--json")
    made = cli("pack", "keygen", folder, *words, library=False).json
    assert b"ENCRYPTED" in (folder / "signing.pem").read_bytes()
    renewed = cli("pack", "keygen", folder, "--renew", library=False)
    assert "第 2 次证明" in renewed.out
    assert made["fingerprint"][:4].upper() in renewed.out


def test_two_different_passphrases_make_no_keys(cli, tmp_path: Path, monkeypatch):
    given = iter(["一", "二"])
    monkeypatch.setattr(getpass, "getpass", lambda _words: next(given))
    words = ("--publisher", "司法局", "--passphrase")
    assert "不一样" in cli("pack", "keygen", tmp_path / "keys", *words, library=False).err
    assert not (tmp_path / "keys").exists()
