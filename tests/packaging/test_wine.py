from __future__ import annotations

from pathlib import Path

import pytest

from windows.wine import Wine, windows_path


def test_a_path_of_this_machine_lies_on_drive_z():
    assert windows_path(Path("/work/政策 库")) == "Z:\\work\\政策 库"


def test_a_program_inherits_nothing_that_could_help(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", "src")
    monkeypatch.setenv("POLICYVIEWER_HOME", "/x")
    environ = Wine(Path("/p"), environ={"SOURCE_DATE_EPOCH": "1"}).environment()
    assert not {"PYTHONPATH", "POLICYVIEWER_HOME"} & environ.keys()
    assert (environ["WINEPREFIX"], environ["SOURCE_DATE_EPOCH"]) == ("/p", "1")


def test_it_is_a_chinese_windows():
    assert Wine(Path("/p")).environment()["LC_ALL"] == "zh_CN.UTF-8"


@pytest.mark.parametrize(
    ("display", "shown"), [("", {"WINEQT_QPA_PLATFORM": "offscreen"}), (":9", {"DISPLAY": ":9"})]
)
def test_without_a_display_qt_draws_offscreen(display: str, shown: dict[str, str]):
    environ = Wine(Path("/p"), display).environment()
    names = ("DISPLAY", "WINEQT_QPA_PLATFORM")
    assert {name: environ[name] for name in names if name in environ} == shown
