"""On Windows: installs the program silently, starts it, and removes it again.

    python build_scripts/try_installer.py [--dist DIR]

The short drill for a machine that is a real Windows; the long one is try_windows.py. Gives 1 with
the reason when anything is not as it should be.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CONSOLE = "policyviewer-cli.exe"
_PATIENCE = 60
"""Seconds that the uninstaller, which deletes itself, may go on after it has returned."""


class TrialError(Exception):
    """Ends the trial; the text says what is wrong."""


def installing(setup: Path, folder: Path) -> str:
    """Give the command line of a silent installation: the folder comes last, without quotes."""
    return f'"{setup}" /S /D={folder}'


def perform(setup: Path, folder: Path, home: Path) -> None:
    """Install, try and remove; raises TrialError."""
    _must(installing(setup, folder), "install")
    environ = {**os.environ, "POLICYVIEWER_HOME": str(home)}
    _must([str(folder / _CONSOLE), "--smoke-test"], "self-test", environ)
    _must([str(folder / "uninstall.exe"), "/S"], "uninstall")
    end = time.monotonic() + _PATIENCE
    while folder.exists():
        if time.monotonic() > end:
            raise TrialError(f"left behind: {[path.name for path in folder.iterdir()]}")
        time.sleep(0.5)


def main(arguments: Sequence[str]) -> int:
    """Try the installer that build_windows.py has made."""
    parser = argparse.ArgumentParser(description="Install, start and remove the program.")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist" / "windows")
    options = parser.parse_args(arguments)
    found = sorted(options.dist.glob("*-setup.exe"))
    if len(found) != 1:
        print(f"{options.dist} has {len(found)} installers", file=sys.stderr)
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="policyviewer-") as made:
            perform(
                found[0].absolute(), Path(made) / "政策 阅读" / "应用（测试）", Path(made) / "home"
            )
    except (TrialError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return 1
    print("installed, started and removed")
    return 0


def _must(command: str | list[str], what: str, environ: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, timeout=600, check=False)
    print(done.stdout.decode("utf-8", "replace"), end="")
    if done.returncode:
        raise TrialError(f"{what}: status {done.returncode}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
