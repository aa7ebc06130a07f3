"""The Update Framework without its network: what is fetched comes out of a pack.

python-tuf's client reaches for urllib3 when it is imported, for a fetcher that we never use. A
stand-in for that one module keeps HTTP, sockets and TLS out of an offline program.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from policyviewer.domain.errors import PackError

if TYPE_CHECKING:
    from pathlib import Path

    from tuf.ngclient import Updater

_FETCHER = "tuf.ngclient.urllib3_fetcher"
_PACK = "pack:/"
LARGEST_ROLE = 1 << 20
"""Bytes of a file of the framework's."""


def updater(folder: Path, root: bytes, read: Callable[[str], bytes | None]) -> Updater:
    """Give the framework's client: what it trusts is in a folder, the rest comes from a pack.

    ``root`` is the newest root that is trusted; ``read`` gives an entry of the pack, None where
    there is none, and raises PackError.
    """
    standin = ModuleType(_FETCHER)
    standin.Urllib3Fetcher = type("Urllib3Fetcher", (), {})  # type: ignore[attr-defined]
    sys.modules.setdefault(_FETCHER, standin)
    from tuf.api.exceptions import DownloadHTTPError
    from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig
    from typing_extensions import override

    class PackFetcher(FetcherInterface):
        """Fetches from the pack."""

        @override
        def _fetch(self, url: str) -> Iterator[bytes]:
            data = read(url.removeprefix(_PACK))
            if data is None:
                raise DownloadHTTPError(f"not in the pack: {url}", 404)
            return iter([data])

    class PackUpdater(Updater):
        """Keeps the newest root as a file: not every file system has links."""

        @override
        def _update_root_symlink(self) -> None:
            version = self._trusted_set.root.version
            newest = folder / "root_history" / f"{version}.root.json"
            shutil.copyfile(newest, folder / "root.json")

    config = UpdaterConfig(
        root_max_length=LARGEST_ROLE,
        timestamp_max_length=LARGEST_ROLE,
        snapshot_max_length=LARGEST_ROLE,
        targets_max_length=LARGEST_ROLE,
    )
    return PackUpdater(
        metadata_dir=str(folder),
        metadata_base_url=f"{_PACK}metadata/",
        target_dir=str(folder),
        target_base_url=f"{_PACK}targets/",
        fetcher=PackFetcher(),
        config=config,
        bootstrap=root,
    )


def pack_error_behind(error: BaseException) -> PackError | None:
    """Give the PackError for which a download failed, None where it failed for anything else."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PackError):
            return cause
        cause = cause.__cause__
    return None
