"""Putting together provisions and documents, and telling what has become of them since."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial

from policyviewer.app.annotating import KEPT
from policyviewer.app.compiled_parts import (
    NOT_STORED,
    CompiledPiece,
    PartReader,
    Standings,
    part_of,
    renewed,
)
from policyviewer.app.library import LibraryService, section_of
from policyviewer.app.undoing import Deed, Step, Steps
from policyviewer.domain.compilations import (
    Compilation,
    CompilationId,
    CompiledPart,
    DeletedCompilation,
    PartId,
    led,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.compilations import CompilationStore

LONGEST_NAME = 60
FIRST_NAME = "政策汇编"


@dataclass(frozen=True, slots=True)
class Taking:
    """What shall be taken in: a document, words of it, or all that stands under a provision."""

    document: DocumentId
    span: TextRange | None = None
    provision: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What has become of the wish to take something in."""

    compilation: Compilation
    names: tuple[str, ...]
    """Of the parts that were put in."""
    known: int
    """How many are not, since they are in it already."""


class CompilationService:
    """The user's compilations; every method raises StorageError when the notes cannot be used.

    What changes the parts of one, or deletes it, is a step of ``steps`` that can be taken back.
    """

    def __init__(
        self,
        store: CompilationStore,
        library: LibraryService,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        steps: Steps | None = None,
    ) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._steps = Steps() if steps is None else steps

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

        def delete() -> int:
            self._store.delete(compilation, self._now())
            return 0

        def bring_back() -> int:
            self.restore(compilation)
            return 0

        delete()
        self._steps.add(Step("删除汇编", (), deeds=(Deed(bring_back, delete),)))

    def trash(self) -> list[DeletedCompilation]:
        """Give what was deleted, the last first."""
        return self._store.deleted()

    def restore(self, compilation: CompilationId) -> None:
        """Put a deleted compilation back; it gets a number behind its name where another one has
        taken it meanwhile.
        """
        gone = {one.compilation.id: one.compilation.name for one in self._store.deleted()}
        if compilation not in gone:
            return
        name, number = gone[compilation], 1
        while self._store.named(name) is not None:
            number += 1
            name = f"{gone[compilation]}（{number}）"
        self._store.rename(compilation, name)
        self._store.restore(compilation)

    def empty_old_trash(self) -> int:
        """Delete for good what was deleted KEPT ago, counted to the last use of a compilation: a
        clock that runs ahead by years must not empty the trash. Gives how many they were.
        """
        worked = self._store.last_change()
        return 0 if worked is None else self._store.purge(min(self._now(), worked) - KEPT)

    def take_in(self, wanted: Sequence[Taking]) -> TakenIn:
        """Put what is wanted into the compilation used last; raises what the two steps raise."""
        return self.put_in(self.parts_of(wanted))

    def parts_of(self, wanted: Sequence[Taking]) -> list[CompiledPart]:
        """Give what is wanted as parts; this reads documents, and may take its time.

        Raises UserError for words that are none, and UnknownDocumentError.
        """
        standings = Standings(self._library, self._today())
        return [self._part(one, standings) for one in wanted]

    def put_in(self, found: Sequence[CompiledPart]) -> TakenIn:
        """Put parts into the compilation used last, but none twice; the first one is made."""
        present = self._store.compilations()
        if not present:
            self._store.create(FIRST_NAME, self._now())
            present = self._store.compilations()
        inside = {_place(one) for one in self._store.parts(present[0].id)}
        fresh = {_place(one): one for one in found if _place(one) not in inside}
        with self._changing("收入汇编", present[0].id):
            self._store.add(present[0].id, list(fresh.values()))
        names = tuple(one.name for one in fresh.values())
        return TakenIn(present[0], names, len(found) - len(fresh))

    def add_heading(
        self, compilation: CompilationId, words: str, before: PartId | None = None
    ) -> None:
        """Put a heading before a part, or behind all of them; raises UserError for one without
        words.
        """
        heading = CompiledPart(NOT_STORED, self._plain(words))
        parts = self._store.parts(compilation)
        at = next((n for n, one in enumerate(parts) if one.id == before), len(parts))
        self._replace("加标题", compilation, [*parts[:at], heading, *parts[at:]])

    def reword(self, compilation: CompilationId, heading: PartId, words: str) -> None:
        """Give a heading other words; raises UserError for none."""
        plain = self._plain(words)
        parts = self._store.parts(compilation)
        changed = [replace(one, heading=plain) if one.id == heading else one for one in parts]
        self._replace("改标题", compilation, changed)

    def parts(self, compilation: CompilationId) -> list[CompiledPart]:
        """Give the parts as they were taken in."""
        return self._store.parts(compilation)

    def arrange(self, compilation: CompilationId, parts: Sequence[CompiledPart]) -> None:
        """Let a compilation have just these parts in this order."""
        self._replace("调整汇编", compilation, parts)

    def remove(self, compilation: CompilationId, part: PartId) -> None:
        """Take a part out."""
        parts = self._store.parts(compilation)
        left = [one for one in parts if one.id != part]
        self._replace("移出汇编", compilation, left)

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
        renewed_parts = [now.get(one.id, one) for one in parts]
        self._replace("采用汇编里变化了的文字", compilation, renewed_parts)
        return sum(now.get(one.id, one) != one for one in parts)

    def _replace(
        self, name: str, compilation: CompilationId, parts: Sequence[CompiledPart]
    ) -> None:
        with self._changing(name, compilation):
            self._store.replace(compilation, parts)

    @contextmanager
    def _changing(self, name: str, compilation: CompilationId) -> Iterator[None]:
        """Keep what is done to the parts of a compilation as a step."""
        before = self._store.parts(compilation)
        yield
        after = self._store.parts(compilation)
        lead = partial(self._lead, compilation)
        if after != before:
            deed = Deed(partial(lead, after, before), partial(lead, before, after))
            self._steps.add(Step(name, (), deeds=(deed,)))

    def _lead(
        self,
        compilation: CompilationId,
        origin: Sequence[CompiledPart],
        goal: Sequence[CompiledPart],
    ) -> int:
        """Lead the parts from one state to another; give how many did not go with it."""
        made = led(self._store.parts(compilation), origin, goal)
        self._store.replace(compilation, made)
        inside = {one.id for one in made}
        kept = sum(one not in made for one in goal if one not in origin)
        gone = {one.id for one in origin} - {one.id for one in goal}
        return kept + len(gone & inside)

    def _part(self, wanted: Taking, standings: Standings) -> CompiledPart:
        document = self._library.open(wanted.document)
        span = section_of(document, wanted.provision) if wanted.provision else wanted.span
        return part_of(document, span, standings.of(wanted.document))

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


def _place(part: CompiledPart) -> tuple[DocumentId, int, TextRange] | None:
    target = part.target
    return None if target is None else (target.document, target.version, target.span)
