"""The clauses that the user marked, with all their words, put together to be read one after the
other; or a whole document with what the user wrote about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import Annotation, AnnotationId
from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.provisions import Provision, provisions
from policyviewer.domain.ranges import TextRange

MOST = 1000
"""Clauses that are put together; more are told to be left out."""
LONGEST = 400_000
"""Code points of a document that is put on paper whole."""


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """An annotation and the words of a clause that it is on, counted from the clause's beginning;
    without a range it has lost its words.
    """

    annotation: Annotation
    span: TextRange | None


@dataclass(frozen=True, slots=True)
class MarkedClause:
    """A clause of a document with its marks, in the order of the text."""

    document: DocumentId
    title: str
    citation: str
    path: tuple[str, ...]
    """The headings above it."""
    text: str
    start: int | None
    """Where it begins in the document; None where the words are there no more."""
    marks: tuple[ClauseMark, ...]


def marked_clauses(
    library: LibraryService,
    annotating: AnnotationService,
    wanted: Iterable[AnnotationId],
    check: Callable[[], None] = lambda: None,
) -> list[MarkedClause]:
    """Give the clauses in which some annotations stand, document by document.

    Words that a revision took out stand at the end of their document as they were marked. Raises
    UserError when there is nothing to be read.
    """
    names = set(wanted)
    found: list[MarkedClause] = []
    documents = dict.fromkeys(one.target.document for one in annotating.all() if one.id in names)
    for document in documents:
        check()
        if library.title(document) is None:
            placed: Sequence[PlacedAnnotation] = annotating.orphans(document)
            found += [_lost(one) for one in placed if one.annotation.id in names]
            continue
        opened = library.open(document)
        own = [one for one in annotating.of(opened) if one.annotation.id in names]
        found += _of_document(opened, own)
        if len(found) > MOST:
            break
    if not found:
        raise UserError("没有可以通读的条款。", "请先在正文里做批注，或换一个筛选条件。")
    return found[:MOST]


def whole_document(document: Document, placed: Sequence[PlacedAnnotation]) -> list[MarkedClause]:
    """Give all clauses of a document, those without a mark too.

    Raises UserError when it is too long to be put on paper in one go.
    """
    if len(document.outline.text) > LONGEST:
        raise UserError(
            f"这份文件有 {len(document.outline.text)} 字，太长了，不能一次打印。",
            "请选中要打印的条款做上书签或高亮，再在“全部批注”里通读、打印。",
        )
    tiles = [tile for tile in provisions(document.outline) if tile.searchable]
    return [*_clauses(document, tiles, placed), *_lost_of(placed)]


def _of_document(document: Document, placed: Sequence[PlacedAnnotation]) -> Iterator[MarkedClause]:
    marked = (one for one in _clauses(document, provisions(document.outline), placed) if one.marks)
    yield from marked
    yield from _lost_of(placed)


def _lost_of(placed: Sequence[PlacedAnnotation]) -> Iterator[MarkedClause]:
    return (_lost(one) for one in placed if one.anchor.span is None)


def _clauses(
    document: Document, tiles: Sequence[Provision], placed: Sequence[PlacedAnnotation]
) -> Iterator[MarkedClause]:
    """Give provisions as clauses; those over which one mark goes are one clause."""
    text, citations = document.outline.text, Citations(document.outline)
    title = document.outline.metadata.title
    standing = [(one.annotation, one.anchor.span) for one in placed if one.anchor.span is not None]
    for run, marks in _runs(tiles, standing):
        whole = TextRange(run[0].span.start, run[-1].span.end).of(text)
        words = whole.strip("\n").rstrip()
        if words.strip():
            start = run[0].span.start + len(whole) - len(whole.lstrip("\n"))
            own = tuple(ClauseMark(one, _inside(span, start, len(words))) for one, span in marks)
            named, path = citations.of(run[0].id), run[0].path
            yield MarkedClause(document.id, title, named, path, words, start, own)


def _runs(
    tiles: Sequence[Provision], marks: Sequence[tuple[Annotation, TextRange]]
) -> Iterator[tuple[list[Provision], list[tuple[Annotation, TextRange]]]]:
    """Give provisions that a mark joins, with the marks that begin in them."""
    left = sorted(marks, key=lambda mark: mark[1].start)
    run: list[Provision] = []
    own: list[tuple[Annotation, TextRange]] = []
    end = 0
    for tile in tiles:
        if run and tile.span.start >= end:
            yield run, own
            run, own = [], []
        run.append(tile)
        while left and left[0][1].start < tile.span.end:
            own.append(left.pop(0))
            end = max(end, own[-1][1].end)
    if run:
        yield run, own


def _inside(span: TextRange, start: int, length: int) -> TextRange:
    begins = min(max(0, span.start - start), length)
    return TextRange(begins, min(max(begins, span.end - start), length))


def _lost(one: PlacedAnnotation) -> MarkedClause:
    """Give the words that were marked, as they were."""
    target = one.annotation.target
    words = target.quote.exact.strip("\n")
    mark = ClauseMark(one.annotation, None)
    return MarkedClause(target.document, target.title, target.citation, (), words, None, (mark,))
