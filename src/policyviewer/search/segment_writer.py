"""Writing one segment through Whoosh's writer, its postings collected in bulk."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from typing_extensions import override
from whoosh.index import TOC
from whoosh.reading import SegmentReader
from whoosh.util.numeric import byte_to_length
from whoosh.writing import SegmentWriter as StockWriter

from policyviewer.domain.documents import DocumentId
from policyviewer.search.bulk import FieldPostings
from policyviewer.search.codec import GuardedCodec, PlainSegment
from policyviewer.search.generation import Generation
from policyviewer.search.postings import Postings, decode
from policyviewer.search.rows import encoded

logger = logging.getLogger(__name__)

MOST_POSTINGS = 6_000_000
"""Postings of a new segment (some 30,000 provisions), which bounds the memory of a build."""
MOST_SEGMENTS = 6
"""Beyond this an update merges the smallest into the new one."""
MOST_MERGED = 10_000
"""Rows of a segment that is still merged: larger ones stay as they are."""


class SegmentWriter(StockWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Writes the next table of contents: rows taken out, and one more segment.

    The files of the state before stay in their place.
    """

    def __init__(self, source: Generation) -> None:
        super().__init__(source, codec=GuardedCodec(), compound=False, _lk=False)
        indexed = (name for name, field in self.schema.items() if field.indexed)
        self._postings = {name: FieldPostings() for name in sorted(indexed)}

    @property
    def full(self) -> bool:
        """Say whether further rows should go into another segment."""
        return sum(map(len, self._postings.values())) >= MOST_POSTINGS

    def remove(self, documents: Collection[DocumentId]) -> None:
        """Mark every row of the documents as deleted."""
        for segment in self.segments:
            terms = segment.codec().terms_reader(self.storage, segment)
            for document in documents:
                data = terms.raw_postings("document", encoded(document))
                for number in decode(data).ids if data else ():
                    segment.delete_document(number)

    def add_row(self, values: dict[str, Any]) -> None:
        """Add a row (see rows.row)."""
        documents = self.perdocwriter
        documents.start_doc(self.docnum)
        for name, value in sorted(values.items()):
            field, length = self.schema[name], 0
            if field.indexed:
                counts = Counter(value) if isinstance(value, list) else {value: 1}
                self._postings[name].add_row(self.docnum, counts)
                length = len(value) if field.scorable else 0
            documents.add_field(name, field, value if field.stored else None, length)
            if field.column_type:
                documents.add_column_value(name, field.column_type, value)
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def merge_segment(self, segment: PlainSegment) -> None:
        """Add the rows of a segment that are not deleted."""
        reader = SegmentReader(self.storage, self.schema, segment)
        first = self.docnum
        moved = self.write_per_doc(set(self.schema.names()), reader)
        terms = segment.codec().terms_reader(self.storage, segment)
        for name, postings in self._postings.items():
            for term in terms.terms_of(name):
                old = decode(terms.raw_postings(name, term))
                kept = _moved(old, first, moved)
                if kept.ids:  # a term of deleted rows alone has no postings
                    postings.add_term(term.decode("utf-8", "surrogatepass"), kept)
        reader.close()
        self._added = True

    @override
    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        documents = self.per_document_reader()
        for name, postings in self._postings.items():
            codes = documents.bytes_of_lengths(name)
            lengths = [byte_to_length(code) for code in codes]
            self.fieldwriter.start_field(name, self.schema[name])
            for term, its in postings.sorted_terms():
                self.fieldwriter.add_term(term, its, lengths)
            self.fieldwriter.finish_field()
        self.fieldwriter.close()
        documents.close()

    @override
    def _commit_toc(self, segments: Sequence[PlainSegment]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)


@contextmanager
def segment_writer(source: Generation) -> Iterator[SegmentWriter]:
    """Give a writer that is committed at the end, or cancelled when anything is raised."""
    writer = SegmentWriter(source)
    try:
        yield writer
        writer.commit(mergetype=_keep_all if writer.full else _merge_small)
    except BaseException:
        _abandon(writer)
        raise


def _moved(old: Postings, first: int, moved: dict[int, int] | None) -> Postings:
    """Give the postings of rows that were moved behind others; deleted rows are left out."""
    if moved is None:
        return Postings(tuple(first + row for row in old.ids), old.weights)
    pairs = zip(old.ids, old.weights, strict=True)
    kept = [(moved[row], weight) for row, weight in pairs if row in moved]
    return Postings(tuple(row for row, _ in kept), tuple(weight for _, weight in kept))


def _keep_all(_writer: SegmentWriter, segments: list[PlainSegment]) -> list[PlainSegment]:
    return [segment for segment in segments if segment.doc_count()]


def _merge_small(writer: SegmentWriter, segments: list[PlainSegment]) -> list[PlainSegment]:
    """Give the segments to keep, having merged the smallest of too many: one more than there
    must be, so that not every update merges.
    """
    kept = _keep_all(writer, segments)
    excess = len(kept) + 1 - MOST_SEGMENTS
    small = sorted((one for one in kept if one.doc_count() <= MOST_MERGED), key=_rows)
    merged = small[: excess + 1] if excess > 0 else []
    for segment in merged:
        writer.merge_segment(segment)
    return [segment for segment in kept if segment not in merged]


def _rows(segment: PlainSegment) -> int:
    return int(segment.doc_count())


def _abandon(writer: SegmentWriter) -> None:
    """Close a writer whose work is thrown away."""
    if writer.is_closed:
        return
    try:
        writer.cancel()
    except OSError:  # the disk is full, say; what is left is swept by the next writer
        logger.warning("could not close the writer of the index", exc_info=True)
