from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from policyviewer.domain.errors import BusyFolderError
from policyviewer.storage.folder_lock import locked

HOLDER = """
import sys
from pathlib import Path
from policyviewer.storage.folder_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_is_let_go(tmp_path: Path):
    for _ in range(2):
        with locked(tmp_path / "packs"):
            pass


def test_one_holds_it_at_a_time(tmp_path: Path):
    with locked(tmp_path), pytest.raises(BusyFolderError), locked(tmp_path):
        pass


def test_it_dies_with_its_process(tmp_path: Path):
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(BusyFolderError), locked(tmp_path):
            pass
        holder.kill()
    with locked(tmp_path):
        pass
