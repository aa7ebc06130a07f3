"""Damaged files of every format in real reading processes: each is read, or refused with a reason.

Twenty-five of each in the suite, five hundred in the slow drill.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import mutants
import pytest

from policyviewer.app.readers.messages import Read, Refused, Request
from policyviewer.app.readers.pool import ReaderPool

SAMPLES = sorted((Path(__file__).parents[3] / "data" / "formats").glob("办法.*"))
_SEED = 20260306
GIVEN_UP = ("还没有读完", "意外中止", "意外错误")


def requests(sample: Path, count: int) -> Iterator[tuple[int, Request]]:
    data = sample.read_bytes()
    damage = mutants.zip_mutants if data.startswith(b"PK\x03\x04") else mutants.mutants
    for number, changed in enumerate(damage(data, _SEED, count)):
        yield number, Request(f"{number}{sample.suffix}", changed)


def complaints(sample: Path, count: int) -> list[str]:
    """Give what went wrong with mutants, other than being refused with a reason."""
    wrong = []
    with ReaderPool(2) as pool:
        for number, answer in pool.read(requests(sample, count)):
            if isinstance(answer, Read):
                continue
            assert isinstance(answer, Refused)
            if not answer.hint or any(words in answer.text for words in GIVEN_UP):
                wrong.append(f"{number}: {answer.text} {answer.trace}")
    return wrong


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide office programs: asked about every damaged .doc, they would take minutes."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.suffix)
def test_some_damaged_files_are_read_or_refused(sample: Path):
    assert complaints(sample, mutants.IN_THE_SUITE) == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.suffix)
def test_many_damaged_files_are_read_or_refused(sample: Path):
    assert complaints(sample, mutants.IN_A_DRILL) == []
