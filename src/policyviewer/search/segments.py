"""The segments of an index, opened for reading: every segment numbers its rows from 0.

Nothing here keeps a position, so that threads share a segment without a lock. A segment that
nobody refers to any more closes itself: there is nothing to close by hand, and a search that
has begun always ends.
"""

from __future__ import annotations

import mmap
import pickle
import struct
import zlib
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import TOC
from whoosh.index import IndexError as TocError

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.search import arrays, facts, manifest, rows, sidecar
from policyviewer.search.codec import Buffer, GuardedCodec, MappedStorage, PlainSegment
from policyviewer.search.facets import FacetTable
from policyviewer.search.facts import Facts
from policyviewer.search.manifest import Manifest
from policyviewer.search.schema import schema
from policyviewer.search.sidecar import Terms

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

IMPACTS = 64
"""Occurrences of a gram in a row up to which its impact is looked up."""
MOST_REMEMBERED = 1_000_000
"""Rows of texts that a segment remembers (4 MB)."""
MOST_MASKS = 64
"""Answers about facts that a segment remembers."""
_DAMAGE = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(struct.error, zlib.error, pickle.UnpicklingError, TocError, FileFormatError),
)
"""What wrong bytes in a file of the index make Whoosh and Python raise."""


class Segment:
    """Rows that were written together."""

    def __init__(self, storage: MappedStorage, segment: PlainSegment) -> None:
        import numpy as np  # 0.1 s: only with an index

        files = Path(storage.folder) / segment.segment_id()
        self._terms = {
            field: Terms(files.with_name(files.name + sidecar.suffix(field)))
            for field in sidecar.FIELDS
        }
        self._documents = documents = GuardedCodec().per_document_reader(storage, segment)
        self.count = int(segment.doc_count_all())
        self.texts = Texts(*documents.texts_of("key"))
        told = arrays.read(files.with_name(files.name + sidecar.FACTS))
        self._facts, self._table = told["facts"], told["table"]
        self.total_length = int(documents.field_length("grams"))
        self._codes = documents.bytes_of_lengths("grams")  # now: the file may be deleted
        self.dead = np.zeros(self.count, np.bool_)
        self.dead[[int(number) for number in segment.deleted_docs()]] = True
        self._masks: dict[Hashable, Array] = {}
        self.remembered = Remembered()
        if not self.count == len(self._facts) == self.texts.count:
            raise manifest.unusable()

    @property
    def is_whole(self) -> bool:
        """Say whether no file was cut since it was opened: to read what is mapped behind the end
        of a file would end the process.
        """
        files = (arrays.file_of(self._facts), *(terms.file for terms in self._terms.values()))
        mapped = (*files, *self._documents.files)
        return all(one.size() >= len(one) for one in mapped if isinstance(one, mmap.mmap))

    def hide(self, documents: Collection[str]) -> None:
        """Take the rows of documents for deleted ones, before anything is searched."""
        import numpy as np

        asked = self.different_facts
        told = np.fromiter((one.document in documents for one in asked), np.bool_, len(asked))
        self.dead |= told[self._facts]

    @property
    def rows(self) -> Array:
        """Give the rows that are not deleted, in order."""
        import numpy as np

        return np.flatnonzero(~self.dead)

    def frequency(self, gram: str) -> int:
        """Give the number of rows with a gram, deleted ones included."""
        start, end = self._terms["grams"].span(gram)
        return end - start

    def postings(self, gram: str) -> tuple[Array, Array]:
        """Give the rows with a gram, deleted ones included, and their marks (see gram_codes)."""
        return self._terms["grams"].postings(gram)

    def terms(self, field: str) -> Terms:
        """Give the terms of ``grams`` or of ``words``."""
        return self._terms[field]

    def lengths(self, field: str) -> Array:
        """Give the lengths of all rows as Whoosh codes them."""
        import numpy as np

        return np.frombuffer(self._documents.bytes_of_lengths(field), np.uint8)

    @cached_property
    def tables(self) -> Array:
        """Give where each row's norms begin in a table of impacts (see scoring)."""
        import numpy as np

        return np.frombuffer(self._codes, np.uint8).astype(np.uint16) * np.uint16(IMPACTS)

    @cached_property
    def different_facts(self) -> list[Facts]:
        """Give every set of facts that some row has."""
        return facts.table({"table": self._table})

    @cached_property
    def facets(self) -> FacetTable:
        """Give what counts hits by their facts."""
        return FacetTable(self.different_facts)

    @property
    def facts_of_rows(self) -> Array:
        """Give for each row the place of its facts in ``different_facts``."""
        return self._facts

    def tally(self, numbers: Array) -> Array:
        """Give how many of the rows have each of the different facts."""
        import numpy as np

        return np.bincount(self._facts[numbers], minlength=len(self.different_facts))

    def facts(self, number: int) -> Facts:
        """Give what a row can be filtered by."""
        return self.different_facts[int(self._facts[number])]

    def mask(self, name: Hashable, holds: Callable[[Facts], bool]) -> Array:
        """Say of every row whether something holds of its facts; asked once for each name."""
        import numpy as np

        found = self._masks.get(name)
        if found is None:
            asked = self.different_facts
            told = np.fromiter(map(holds, asked), np.bool_, len(asked))
            found = told[self._facts] & ~self.dead
            if len(self._masks) >= MOST_MASKS:
                self._masks.clear()
            self._masks[name] = found
        return found

    def record(self, number: int) -> IndexedProvision:
        """Give the provision of a row."""
        stored = self._documents.stored_fields(int(number)).get("record")
        return rows.record(stored, self.facts(number))


class Texts:
    """The folded texts of all rows (see rows.encoded), one behind the other."""

    def __init__(self, data: Buffer, begins: Array, ends: Array) -> None:
        self._data, self._begins, self._ends = data, begins, ends
        self.count = len(begins)

    def __getitem__(self, number: int) -> bytes:
        return self._data[self._begins[number] : self._ends[number]]

    def of(self, numbers: Array) -> Iterator[bytes]:
        """Give the texts of rows."""
        data = self._data
        begins, ends = self._begins[numbers].tolist(), self._ends[numbers].tolist()
        return (data[begin:end] for begin, end in zip(begins, ends, strict=True))

    def having(self, text: bytes, numbers: Array) -> Array:
        """Give those of the rows in which a text stands."""
        import numpy as np

        data = self._data
        places = zip(self._begins[numbers].tolist(), self._ends[numbers].tolist(), strict=True)
        found = [text in data[begin:end] for begin, end in places]
        return numbers[np.array(found, np.bool_)]


class Remembered:
    """The rows of texts that were looked up last, so that who types on need not wait again."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, Array] = {}
        self._size = 0

    def get(self, text: Hashable) -> Array | None:
        """Give the rows of a text, or of a pattern, if they are remembered."""
        return self._rows.get(text)

    def keep(self, text: Hashable, rows: Array) -> None:
        """Remember the rows of a text; when there are too many, all others are forgotten."""
        if self._size + len(rows) > MOST_REMEMBERED:
            self._rows, self._size = {}, 0
        self._rows[text] = rows
        self._size += len(rows)


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


@contextmanager
def damage_met() -> Iterator[None]:
    """Turn what damaged files raise into UnusableIndexError, while others are written: an
    OSError that is no missing file is a matter of the disk.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise manifest.unusable() from error
    except OSError:
        raise
    except _DAMAGE as error:
        raise manifest.unusable() from error


def _open(index: Path, valid: Manifest) -> tuple[Segment, ...]:
    manifest.check(index, valid)
    storage = MappedStorage(valid.folder(index))
    toc = TOC.read(storage, manifest.NAME, gen=valid.toc, schema=schema())
    return tuple(Segment(storage, segment) for segment in toc.segments)
