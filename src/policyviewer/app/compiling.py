"""Putting together provisions and documents, and telling what has become of them since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from policyviewer.app.compiled_parts import (
    NOT_STORED,
    CompiledPiece,
    PartReader,
    Standings,
    part_of,
    renewed,
)
from policyviewer.app.library import LibraryService
from policyviewer.domain.compilations import Compilation, CompilationId, CompiledPart
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.compilations import CompilationStore

LONGEST_NAME = 60
FIRST_NAME = "政策汇编"


class CompilationService:
    """The user's compilations; every method raises StorageError when the notes cannot be used."""

    def __init__(
        self,
        store: CompilationStore,
        library: LibraryService,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._library = library
        self._now = now

    def compilations(self) -> list[Compilation]:
        """Give the compilations, the one used last first."""
        return self._store.compilations()

    def create(self, name: str) -> CompilationId:
        """Make a compilation; raises UserError for a name that cannot be."""
        return self._store.create(self._free(name, None), self._now())

    def rename(self, compilation: CompilationId, name: str) -> None:
        """Give a compilation another name; raises UserError for a name that cannot be."""
        self._store.rename(compilation, self._free(name, compilation))

    def use(self, compilation: CompilationId) -> None:
        """Let what is taken in from now on go into a compilation."""
        self._store.use(compilation, self._now())

    def delete(self, compilation: CompilationId) -> None:
        """Take a compilation away; what it was made from stays."""
        self._store.delete(compilation, self._now())

    def restore(self, compilation: CompilationId) -> None:
        """Put a deleted compilation back."""
        self._store.restore(compilation)

    def take_in(
        self, document: DocumentId, spans: Sequence[TextRange | None] = (None,)
    ) -> Compilation:
        """Put stretches of a document, or all of it, into the compilation used last, and give
        that; the first one is made.

        Raises UserError for an empty stretch and UnknownDocumentError.
        """
        opened = self._library.open(document)
        standing = Standings(self._library, self._today()).of(document)
        parts = [part_of(opened, span, standing) for span in spans]
        present = self._store.compilations()
        if not present:
            self._store.create(FIRST_NAME, self._now())
            present = self._store.compilations()
        self._store.add(present[0].id, parts)
        return present[0]

    def add_heading(self, compilation: CompilationId, words: str) -> None:
        """Put a heading behind the parts; raises UserError for one without words."""
        self._store.add(compilation, [CompiledPart(NOT_STORED, self._plain(words))])

    def parts(self, compilation: CompilationId) -> list[CompiledPart]:
        """Give the parts as they were taken in."""
        return self._store.parts(compilation)

    def arrange(self, compilation: CompilationId, parts: Sequence[CompiledPart]) -> None:
        """Let a compilation have just these parts in this order."""
        self._store.replace(compilation, parts)

    def present(
        self, compilation: CompilationId, check: Callable[[], None] = lambda: None
    ) -> list[CompiledPiece]:
        """Give the parts as they are in the library now; ``check`` may raise between two."""
        reader = PartReader(self._library, self._today())
        found = []
        for part in self._store.parts(compilation):
            check()
            found.append(reader.read(part))
        return found

    def accept(self, compilation: CompilationId, accepted: Sequence[CompiledPiece]) -> int:
        """Know that the user has seen what has become of parts: they are kept as they are now.

        Gives how many were changed; those whose words are nowhere stay as they were.
        """
        now = {one.present.part.id: renewed(one) for one in accepted}
        parts = self._store.parts(compilation)
        self._store.replace(compilation, [now.get(one.id, one) for one in parts])
        return sum(now.get(one.id, one) != one for one in parts)

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _plain(self, words: str) -> str:
        plain = " ".join(words.split())[:LONGEST_NAME]
        if not plain:
            raise UserError("还没有写字。", "请写一个名称，例如“高标准农田建设政策汇编”。")
        return plain

    def _free(self, name: str, own: CompilationId | None) -> str:
        plain = self._plain(name)
        if self._store.named(plain) not in (None, own):
            raise UserError(f"已经有叫“{plain}”的汇编。", "请换一个名称。")
        return plain
