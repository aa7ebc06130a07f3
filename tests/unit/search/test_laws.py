"""Completeness over a whole body of laws; needs POLICYVIEWER_CORPUS and a few minutes."""

from __future__ import annotations

import bisect
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.queries import IndexedProvision, SearchFilter
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer
from policyviewer.search.expression import every
from policyviewer.search.folding import fold
from policyviewer.search.matching import answering
from policyviewer.search.segments import Segment, open_segments

CORPUS = os.environ.get("POLICYVIEWER_CORPUS", "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not CORPUS, reason="POLICYVIEWER_CORPUS names no folder of laws"),
]


@pytest.fixture(scope="module")
def laws() -> list[IndexedProvision]:
    return [record for path in sorted(Path(CORPUS).rglob("*.txt")) for record in _records(path)]


@pytest.fixture(scope="module")
def segments(laws, tmp_path_factory) -> tuple[Segment, ...]:
    folder = tmp_path_factory.mktemp("laws")
    writer.build(folder, laws, JobContext(), len(laws))
    return open_segments(folder)


def _records(path: Path) -> Iterator[IndexedProvision]:
    source = Source(path.name, "txt", "", datetime(2026, 1, 1, tzinfo=UTC))
    outline = parse(path.read_text(encoding="utf-8"))
    return records(Document(DocumentId(str(path)), 1, source, outline))


class Scan:
    """All folded texts as one; looks a part up wherever it stands."""

    def __init__(self, laws: list[IndexedProvision]) -> None:
        keys = [
            (n, key) for n, one in enumerate(laws) for key in {fold(one.text), fold(one.restored)}
        ]
        self._owners = [number for number, _ in keys]
        self._starts = [0]
        for _, key in keys:
            self._starts.append(self._starts[-1] + len(key) + 1)
        self._text = "\0".join(key for _, key in keys)

    def find(self, wanted: str) -> set[int]:
        found, at = set(), self._text.find(wanted)
        while at >= 0:
            place = bisect.bisect_right(self._starts, at) - 1
            found.add(self._owners[place])
            at = self._text.find(wanted, self._starts[place + 1])
        return found


def test_two_thousand_random_parts_of_laws_are_found_wherever_they_stand(laws, segments) -> None:
    dice, scan = random.Random(3), Scan(laws)
    firsts = [sum(segment.count for segment in segments[:at]) for at in range(len(segments))]
    for _ in range(2000):
        key = fold(dice.choice(laws).text)
        start = dice.randrange(len(key))
        expression = every([key[start : start + dice.randint(1, 20)]])
        found = {
            first + row
            for first, segment in zip(firsts, segments, strict=True)
            for row in answering(segment, expression, SearchFilter())
        }
        assert found == scan.find(expression.wanted[0]), expression
