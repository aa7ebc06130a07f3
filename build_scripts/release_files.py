"""Files that are handed out: archives of the program folder, and the list of their hashes.

The same folder gives the same bytes: names are sorted, times and owners are fixed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tarfile
import time
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from policyviewer.search import manifest

EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))
"""The time that everything in a release bears, in seconds since 1970: the beginning of 2026."""
HASHES = "SHA256SUMS.txt"
_NANOSECONDS = 10**9
_RUNNABLE = 0o755
_READABLE = 0o644


def stamp(folder: Path) -> None:
    """Give every file of a folder the one time."""
    for path in folder.rglob("*"):
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)


def settle_index(index: Path) -> None:
    """Give the files of a full-text index the one time, which its manifest tells as well.

    Raises UnusableIndexError where there is no index.
    """
    stamp(manifest.read(index).folder(index))
    manifest.settle(index, EPOCH * _NANOSECONDS)


def write_zip(output: Path, folder: Path, top: str, extra: Mapping[str, str]) -> None:
    """Pack a folder under a name, with additional text files in it; as Windows unpacks it."""
    stamped = time.gmtime(EPOCH)[:6]
    contents = {place: path.read_bytes() for place, path in _files(folder)}
    contents |= {name: text.encode("utf-8-sig") for name, text in extra.items()}
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for place in sorted(contents):
            entry = zipfile.ZipInfo(f"{top}/{place}", stamped)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE << 16
            archive.writestr(entry, contents[place])


def write_tar(output: Path, folder: Path, top: str) -> None:
    """Pack a folder under a name, with its links and the right to run what can be run."""
    with (
        output.open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=EPOCH) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(folder.rglob("*")):
            entry = archive.gettarinfo(path, f"{top}/{path.relative_to(folder).as_posix()}")
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = EPOCH
            entry.mode = _RUNNABLE if entry.mode & 0o100 or entry.isdir() else _READABLE
            if entry.isfile():
                with path.open("rb") as data:
                    archive.addfile(entry, data)
            else:
                archive.addfile(entry)


def sha256(path: Path) -> str:
    """Give the hash of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_hashes(folder: Path, files: Iterable[Path]) -> Path:
    """Write the list of hashes, in the form that ``sha256sum -c`` reads; give the file."""
    lines = [f"{sha256(file)}  {file.name}\n" for file in sorted(files)]
    made = folder / HASHES
    made.write_text("".join(lines), encoding="utf-8", newline="\n")
    return made


def fingerprint(folder: Path) -> dict[str, str]:
    """Give the hash of every file of a folder, by its place."""
    return {place: sha256(path) for place, path in _files(folder)}


def _files(folder: Path) -> Iterable[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
