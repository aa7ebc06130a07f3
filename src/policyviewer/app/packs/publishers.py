"""Who may publish: each is a root of The Update Framework, told apart by its fingerprint.

Some come with the program or with a team's edition, others the user has accepted on seeing the
fingerprint. A publisher that takes new keys signs a new root with the old one, so that its
fingerprint, which is that of the first root, stays.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.packs.framework import updater
from policyviewer.domain.errors import PackError, StorageError

ROOT_FILES = "*.root.json"
NAME_FIELD = "x-publisher"
"""Where a root says what its publisher is called."""
_ID_LENGTH = 16
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher by its first root."""

    root: bytes
    name: str

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the first root in hexadecimal."""
        return hashlib.sha256(self.root).hexdigest()

    @property
    def id(self) -> str:
        """Give how the publisher is called in paths."""
        return self.fingerprint[:_ID_LENGTH]


class Publishers:
    """The publishers that are trusted."""

    def __init__(self, shipped: Sequence[Path], accepted: Path) -> None:
        """``shipped`` are folders of roots that come with the program, ``accepted`` is the one
        of those that the user has accepted.
        """
        self._shipped = tuple(shipped)
        self._accepted = accepted

    def all(self) -> list[Publisher]:
        """Give the publishers that are trusted; files that are no roots are none."""
        found: dict[str, Publisher] = {}
        for folder in (*self._shipped, self._accepted):
            for path in sorted(folder.glob(ROOT_FILES)):
                try:
                    one = publisher_of(path.read_bytes())
                except (OSError, PackError):
                    continue
                found.setdefault(one.id, one)
        return list(found.values())

    def trusts(self, publisher: Publisher) -> bool:
        """Say whether packs of a publisher may be installed."""
        return any(one.root == publisher.root for one in self.all())

    def namesakes(self, publisher: Publisher) -> list[Publisher]:
        """Give other publishers that are trusted and bear the same name."""
        return [one for one in self.all() if one.name == publisher.name and one.id != publisher.id]

    def accept(self, publisher: Publisher) -> None:
        """Trust a publisher from now on; raises StorageError."""
        place = self._accepted / f"{publisher.id}.root.json"
        try:
            self._accepted.mkdir(parents=True, exist_ok=True)
            fresh = place.with_suffix(".new")
            fresh.write_bytes(publisher.root)
            fresh.replace(place)
        except OSError as error:
            raise StorageError(
                f"无法写入“{place}”。", "请检查磁盘空间和文件夹的写入权限。"
            ) from error


def publisher_of(root: bytes) -> Publisher:
    """Give the publisher that a first root stands for; raises PackError when it is none."""
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Metadata, Root
    from tuf.api.serialization import DeserializationError

    try:
        with (
            tempfile.TemporaryDirectory() as folder
        ):  # the client refuses what has not signed itself
            updater(Path(folder), root, lambda _name: None)
        signed = Metadata[Root].from_bytes(root).signed
    except (RepositoryError, DeserializationError) as error:
        raise PackError("发布者的证明文件已损坏。", "请向发布单位重新索取。") from error
    name = str(signed.unrecognized_fields.get(NAME_FIELD, ""))
    shown = "".join(char for char in name if char.isprintable())[:_LONGEST_NAME].strip()
    if signed.version != 1 or not shown:
        raise PackError("这不是发布者最初的证明文件。", "请向发布单位索取 1.root.json。")
    return Publisher(root, shown)


def grouped(fingerprint: str) -> str:
    """Give a fingerprint in groups, as it is read out over the telephone."""
    return " ".join(fingerprint[at : at + 4].upper() for at in range(0, len(fingerprint), 4))
