from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from policyviewer.cli import windowed
from policyviewer.cli.windowed import LOG, is_windowed, keep, run_windowed

Run = Callable[[Sequence[str]], int]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLICYVIEWER_HOME", str(tmp_path))
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    return tmp_path


@pytest.fixture
def start(home: Path):
    """Give a start without a terminal: its status and what was shown."""

    def begin(run: Run | None, *words: str) -> tuple[int, list[str]]:
        shown: list[str] = []
        return run_windowed(words, run, shown.append), shown

    return begin


@pytest.mark.parametrize(
    ("frozen", "name", "windowed"),
    [
        (True, "PolicyViewer.exe", True),
        (True, "policyviewer-cli.exe", False),
        (False, "python.exe", False),
    ],
)
def test_the_program_with_the_window_has_no_terminal(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, name: str, windowed: bool
):
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "executable", name)
    assert is_windowed() is windowed


def stumble(_argv: Sequence[str]) -> int:
    raise RuntimeError("the disk is on fire")


def test_a_start_that_succeeds_shows_nothing(start, home: Path):
    assert start(lambda _argv: 0) == (0, [])
    assert not (home / "logs" / LOG).exists()


def test_an_old_windows_is_told_before_anything_is_loaded(start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(windowed, "windows_version", lambda: 6)
    status, (shown,) = start(stumble)
    assert (status, "需要 Windows 10" in shown) == (3, True)


def test_a_crash_is_shown_in_words_and_kept_in_full(start, home: Path):
    status, (shown,) = start(stumble)
    log = (home / "logs" / LOG).read_text(encoding="utf-8")
    assert status == 1
    assert "Traceback" not in shown
    assert "请重新安装程序" in shown
    assert str(home / "logs" / LOG) in shown
    assert "the disk is on fire" in log


def test_what_the_command_line_says_of_a_failure_is_shown(start):
    status, (shown,) = start(None, "show", "没有这份")
    assert status == 1
    assert shown.startswith("文库里没有“没有这份”")


def test_the_log_has_the_technical_detail_that_is_not_shown(start, home: Path):
    _status, (shown,) = start(None, "show", "没有这份")
    assert "Traceback" not in shown
    assert "Traceback" in (home / "logs" / LOG).read_text(encoding="utf-8")


def test_wrong_usage_is_shown(start):
    status, (shown,) = start(None, "--nonsense")
    assert status == 2
    assert "不认识" in shown


def test_each_failure_is_added_to_the_log(start, home: Path):
    start(stumble)
    start(stumble)
    assert (home / "logs" / LOG).read_text(encoding="utf-8").count("RuntimeError: ") == 2


def test_where_one_folder_takes_no_file_the_next_does(tmp_path: Path):
    (tmp_path / "file").touch()
    assert keep("x", iter([tmp_path / "file", tmp_path / "b"])) == tmp_path / "b" / LOG
    assert keep("x", iter([tmp_path / "file"])) is None
