"""The arrays beside a segment of Whoosh's, from which searches are answered.

For ``grams`` and ``words`` a file each of terms and postings, the same as in the segment, and
one of the facts of its rows. They belong to the index like its other files: where one is lost
or damaged, the index is not usable and is built again from the store.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.search import arrays
from policyviewer.search.gram_codes import LOW, code, gram
from policyviewer.search.runs import MemoryRun, Merge

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array
    from policyviewer.search.runs import Chunk

FIELDS = ("grams", "words")
SUFFIX = ".arr"
FACTS = f".facts{SUFFIX}"


def suffix(field: str) -> str:
    """Give the ending of the name of a field's file."""
    return f".{field}{SUFFIX}"


class Terms:
    """The postings of a field, by term."""

    def __init__(self, path: Path) -> None:
        found = arrays.read(path)
        self._codes = found.get("codes")
        self._blob = found.get("blob")
        self._starts = found.get("starts")
        self._ends, self._rows, self._marks = found["ends"], found["rows"], found["marks"]
        if len(self._rows) != len(self._marks) or not len(self._ends):
            msg = "postings of another length"
            raise ValueError(msg)

    def span(self, term: str) -> tuple[int, int]:
        """Give where the postings of a term are; an empty stretch without it."""
        at = self._find(term)
        return (0, 0) if at < 0 else (int(self._ends[at]), int(self._ends[at + 1]))

    def postings(self, term: str) -> tuple[Array, Array]:
        """Give the rows that have a term, in order, and their marks (see gram_codes)."""
        start, end = self.span(term)
        return self._rows[start:end], self._marks[start:end]

    def after(self, char: str) -> dict[str, int]:
        """Give the characters behind one in pairs, with the number of rows of each pair."""
        assert self._codes is not None
        kind = self._codes.dtype.type
        first, end = (kind(code(one)) for one in (char, chr(ord(char) + 1)))
        start, stop = self._codes.searchsorted((first, end)).tolist()
        numbers = range(start, stop)
        return self._pairs([at for at in numbers if self._codes[at] != first], 1)

    def before(self, char: str) -> dict[str, int]:
        """Give the characters before one in pairs, with the number of rows of each pair."""
        assert self._codes is not None
        second = code(f"\0{char}")
        return self._pairs(((self._codes & LOW) == second).nonzero()[0].tolist(), 0)

    def _pairs(self, numbers: Sequence[int], place: int) -> dict[str, int]:
        """Give one character of each pair, with its rows."""
        assert self._codes is not None
        codes, ends = self._codes[numbers].tolist(), self._ends
        counts = (ends[[at + 1 for at in numbers]] - ends[numbers]).tolist() if numbers else []
        pairs = zip(codes, counts, strict=True)
        return {gram(number)[place]: count for number, count in pairs}

    def beginning(self, text: str, most: int) -> list[tuple[str, int]]:
        """Give the terms that begin with a text, where terms are words: the most frequent, with
        the number of rows that have each.
        """
        import numpy as np

        if self._blob is None:
            return []
        data = text.encode("utf-8", "surrogatepass")
        first = bisect_left(range(self.count), data, key=self._term)
        last = bisect_left(range(self.count), data + b"\xff", key=self._term)
        many = np.diff(self._ends[first : last + 1])
        chosen = np.argsort(-many, kind="stable")[:most].tolist()
        terms = (self._term(first + at).decode("utf-8", "surrogatepass") for at in chosen)
        return list(zip(terms, many[chosen].tolist(), strict=True))

    def run(self) -> MemoryRun:
        """Give all postings, for a merge."""
        terms = self._codes if self._codes is not None else [*map(self._term, range(self.count))]
        return MemoryRun(terms, self._ends, self._rows, self._marks)

    @property
    def file(self) -> mmap.mmap:
        """Give the file that all is read from."""
        return arrays.file_of(self._ends)

    @property
    def count(self) -> int:
        """Give the number of terms."""
        return len(self._ends) - 1

    def _find(self, term: str) -> int:
        if self._codes is not None:
            number = self._codes.dtype.type(code(term))  # a plain int would copy all codes
            at = int(self._codes.searchsorted(number))
            return at if at < self.count and self._codes[at] == number else -1
        data = term.encode("utf-8", "surrogatepass")
        at = bisect_left(range(self.count), data, key=self._term)
        return at if at < self.count and self._term(at) == data else -1

    def _term(self, at: int) -> bytes:
        assert self._starts is not None
        assert self._blob is not None
        return self._blob[self._starts[at] : self._starts[at + 1]].tobytes()


def kept(run: MemoryRun, live: Array) -> MemoryRun:
    """Give a run without the rows that are not live; those behind move up."""
    import numpy as np

    if live.all():
        return run
    stays = live[run.rows]
    ends = np.concatenate(([0], np.cumsum(stays)))[run.ends]
    used = np.flatnonzero(np.diff(ends))
    terms = [run.terms[at] for at in used] if isinstance(run.terms, list) else run.terms[used]
    rows = (np.cumsum(live) - 1)[run.rows[stays]]
    return MemoryRun(terms, np.append(0, ends[used + 1]), rows, run.marks[stays])


def write_terms(path: Path, merge: Merge, most: int, each: Callable[[Chunk], None]) -> None:
    """Write the postings of a field, calling ``each`` with them; ``most`` is the highest mark."""
    kind = "|u1" if most < 1 << 8 else "<u2" if most < 1 << 16 else "<u4"
    total = int(merge.ends[-1])
    terms = _terms(merge.terms)
    layout = {name: (values.dtype.str, len(values)) for name, values in terms.items()}
    layout |= {
        "ends": ("<i8", len(merge.ends)),
        "rows": ("<i4", total),
        "marks": (kind, total),
    }
    with arrays.ArrayWriter(path, layout) as file:
        for name, values in (*terms.items(), ("ends", merge.ends)):
            file.add(name, values)
        for chunk in merge.chunks():
            file.add("rows", chunk.rows)
            file.add("marks", chunk.marks)
            each(chunk)


def as_bytes(terms: Array | list[bytes]) -> list[bytes]:
    """Give terms as Whoosh keeps them."""
    if isinstance(terms, list):
        return terms
    return [gram(number).encode("utf-8", "surrogatepass") for number in terms.tolist()]


def _terms(terms: Array | Sequence[bytes]) -> dict[str, Array]:
    import numpy as np

    if not isinstance(terms, list):
        return {"codes": np.asarray(terms, "<u8")}
    sizes = np.fromiter(map(len, terms), np.int64, len(terms))
    blob = np.frombuffer(b"".join(terms), np.uint8)
    return {"blob": blob, "starts": np.concatenate(([0], np.cumsum(sizes))).astype("<i8")}
