"""Library packs as the window and the command line deal with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.app.opening import LIBRARY_PACK
from policyviewer.app.packs.installed import Installation, Installations
from policyviewer.app.paths import AppPaths
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import PackError, UnreadablePackError
from policyviewer.domain.packs import Change, ChangeKind, PackHead, changes_between
from policyviewer.domain.tasks import Job, JobContext

if TYPE_CHECKING:  # what verifies and installs is loaded when there is a pack
    from policyviewer.app.packs.container import PackLabel, PackReader
    from policyviewer.app.packs.publishers import Publisher, Publishers
    from policyviewer.app.packs.verifying import Verified


@dataclass(frozen=True, slots=True)
class Preview:
    """What an installation of a pack would change."""

    path: Path
    publisher: Publisher
    head: PackHead
    expires: str
    base: int
    """The version that must be there, 0 for none."""
    documents: int
    before: PackHead | None
    """The version that is installed."""
    changes: tuple[Change, ...]
    noted: tuple[Change, ...]
    """Those of them that concern documents with annotations."""
    own: tuple[Change, ...] = ()
    """Those that stay unseen: the user imported these documents, and sees what was imported."""


@dataclass(frozen=True, slots=True)
class Switched:
    """Another version is shown now, and what differs from the one before."""

    installation: Installation
    changes: tuple[Change, ...]

    @property
    def documents(self) -> frozenset[DocumentId]:
        """Give the documents that are there and differ."""
        left = (one for one in self.changes if one.kind is not ChangeKind.WITHDRAWN)
        return frozenset(one.document for one in left)


def _none() -> Collection[DocumentId]:
    return ()


class PackService:
    """Looks at packs, installs them and goes back."""

    def __init__(
        self,
        paths: AppPaths,
        noted: Callable[[], Collection[DocumentId]] = _none,
        own: Callable[[], Collection[DocumentId]] = _none,
    ) -> None:
        """``noted`` gives the documents with annotations, ``own`` those that the user imported."""
        self._paths = paths
        self._noted = noted
        self._own = own
        self._installations = Installations(paths.packs)
        self._labels: dict[tuple[Path, int, int], tuple[Publisher, PackLabel] | None] = {}
        """What is written on packs that were looked at, by place, size and time."""

    def installed(self) -> list[Installation]:
        """Give what is installed."""
        return self._installations.all()

    def signer(self, path: Path) -> tuple[Publisher, bool]:
        """Give the publisher that a pack, or a first root, names, and whether it is trusted.

        Raises PackError.
        """
        publisher = _signer_of(path)
        return publisher, self._publishers().trusts(publisher)

    def has_namesake(self, publisher: Publisher) -> bool:
        """Say whether another publisher that is trusted bears the same name."""
        return bool(self._publishers().namesakes(publisher))

    def trust(self, publisher: Publisher) -> None:
        """Trust a publisher from now on; raises StorageError."""
        self._publishers().accept(publisher)

    def trusted(self) -> list[Publisher]:
        """Give the publishers that are trusted."""
        return self._publishers().all()

    def preview(self, path: Path) -> Job[Preview]:
        """Give the job that tells what an installation would change; raises PackError."""

        def run(ctx: JobContext) -> Preview:
            ctx.token.check()
            with self._verified(path) as (pack, verified):
                head = verified.manifest.head
                before = self._installations.of(verified.publisher.id, head.library)
                changes = self._changes(before, verified)
                noted, own = frozenset(self._noted()), frozenset(self._own())
                return Preview(
                    path=path,
                    publisher=verified.publisher,
                    head=head,
                    expires=verified.expires,
                    base=pack.label.base,
                    documents=len(verified.manifest.documents),
                    before=before.current.head if before else None,
                    changes=changes,
                    noted=tuple(one for one in changes if one.document in noted),
                    own=tuple(one for one in changes if one.document in own),
                )

        return run

    def install(self, path: Path) -> Job[Switched]:
        """Give the job that installs a pack; raises PackError, StorageError, BusyFolderError."""

        def run(ctx: JobContext) -> Switched:
            from policyviewer.app.packs.installing import install

            with self._verified(path) as (pack, verified):
                place = verified.publisher.id, verified.manifest.head.library
                changes = self._changes(self._installations.of(*place), verified)
                return Switched(install(self._installations, pack, verified, ctx), changes)

        return run

    def roll_back(self, name: str) -> Job[Switched]:
        """Give the job that shows a library's version before again; raises PackError."""

        def run(ctx: JobContext) -> Switched:
            from policyviewer.app.packs.filling import manifest_in
            from policyviewer.app.packs.installing import find, roll_back

            ctx.token.check()
            former = manifest_in(find(self._installations, name).folder)
            present = roll_back(self._installations, name)
            manifest = manifest_in(present.folder)
            changes = changes_between(
                former.documents if former else (), manifest.documents if manifest else ()
            )
            return Switched(present, changes)

        return run

    def remove(self, name: str) -> Installation:
        """Take a library away; annotations stay. Raises PackError."""
        from policyviewer.app.packs.installing import remove

        return remove(self._installations, name)

    def damage(self, one: Installation, ctx: JobContext) -> list[str]:
        """Give the files of an installed library that are not as they were signed."""
        from policyviewer.app.packs.filling import damage, manifest_in

        manifest = manifest_in(one.folder)
        return ["manifest.json"] if manifest is None else damage(one.folder, manifest, ctx)

    def offers(self, folders: Sequence[Path]) -> Job[list[Path]]:
        """Give the job that finds packs in folders that are newer than what is installed.

        Only packs of trusted publishers count, and full ones or those that fit.
        """

        def run(ctx: JobContext) -> list[Path]:
            return list(self._offers(folders, ctx))

        return run

    def _offers(self, folders: Sequence[Path], ctx: JobContext) -> Iterator[Path]:
        newest: dict[tuple[str, str], tuple[tuple[int, int], Path]] = {}
        for folder in folders:
            for path in sorted(folder.rglob(f"*{LIBRARY_PACK}")):
                ctx.token.check()
                told = self._offer(path)
                if told is not None:
                    key, rank = told
                    newest[key] = max(newest.get(key, (rank, path)), (rank, path))
        yield from (path for _rank, path in newest.values())

    def _offer(self, path: Path) -> tuple[tuple[str, str], tuple[int, int]] | None:
        """Give which library a pack would update, and to what; a smaller pack ranks higher."""
        told = self._labelled(path)
        if told is None:
            return None
        publisher, label = told
        before = self._installations.of(publisher.id, label.library)
        versions = [one.head.version for one in before.pointer.versions] if before else []
        fits = label.base == 0 or label.base in versions
        newer = label.version > max(versions, default=0)
        if not (fits and newer and self._publishers().trusts(publisher)):
            return None
        return (publisher.id, label.library), (label.version, label.base)

    def _labelled(self, path: Path) -> tuple[Publisher, PackLabel] | None:
        """Give what is written on a pack, None where it cannot be read; read once, and again where
        its medium failed.
        """
        try:
            found = path.stat()
            key = (path, found.st_size, found.st_mtime_ns)
            if key not in self._labels:
                self._labels[key] = _label_of(path)
            return self._labels[key]
        except (OSError, UnreadablePackError):
            return None

    @contextmanager
    def _verified(self, path: Path) -> Iterator[tuple[PackReader, Verified]]:
        from policyviewer.app.packs.container import PackReader
        from policyviewer.app.packs.installing import trusted
        from policyviewer.app.packs.verifying import admitted, verify

        with PackReader(path) as pack:
            publisher = admitted(pack, self._publishers())
            known = trusted(self._installations, publisher, pack.label.library)
            yield pack, verify(pack, publisher, known)

    def _changes(self, before: Installation | None, verified: Verified) -> tuple[Change, ...]:
        from policyviewer.app.packs.filling import manifest_in

        former = manifest_in(before.folder) if before else None
        return changes_between(former.documents if former else (), verified.manifest.documents)

    def _publishers(self) -> Publishers:
        from policyviewer.app.packs.publishers import Publishers

        return Publishers(self._paths.shipped_publishers, self._paths.publishers)


def _label_of(path: Path) -> tuple[Publisher, PackLabel] | None:
    """Give what is written on a pack, None where it is none; raises UnreadablePackError."""
    from policyviewer.app.packs.container import PackReader
    from policyviewer.app.packs.verifying import signer_of

    try:
        with PackReader(path) as pack:
            return signer_of(pack), pack.label
    except UnreadablePackError:
        raise
    except PackError:
        return None


def _signer_of(path: Path) -> Publisher:
    from policyviewer.app.packs.container import PackReader
    from policyviewer.app.packs.framework import LARGEST_ROLE
    from policyviewer.app.packs.publishers import publisher_of
    from policyviewer.app.packs.verifying import signer_of

    if path.suffix.lower() == LIBRARY_PACK:
        with PackReader(path) as pack:
            return signer_of(pack)
    try:
        with path.open("rb") as file:
            return publisher_of(file.read(LARGEST_ROLE))
    except OSError as error:
        raise PackError(f"读不出“{path}”。", "请检查路径是否写对，U 盘是否插好。") from error
