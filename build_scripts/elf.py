"""What ELF files ask of the system they run on, read from what objdump says of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_MAGIC = b"\x7fELF"
_VERSION = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)")
_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)$", re.MULTILINE)
Version = tuple[int, ...]


def headers(folder: Path) -> dict[Path, str]:
    """Give what ``objdump -p`` says of every ELF file of a folder."""
    return {file: _dump(file) for file in sorted(folder.rglob("*")) if is_elf(file)}


def is_elf(file: Path) -> bool:
    """Say whether a file is a program or a library of Linux; links are none."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as data:
        return data.read(len(_MAGIC)) == _MAGIC


def newest_glibc(dumps: Mapping[Path, str]) -> tuple[Version, list[Path]]:
    """Give the newest version of glibc that files ask for, and which ask for it."""
    asked = {file: max(versions) for file, dump in dumps.items() if (versions := _versions(dump))}
    newest = max(asked.values(), default=(0,))
    return newest, [file for file, version in asked.items() if version == newest]


def missing_libraries(dumps: Mapping[Path, str]) -> list[str]:
    """Give the libraries that files are linked to and that are not among them."""
    needed = {name for dump in dumps.values() for name in _NEEDED.findall(dump)}
    return sorted(needed - {file.name for file in dumps})


def dotted(version: Iterable[int]) -> str:
    """Give a version as it is written."""
    return ".".join(map(str, version))


def _versions(dump: str) -> list[Version]:
    return [tuple(map(int, found.split("."))) for found in _VERSION.findall(dump)]


def _dump(file: Path) -> str:
    command = ["objdump", "-p", str(file)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
