"""Run by the Windows CPython: puts another icon into a frozen program.

    python set_icon.py PROGRAM.exe ICON.ico

Windows drops what follows a program's own parts when its resources change, and the loader's
archive is just that; so it is cut off before and put back behind.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pefile
from PyInstaller.utils.win32 import icon, winutils


def replace_icon(program: Path, picture: Path) -> None:
    """Put the icon into the program in place of the one it has."""
    data = program.read_bytes()
    archive = pefile.PE(data=data, fast_load=True).get_overlay_data_start_offset()
    program.write_bytes(data[:archive])
    icon.CopyIcons_FromIco(str(program), [str(picture)])
    with program.open("ab") as file:
        file.write(data[archive:])
    winutils.update_exe_pe_checksum(str(program))


if __name__ == "__main__":
    replace_icon(Path(sys.argv[1]), Path(sys.argv[2]))
