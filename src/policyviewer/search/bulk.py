"""Postings of a segment in the making, kept as numbers and counted many rows at once.

Whoosh's own pool handles every posting as a Python object; over a whole body of laws that takes
most of the time of a build. What is written is the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from policyviewer.search.gram_codes import MOST_ROWS, GramTexts, counted
from policyviewer.search.runs import FileRun, MemoryRun, Merge, Run, set_aside

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

BATCH = 1_500_000
"""Characters, or terms, that are counted at once and then set aside."""


class FieldPostings(ABC):
    """The postings of one field; rows are added in order.

    ``aside`` gives paths of files for what must leave the memory.
    """

    def __init__(self, aside: Iterator[Path]) -> None:
        self._aside = aside
        self._runs: list[Run] = []
        self._lengths: list[Array] = []
        self._first = self._rows = self._size = 0
        self.most = 1
        """The highest mark."""

    def add_row(self, value: object) -> None:
        """Add what stands in the next row."""
        if self._size >= BATCH or self._rows >= MOST_ROWS:
            self._flush(aside=True)
        self._size += self._take(value)
        self._rows += 1

    def add_run(self, run: MemoryRun, lengths: Array) -> None:
        """Add rows that another segment had; those of the run are numbered from 0."""
        self._flush(aside=False)
        self._keep(run, lengths)

    def merged(self) -> Merge:
        """Give all postings; no row comes behind."""
        self._flush(aside=False)
        return Merge(self._runs)

    @property
    def postings(self) -> int:
        """Give the number of postings that were counted."""
        return sum(int(run.ends[-1]) for run in self._runs)

    @property
    def lengths(self) -> Array:
        """Give the number of terms of every row that was counted."""
        import numpy as np

        return np.concatenate(self._lengths) if self._lengths else np.empty(0, np.int64)

    def forget(self) -> None:
        """Delete what was set aside."""
        for run in self._runs:
            if isinstance(run, FileRun):
                run.path.unlink(missing_ok=True)

    def _flush(self, *, aside: bool) -> None:
        if self._rows:
            run, lengths = self._counted(self._rows)
            self._keep(run, lengths, aside=aside)
            self._rows = self._size = 0

    def _keep(self, run: MemoryRun, lengths: Array, *, aside: bool = False) -> None:
        self.most = max(self.most, int(run.marks.max(initial=0)))
        run = MemoryRun(run.terms, run.ends, run.rows + self._first, run.marks)
        self._runs.append(set_aside(run, next(self._aside)) if aside else run)
        self._lengths.append(lengths)
        self._first += len(lengths)

    @abstractmethod
    def _take(self, value: object) -> int:
        """Remember what stands in a row; gives its size."""

    @abstractmethod
    def _counted(self, rows: int) -> tuple[MemoryRun, Array]:
        """Count what was remembered of so many rows, and forget it; gives lengths too."""


class GramPostings(FieldPostings):
    """Postings of texts that are cut into grams here."""

    def __init__(self, aside: Iterator[Path]) -> None:
        super().__init__(aside)
        self._texts: list[GramTexts] = []

    @override
    def _take(self, value: object) -> int:
        assert isinstance(value, GramTexts)
        self._texts.append(value)
        return value.length

    @override
    def _counted(self, rows: int) -> tuple[MemoryRun, Array]:
        found = counted(self._texts)
        self._texts = []
        return _run(found.codes, found.rows, found.marks), _lengths(found.rows, found.marks, rows)


class TermPostings(FieldPostings):
    """Postings of terms that were cut already; all stand in the text itself."""

    def __init__(self, aside: Iterator[Path]) -> None:
        super().__init__(aside)
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._terms = array("I")
        self._owners = array("I")

    @override
    def _take(self, value: object) -> int:
        assert isinstance(value, list)
        self._terms.extend(map(self._numbers.__getitem__, value))
        self._owners.extend(repeat(self._rows, len(value)))
        return len(value)

    @override
    def _counted(self, rows: int) -> tuple[MemoryRun, Array]:
        import numpy as np

        terms, ranks = self._ranked()
        ranked = ranks[np.frombuffer(self._terms, np.uint32)].astype(np.uint64)
        keys = ranked * np.uint64(MOST_ROWS) + np.frombuffer(self._owners, np.uint32)
        keys, times = np.unique(keys, return_counts=True)
        found = (keys % np.uint64(MOST_ROWS)).astype(np.int32)
        run = _run(keys // np.uint64(MOST_ROWS), found, times.astype(np.uint32) * 2 + 1)
        self._terms, self._owners = array("I"), array("I")
        used = [terms[rank] for rank in np.asarray(run.terms).tolist()]
        return MemoryRun(used, run.ends, run.rows, run.marks), _lengths(found, run.marks, rows)

    def _ranked(self) -> tuple[Sequence[bytes], Array]:
        """Give all terms in the order of their bytes, and the rank of each by its number."""
        import numpy as np

        encoded = [term.encode("utf-8", "surrogatepass") for term in self._numbers]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        ranks = np.empty(len(order), np.uint32)
        ranks[order] = np.arange(len(order), dtype=np.uint32)
        return [encoded[number] for number in order], ranks


def _run(terms: Array, rows: Array, marks: Array) -> MemoryRun:
    """Make a run of sorted postings, each with its term."""
    import numpy as np

    changed = np.flatnonzero(terms[1:] != terms[:-1]) + 1
    starts = np.concatenate(([0], changed)) if len(terms) else np.empty(0, np.int64)
    return MemoryRun(terms[starts], np.append(starts, len(terms)), rows, marks)


def _lengths(rows: Array, marks: Array, count: int) -> Array:
    import numpy as np

    return np.bincount(rows, marks >> np.uint32(1), count).astype(np.int64)
