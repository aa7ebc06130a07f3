from __future__ import annotations

from pathlib import Path


def test_the_library_is_written_for_a_server(cli, opinion: Path, tmp_path: Path):
    cli("import", opinion)
    told = cli("server-files", "--out", tmp_path / "out", "--json").json
    assert told["files"] == ["index.json", "bulk-00001.ndjson"]
    assert told["provisions"] > 5
    assert "先用 index.json 建立索引" in cli("server-files", "--out", tmp_path / "out").out


def test_a_wrong_name_is_told(cli, tmp_path: Path):
    result = cli("server-files", "--out", tmp_path / "out", "--index", "Ä")
    assert (result.status, "不能作索引的名称" in result.err) == (1, True)
