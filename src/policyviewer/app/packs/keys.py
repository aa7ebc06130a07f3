"""A publisher's keys: the root key, kept in a safe, and the one that signs packs."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.app.packs.publishers import NAME_FIELD, Publisher, publisher_of
from policyviewer.domain.errors import UserError

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner
    from tuf.api.metadata import Metadata, Root

ROOT_KEY, SIGNING_KEY = "root.pem", "signing.pem"
ROOT_YEARS = 10
"""How long a root is valid."""
_PACKS = ("timestamp", "snapshot", "targets")
"""The roles that the signing key has."""
Passphrase = Callable[[str], str]
"""Asks for the passphrase of a key file; "" where it has none."""


@dataclass(frozen=True, slots=True)
class PublisherKeys:
    """What is needed to sign packs."""

    signer: CryptoSigner
    roots: tuple[bytes, ...]
    """Every root that the publisher has had, the first one first."""

    @property
    def publisher(self) -> Publisher:
        """Give whom the keys belong to."""
        return publisher_of(self.roots[0])


def generate(folder: Path, name: str, today: date, passphrase: str = "") -> Publisher:
    """Make a new publisher's keys in a folder; raises UserError, and never writes over keys."""
    from tuf.api.metadata import Metadata, Root

    if (folder / ROOT_KEY).exists() or roots_in(folder):
        raise UserError(f"“{folder}”中已有密钥，没有改动。", "请另选一个文件夹。")
    root_signer, signer = _new_signer(), _new_signer()
    root = Root(expires=_ending(today), consistent_snapshot=False)
    root.unrecognized_fields[NAME_FIELD] = name
    root.add_key(root_signer.public_key, "root")
    for role in _PACKS:
        root.add_key(signer.public_key, role)
    metadata = Metadata(root)
    metadata.sign(root_signer)
    _keep(folder, ROOT_KEY, root_signer, passphrase)
    _keep(folder, SIGNING_KEY, signer, passphrase)
    _keep_root(folder, metadata)
    return publisher_of(roots_in(folder)[0])


def renew(folder: Path, today: date, passphrase: Passphrase) -> int:
    """Give a publisher new keys, vouched for by the old root key; give the new root's number.

    The former keys stay beside the new ones under their number. Raises UserError.
    """
    from tuf.api.metadata import Metadata

    roots = _present(folder)
    former = _signer(folder / ROOT_KEY, passphrase)
    root_signer, signer = _new_signer(), _new_signer()
    metadata: Metadata[Root] = Metadata.from_bytes(roots[-1])
    metadata.signed.version += 1
    metadata.signed.expires = _ending(today)
    for role, fresh in (("root", root_signer), *((role, signer) for role in _PACKS)):
        for key in list(metadata.signed.roles[role].keyids):
            metadata.signed.revoke_key(key, role)
        metadata.signed.add_key(fresh.public_key, role)
    metadata.signatures.clear()
    metadata.sign(former, append=True)
    metadata.sign(root_signer, append=True)
    words = passphrase(ROOT_KEY) if _is_encrypted(folder / ROOT_KEY) else ""
    for name, fresh in ((ROOT_KEY, root_signer), (SIGNING_KEY, signer)):
        (folder / name).replace(folder / f"{len(roots)}.{name}")
        _keep(folder, name, fresh, words)
    _keep_root(folder, metadata)
    return metadata.signed.version


def load(folder: Path, passphrase: Passphrase) -> PublisherKeys:
    """Give the keys in a folder that sign packs; raises UserError."""
    roots = _present(folder)
    return PublisherKeys(_signer(folder / SIGNING_KEY, passphrase), roots)


def roots_in(folder: Path) -> tuple[bytes, ...]:
    """Give the roots in a folder, from the first one on; raises UserError."""
    found: list[bytes] = []
    try:
        while (path := folder / f"{len(found) + 1}.root.json").is_file():
            found.append(path.read_bytes())
    except OSError as error:
        raise _unreadable(folder) from error
    return tuple(found)


def _present(folder: Path) -> tuple[bytes, ...]:
    roots = roots_in(folder)
    if not roots:
        raise UserError(f"“{folder}”中没有发布者的密钥。", "用 pack keygen 可以生成。")
    return roots


def _new_signer() -> CryptoSigner:
    from securesystemslib.signer import CryptoSigner

    return CryptoSigner.generate_ed25519()


def _ending(today: date) -> datetime:
    return datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(365 * ROOT_YEARS)


def _keep(folder: Path, name: str, signer: CryptoSigner, passphrase: str) -> None:
    from cryptography.hazmat.primitives import serialization as form

    hidden = (
        form.BestAvailableEncryption(passphrase.encode()) if passphrase else form.NoEncryption()
    )
    loaded = form.load_pem_private_key(signer.private_bytes, None)
    pem = loaded.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, hidden)
    _write(folder / name, pem)


def _keep_root(folder: Path, metadata: Metadata[Root]) -> None:
    _write(folder / f"{metadata.signed.version}.root.json", metadata.to_bytes())


def _write(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads, where none is yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UserError(f"无法写入“{path}”。", "请检查磁盘空间和文件夹的写入权限。") from error


def _is_encrypted(path: Path) -> bool:
    try:
        return b"ENCRYPTED" in path.read_bytes()
    except OSError as error:
        raise _unreadable(path) from error


def _signer(path: Path, passphrase: Passphrase) -> CryptoSigner:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from securesystemslib.signer import CryptoSigner

    words = passphrase(path.name) if _is_encrypted(path) else ""
    try:
        return CryptoSigner(load_pem_private_key(path.read_bytes(), words.encode() or None))
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UserError(f"密钥“{path.name}”打不开。", "请检查口令是否正确。") from error


def _unreadable(path: Path) -> UserError:
    return UserError(f"读不出“{path}”。", "请检查密钥文件是否在那里、能否读取。")
