"""Sorted stretches of postings, and many of them merged into one.

A build collects postings, and sets them aside sorted as often as there are many: so its memory
is bounded whatever it indexes. A merge walks over all runs at once, some terms at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

CHUNK = 1_000_000
"""Postings that are merged at once, or those of one term if it has more."""


class Run(Protocol):
    """Postings by term, and of each term by row."""

    @property
    def terms(self) -> Array | list[bytes]:
        """Give the terms in order: numbers of grams, or bytes."""
        ...

    @property
    def ends(self) -> Array:
        """Give where the postings of each term end, behind a 0."""
        ...

    def piece(self, start: int, end: int) -> tuple[Array, Array]:
        """Give the rows and marks of a stretch of postings."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryRun:
    """A run in memory, or in files mapped into it."""

    terms: Array | list[bytes]
    ends: Array
    rows: Array
    marks: Array

    def piece(self, start: int, end: int) -> tuple[Array, Array]:
        """Give the rows and marks of a stretch of postings."""
        return self.rows[start:end], self.marks[start:end]


@dataclass(frozen=True, slots=True)
class FileRun:
    """A run that was set aside in a file: all rows, then all marks."""

    terms: Array | list[bytes]
    ends: Array
    path: Path

    def piece(self, start: int, end: int) -> tuple[Array, Array]:
        """Read the rows and marks of a stretch of postings."""
        import numpy as np

        count, marks = end - start, 4 * int(self.ends[-1])
        return (
            np.fromfile(self.path, "<i4", count, offset=4 * start),
            np.fromfile(self.path, "<u4", count, offset=marks + 4 * start),
        )


def set_aside(run: MemoryRun, path: Path) -> FileRun:
    """Write a run into a file."""
    with path.open("wb") as file:
        file.write(run.rows.astype("<i4", copy=False).tobytes())
        file.write(run.marks.astype("<u4", copy=False).tobytes())
    return FileRun(run.terms, run.ends, path)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some terms, neighbours in order, with all their postings; ``ends`` begins with 0."""

    terms: Array | list[bytes]
    ends: Array
    rows: Array
    marks: Array


class Merge:
    """Runs as one. The rows of each stand behind those of the runs before."""

    def __init__(self, runs: Sequence[Run]) -> None:
        import numpy as np

        self._runs = runs
        self.terms, self._positions = _united(runs)
        counts = np.zeros(len(self.terms) + 1, np.int64)
        for run, positions in zip(runs, self._positions, strict=True):
            counts[positions + 1] += np.diff(run.ends)
        self.ends = np.cumsum(counts)

    def chunks(self) -> Iterator[Chunk]:
        """Give all postings, some terms at a time."""
        import numpy as np

        total = int(self.ends[-1])
        cuts = np.searchsorted(self.ends, np.arange(0, total, CHUNK))
        borders = sorted({*cuts.tolist(), len(self.terms)})
        for first, last in pairwise(borders):
            yield self._chunk(first, last)

    def _chunk(self, first: int, last: int) -> Chunk:
        import numpy as np

        ends = self.ends[first : last + 1] - self.ends[first]
        rows, marks = np.empty(ends[-1], np.int32), np.empty(ends[-1], np.uint32)
        free = ends[:-1].copy()
        for run, positions in zip(self._runs, self._positions, strict=True):
            low, high = np.searchsorted(positions, (first, last)).tolist()
            if low == high:
                continue
            start, end = int(run.ends[low]), int(run.ends[high])
            terms = positions[low:high] - first
            sizes = np.diff(run.ends[low : high + 1])
            places = np.repeat(free[terms] - (run.ends[low:high] - start), sizes)
            places += np.arange(end - start)
            rows[places], marks[places] = run.piece(start, end)
            free[terms] += sizes
        return Chunk(self.terms[first:last], ends, rows, marks)


def _united(runs: Sequence[Run]) -> tuple[Array | list[bytes], list[Array]]:
    """Give the terms of all runs in order, and where those of each run are among them."""
    import numpy as np

    lists = [run.terms for run in runs if isinstance(run.terms, list)]
    if lists:
        terms = sorted(set().union(*lists))
        places = {term: place for place, term in enumerate(terms)}
        found = (np.fromiter(map(places.__getitem__, one), np.int64, len(one)) for one in lists)
        return terms, list(found)
    if not runs:
        return [], []
    codes = np.unique(np.concatenate([run.terms for run in runs]))
    return codes, [np.searchsorted(codes, run.terms) for run in runs]
