"""Installing a pack, and going back to the version before: the old one or the new one, always."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from pathlib import Path

from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.filling import (
    Blocks,
    check_room,
    damage,
    fill,
    manifest_in,
    not_written,
    settle,
)
from policyviewer.app.packs.installed import (
    MANIFEST,
    ROLES,
    UNFINISHED,
    Installation,
    Installations,
    InstalledVersion,
    Pointer,
    clear,
)
from policyviewer.app.packs.manifests import encoded
from policyviewer.app.packs.publishers import Publisher
from policyviewer.app.packs.verifying import KEPT, Trusted, Verified
from policyviewer.app.shelves import INDEX, open_shelf
from policyviewer.domain.errors import (
    PackError,
    StorageError,
    UnreadablePackError,
    UnusableIndexError,
)
from policyviewer.domain.packs import PackHead
from policyviewer.domain.tasks import Cancelled, JobContext
from policyviewer.search.manifest import SCHEMA_VERSION
from policyviewer.storage.database import Schema
from policyviewer.storage.folder_lock import locked
from policyviewer.storage.medium import let_reach_disk
from policyviewer.storage.steps import steps_of

ROOT = "root.json"


def trusted(installations: Installations, publisher: Publisher, library: str) -> Trusted:
    """Give what is known of a library: the newest root of its publisher, whichever library it
    came with, and what vouched for its newest version.
    """
    roots = [publisher.root]
    roles: dict[str, bytes] = {}
    newest = 0
    for one in installations.all():
        if one.publisher != publisher.id:
            continue
        for version in one.pointer.versions:
            folder = one.place / version.folder / ROLES
            try:
                roots.append((folder / ROOT).read_bytes())
                if one.library == library and version.head.version > newest:
                    roles = {name: (folder / name).read_bytes() for name in KEPT}
                    newest = version.head.version
            except OSError:  # damaged: the other one is asked
                continue
    return Trusted(max(roots, key=_root_version), roles)


def install(
    installations: Installations, pack: PackReader, verified: Verified, ctx: JobContext
) -> Installation:
    """Install a pack that was verified, and give what is installed now.

    Cancelled or refused, it leaves what was there; where the medium of the pack failed, also
    what was read, with which the next attempt goes on. Raises PackError, StorageError and
    BusyFolderError.
    """
    head = verified.manifest.head
    _check_readable(head)
    place = installations.place(verified.publisher.id, head.library)
    try:
        with locked(installations.folder):
            return _install(installations, place, pack, verified, ctx)
    except OSError as error:
        raise not_written(place, error) from error


def roll_back(installations: Installations, name: str) -> Installation:
    """Show the version before again; doing so once more leads forward.

    Raises PackError when there is none, or when it is damaged.
    """
    found = find(installations, name)
    try:
        with locked(installations.folder):
            swapped = found.pointer.swapped
            if swapped is None:
                raise PackError(
                    f"{found.current.head.label}之前没有别的版本，退不回去。", "文库没有任何改动。"
                )
            _check_opens(found.place / swapped.current.folder, swapped.current.head)
            installations.point(found.place, swapped)
            let_reach_disk(found.place)
    except OSError as error:
        raise not_written(found.place, error) from error
    return find(installations, found.name)


def remove(installations: Installations, name: str) -> Installation:
    """Take a library away, with the version before; notes on it stay. Raises PackError."""
    found = find(installations, name)
    try:
        with locked(installations.folder):
            found.place.joinpath("current.json").unlink()
            clear(found.place, keep="-")
    except OSError as error:
        raise not_written(found.place, error) from error
    return found


def find(installations: Installations, name: str) -> Installation:
    """Give the library that a name means: its own, or with its publisher's id before it.

    Raises PackError when there is none, or when there are several.
    """
    found = [one for one in installations.all() if name in (one.library, one.name)]
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(one.name for one in found)
        raise PackError(f"“{name}”可以指：{names}。", "请写出发布者的编号。")
    raise PackError(f"没有安装过资料包“{name}”。", "用 policyviewer pack list 可以看到全部。")


def _install(
    installations: Installations,
    place: Path,
    pack: PackReader,
    verified: Verified,
    ctx: JobContext,
) -> Installation:
    before = installations.of(verified.publisher.id, verified.manifest.head.library)
    present = _present(before, verified, ctx) if before else None
    if before is None or present is None:
        name = _fill(place, before, pack, verified, ctx)
        made = InstalledVersion(
            name, verified.manifest.head, verified.expires, len(verified.manifest.documents)
        )
        installations.point(place, _after(before, made))
    elif present != before.current and before.pointer.swapped is not None:
        installations.point(place, before.pointer.swapped)
    let_reach_disk(place)
    clear(place, keep="-")
    return find(installations, f"{verified.publisher.id}/{verified.manifest.head.library}")


def _present(before: Installation, verified: Verified, ctx: JobContext) -> InstalledVersion | None:
    """Give the version that is to be installed, if it is there already and sound."""
    for version in before.pointer.versions:
        folder = before.place / version.folder
        if version.head == verified.manifest.head and manifest_in(folder) == verified.manifest:
            return None if damage(folder, verified.manifest, ctx) else version
    return None


def _after(before: Installation | None, made: InstalledVersion) -> Pointer:
    """Give the pointer to a new version: a repaired one takes the place of the damaged."""
    if before is None:
        return Pointer(made)
    if before.current.head.version == made.head.version:
        return Pointer(made, before.pointer.previous)
    return Pointer(made, before.current)


def _fill(
    place: Path,
    before: Installation | None,
    pack: PackReader,
    verified: Verified,
    ctx: JobContext,
) -> str:
    """Fill a new folder beside those that are there, and give its name."""
    manifest = verified.manifest
    told = encoded(manifest)
    name = _free_name(place, f"v{manifest.head.version}-{hashlib.sha256(told).hexdigest()[:8]}")
    folder = place / f"{name}{UNFINISHED}"
    clear(place, keep=folder.name)
    versions = before.pointer.versions if before else ()
    try:
        blocks = Blocks(pack, manifest, [place / one.folder for one in versions])
        check_room(folder, manifest)
        fill(folder, manifest, blocks, ctx)
        _keep(folder, told, verified.trusted)
        settle(folder)
        _check_opens(folder, manifest.head)
        folder.rename(place / name)
    except UnreadablePackError:
        raise  # what was read is of use
    except (PackError, StorageError, Cancelled):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return name


def _free_name(place: Path, name: str) -> str:
    number, free = 1, name
    while (place / free).exists():
        number += 1
        free = f"{name}-{number}"
    return free


def _keep(folder: Path, manifest: bytes, known: Trusted) -> None:
    """Keep with a version what it is compared with later, and what later ones are."""
    (folder / MANIFEST).write_bytes(manifest)
    (folder / ROLES).mkdir(exist_ok=True)
    for name, data in {ROOT: known.root, **known.roles}.items():
        (folder / ROLES / name).write_bytes(data)


def _check_readable(head: PackHead) -> None:
    if head.schema > steps_of(Schema.LIBRARY.value)[-1].number:
        raise PackError(
            f"{head.label}由更新版本的程序制作，本程序还不能读。",
            "请先安装新版程序；现有的文库没有任何改动。",
        )


def _check_opens(folder: Path, head: PackHead) -> None:
    """Raise PackError when a version cannot be read, though all of it is there.

    One of an older program is brought up to date when it is opened.
    """
    from policyviewer.search.reader import IndexReader

    try:
        if head.schema == steps_of(Schema.LIBRARY.value)[-1].number:
            with closing(open_shelf(folder, writable=False)) as shelf:
                shelf.documents.names()
        if head.index_schema == SCHEMA_VERSION:
            IndexReader([folder / INDEX]).close()
    except (StorageError, UnusableIndexError) as error:
        raise PackError(
            f"{head.label}打不开，没有采用。", "请向发布单位反映；现有的文库没有任何改动。"
        ) from error


def _root_version(root: bytes) -> int:
    from tuf.api.metadata import Metadata, Root
    from tuf.api.serialization import DeserializationError

    try:
        return Metadata[Root].from_bytes(root).signed.version
    except DeserializationError:
        return 0
