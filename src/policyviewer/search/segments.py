"""The segments of an index, opened for reading: every segment numbers its rows from 0.

Nothing here keeps a position, so that threads share a segment without a lock. A segment that
nobody refers to any more closes itself: there is nothing to close by hand, and a search that
has begun always ends.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh import columns
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import TOC
from whoosh.index import IndexError as TocError

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.search import manifest, rows
from policyviewer.search.codec import GuardedCodec, MappedStorage, PlainSegment
from policyviewer.search.filters import Facets
from policyviewer.search.manifest import Manifest
from policyviewer.search.postings import NO_POSTINGS, Postings, decode
from policyviewer.search.schema import schema

_DAMAGE = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(struct.error, zlib.error, pickle.UnpicklingError, TocError, FileFormatError),
)
"""What wrong bytes in a file of the index make Whoosh and Python raise."""


class Segment:
    """Rows that were written together."""

    def __init__(self, storage: MappedStorage, segment: PlainSegment) -> None:
        codec = GuardedCodec()
        self._terms = codec.terms_reader(storage, segment)
        self._documents = documents = codec.per_document_reader(storage, segment)
        self._keys = documents.column_reader("key", columns.VarBytesColumn())
        self._years = documents.column_reader("year", columns.NumericColumn("H"))
        self._texts = {
            field: documents.column_reader(field, columns.RefBytesColumn())
            for field in ("issuers", "kind", "effective", "expires", "written")
        }
        self.lengths = documents.bytes_of_lengths("grams")
        self.total_length = int(documents.field_length("grams"))
        self.count = int(segment.doc_count_all())
        self.deleted = frozenset(int(number) for number in segment.deleted_docs())

    @property
    def rows(self) -> Iterator[int]:
        """Give the rows that are not deleted, in order."""
        return (number for number in range(self.count) if number not in self.deleted)

    def frequency(self, gram: str) -> int:
        """Give the number of rows with a gram, deleted ones included."""
        return self._terms.documents_with("grams", rows.encoded(gram))

    def postings(self, gram: str) -> Postings:
        """Give the rows with a gram, deleted ones included."""
        data = self._terms.raw_postings("grams", rows.encoded(gram))
        return decode(data) if data else NO_POSTINGS

    def rows_of(self, document: str) -> tuple[int, ...]:
        """Give the rows of a document, deleted ones included."""
        data = self._terms.raw_postings("document", rows.encoded(document))
        return decode(data).ids if data else ()

    def key(self, number: int) -> bytes:
        """Give the folded texts of a row as they are stored (see rows.encoded)."""
        key: bytes = self._keys[number]
        return key

    def facets(self, number: int) -> Facets:
        """Give what a row can be filtered by."""
        return Facets(
            issuers=self._text("issuers", number),
            kind=self._text("kind", number),
            effective=self._text("effective", number),
            expires=self._text("expires", number),
            year=int(self._years[number]),
        )

    def written(self, number: int) -> str:
        """Give a row's date of writing as it was printed, empty when there is none."""
        return self._text("written", number)

    def record(self, number: int) -> IndexedProvision:
        """Give the provision of a row."""
        return rows.record(self._documents.stored_fields(number).get("record"))

    def _text(self, field: str, number: int) -> str:
        value: bytes = self._texts[field][number]
        return value.decode("utf-8", "surrogatepass")


def open_segments(index: Path) -> tuple[Segment, ...]:
    """Open the valid state of an index.

    Raises UnusableIndexError when it is missing, damaged or of another schema.
    """
    valid = manifest.read(index)
    while True:
        try:
            with damage_told():
                return _open(index, valid)
        except UnusableIndexError:
            before, valid = valid, manifest.read(index)
            if before == valid:  # else another process has switched and deleted these files
                raise


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn what damaged files raise into UnusableIndexError.

    Checksums are compared on opening; this is for the damage that they do not see.
    """
    try:
        yield
    except _DAMAGE as error:
        raise manifest.unusable() from error


def _open(index: Path, valid: Manifest) -> tuple[Segment, ...]:
    manifest.check(index, valid)
    storage = MappedStorage(valid.folder(index))
    toc = TOC.read(storage, manifest.NAME, gen=valid.toc, schema=schema())
    return tuple(Segment(storage, segment) for segment in toc.segments)
