"""Changes to a PDF that are written behind it, as the format provides: what is there stays.

A library that writes the whole file anew makes objects of all of it; of a code of laws these are so
many that Python's collector, when it looks through them, keeps the window waiting.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_FONT = re.compile(rb"\d+ 0 obj\s*<<\s*/Type /Font\s")


class PdfUpdate:
    """A PDF, and the objects that are changed in it or new; the catalog is changed in place."""

    def __init__(self, data: bytes) -> None:
        from pypdf import PdfReader

        self._data = data
        self.reader: PdfReader = PdfReader(io.BytesIO(data))
        self._changed: dict[int, PdfObject] = {}
        self._size = int(self.reader.trailer["/Size"])  # type: ignore[call-overload]  # a number
        self.catalog: DictionaryObject = self.reader.root_object

    def fonts(self) -> Iterator[DictionaryObject]:
        """Give the fonts, each once."""
        for number, place in self.reader.xref.get(0, {}).items():
            if _FONT.match(self._data, place):
                yield self.reader.get_object(self._reference(number))  # type: ignore[misc]  # of a font

    def pages(self) -> Sequence[IndirectObject]:
        """Give the pages in their order; Qt puts them all below one node."""
        kids: Sequence[IndirectObject] = self.catalog["/Pages"]["/Kids"]  # type: ignore[index]
        return kids

    def add(self, one: PdfObject) -> IndirectObject:
        """Put a new object in, and give what refers to it."""
        self._size += 1
        self.replace(self._size - 1, one)
        return self._reference(self._size - 1)

    def replace(self, number: int, one: PdfObject) -> None:
        """Put an object in the place of the one with a number."""
        self._changed[number] = one

    def new(self, reference: IndirectObject) -> PdfObject:
        """Give an object that was put in; raises KeyError for one that was there before."""
        return self._changed[reference.idnum]

    def written(self) -> bytes:
        """Give the PDF with what has changed behind it."""
        if not self._changed:
            return self._data
        self.replace(self.reader.trailer.raw_get("/Root").idnum, self.catalog)
        out = io.BytesIO()
        places = {}
        for number, one in sorted(self._changed.items()):
            places[number] = len(self._data) + out.tell()
            out.write(b"%d 0 obj\n" % number)
            one.write_to_stream(out)
            out.write(b"\nendobj\n")
        start = len(self._data) + out.tell()
        out.write(b"xref\n" + _table(places) + b"trailer\n")
        self._trailer().write_to_stream(out)
        out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return self._data + out.getvalue()

    def _trailer(self) -> DictionaryObject:
        from pypdf.generic import DictionaryObject, NameObject, NumberObject

        before = [int(one) for one in _START.findall(self._data)]
        kept = {
            NameObject(name): self.reader.trailer.raw_get(name)
            for name in ("/Root", "/Info", "/ID")
            if name in self.reader.trailer
        }
        sizes = {NameObject("/Size"): NumberObject(self._size)}
        return DictionaryObject({**kept, **sizes, NameObject("/Prev"): NumberObject(before[-1])})

    def _reference(self, number: int) -> IndirectObject:
        from pypdf.generic import IndirectObject

        return IndirectObject(number, 0, self.reader)


def _table(places: Mapping[int, int]) -> bytes:
    """Give the sections of a table of places: one for each run of numbers."""
    written = b""
    for _, group in groupby(enumerate(sorted(places)), key=lambda one: one[1] - one[0]):
        numbers = [number for _, number in group]
        written += b"%d %d\n" % (numbers[0], len(numbers))
        written += b"".join(b"%010d 00000 n \n" % places[one] for one in numbers)
    return written
