from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from policyviewer.importers.confinement import Enclosure, Limits, confine, grant

linux = pytest.mark.skipif(sys.platform != "linux", reason="resource limits are Linux's")


def _wanting_memory(answers: Connection, limits: Limits) -> None:
    confine(limits)
    try:
        answers.send(len(bytearray(512 << 20)))
    except MemoryError:
        answers.send("refused")


def _computing(answers: Connection, limits: Limits) -> None:
    confine(limits)
    grant(0)
    answers.send("begun")
    while True:
        pass


def _with_a_child(answers: Connection, limits: Limits) -> None:
    confine(limits)
    sleeper = subprocess.Popen(["sleep", "600"], process_group=0)
    answers.send(sleeper.pid)
    sleeper.wait()


def started(target) -> tuple[Connection, Enclosure, multiprocessing.process.BaseProcess]:
    limits = Limits(memory=256 << 20)
    context = multiprocessing.get_context("spawn")
    ears, answers = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(answers, limits), daemon=True)
    process.start()
    answers.close()
    return ears, Enclosure(process, limits), process


@linux
def test_memory_beyond_the_limit_is_refused():
    ears, enclosure, _process = started(_wanting_memory)
    assert ears.recv() == "refused"
    enclosure.end()
    ears.close()


@linux
def test_a_process_that_nobody_watches_ends_itself():
    ears, enclosure, process = started(_computing)
    assert ears.recv() == "begun"
    process.join(30)
    assert process.exitcode not in (None, 0)
    enclosure.end()
    ears.close()


@linux
def test_what_the_process_has_started_ends_with_it():
    ears, enclosure, process = started(_with_a_child)
    child = ears.recv()
    enclosure.end()
    enclosure.end()  # twice is no error
    assert process.exitcode is not None
    deadline = time.monotonic() + 10
    while _runs(child) and time.monotonic() < deadline:
        os.sched_yield()
    assert not _runs(child)
    ears.close()


def _runs(pid: int) -> bool:
    """Say whether a process is there and no mere entry that nobody has collected."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"
