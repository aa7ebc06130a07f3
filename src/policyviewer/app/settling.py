"""What becomes of annotations when their documents change, and what the user decides about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacedAnnotation, PlacingService, Receipt
from policyviewer.domain.annotations import CONTEXT, AnchorState, AnnotationId
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class Question:
    """An annotation whose words were changed or taken out, with what stands there now."""

    placed: PlacedAnnotation
    document: Document
    former: str
    """The words as they were marked."""
    present: str
    """What took their place; empty where nothing did."""
    former_frame: tuple[str, str]
    """What stood before and behind the former words, on their lines, ..."""
    present_frame: tuple[str, str]
    """... and what stands before and behind the present ones."""

    @property
    def likely(self) -> TextRange | None:
        """Give the words on which the annotation may be put."""
        return self.placed.anchor.likely


class SettlingService:
    """Settles annotations after an import, and asks about those that only a person can settle."""

    def __init__(
        self, library: LibraryService, annotating: AnnotationService, placing: PlacingService
    ) -> None:
        self._library = library
        self._annotating = annotating
        self._placing = placing

    def settle(
        self, changed: Iterable[DocumentId], check: Callable[[], None] = lambda: None
    ) -> Receipt:
        """Find the places in documents that are new or changed; give those found only now.

        ``check`` is called between documents, and may raise to end the work.
        """
        known = self._annotating.documents()
        wanted = self.bring_home() | {name for name in changed if name in known}
        concerned: list[Document] = []
        for name in sorted(wanted):
            check()
            concerned.append(self._library.open(name))
        return self._placing.settle(concerned)

    def bring_home(self) -> set[DocumentId]:
        """Give annotations of documents that the library does not hold to the only one of the
        same title; give the documents that got some.

        A document that was deleted and taken in again, or that a colleague has from another file,
        has another id. One that was only taken out may be put back: its annotations go to none but
        one that was taken in later.
        """
        named: defaultdict[str, list[DocumentSummary]] = defaultdict(list)
        for one in self._library.documents():
            named[one.metadata.title].append(one)
        present = {one.id for found in named.values() for one in found}
        homes: set[DocumentId] = set()
        for name, title in self._annotating.documents().items():
            alone = name not in present and len(named[title]) == 1
            if title and alone and self._may_live(name, named[title][0]):
                self._placing.move(name, named[title][0].id)
                homes.add(named[title][0].id)
        return homes

    def _may_live(self, gone: DocumentId, home: DocumentSummary) -> bool:
        """Say whether a document may be the one that is gone: a notice of another number is
        another notice, whatever its title. The citations tell the number.
        """
        taken_out = self._library.taken_out(gone)
        if taken_out is not None and home.source.imported <= taken_out:
            return False
        number, begins = home.metadata.document_number, f"《{home.metadata.title}》（"
        cited = (one.annotation.target.citation for one in self._annotating.orphans(gone))
        numbered = (one for one in cited if one.startswith(begins))
        return not number or all(one.startswith(f"{begins}{number}）") for one in numbered)

    def questions(self, check: Callable[[], None] = lambda: None) -> list[Question]:
        """Give what is to be decided, document by document."""
        found: list[Question] = []
        for document in self._revised(check):
            text = document.outline.text
            placed = (one for one in self._placing.of(document) if one.pending)
            found += [_question(document, one, text) for one in placed]
        return found

    def states(self) -> dict[AnnotationId, AnchorState]:
        """Give how annotations stand that were made on another version than the one shown."""
        return self._placing.states(self._library.versions)

    def accept(self, question: Question) -> None:
        """Put an annotation on the words that took the place of its own."""
        if question.likely is not None:
            name = question.placed.annotation.id
            self._annotating.put_on(name, question.document, question.likely)

    def leave(self, question: Question) -> None:
        """Leave an annotation as it is: it keeps its words and is listed without a place."""
        self._annotating.leave(question.document, question.placed)

    def drop(self, question: Question) -> None:
        """Put an annotation into the trash."""
        self._annotating.delete(question.placed.annotation.id)

    def _revised(self, check: Callable[[], None]) -> Iterator[Document]:
        """Give the documents that have annotations made on another version."""
        versions: dict[DocumentId, set[int]] = {}
        for one in self._annotating.all():
            versions.setdefault(one.target.document, set()).add(one.target.version)
        for summary in self._library.documents():
            if versions.get(summary.id, {summary.version}) != {summary.version}:
                check()
                yield self._library.open(summary.id)


def _question(document: Document, placed: PlacedAnnotation, text: str) -> Question:
    """Give an annotation with its words and the present ones, whole provisions where it has
    none of its own.
    """
    anchor, quote = placed.anchor, placed.annotation.target.quote
    span = anchor.likely
    if span is None:
        tiles = (tile for tile in provisions(document.outline) if tile.id == anchor.provision)
        span = next((tile.span for tile in tiles), TextRange(0, 0))
    around = (text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT])
    frames = _on_the_line(quote.prefix, quote.suffix), _on_the_line(*around)
    return Question(placed, document, quote.exact, span.of(text), *frames)


def _on_the_line(before: str, behind: str) -> tuple[str, str]:
    return before.rpartition("\n")[2], behind.partition("\n")[0]


def told(receipt: Receipt) -> str:
    """Give the sentence that tells what became of annotations; empty where nothing did."""
    parts = {
        "条留在原位": receipt.count(AnchorState.IN_PLACE),
        "条已随条文移动": receipt.count(AnchorState.MOVED),
        "条的原文已改": receipt.count(AnchorState.TEXT_CHANGED),
        "条的原文已删": receipt.count(AnchorState.TEXT_DELETED),
    }
    words = "，".join(f"{count} {name}" for name, count in parts.items() if count)
    asked = "请您确认改动处。" if any(one.pending for one in receipt.placed) else ""
    return f"批注已核对：{words}。{asked}" if words else ""
