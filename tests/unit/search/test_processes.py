"""Writers that are killed, and readers beside a writer: what is found is always a whole state."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import Popen

import pytest

from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.search.reader import IndexReader

CTX = JobContext()
DOCUMENTS = [f"d{number}" for number in range(8)]
State = dict[str, str]

WRITER = """
import json, sys
from dataclasses import replace
from pathlib import Path
from policyviewer.domain.tasks import JobContext
from policyviewer.search import segment_writer, segments, writer

folder = Path(sys.argv[1])
one = next(iter(segments.open_segments(folder))).record(0)
print("ready", flush=True)
for line in sys.stdin:
    turn, what, removed, put = json.loads(line)
    segment_writer.MOST_SEGMENTS = 1 if what == "merge" else 4
    records = [
        replace(one, document=name, provision=str(n), text=text, restored=text)
        for name, text in put.items() for n in range(6)
    ]
    if what == "build":
        writer.build(folder, records, JobContext())
    else:
        writer.update(folder, removed, records, JobContext())
    print(turn, flush=True)
"""
READER = """
import sys
from pathlib import Path
from policyviewer.domain.queries import SearchQuery
from policyviewer.search.reader import IndexReader

reader = IndexReader([Path(sys.argv[1])])
print("ready", flush=True)
before, seen = 0, 0
while before < int(sys.argv[2]):
    reader.refresh()
    for query in ("版次", "版次 | 条文", "第一版"):
        page = reader.search(SearchQuery(query, limit=None, facets=True))
        versions = {hit.excerpt.split("号")[0] for hit in page.hits if "号" in hit.excerpt}
        assert query == "第一版" or (len(versions), page.total) == (1, 12), (versions, page.total)
        now = max([before, *map(int, versions)])
        assert now >= before and all(int(one) >= before for one in versions)
        seen += now > before
        before = now
print(seen, flush=True)
"""


def held(index: Path) -> State:
    """Give the text of each document, which is the same in all its provisions."""
    found: dict[str, set[str]] = {}
    page = IndexReader([index]).search(SearchQuery("写的", limit=None))
    for hit in page.hits:
        found.setdefault(hit.document, set()).add(hit.excerpt)
    assert page.total == 6 * len(found)
    assert all(len(texts) == 1 for texts in found.values())
    return {name: texts.pop() for name, texts in found.items()}


def turn_of(number: int, before: State) -> tuple[str, list[str], State, State]:
    """Give what a turn does: kind, documents taken out, documents put in, and the state after."""
    dice = random.Random(number)
    what = dice.choice(("build", "update", "update", "delete", "merge"))
    removed = dice.sample(DOCUMENTS, 4)
    names = {"build": DOCUMENTS[:5], "delete": []}.get(what, removed[:3])
    put = {name: f"第{number}回写的{name}" for name in names}
    kept = {} if what == "build" else {k: v for k, v in before.items() if k not in removed}
    return what, removed, put, kept | put


@contextmanager
def writing(index: Path, start: int, state: State) -> Iterator[tuple[Popen, dict[int, State]]]:
    """Give a process that has begun to write, and what is held after each of its turns."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    states, lines = {start: state}, []
    for number in range(start + 1, start + 60):
        what, removed, put, state = turn_of(number, state)
        states[number] = state
        lines.append(json.dumps([number, what, removed, put]))
    with Popen([sys.executable, "-c", WRITER, str(index)], **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        try:
            yield process, states
        finally:
            process.kill()


def killed(index: Path, start: int, state: State, patience: float) -> tuple[State, State, int]:
    """Let a process write until it is killed; gives what it wrote, was writing, and the turn."""
    with writing(index, start, state) as (process, states):
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        process.kill()
        done = process.stdout.read().split("\n")[:-1]
    last = int(done[-1]) if done else start
    return states[last], states.get(last + 1, states[last]), last


def first_turn(index: Path, state: State, spare: Path) -> float:
    """Give the seconds that a writer takes here for its first turn, tried on a copy."""
    shutil.copytree(index, spare)
    with writing(spare, 0, state) as (process, _):
        began = time.perf_counter()
        assert process.stdout.readline() == "1\n"
        return time.perf_counter() - began


def drill(index: Path, make_provision, times: int) -> int:
    """Kill writers at random moments of their first turns; gives how many turns were told."""
    state = {name: f"第0回写的{name}" for name in DOCUMENTS[:5]}
    records = [
        make_provision(text, n, document=name, provision=str(n))
        for name, text in state.items()
        for n in range(6)
    ]
    writer.build(index, records, CTX)
    longest = 2 * first_turn(index, state, index.with_name("spare"))
    dice, number = random.Random(2026), 0
    for _ in range(times):
        wrote, begun, number = killed(index, number, state, dice.uniform(0.001, longest))
        state = held(index)
        assert state in (wrote, begun)
        number += state == begun
    assert writer.update(index, [], [], CTX) == 0  # the lock died with its owner
    valid = manifest.read(index)
    assert {path.name for path in valid.folder(index).iterdir()} == {*valid.files}
    assert {path.name for path in index.iterdir() if path.is_dir()} == {valid.generation}
    return number


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_a_killed_writer_leaves_a_whole_state(index: Path, make_provision) -> None:
    assert drill(index, make_provision, 3) >= 0


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_writers_killed_sixty_times_leave_whole_states(index: Path, make_provision) -> None:
    assert drill(index, make_provision, 60) > 20


def updated_beside_readers(index: Path, make_provision, readers: int, times: int) -> list[int]:
    """Update while processes read; gives how many states each has seen."""

    def records(turn: int):
        texts = [f"{turn}号版次的条文{n}" for n in range(12)]
        return [
            make_provision(text, n, document=f"d{n % 3}", provision=str(n))
            for n, text in enumerate(texts)
        ]

    writer.build(index, records(0), CTX)
    command = [sys.executable, "-c", READER, str(index), str(times)]
    beside = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(readers)
    ]
    assert [one.stdout.readline() for one in beside] == ["ready\n"] * readers
    for turn in range(1, times + 1):
        if turn % 10 == 5:
            writer.build(index, records(turn), CTX)
        else:
            writer.update(index, ["d0", "d1", "d2"], records(turn), CTX)
    said = [one.communicate() for one in beside]
    assert [one.returncode for one in beside] == [0] * readers, said
    return [int(out) for out, _ in said]


def test_readers_beside_a_writer_see_whole_states(index: Path, make_provision) -> None:
    assert all(seen >= 2 for seen in updated_beside_readers(index, make_provision, 1, 8))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_many_readers_beside_fifty_updates_see_whole_states(index: Path, make_provision) -> None:
    assert all(seen >= 10 for seen in updated_beside_readers(index, make_provision, 3, 50))
