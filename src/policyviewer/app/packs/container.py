"""The file of a pack: a plain zip whose entries are stored, read with every bound known before.

``metadata/`` holds The Update Framework's files, ``targets/`` the manifest they vouch for,
``blocks/`` the pieces of the shelf's files, each under its SHA-256 as one zstandard frame.
``pack.json`` says, unsigned, which library it is and what an update builds on.

Nothing in the file is left unchecked: what the signatures do not cover is the zip's own structure,
and that must be, byte for byte, as :class:`PackWriter` writes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import zstandard
from typing_extensions import override

from policyviewer.domain.closing import Closing
from policyviewer.domain.errors import PackError, UnreadablePackError
from policyviewer.domain.names import readable

ROLES, TARGETS, BLOCKS, LABEL = "metadata/", "targets/", "blocks/", "pack.json"
MOST_ENTRIES = 2_000_000
LARGEST_DIRECTORY = 400 << 20
"""Bytes of the list of entries, which is read before anything can be verified."""
LEVEL = 9
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_LARGEST_LABEL = 1 << 12
_HEADER = 30
"""Bytes before an entry's name and data."""
_LISTED = struct.Struct("<4s4B4HL2L5H2L")
_TAIL = struct.Struct("<4s4H2LH")
_TAIL64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_DAMAGE = (
    *(zipfile.BadZipFile, zstandard.ZstdError, ValueError, LookupError, TypeError, EOFError),
    *(RuntimeError, OverflowError, struct.error, AttributeError, MemoryError),
)
"""What wrong bytes make zipfile and zstandard raise."""


@dataclass(frozen=True, slots=True)
class PackLabel:
    """What is written on a pack: only a hint, until the signatures are looked at."""

    library: str
    version: int
    base: int
    """The version whose blocks are left out; 0: none are."""


class PackReader(Closing):
    """A pack that is open for reading; a context manager that closes it."""

    def __init__(self, path: Path) -> None:
        """Open a pack; raises PackError when it is none, damaged, or cannot be read."""
        self.path = path
        with self._told():
            self._file = path.open("rb")
            with ExitStack() as failing:
                failing.callback(self._file.close)
                self._zip = _opened(self._file)
                self._entries = {one.filename: one for one in self._zip.infolist()}
                _check_structure(self._file, self._zip)
                self.label = self._label()
                failing.pop_all()

    @override
    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._file.close()

    @property
    def size(self) -> int:
        """Give the bytes of the file."""
        with self._told():
            return self.path.stat().st_size

    @property
    def count(self) -> int:
        """Give the number of entries."""
        return len(self._entries)

    def names(self) -> list[str]:
        """Give the names of all entries, in their order."""
        return list(self._entries)

    def places(self) -> list[tuple[str, int, int, int]]:
        """Give where the entries lie: the bytes at which header, data and next entry begin."""
        found: list[tuple[str, int, int, int]] = []
        for name, entry in self._entries.items():
            data = entry.header_offset + _HEADER + len(name)
            found.append((name, entry.header_offset, data, data + entry.compress_size))
        return found

    def has(self, name: str) -> bool:
        """Say whether there is an entry of a name."""
        return name in self._entries

    def has_block(self, sha256: str) -> bool:
        """Say whether a block is in the pack."""
        return BLOCKS + sha256 in self._entries

    def blocks(self) -> Iterator[str]:
        """Give the SHA-256 of every block in the pack."""
        return (name.removeprefix(BLOCKS) for name in self._entries if name.startswith(BLOCKS))

    def read(self, name: str, most: int) -> bytes:
        """Give an entry of at most so many bytes; raises PackError."""
        with self._told():
            entry = self._entries[name]
            if entry.file_size > most:
                raise self._damaged()
            local = self._local_header(entry)
            if local != _entry_like(entry).FileHeader():
                raise self._damaged()
            return self._zip.read(entry)

    def block(self, sha256: str, size: int) -> bytes:
        """Give a block of so many bytes, checked against its hash; raises PackError."""
        frame = self.read(BLOCKS + sha256, zstandard_bound(size))
        data = self.unpacked(frame, size)
        if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
            raise self._damaged()
        return data

    def unpacked(self, frame: bytes, most: int) -> bytes:
        """Give what a zstandard frame holds, at most so many bytes; raises PackError."""
        with self._told():
            if not 0 <= zstandard.frame_content_size(frame) <= most:
                raise self._damaged()
            return zstandard.ZstdDecompressor().decompress(frame, allow_extra_data=False)

    def frame(self, sha256: str) -> bytes:
        """Give a block as it is stored; raises PackError."""
        with self._told():
            return self._zip.read(self._entries[BLOCKS + sha256])

    def _label(self) -> PackLabel:
        data = self.read(LABEL, _LARGEST_LABEL)
        told = json.loads(data)
        label = PackLabel(str(told["library"]), int(told["version"]), int(told["base"]))
        if data != _labelled(label):
            raise self._damaged()
        return label

    def _local_header(self, entry: zipfile.ZipInfo) -> bytes:
        self._file.seek(entry.header_offset)
        return self._file.read(_HEADER + len(entry.filename))

    def _damaged(self) -> PackError:
        return damaged(self.path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what wrong bytes and failing disks raise into PackError."""
        try:
            yield
        except OSError as error:
            raise UnreadablePackError(
                f"读不出“{readable(self.path.name)}”。",
                "请检查 U 盘或网络文件夹是否仍然连接；接好后再装一次，会从断开处继续。",
            ) from error
        except _DAMAGE as error:
            raise self._damaged() from error


class PackWriter(Closing):
    """Writes a pack; the same entries in the same order give the same bytes."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED)
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, write_content_size=True)
        self._blocks: set[str] = set()

    @override
    def close(self) -> None:
        """Write the list of entries and close the file."""
        self._zip.close()

    def add(self, name: str, data: bytes) -> None:
        """Add an entry."""
        self._zip.writestr(_entry(name), data)

    def add_label(self, label: PackLabel) -> None:
        """Add what is written on the pack."""
        self.add(LABEL, _labelled(label))

    def add_block(self, data: bytes) -> str:
        """Add a block, unless it is there already, and give its SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self._blocks:
            self._blocks.add(sha256)
            self.add(BLOCKS + sha256, self.packed(data))
        return sha256

    def packed(self, data: bytes) -> bytes:
        """Give data as one zstandard frame that tells its size."""
        return self._compressor.compress(data)


def damaged(path: Path) -> PackError:
    """Give what is said of a pack whose bytes are not what they must be."""
    return PackError(
        f"“{readable(path.name)}”已损坏、不完整或被改动过，没有安装。",
        "很可能是没有复制完。请向发布单位重新复制；现有的文库没有任何改动。",
    )


def zstandard_bound(size: int) -> int:
    """Give the bytes that a frame of so many bytes takes at most."""
    return size + (size >> 8) + 1024


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    """Open the zip, unless its list of entries is larger than any of ours."""
    length = file.seek(0, os.SEEK_END)
    file.seek(-min(length, len(_end(0, 0, 1 << 40))), os.SEEK_CUR)
    tail = file.read()
    count, size, start = _TAIL.unpack(tail[-_TAIL.size :])[4:7]
    if not tail.endswith(_end(count, size, start)):
        count, size, start = _TAIL64.unpack(tail[: _TAIL64.size])[7:10]
    whole = tail.endswith(_end(count, size, start))
    if not whole or size > LARGEST_DIRECTORY or count > MOST_ENTRIES:
        raise zipfile.BadZipFile
    return zipfile.ZipFile(file)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 3  # the same on every system
    entry.external_attr = _READABLE
    return entry


def _entry_like(read: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Give an entry as it must have been written."""
    entry = _entry(read.filename)
    entry.CRC, entry.file_size, entry.compress_size = read.CRC, read.file_size, read.file_size
    return entry


def _labelled(label: PackLabel) -> bytes:
    return json.dumps(asdict(label), sort_keys=True).encode("ascii")


def _check_structure(file: BinaryIO, archive: zipfile.ZipFile) -> None:
    """Compare the list of entries and what stands behind it with what is written for them.

    Raises BadZipFile where any bit differs, or where bytes belong to no entry.
    """
    at = 0
    entries = archive.infolist()
    for entry in entries:
        if entry.header_offset != at:
            raise zipfile.BadZipFile
        at += _HEADER + len(entry.filename) + entry.compress_size
    written = b"".join(map(_listed, entries))
    if at != archive.start_dir or len({one.filename for one in entries}) != len(entries):
        raise zipfile.BadZipFile
    file.seek(at)
    if file.read() != written + _end(len(entries), len(written), at):
        raise zipfile.BadZipFile


def _listed(entry: zipfile.ZipInfo) -> bytes:
    """Give what the list of entries says of an entry."""
    far = entry.header_offset > zipfile.ZIP64_LIMIT
    extra = struct.pack("<HHQ", 1, 8, entry.header_offset) if far else b""
    needed = zipfile.ZIP64_VERSION if far else zipfile.DEFAULT_VERSION
    name = entry.filename.encode("ascii")
    return (
        _LISTED.pack(
            *(b"PK\x01\x02", needed, 3, needed, 0, 0, zipfile.ZIP_STORED),
            *(0, (1 << 5) | 1, entry.CRC, entry.file_size, entry.file_size),
            *(len(name), len(extra), 0, 0, 0, _READABLE),
            0xFFFFFFFF if far else entry.header_offset,
        )
        + name
        + extra
    )


def _end(count: int, size: int, start: int) -> bytes:
    """Give what stands behind the list of entries."""
    most = zipfile.ZIP_FILECOUNT_LIMIT
    large = b""
    if count > most or start > zipfile.ZIP64_LIMIT or size > zipfile.ZIP64_LIMIT:
        record = (44, 45, 45, 0, 0, count, count, size, start)
        large = _TAIL64.pack(b"PK\x06\x06", *record)
        large += _LOCATOR.pack(b"PK\x06\x07", 0, start + size, 1)
        count, size, start = min(count, 0xFFFF), min(size, 0xFFFFFFFF), min(start, 0xFFFFFFFF)
    return large + _TAIL.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)
