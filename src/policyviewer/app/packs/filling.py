"""Filling a version's folder, block by block, from the pack and from what is there already.

Nothing is taken on trust: every block is compared with the hash that the manifest names, wherever
it comes from. A folder that was half filled is gone through in the same way, so that nothing has
to be remembered of where the work stopped.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.installed import MANIFEST
from policyviewer.app.packs.manifests import decoded
from policyviewer.app.packs.tree import EPOCH
from policyviewer.domain.errors import PackError, StorageError
from policyviewer.domain.packs import Manifest, PackedFile
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.medium import let_reach_disk

_MARGIN = 64 << 20
"""Bytes that are left free on the disk: the notes need room."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block lies on this machine."""

    file: Path
    offset: int


class BlockSource(Protocol):
    """What gives blocks."""

    def get(self, sha256: str, size: int) -> bytes:
        """Give a block; raises PackError."""


class Blocks:
    """Where the blocks of a version come from: its pack, else what is installed."""

    def __init__(self, pack: PackReader, manifest: Manifest, installed: Sequence[Path]) -> None:
        """``installed`` are the folders of versions that may have blocks which the pack lacks.

        Raises PackError when a block is nowhere.
        """
        self._pack = pack
        lacking = {one for file in manifest.files for one in file.blocks if not pack.has_block(one)}
        self._elsewhere: dict[str, Place] = {}
        for folder in installed if lacking else ():
            self._look_into(folder, lacking)
        if lacking - self._elsewhere.keys():
            raise _base_missing(pack, manifest)

    def get(self, sha256: str, size: int) -> bytes:
        """Give a block; raises PackError."""
        place = self._elsewhere.get(sha256)
        if place is None:
            return self._pack.block(sha256, size)
        try:
            with place.file.open("rb") as file:
                file.seek(place.offset)
                data = file.read(size)
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != sha256:
            raise PackError(
                "已安装的上一版有损坏，不能在它的基础上安装增量包。", "请改用完整的资料包。"
            )
        return data

    def _look_into(self, folder: Path, lacking: set[str]) -> None:
        manifest = manifest_in(folder)
        for file in manifest.files if manifest else ():
            for number, sha256 in enumerate(file.blocks):
                if sha256 in lacking:
                    place = Place(folder / file.path, number * file.block)
                    self._elsewhere.setdefault(sha256, place)


def manifest_in(folder: Path) -> Manifest | None:
    """Give the manifest of an installed version, None where it cannot be read."""
    try:
        return decoded((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, msgspec.DecodeError):
        return None


def fill(folder: Path, manifest: Manifest, blocks: BlockSource, ctx: JobContext) -> None:
    """Write all files of a version; raises PackError, StorageError and Cancelled."""
    done, total = 0, manifest.size
    for file in manifest.files:
        ctx.step(done, total, file.path)
        try:
            _fill_file(folder / file.path, file, blocks, ctx)
        except OSError as error:
            raise not_written(folder, error) from error
        done += file.size
    ctx.step(done, total)


def settle(folder: Path) -> None:
    """Give all files the one time, and let them reach the disk; raises StorageError."""
    try:
        for path in folder.rglob("*"):
            if path.is_file():
                os.utime(path, (EPOCH, EPOCH))
        let_reach_disk(folder)
    except OSError as error:
        raise not_written(folder, error) from error


def check_room(folder: Path, manifest: Manifest) -> None:
    """Raise StorageError when there is no room for a version on the disk."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise not_written(folder, error) from error
    present = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    needed = manifest.size - present + _MARGIN
    if free < needed:
        raise StorageError(
            f"磁盘空间不够：还需要 {needed >> 20} MB，只有 {free >> 20} MB。",
            "请腾出空间后再装；现有的文库没有任何改动。",
        )


def damage(folder: Path, manifest: Manifest, ctx: JobContext) -> list[str]:
    """Give the files of an installed version that are not what they must be."""
    found: list[str] = []
    done, total = 0, manifest.size
    for file in manifest.files:
        ctx.step(done, total, file.path)
        try:
            if not _is_sound(folder / file.path, file):
                found.append(file.path)
        except OSError:
            found.append(file.path)
        done += file.size
    return found


def not_written(folder: Path, error: OSError) -> StorageError:
    """Give what is said when a version's folder cannot be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError("磁盘已满，没有装完。", "请腾出空间后再装；现有的文库没有任何改动。")
    return StorageError(
        f"无法写入“{folder.parent}”，没有装完。",
        "请检查文件夹的写入权限、磁盘是否正常；现有的文库没有任何改动。",
    )


def _fill_file(place: Path, file: PackedFile, blocks: BlockSource, ctx: JobContext) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch()
    with place.open("r+b") as opened:
        present = opened.seek(0, os.SEEK_END)
        for number, sha256 in enumerate(file.blocks):
            ctx.token.check()
            at, size = number * file.block, file.length(number)
            if present >= at + size and _read(opened, at, size) == sha256:
                continue
            data = blocks.get(sha256, size)
            opened.seek(at)
            opened.write(data)
        opened.truncate(file.size)


def _is_sound(place: Path, file: PackedFile) -> bool:
    with place.open("rb") as opened:
        if opened.seek(0, os.SEEK_END) != file.size:
            return False
        return all(
            _read(opened, number * file.block, file.length(number)) == sha256
            for number, sha256 in enumerate(file.blocks)
        )


def _read(opened: BinaryIO, at: int, size: int) -> str:
    """Give the hash of a part of a file."""
    opened.seek(at)
    return hashlib.sha256(opened.read(size)).hexdigest()


def _base_missing(pack: PackReader, manifest: Manifest) -> PackError:
    head, base = manifest.head, pack.label.base
    return PackError(
        f"这是{head.label}的增量包，此增量包需要先安装第 {base} 版。",
        f"请先安装第 {base} 版，或者改用第 {head.version} 版的完整包。",
    )
