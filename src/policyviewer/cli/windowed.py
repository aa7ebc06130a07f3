"""The start from an icon: without a terminal, a failure is told in a box and kept in a file."""

from __future__ import annotations

import io
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import policyviewer

LOG = "start-failure.log"
_TERMINAL = "-cli"
"""The end of the other program's name; see policyviewer.spec."""
_TITLE = "政策阅读器"
_UNTOLD = "程序出了意外错误，没有打开。请重新安装程序；您的文件和批注不受影响。"
_TOO_OLD = "需要 Windows 10 或更新的系统（64 位），这台电脑的系统较旧，不能运行政策阅读器。"
_FIRST_GOOD, _OLD_STATUS = 10, 3
"""Qt's libraries cannot be loaded on an older Windows; the installer ends with the same status."""
_ICON_ERROR, _TO_FOREGROUND = 0x10, 0x10000
"""MB_ICONERROR and MB_SETFOREGROUND of MessageBoxW."""


def is_windowed() -> bool:
    """Say whether this is the program with the window, which nobody looks at a terminal for.

    Its streams do not tell: whoever starts it may have given it some.
    """
    return bool(getattr(sys, "frozen", False)) and _TERMINAL not in Path(sys.executable).stem


def windows_version() -> int:
    """Give the first number of Windows' version: 6 for Windows 7 and 8, 10 for 10 and 11."""
    if sys.platform == "win32":
        return sys.getwindowsversion().major
    return _FIRST_GOOD


def run_windowed(
    argv: Sequence[str],
    run: Callable[[Sequence[str]], int] | None = None,
    show: Callable[[str], None] | None = None,
) -> int:
    """Carry out a command line without a terminal and give its exit status; raises nothing.

    ``run`` carries it out, ``show`` tells the user what has gone wrong.
    """
    if windows_version() < _FIRST_GOOD:
        (show or show_box)(_TOO_OLD)
        return _OLD_STATUS
    said = io.StringIO()
    sys.stdout = sys.stdout or said
    sys.stderr = said
    status = _status(argv, run)
    if status:
        words = said.getvalue().strip() or f"程序没有打开（{status}）。"
        kept = keep(f"{policyviewer.__version__} {list(argv)}\n{words}", places())
        told = words.partition("Traceback")[0].strip() or _UNTOLD
        (show or show_box)(f"{told}\n\n详情：{kept}" if kept else words)
    return status


def keep(words: str, folders: Iterator[Path]) -> Path | None:
    """Add words to the log of failed starts, in the first folder that takes it; give the file."""
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / LOG).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now().astimezone().isoformat()} {words}\n\n")
        except OSError:
            continue
        return folder / LOG
    return None


def places() -> Iterator[Path]:
    """Give where the log may be kept: the program's own place first."""
    try:
        from policyviewer.app.paths import AppPaths

        yield AppPaths.find().logs
    except Exception:  # noqa: BLE001  # this may be what has failed
        pass
    yield Path(tempfile.gettempdir())


def show_box(words: str) -> None:
    """Show a box of the system's own, for which nothing has to be loaded."""
    if sys.platform == "win32":
        import ctypes

        kind = _ICON_ERROR | _TO_FOREGROUND
        ctypes.windll.user32.MessageBoxW(None, words, _TITLE, kind)


def _status(argv: Sequence[str], run: Callable[[Sequence[str]], int] | None) -> int:
    try:
        if run is None:
            from policyviewer.cli.run import run as run_command_line

            run = run_command_line
        return run(["--debug", *argv])  # the whole story, of which the box shows the beginning
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001  # nobody would see it
        traceback.print_exc()
        return 1
