from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

import build_linux
import elf


def test_what_the_program_needs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dump = "  NEEDED               libGL.so.1\n    0x00 GLIBC_2.28\n"
    monkeypatch.setattr(elf, "headers", lambda _folder: {tmp_path / "a.so": dump})
    told = build_linux.needs(tmp_path)
    assert told == "needs glibc 2.28 or newer (for a.so), and libGL.so.1"


def on_a_throwaway_machine() -> bool:
    """Say whether a package may be installed here: CI's container, as root, on Debian."""
    return os.environ.get("CI") == "true" and os.geteuid() == 0 and bool(shutil.which("dpkg"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="test_build freezes elsewhere")
def test_the_program_can_be_frozen_packed_and_works(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    install = ["--install"] if on_a_throwaway_machine() else []
    status = build_linux.main(["--dist", str(tmp_path), *install])
    told = capfd.readouterr()
    assert status == 0, told.err
    assert "自检通过" in told.out
    assert "needs glibc 2." in told.out
    assert len(list(tmp_path.glob("*.deb"))) == len(list(tmp_path.glob("*.tar.gz"))) == 1
