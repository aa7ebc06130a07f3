"""Whoosh's own file format, read through memory maps and guarded pickles.

Segments that this codec wrote are read back through it whatever their table of contents says,
and every pickle goes through :mod:`policyviewer.search.safe_pickle`; no module of Whoosh is
patched. Reading by position needs no seek, so that threads can share a reader.
"""

from __future__ import annotations

import collections
import io
import mmap
import pickle
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override
from whoosh.codec.whoosh3 import (
    LENGTHS_COLUMN,
    W3Codec,
    W3FieldWriter,
    W3LeafMatcher,
    W3PerDocReader,
    W3PerDocWriter,
    W3Segment,
    W3TermsReader,
)
from whoosh.columns import CompressedBytesColumn, PickleColumn, VarBytesColumn
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import OrderedHashReader, OrderedHashWriter
from whoosh.filedb.structfile import StructFile
from whoosh.system import pack_ushort

from policyviewer.search import safe_pickle
from policyviewer.search.posting_blocks import posting_blocks

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

Buffer = bytes | mmap.mmap
_LENGTHS = struct.Struct("!ii")
_STORED = CompressedBytesColumn()
_PLAINLY_STORED = PickleColumn(CompressedBytesColumn(level=0))


class MappedFile(StructFile):  # type: ignore[misc]  # Whoosh is untyped
    """A file of an index in memory; reads by position are safe in several threads."""

    def __init__(self, path: Path, name: str, classes: safe_pickle.Classes) -> None:
        with path.open("rb") as file:
            empty = not file.read(1)
            data = io.BytesIO() if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        super().__init__(data, name=name)
        self.is_real = False  # has no use for a file descriptor
        self._data: Buffer = b"" if isinstance(data, io.BytesIO) else data
        self._classes = classes

    @property
    def data(self) -> Buffer:
        """Give all bytes of the file."""
        return self._data

    @override
    def get(self, position: int, length: int) -> bytes:
        return self._data[position : position + length]

    @override
    def get_array(self, position: int, typecode: str, length: int) -> array[Any]:
        values = array(typecode)
        values.frombytes(self.get(position, length * values.itemsize))
        if sys.byteorder == "little":
            values.byteswap()
        return values

    @override
    def read_pickle(self) -> object:
        return safe_pickle.load(self.file, self._classes)


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh is untyped
    """A folder with the files of one index."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))

    @override
    def open_file(self, name: str, **kwargs: Any) -> MappedFile:
        classes = _TOC_CLASSES if name.endswith(".toc") else safe_pickle.NOTHING
        return MappedFile(Path(self.folder) / name, name, classes)


class GuardedCodec(W3Codec):  # type: ignore[misc]  # Whoosh is untyped
    """Reads and writes segments; bytes on disk are those of Whoosh's third codec."""

    @override
    def new_segment(self, storage: FileStorage, indexname: str) -> PlainSegment:
        return PlainSegment(self, indexname)

    @override
    def per_document_writer(self, storage: FileStorage, segment: PlainSegment) -> DocumentsWriter:
        return DocumentsWriter(self, storage, segment)

    @override
    def per_document_reader(self, storage: FileStorage, segment: PlainSegment) -> DocumentsReader:
        return DocumentsReader(storage, segment)

    @override
    def terms_reader(self, storage: FileStorage, segment: PlainSegment) -> TermsReader:
        name = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        return TermsReader(self, storage.open_file(name), storage.file_length(name), postings)

    @override
    def field_writer(self, storage: FileStorage, segment: PlainSegment) -> FieldWriter:
        return FieldWriter(self, storage, segment)

    @override
    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, **kwargs: Any) -> Any:
        return _PostingsMatcher(dbfile, *terminfo.extent(), format_, **kwargs)


class DocumentsWriter(W3PerDocWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Writes columns and stored values, and lengths when they are all known."""

    @override
    def _create_column(self, fieldname: str, column: Any) -> None:
        stored = fieldname == "_stored"  # texts are too short for compression to pay
        super()._create_column(fieldname, _PLAINLY_STORED if stored else column)

    def add_document(self, record: object, columns: dict[str, bytes]) -> None:
        """Add a document's stored value and its columns, in one step."""
        number = int(self._doccount)
        self._get_column("_stored").add(number, {"record": record})
        for name, value in columns.items():
            if not self._has_column(name):
                self._create_column(name, VarBytesColumn())
            self._get_column(name).add(number, value)
        self._doccount: int = number + 1

    def add_lengths(self, field: str, codes: Sequence[int], total: int) -> None:
        """Write the coded length of every document, and the sum of all lengths."""
        name = f"_{field}_len"
        self._create_column(name, LENGTHS_COLUMN)
        writer = self._get_column(name)
        for number, code in enumerate(codes):
            writer.add(number, code)
        self._fieldlengths[field] += total


class FieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Writes terms with all their postings at hand, as Whoosh's own writer would one by one.

    Blocks are longer than Whoosh's, and short ones are not compressed, which it reads alike.
    """

    def add_terms(
        self, terms: Sequence[bytes], ends: Array, rows: Array, times: Array, codes: Array
    ) -> None:
        """Write the field's next terms: ``ends`` of their postings begin with 0; ``codes`` are
        the coded lengths of the postings' rows.
        """
        prefix = pack_ushort(self._fieldid)
        infos = posting_blocks(self._postfile, ends, rows, times, codes)
        _add_all(self._tindex, [prefix + term for term in terms], infos)


def _add_all(index: OrderedHashWriter, keys: Sequence[bytes], values: Iterable[bytes]) -> None:
    """Add terms to Whoosh's list of terms as its ``add`` would one by one: keys increase."""
    if any(first >= second for first, second in pairwise((index.lastkey, *keys))):
        msg = "terms out of order"
        raise ValueError(msg)
    at, parts = index.dbfile.tell(), list[bytes]()
    for key, value in zip(keys, values, strict=True):
        parts += (_LENGTHS.pack(len(key), len(value)), key, value)
        index.index.append(at)
        number = index.hashfn(key)
        index.buckets[number & 0xFF].append((number, at))
        at += _LENGTHS.size + len(key) + len(value)
    index.dbfile.write(b"".join(parts))
    index.lastkey = keys[-1] if keys else index.lastkey


class PlainSegment(W3Segment):  # type: ignore[misc]  # Whoosh is untyped
    """A segment in files of its own: a compound one would copy itself into memory."""

    @override
    def codec(self, **kwargs: Any) -> GuardedCodec:
        return GuardedCodec()

    @override
    def should_assemble(self) -> bool:
        return False

    @override
    def is_compound(self) -> bool:
        return False


class _TermIndex(OrderedHashReader):  # type: ignore[misc]  # Whoosh is untyped
    """A term file that raises ValueError where Whoosh raises a bare Exception."""

    @override
    def _read_extras(self) -> None:
        start = self.dbfile.tell()
        kind = self.dbfile.read_pickle().get("indextype")
        if kind not in {"B", "H", "i", "I", "q"}:
            msg = f"terms indexed by {kind!r}"
            raise ValueError(msg)
        self.dbfile.seek(start)
        super()._read_extras()


class TermsReader(W3TermsReader):  # type: ignore[misc]  # Whoosh is untyped
    """The terms of a segment with their postings."""

    def __init__(self, codec: W3Codec, terms: MappedFile, length: int, posts: MappedFile) -> None:
        _TermIndex(terms, length)  # checks
        super().__init__(codec, terms, length, posts)

    @override
    def term_info(self, fieldname: str, tbytes: bytes) -> Any:
        key = self._keycoder(fieldname, tbytes)
        for start, length in self._tindex.ranges_for_key(key):
            if self._dbfile.get(start, min(1, length)) != b"\0":
                msg = "postings inside a term are never written"
                raise pickle.UnpicklingError(msg)
        return super().term_info(fieldname, tbytes)

    def raw_postings(self, field: str, term: bytes) -> bytes:
        """Give the posting blocks of a term as they stand in the file; empty without it."""
        if (field, term) not in self:
            return b""
        start, (length,) = self.term_info(field, term).extent()  # so read back by Whoosh
        data: bytes = self._postfile.get(start, length)
        return data


class DocumentsReader(W3PerDocReader):  # type: ignore[misc]  # Whoosh is untyped
    """Stored values, columns and lengths of a segment's documents."""

    def __init__(self, storage: FileStorage, segment: PlainSegment) -> None:
        super().__init__(storage, segment)
        self.files: list[Buffer] = []
        self._stored = self.column_reader("_stored", _STORED)  # now: the file may be deleted

    @override
    def stored_fields(self, docnum: int) -> Any:
        data = self._stored[docnum]
        return safe_pickle.loads(data) if data else {}

    @override
    def _get_column_file(self, fieldname: str) -> Any:
        """Open a column; all that were opened stand in ``files``."""
        found = super()._get_column_file(fieldname)
        if isinstance(found[0], MappedFile):  # Whoosh's own storage opens others
            self.files.append(found[0].data)
        return found

    def texts_of(self, field: str) -> tuple[Buffer, Array, Array]:
        """Give all values of a column of bytes as one, and where each begins and ends."""
        import numpy as np

        file, start, length = self._get_column_file(field)
        begins, lengths = _Texts.Reader(file, start, length, self._doccount).places()
        begins = np.array(begins, np.int64) + start
        return file.data, begins, begins + np.array(lengths, np.int64)

    def bytes_of_lengths(self, field: str) -> bytes:
        """Give the coded lengths of a field, a byte a document, in document order.

        They are 0 for a field without lengths. Raises ValueError when there are not as many.
        """
        name = f"_{field}_len"
        if not self.has_column(name):
            return bytes(self.doc_count_all())
        file, start, length = self._get_column_file(name)
        data: bytes = file.get(start, length)
        if len(data) != self.doc_count_all():
            msg = "lengths of other documents"
            raise ValueError(msg)
        return data


class _Texts(VarBytesColumn):  # type: ignore[misc]  # Whoosh is untyped
    """A column of bytes that tells where its values are."""

    class Reader(VarBytesColumn.Reader):  # type: ignore[misc]
        """Reads it."""

        def places(self) -> tuple[Sequence[int], Sequence[int]]:
            """Give the offsets and the lengths of all values."""
            return self._offsets, self._lengths


class _PostingsMatcher(W3LeafMatcher):  # type: ignore[misc]  # Whoosh is untyped
    """What Whoosh itself walks over, whoever reads the index with it."""

    @override
    def _read_data(self) -> None:
        data = self._postfile.get(self._dataoffset, self._nextoffset - self._dataoffset)
        self._data = safe_pickle.loads(zlib.decompress(data) if self._compression else data)


_TOC_CLASSES: safe_pickle.Classes = {
    ("collections", "defaultdict"): collections.defaultdict,
    ("builtins", "int"): int,
    ("__builtin__", "int"): int,
    (GuardedCodec.__module__, GuardedCodec.__qualname__): GuardedCodec,
    (PlainSegment.__module__, PlainSegment.__qualname__): PlainSegment,
}
"""What a table of contents is made of; protocol 2 calls builtins by their old name."""
