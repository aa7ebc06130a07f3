from __future__ import annotations

from pathlib import Path


def test_a_watched_folder_is_listed_imported_and_forgotten(cli, opinion: Path, tmp_path: Path):
    folder = tmp_path / "政策"
    folder.mkdir()
    (folder / "意见.txt").write_bytes(opinion.read_bytes())
    assert cli("watch", "add", folder).status == 0
    listed = cli("watch", "list", "--json").json
    assert listed == {
        "folders": [str(folder)],
        "missing": [],
        "new": [str(folder / "意见.txt")],
    }
    assert cli("watch", "import", "--json").json["imported"] == 1
    assert cli("watch", "import", "--json").json["imported"] == 0
    assert "有 0 份新文件" in cli("watch", "remove", folder).out
    assert cli("watch", "list", "--json").json["folders"] == []


def test_a_folder_that_is_not_there_cannot_be_watched(cli, tmp_path: Path):
    result = cli("watch", "add", tmp_path / "没有")
    assert (result.status, "找不到文件夹" in result.err) == (1, True)


def test_a_folder_that_went_away_is_told(cli, tmp_path: Path):
    folder = tmp_path / "U盘"
    folder.mkdir()
    cli("watch", "add", folder)
    folder.rmdir()
    assert f"{folder}（现在找不到）" in cli("watch", "list").out
