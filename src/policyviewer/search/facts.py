"""What rows have in common with others of their document, and can be filtered and sorted by:
each different set of facts once, and its rows.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from policyviewer.domain.queries import IndexedProvision

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array


class Facts(NamedTuple):
    """What all rows of a document have in common, or some of them."""

    document: str
    title: str
    source: str
    number: str
    written: str
    issuers: str
    """One a line."""
    kind: str
    effective: str
    expires: str
    year: int
    """Of writing; 0 when it is unknown, which no range of years contains."""


def facts(record: IndexedProvision) -> Facts:
    """Give the facts of a provision."""
    return Facts(
        document=record.document,
        title=record.title,
        source=record.source,
        number=record.document_number,
        written=record.written,
        issuers="\n".join(record.issuers),
        kind=record.kind,
        effective=record.effective,
        expires=record.expires,
        year=year_of(record.written),
    )


def year_of(written: str) -> int:
    """Give the year of a date, 0 when it is unknown."""
    return int(written[:4]) if written[:4].isascii() and written[:4].isdecimal() else 0


class FactsWriter:
    """Collects the facts of rows, in order."""

    def __init__(self) -> None:
        self._numbers: dict[Facts, int] = {}
        self._rows = array("I")

    def add(self, told: Facts) -> None:
        """Add the facts of the next row."""
        self._rows.append(self._numbers.setdefault(told, len(self._numbers)))

    def arrays(self) -> dict[str, Array]:
        """Give all as arrays, for a file."""
        import numpy as np

        table = json.dumps(list(self._numbers)).encode()
        return {
            "facts": np.frombuffer(self._rows, np.uint32),
            "table": np.frombuffer(table, np.uint8),
        }


def table(arrays: Mapping[str, Array]) -> list[Facts]:
    """Read the different sets of facts; raises ValueError or TypeError when they are none."""
    rows: Iterable[Any] = json.loads(arrays["table"].tobytes())
    return [Facts(*row) for row in rows]
