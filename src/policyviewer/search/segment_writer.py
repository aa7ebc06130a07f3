"""Writing one segment through Whoosh's writer, its postings collected in bulk."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path

from typing_extensions import override
from whoosh.index import TOC
from whoosh.util.numeric import byte_to_length, length_to_byte
from whoosh.writing import SegmentWriter as StockWriter

from policyviewer.domain.documents import DocumentId
from policyviewer.search import arrays, rows, sidecar
from policyviewer.search.bulk import FieldPostings, GramPostings, TermPostings
from policyviewer.search.codec import GuardedCodec, PlainSegment
from policyviewer.search.facts import FactsWriter
from policyviewer.search.generation import Generation
from policyviewer.search.gram_codes import GramTexts
from policyviewer.search.postings import decode
from policyviewer.search.rows import Row
from policyviewer.search.runs import Chunk
from policyviewer.search.segments import Segment, damage_met

logger = logging.getLogger(__name__)

MOST_ROWS = 200_000
"""Rows of a new segment, which bounds what Whoosh's writers keep in memory."""
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
        folder = Path(self.storage.folder)
        self._stem = str(folder / self.newsegment.segment_id())
        aside = (self._path(f".run{number}") for number in count())
        self._postings: dict[str, FieldPostings] = {
            name: GramPostings(aside) if name == "grams" else TermPostings(aside)
            for name, field in sorted(self.schema.items())
            if field.indexed
        }
        self._facts = FactsWriter()

    @property
    def full(self) -> bool:
        """Say whether further rows should go into another segment."""
        return int(self.docnum) >= MOST_ROWS

    @damage_met()
    def remove(self, documents: Collection[DocumentId]) -> None:
        """Mark every row of the documents as deleted."""
        for segment in self.segments:
            terms = segment.codec().terms_reader(self.storage, segment)
            for document in documents:
                data = terms.raw_postings("document", rows.encoded(document))
                for number in decode(data).ids if data else ():
                    segment.delete_document(number)

    def add_row(self, row: Row) -> None:
        """Add a row."""
        self._postings["document"].add_row([row.facts.document])
        self._postings["words"].add_row(row.words)
        self._postings["grams"].add_row(GramTexts(row.above, row.keys))
        self._facts.add(row.facts)
        self._add_document(row.record, {"key": rows.encoded(rows.SEPARATOR.join(row.keys))})

    @damage_met()
    def merge_segment(self, segment: PlainSegment) -> None:
        """Add the rows of a segment that are not deleted."""
        old = Segment(self.storage, segment)
        live = old.rows
        for name in sidecar.FIELDS:
            lengths = lengths_of(old.lengths(name)[live])
            self._postings[name].add_run(sidecar.kept(old.terms(name).run(), ~old.dead), lengths)
        documents = segment.codec().per_document_reader(self.storage, segment)
        keys = documents.column_reader("key", self.schema["key"].column_type)
        for number in live.tolist():
            told = old.facts(number)
            self._facts.add(told)
            self._postings["document"].add_row([told.document])
            self._add_document(documents.stored_fields(number)["record"], {"key": keys[number]})

    def _path(self, ending: str) -> Path:
        return Path(f"{self._stem}{ending}")

    def _add_document(self, record: object, columns: dict[str, bytes]) -> None:
        self.perdocwriter.add_document(record, columns)
        self._added = True
        self.docnum += 1

    @override
    def _flush_segment(self) -> None:
        arrays.write(self._path(sidecar.FACTS), self._facts.arrays())
        for name, postings in self._postings.items():
            self._write_field(name, postings)
        self.fieldwriter.close()
        self.perdocwriter.close()

    def _write_field(self, name: str, postings: FieldPostings) -> None:
        merge, codes = postings.merged(), self._coded_lengths(name, postings)
        self.fieldwriter.start_field(name, self.schema[name])

        def written(chunk: Chunk) -> None:
            times = chunk.marks >> 1
            here = (chunk.ends, chunk.rows, times, codes[chunk.rows])
            self.fieldwriter.add_terms(sidecar.as_bytes(chunk.terms), *here)

        if name in sidecar.FIELDS:
            sidecar.write_terms(self._path(sidecar.suffix(name)), merge, postings.most, written)
        else:
            for chunk in merge.chunks():
                written(chunk)
        self.fieldwriter.finish_field()
        postings.forget()

    def _coded_lengths(self, name: str, postings: FieldPostings) -> arrays.Array:
        """Give the lengths of all rows as Whoosh codes them, a byte each, and write them."""
        import numpy as np

        if not self.schema[name].scorable:
            return np.zeros(self.docnum, np.uint8)
        lengths = postings.lengths
        different, at = np.unique(lengths, return_inverse=True)
        coded = np.array([length_to_byte(one) for one in different.tolist()], np.uint8)[at]
        self.perdocwriter.add_lengths(name, coded.tolist(), int(lengths.sum()))
        return coded

    @override
    def _commit_toc(self, segments: Sequence[PlainSegment]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)


@contextmanager
def segment_writer(source: Generation) -> Iterator[SegmentWriter]:
    """Give a writer that is committed at the end, or cancelled when anything is raised."""
    writer = SegmentWriter(source)
    try:
        yield writer
        with damage_met() if source.segments() else nullcontext():  # it may merge
            writer.commit(mergetype=_keep_all if writer.full else _merge_small)
    except BaseException:
        _abandon(writer)
        raise


def lengths_of(codes: arrays.Array) -> arrays.Array:
    """Give the lengths that Whoosh reads back of those it coded."""
    import numpy as np

    return np.array([byte_to_length(code) for code in range(256)], np.int64)[codes]


def _keep_all(_writer: SegmentWriter, segments: list[PlainSegment]) -> list[PlainSegment]:
    return [segment for segment in segments if segment.doc_count()]


def _merge_small(writer: SegmentWriter, segments: list[PlainSegment]) -> list[PlainSegment]:
    """Give the segments to keep, having merged the smallest of too many: one more than there
    must be, so that not every update merges. Those are written anew, too, of which most rows
    are deleted, whatever their size: it costs less than deleting those rows has.
    """
    kept = _keep_all(writer, segments)
    excess = len(kept) + 1 - MOST_SEGMENTS
    small = sorted((one for one in kept if one.doc_count() <= MOST_MERGED), key=_rows)
    merged = small[: excess + 1] if excess > 0 else []
    merged += [one for one in kept if _rows(one) < one.deleted_count() and one not in merged]
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
