from __future__ import annotations

import logging
from pathlib import Path

import pytest

from policyviewer.cli import library_commands
from policyviewer.cli.run import run


def test_a_failure_is_one_line_a_hint_and_status_one(cli):
    result = cli("show", "没有这份")
    assert (result.status, result.out) == (1, "")
    assert result.err.count("\n") == 2
    assert "Traceback" not in result.err


def test_debug_adds_the_technical_detail(cli):
    assert "Traceback" in cli("show", "没有这份", "--debug").err


def test_an_interruption_has_its_own_status(cli, monkeypatch: pytest.MonkeyPatch):
    def interrupt(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(library_commands, "list_documents", interrupt)
    assert cli("documents").status == 130


def test_a_bug_is_told_in_one_line_and_logged(
    cli, home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def stumble(*_arguments: object) -> int:
        return 1 // 0

    monkeypatch.setattr(library_commands, "list_documents", stumble)
    with caplog.at_level(logging.ERROR):
        result = cli("documents")
    assert (result.status, result.err.count("\n")) == (1, 2)
    assert "ZeroDivisionError" in (home / "logs" / "policyviewer.log").read_text(encoding="utf-8")
    assert "unexpected error" in caplog.text


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        run(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("policyviewer ")


def test_nothing_is_written_outside_home_and_library(cli, opinion: Path, tmp_path: Path):
    cli("import", opinion)
    assert {path.name for path in tmp_path.iterdir()} == {"home", "lib", opinion.name}
