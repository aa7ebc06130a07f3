"""The start of the program, from a terminal, a shortcut or the frozen executable."""

from __future__ import annotations

import io
import multiprocessing
import sys


def main() -> int:
    """Carry out the command line and give the exit status."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a windowed executable has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.platform == "win32":
        from policyviewer.cli.windowed import is_windowed, run_windowed

        if is_windowed():
            return run_windowed(sys.argv[1:])
    from policyviewer.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
