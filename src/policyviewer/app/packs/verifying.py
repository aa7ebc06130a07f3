"""What a pack claims, checked: who signed it, that it is current, and what is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from policyviewer.app.packs.container import (
    ROLES,
    TARGETS,
    PackReader,
    damaged,
)
from policyviewer.app.packs.framework import LARGEST_ROLE, pack_error_behind, updater
from policyviewer.app.packs.manifests import LARGEST, TARGET, decoded
from policyviewer.app.packs.publishers import Publisher, Publishers, grouped, publisher_of
from policyviewer.domain.errors import PackError, UnknownPublisherError
from policyviewer.domain.names import readable
from policyviewer.domain.packs import Manifest

KEPT = ("timestamp.json", "snapshot.json", "targets.json")
"""What is kept of a version, so that no older one is taken for newer."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """What is known of a library before a pack of it is looked at."""

    root: bytes
    """The newest root of its publisher."""
    roles: Mapping[str, bytes]
    """The framework's files of the newest version that was installed, by name."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A pack whose signatures are good, and which is not too old."""

    publisher: Publisher
    manifest: Manifest
    expires: str
    """The last day (ISO) on which it may be installed."""
    trusted: Trusted
    """What is known from now on."""


def signer_of(pack: PackReader) -> Publisher:
    """Give the publisher that a pack names; raises PackError. It proves nothing yet."""
    return publisher_of(pack.read(f"{ROLES}1.root.json", LARGEST_ROLE))


def admitted(pack: PackReader, publishers: Publishers) -> Publisher:
    """Give the publisher that a pack names, if it is trusted.

    Raises UnknownPublisherError when it is not, with the fingerprint to be compared.
    """
    publisher = signer_of(pack)
    if publishers.trusts(publisher):
        return publisher
    like = publishers.namesakes(publisher)
    warning = f"注意：已信任的发布者中另有一个“{publisher.name}”，指纹不同。" if like else ""
    raise UnknownPublisherError(
        f"“{readable(pack.path.name)}”的发布者“{publisher.name}”还没有得到您的信任。{warning}",
        f"请当面或打电话核对指纹：{grouped(publisher.fingerprint)}。"
        f"相符再用 policyviewer pack trust {pack.path} 信任它。",
    )


def verify(pack: PackReader, publisher: Publisher, trusted: Trusted) -> Verified:
    """Check a pack of a trusted publisher.

    Raises PackError when it is not signed as it must be, older than what was installed, expired,
    or says what it must not say.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, data in trusted.roles.items():
            (folder / name).write_bytes(data)
        with _told(pack, trusted):
            client = updater(folder, trusted.root, lambda name: _entry(pack, name))
            client.refresh()
            target = client.get_targetinfo(TARGET)
            if target is None:
                raise damaged(pack.path)
            signed = Path(client.download_target(target)).read_bytes()
        known = Trusted(
            (folder / "root.json").read_bytes(),
            {name: (folder / name).read_bytes() for name in KEPT},
        )
    manifest = _decoded(pack, signed)
    _compare(pack, manifest, known)
    return Verified(publisher, manifest, _expiry(known.roles), known)


def manifest_of(pack: PackReader, publisher: Publisher) -> Manifest:
    """Give the manifest of a pack that a publisher signed himself, however old it is.

    For whoever builds on it; raises PackError.
    """
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Metadata, Root, Targets
    from tuf.api.serialization import DeserializationError

    if signer_of(pack).root != publisher.root:
        raise PackError(f"“{readable(pack.path.name)}”不是这个发布者的资料包。")
    try:
        root: Metadata[Root] | None = None
        for one in roots_of(pack):
            later: Metadata[Root] = Metadata.from_bytes(one)
            (root or later).verify_delegate("root", later)
            later.verify_delegate("root", later)
            root = later
        targets: Metadata[Targets] = Metadata.from_bytes(
            pack.read(f"{ROLES}targets.json", LARGEST_ROLE)
        )
        if root is None:
            raise damaged(pack.path)
        root.verify_delegate("targets", targets)
        signed = pack.read(TARGETS + TARGET, LARGEST)
        targets.signed.targets[TARGET].verify_length_and_hashes(signed)
    except (RepositoryError, DeserializationError, KeyError) as error:
        raise damaged(pack.path) from error
    return _decoded(pack, signed)


def roots_of(pack: PackReader) -> Iterator[bytes]:
    """Give the roots in a pack, the first one first; raises PackError."""
    number = 1
    while pack.has(name := f"{ROLES}{number}.root.json"):
        yield pack.read(name, LARGEST_ROLE)
        number += 1


def _entry(pack: PackReader, name: str) -> bytes | None:
    return pack.read(name, LARGEST) if pack.has(name) else None


def _decoded(pack: PackReader, signed: bytes) -> Manifest:
    try:
        return decoded(pack.unpacked(signed, LARGEST))
    except ValueError as error:
        raise PackError(
            f"“{readable(pack.path.name)}”的目录不合规定（{error}），没有安装。",
            "请向发布单位反映；现有的文库没有任何改动。",
        ) from error


def _compare(pack: PackReader, manifest: Manifest, known: Trusted) -> None:
    """Compare what is signed with what is written on the pack; nothing else may be in it."""
    head, label = manifest.head, pack.label
    if (label.library, label.version) != (head.library, head.version):
        raise damaged(pack.path)
    if _version(known.roles["timestamp.json"]) != head.version:
        raise damaged(pack.path)
    wanted = {sha256 for file in manifest.files for sha256 in file.blocks}
    present = set(pack.blocks())
    complete = wanted <= present
    others = len(tuple(roots_of(pack))) + len(KEPT) + 2
    if present - wanted or (label.base == 0) != complete or pack.count != len(present) + others:
        raise damaged(pack.path)
    for name, data in known.roles.items():
        if pack.read(ROLES + name, LARGEST_ROLE) != data:
            raise _differs(pack, head.version)


@contextmanager
def _told(pack: PackReader, trusted: Trusted) -> Iterator[None]:
    """Turn what the framework raises into the user's words."""
    from tuf.api import exceptions
    from tuf.api.serialization import DeserializationError

    try:
        yield
    except exceptions.ExpiredMetadataError as error:
        raise _expired(pack) from error
    except exceptions.BadVersionNumberError as error:
        raise _downgraded(pack, trusted) from error
    except exceptions.UnsignedMetadataError as error:
        raise PackError(
            f"“{readable(pack.path.name)}”的签名不对，没有安装。",
            "内容被改动过，或者不是这个发布者签发的。请向发布单位重新复制，并核对来源。",
        ) from error
    except (exceptions.RepositoryError, exceptions.DownloadError, DeserializationError) as error:
        if (cause := pack_error_behind(error)) is not None:
            raise cause from error
        if pack.label.version == _version(trusted.roles.get("timestamp.json", b"")):
            raise _differs(pack, pack.label.version) from error
        raise damaged(pack.path) from error


def _expired(pack: PackReader) -> PackError:
    roles = {name: pack.read(ROLES + name, LARGEST_ROLE) for name in KEPT}
    today = datetime.now().astimezone().date().isoformat()
    return PackError(
        f"“{readable(pack.path.name)}”的有效期到 {_expiry(roles)} 为止，"
        f"而这台计算机的日期是 {today}，没有安装。",
        "请先看计算机的日期对不对；日期没有错，就请向发布单位索取新的资料包。",
    )


def _downgraded(pack: PackReader, trusted: Trusted) -> PackError:
    known = _version(trusted.roles.get("timestamp.json", b""))
    return PackError(
        f"“{readable(pack.path.name)}”是第 {pack.label.version} 版，"
        f"而这台计算机装过较新的第 {known} 版，没有安装。",
        "请使用最新的资料包；想退回上一版，用“退回上一版”。",
    )


def _differs(pack: PackReader, version: int) -> PackError:
    return PackError(
        f"“{readable(pack.path.name)}”与已安装的第 {version} 版版次相同而内容不同，没有安装。",
        "同一版次只能有一个内容，请向发布单位核实。",
    )


def _version(role: bytes) -> int:
    """Give the version of a role's file, 0 for none."""
    from tuf.api.metadata import Metadata, Timestamp
    from tuf.api.serialization import DeserializationError

    try:
        return Metadata[Timestamp].from_bytes(role).signed.version
    except DeserializationError:
        return 0


def _expiry(roles: Mapping[str, bytes]) -> str:
    """Give the first day (ISO) on which one of the roles' files expires."""
    from tuf.api.metadata import Metadata, Timestamp
    from tuf.api.serialization import DeserializationError

    try:
        ends = [Metadata[Timestamp].from_bytes(data).signed.expires for data in roles.values()]
    except DeserializationError:
        return ""
    return min(ends).date().isoformat()
