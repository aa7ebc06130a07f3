"""Damaged files of every format in real reading processes: each is read, or refused with a reason.

Twenty-five of each in the suite, five hundred in the slow drill.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyviewer.app.readers.messages import Read, Refused, Request
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.importers.confinement import Limits

SAMPLES = sorted((Path(__file__).parents[3] / "data" / "formats").glob("办法.*"))
LIMITS = Limits(seconds=10)
GIVEN_UP = ("还没有读完", "意外中止", "意外错误")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Give the bytes with some flipped, cut out, doubled, or their end lost."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(max(1, len(changed)))
        length = chance.randint(1, 60)
        kind = chance.randrange(5)
        if kind == 0:
            changed[at : at + length] = chance.randbytes(length)
        elif kind == 1 and changed:
            changed[at % len(changed)] ^= 1 << chance.randrange(8)
        elif kind == 2:
            del changed[at : at + length]
        elif kind == 3:
            changed[at:at] = changed[at : at + length]
        elif chance.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """Give a zipped document with one of its parts damaged, the zip itself being sound."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, chance) if name == victim else content)
    return stream.getvalue()


def mutants(sample: Path, count: int) -> Iterator[tuple[int, Request]]:
    data = sample.read_bytes()
    zipped = data.startswith(b"PK\x03\x04")
    for number in range(count):
        chance = random.Random(f"{sample.suffix}{number}")
        change = damaged_inside if zipped and number % 2 else damaged
        yield number, Request(f"{number}{sample.suffix}", change(data, chance))


def complaints(sample: Path, count: int) -> list[str]:
    """Give what went wrong with mutants, other than being refused with a reason."""
    wrong = []
    with ReaderPool(2, LIMITS) as pool:
        for number, answer in pool.read(mutants(sample, count)):
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
    assert complaints(sample, 25) == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.suffix)
def test_many_damaged_files_are_read_or_refused(sample: Path):
    assert complaints(sample, 500) == []
