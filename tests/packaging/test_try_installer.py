from __future__ import annotations

from pathlib import Path

from try_installer import installing, main


def test_the_folder_comes_last_and_without_quotes():
    line = installing(Path("x setup.exe"), Path("政策 阅读"))
    assert line == '"x setup.exe" /S /D=政策 阅读'


def test_there_must_be_one_installer(tmp_path: Path, capsys):
    assert main(["--dist", str(tmp_path)]) == 1
    for name in ("a-setup.exe", "b-setup.exe"):
        (tmp_path / name).touch()
    assert main(["--dist", str(tmp_path)]) == 1
    assert "has 2 installers" in capsys.readouterr().err
