"""Documents taken out of the user's shelf: gone from view at once, kept for a time, then for good.

Notes on them are never touched: they are listed under the title that the document had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from policyviewer.app import indexing
from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.tasks import Job, JobContext

KEPT = timedelta(days=90)
"""How long a document that was taken out can be put back."""


@dataclass(frozen=True, slots=True)
class RemovedDocument:
    """A document that was taken out, and when."""

    id: DocumentId
    title: str
    removed: datetime


class RemovalService:
    """Takes documents out of the user's shelf, and puts them back."""

    def __init__(
        self,
        shelf: Shelf,
        changed: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        worked: datetime | None = None,
    ) -> None:
        """``changed`` is called when other documents are in view; ``worked`` is when the user
        worked last before this run, where that is known.
        """
        self._shelf = shelf
        self._changed = changed
        self._now = now
        self._worked = worked

    def remove(self, documents: Iterable[DocumentId]) -> list[RemovedDocument]:
        """Take documents out; give those that were there.

        Raises UserError when one of them is of a pack or came with the program, and StorageError
        when the library cannot be written: nothing has changed then.
        """
        self._check_writable()
        removed = self._shelf.removed()
        wanted = tuple(one for one in dict.fromkeys(documents) if one not in removed)
        if strange := [one for one in wanted if not self._shelf.documents.holds(one)]:
            raise UserError(
                f"{len(strange)} 份文件不是您导入的，不能移出文库。",
                "资料包里的文件随资料包更新；不想要整个资料包，"
                "可以用命令 policyviewer pack remove 去掉。",
            )
        now = self._now()
        taken = [RemovedDocument(one, self._title(one), now) for one in wanted]
        self._keep({**removed, **dict.fromkeys(wanted, now)})
        return taken

    def put_back(self, documents: Iterable[DocumentId]) -> tuple[DocumentId, ...]:
        """Show documents again as they were; give those that had been taken out.

        Raises StorageError when the library cannot be written.
        """
        self._check_writable()
        removed = self._shelf.removed()
        back = tuple(one for one in dict.fromkeys(documents) if one in removed)
        self._keep({one: when for one, when in removed.items() if one not in back})
        return back

    def removed(self) -> list[RemovedDocument]:
        """Give what was taken out and can be put back, the last first."""
        found = [
            RemovedDocument(one, self._title(one), when)
            for one, when in self._shelf.removed().items()
        ]
        return sorted(found, key=lambda one: one.removed, reverse=True)

    def forget(self, documents: Iterable[DocumentId]) -> Job[int]:
        """Give the job that deletes documents for good that were taken out, with their originals;
        gives how many. Raises StorageError, and BusyIndexError when another program indexes.
        """
        wanted = tuple(dict.fromkeys(documents))

        def run(ctx: JobContext) -> int:
            self._check_writable()
            gone = [one for one in wanted if one in self._shelf.removed()]
            self._delete(gone, ctx)
            return len(gone)

        return run

    def forget_old(self) -> Job[int]:
        """Give the job that deletes for good what was taken out longer ago than KEPT.

        Time is counted to the user's last work: a clock that runs ahead by years, as one with an
        empty battery may, must not delete what was taken out yesterday.
        """

        def run(ctx: JobContext) -> int:
            if not self._shelf.writable:
                return 0
            now = self._now()
            before = min(now, self._worked or now) - KEPT
            old = [one for one, when in self._shelf.removed().items() if when < before]
            return self.forget(old)(ctx) if old else 0

        return run

    def _title(self, document: DocumentId) -> str:
        return self._shelf.documents.versions(document)[-1].metadata.title

    def _delete(self, gone: list[DocumentId], ctx: JobContext) -> None:
        shelf = self._shelf
        if not gone:
            return
        files = {one.source.sha256 for name in gone for one in shelf.documents.versions(name)}
        shelf.promise((*shelf.pending(), *gone))
        with shelf.database.transaction():
            for one in gone:
                shelf.documents.remove(one)
        for sha256 in files - shelf.documents.files():
            shelf.originals.delete(sha256)
        removed = shelf.removed()
        self._keep({one: when for one, when in removed.items() if one not in gone})
        # An updated index would only mark them: their words would stay in its files.
        indexing.rebuild(shelf, JobContext(report=ctx.report))

    def _keep(self, removed: dict[DocumentId, datetime]) -> None:
        self._shelf.keep_removed(removed)
        self._changed()

    def _check_writable(self) -> None:
        if not self._shelf.writable:
            raise StorageError(
                f"文库“{self._shelf.folder}”是只读的，不能移出文件。",
                "请把文库复制到可以写入的磁盘，或用 --library 指定别的文件夹。",
            )
