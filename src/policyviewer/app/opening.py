"""Files that the program is asked to open, by a double click or a command line: what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.notes_files import PACKAGE
from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.domain.tasks import Job, JobContext

LIBRARY_PACK = ".pvpack"


@dataclass(frozen=True, slots=True)
class ToOpen:
    """Files by what is to be done with them; ``failures`` cannot be opened at all."""

    documents: tuple[DocumentId, ...] = ()
    """Those whose file the library has already."""
    files: tuple[Path, ...] = ()
    """Files and folders that may be imported."""
    notes: tuple[Path, ...] = ()
    packs: tuple[Path, ...] = ()
    failures: tuple[UserError, ...] = ()


class OpeningService:
    """Knows what a file is to this program."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves

    def job(self, paths: Sequence[Path]) -> Job[ToOpen]:
        """Give the job that sorts files by what is to be done with them."""

        def run(ctx: JobContext) -> ToOpen:
            documents: list[DocumentId] = []
            files: list[Path] = []
            failures: list[UserError] = []
            for path in paths:
                ctx.token.check()
                if failure := _failure(path):
                    failures.append(failure)
                elif path.suffix.lower() != LIBRARY_PACK and (known := self._known(path)):
                    documents.append(known)
                else:
                    files.append(path)
            notes = tuple(path for path in files if path.suffix.lower() == PACKAGE)
            packs = tuple(path for path in files if path.suffix.lower() == LIBRARY_PACK)
            others = tuple(path for path in files if path not in (*notes, *packs))
            return ToOpen(tuple(documents), others, notes, packs, tuple(failures))

        return run

    def _known(self, path: Path) -> DocumentId | None:
        """Give the document that came from this file; a file that cannot be read is not known."""
        try:
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:  # a folder; or the import tells what is wrong
            return None
        found = (shelf.documents.of_file(sha256) for shelf in self._shelves)
        return next((one.document for one in found if one is not None), None)


def _failure(path: Path) -> UserError | None:
    """Give why there is nothing to open at a path."""
    if not path.exists():
        hint = "请检查路径是否写对，U 盘是否插好。"
        return UserError(f"找不到“{readable(str(path))}”。", hint)
    return None
