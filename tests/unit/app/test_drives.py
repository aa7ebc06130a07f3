from __future__ import annotations

from pathlib import PureWindowsPath

import pytest

from policyviewer.app.drives import Drive

STICK = Drive("E:")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("E:\\资料\\通知.docx", "\\资料\\通知.docx"),
        ("e:\\资料", "\\资料"),
        ("C:\\资料", "C:\\资料"),
        ("\\\\server\\share\\资料", "\\\\server\\share\\资料"),
    ],
)
def test_the_letter_of_the_programs_own_drive_is_not_stored(path: str, kept: str):
    assert STICK.kept(PureWindowsPath(path)) == kept


@pytest.mark.parametrize("path", ["E:\\资料\\通知.docx", "C:\\资料", "\\\\server\\share\\资料"])
def test_what_is_stored_is_found_again(path: str):
    assert str(STICK.found(STICK.kept(PureWindowsPath(path)))) == path


def test_under_another_letter_it_is_found_too():
    kept = STICK.kept(PureWindowsPath("E:\\资料"))
    assert str(Drive("F:").found(kept)) == "F:\\资料"


def test_a_program_that_stays_stores_whole_paths():
    assert Drive().kept(PureWindowsPath("E:\\资料")) == "E:\\资料"
    assert str(Drive().found("/home/li")) == "/home/li"
