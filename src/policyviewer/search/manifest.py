"""Which generation of an index is valid, and what its files must look like.

An index folder holds ``current.json`` and one folder a generation. Whatever is written goes
beside what is valid; replacing ``current.json`` switches from the one to the other in one
step. A process that dies leaves the old index or the new one, and perhaps files that nobody
refers to, which the next writer sweeps. The index is a cache: a power cut that tears it is
noticed by size and checksum, and it is built again.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.patterns import regex

SCHEMA_VERSION = 5
"""Of the fields and keys (:mod:`policyviewer.search.schema`): an index of another is built anew."""
CURRENT = "current.json"
NAME = "MAIN"
"""What Whoosh calls the index within its folder."""
_GENERATION = regex(r"\d{6}")
_CHUNK = 1 << 20
_NO_MANIFEST = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError),
)
"""What reading something else as a manifest raises."""
ALWAYS_CHECKED = 32 << 20
"""Bytes of an index up to which every checksum is compared on opening (30 ms)."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """Size in bytes, CRC-32 and time of writing (ns) of a file that is never written again."""

    size: int
    crc: int
    written: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A valid state of an index: its folder, its table of contents, its files."""

    generation: str
    toc: int
    files: dict[str, FileMark]

    def folder(self, index: Path) -> Path:
        """Give the folder of the files."""
        return index / self.generation

    @property
    def size(self) -> int:
        """Give the bytes of all files."""
        return sum(mark.size for mark in self.files.values())


def unusable() -> UnusableIndexError:
    """Give the error for an index that cannot be used as it is."""
    return UnusableIndexError(
        "全文索引缺失、已损坏或版本不符。", "程序会自动重建索引；文件和批注不受影响。"
    )


def read(index: Path) -> Manifest:
    """Read what is valid; raises UnusableIndexError when it is nothing we know."""
    try:
        data = json.loads((index / CURRENT).read_text(encoding="utf-8"))
        generation, version = str(data["generation"]), data["schema"]
        files = {str(name): FileMark(*map(int, mark)) for name, mark in data["files"].items()}
        manifest = Manifest(generation, int(data["toc"]), files)
    except _NO_MANIFEST as error:
        raise unusable() from error
    if version != SCHEMA_VERSION or not _GENERATION.fullmatch(generation):
        raise unusable()
    return manifest


def read_checked(index: Path) -> Manifest:
    """Read what is valid and compare its files; raises UnusableIndexError."""
    manifest = read(index)
    try:
        check(index, manifest)
    except (OSError, ValueError) as error:  # a folder in place of a file, a name that is none
        raise unusable() from error
    return manifest


def switch(index: Path, manifest: Manifest) -> None:
    """Make a finished state the valid one, in one step."""
    data = {
        "schema": SCHEMA_VERSION,
        "generation": manifest.generation,
        "toc": manifest.toc,
        "files": {
            name: [mark.size, mark.crc, mark.written]
            for name, mark in sorted(manifest.files.items())
        },
    }
    fresh = index / f"{CURRENT}.new"
    fresh.write_text(json.dumps(data, indent=1), encoding="utf-8")
    os.replace(fresh, index / CURRENT)  # noqa: PTH105  # Path.replace says the same, less plainly


def settle(index: Path, written: int) -> None:
    """Say of all files of the valid state that they were written at one time (ns since 1970).

    The same files then have the same manifest. Raises UnusableIndexError where there is none.
    """
    present = read(index)
    files = {name: replace(mark, written=written) for name, mark in present.files.items()}
    switch(index, replace(present, files=files))


def check(index: Path, manifest: Manifest, *, fully: bool = False) -> None:
    """Compare the files with their marks: always the sizes; the checksums of a small index, of
    files that were written or copied since, and of all when asked.

    Raises UnusableIndexError when a file differs, FileNotFoundError when one is gone, as it
    may be when another process has just switched.
    """
    fully = fully or manifest.size <= ALWAYS_CHECKED
    for name, mark in manifest.files.items():
        path = manifest.folder(index) / name
        found = path.stat()
        touched = fully or found.st_mtime_ns != mark.written
        if found.st_size != mark.size or (touched and _crc(path) != mark.crc):
            raise unusable()


def marks(folder: Path, names: Iterable[str], known: dict[str, FileMark]) -> dict[str, FileMark]:
    """Give the marks of files; those known are not read again."""
    return {name: known.get(name) or _mark(folder / name) for name in names}


def next_generation(index: Path) -> str:
    """Give a name for a generation that no folder has."""
    taken = [int(entry.name) for entry in index.iterdir() if _GENERATION.fullmatch(entry.name)]
    return f"{max(taken, default=0) + 1:06d}"


def sweep(index: Path, keep: str) -> None:
    """Delete the other generations; files that another process has open may stay (Windows)."""
    for entry in index.iterdir():
        if _GENERATION.fullmatch(entry.name) and entry.name != keep:
            shutil.rmtree(entry, ignore_errors=True)


def _mark(path: Path) -> FileMark:
    found = path.stat()
    return FileMark(found.st_size, _crc(path), found.st_mtime_ns)


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc
