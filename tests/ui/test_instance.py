from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from policyviewer.ui.instance import Instance, files_of


def test_a_second_claim_fails_while_the_first_lives(qapp, tmp_path: Path):
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_call_reaches_the_owner(qtbot, tmp_path: Path):
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    with qtbot.waitSignal(first.called):
        second.call_other()
    with qtbot.waitSignal(first.called):
        second.call_other()
    first.release()


def test_the_lock_of_a_dead_process_is_taken_over(qapp, tmp_path: Path):
    dying = (
        "import os, sys; from PySide6.QtCore import QCoreApplication, QLockFile;"
        "app = QCoreApplication([]); lock = QLockFile(sys.argv[1]); lock.setStaleLockTime(0);"
        "os._exit(0 if lock.tryLock(0) else 9)"
    )
    lock = tmp_path / "window.lock"
    subprocess.run([sys.executable, "-c", dying, str(lock)], check=True)
    assert lock.exists()
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.release()


def test_a_call_hands_over_the_files(qtbot, tmp_path: Path):
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    with qtbot.waitSignal(first.called) as heard:
        second.call_other([tmp_path / "甲 乙.pvnotes", Path("丙.docx")])
    assert heard.args == [[tmp_path / "甲 乙.pvnotes", Path("丙.docx").absolute()]]
    first.release()


def test_each_call_is_heard_once(qtbot, tmp_path: Path):
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    heard: list[list[Path]] = []
    first.called.connect(heard.append)
    for name in ("a", "b"):
        second.call_other([tmp_path / name])
        qtbot.waitUntil(lambda name=name: heard[-1:] == [[tmp_path / name]])
    assert len(heard) == 2
    first.release()


@pytest.mark.parametrize("line", [b"show\n", b"\xff\n", b"{}\n", b"[1]\n", b"\n"])
def test_a_line_of_another_form_names_no_file(line: bytes):
    assert files_of(line) == []


def test_without_a_place_for_a_lock_the_window_opens_all_the_same(qapp, tmp_path: Path):
    (tmp_path / "file").touch()
    assert Instance(tmp_path / "file" / "below").claim()
