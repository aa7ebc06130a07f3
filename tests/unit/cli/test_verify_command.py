from __future__ import annotations

from pathlib import Path


def test_a_sound_library_is_told_as_such(cli, opinion: Path):
    cli("import", opinion)
    assert cli("verify", "--json").json == {"ok": True, "problems": []}
    assert "一切正常" in cli("verify").out


def test_what_is_damaged_is_told_with_its_place(cli, opinion: Path, tmp_path: Path):
    cli("import", opinion)
    index = next((tmp_path / "lib").glob("index/0*/*.pst"))
    index.write_bytes(index.read_bytes()[:-1])
    result = cli("verify", "--json")
    (problem,) = result.json["problems"]
    assert (result.status, problem["repairable"]) == (1, True)
    assert "可以修复" in cli("verify").out
