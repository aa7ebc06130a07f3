"""The installer: makensis over the finished program folder."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path, PurePosixPath

SCRIPT = Path(__file__).with_name("installer.nsi")
_TARGET = "x86-unicode" if sys.platform == "win32" else "amd64-unicode"
"""What the makensis of Windows has; Debian has both, and its Wine may run 64-bit programs only."""
_STAGE = "$INSTDIR\\new"


def make(
    program: Path, output: Path, name: str, version: str, icon: Path, *, quick: bool = False
) -> None:
    """Make the installer of a program folder; raises CalledProcessError when makensis fails.

    ``name`` is what the start menu calls the program; ``quick`` compresses little.
    """
    places = (file.relative_to(program) for file in program.rglob("*") if file.is_file())
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files.nsh"
        files.write_text(file_list(map(PurePosixPath, places), program), encoding="utf-8-sig")
        given = {
            "NAME": escaped(name),
            "VERSION": version,
            "ICON": str(icon),
            "FILES": str(files),
            "OUTPUT": str(output.absolute()),
            "TARGET": _TARGET,
        }
        defines = [f"-D{key}={value}" for key, value in given.items()]
        defines += ["-DQUICK"] if quick else []
        command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, str(SCRIPT)]
        subprocess.run(command, check=True)


def file_list(places: Iterable[PurePosixPath], program: Path) -> str:
    """Give the commands that copy the files, always in the same order."""
    lines: list[str] = []
    for folder, files in groupby(sorted(places, key=_key), key=lambda place: place.parent):
        below = "".join(f"\\{part}" for part in folder.parts)
        lines.append(f'SetOutPath "{_STAGE}{escaped(below)}"')
        lines += [f'File "{escaped(str(program / place))}"' for place in files]
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """Give text as it stands in a string of NSIS; raises ValueError for what cannot stand there."""
    if '"' in text or not text.isprintable():
        raise ValueError(f"{text!r} cannot stand in an installer")
    return text.replace("$", "$$")


def _key(place: PurePosixPath) -> tuple[tuple[str, ...], str]:
    return place.parent.parts, place.name
