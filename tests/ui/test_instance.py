from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from policyviewer.ui.instance import Instance


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
