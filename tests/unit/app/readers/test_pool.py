from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from policyviewer.app.readers import pool as module
from policyviewer.app.readers.messages import Alive, Read, Refused, Request, encode, request_of
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.domain.tasks import Cancelled, CancelToken
from policyviewer.importers.confinement import Limits, confine


def request(number: int) -> Request:
    return Request(f"{number}.txt", f"关于修第{number}条路的通知\n一、修路。\n".encode())


def _odd(requests: Connection, answers: Connection, limits: Limits) -> None:
    """Do what the name of the file says."""
    confine(limits)
    answers.send_bytes(encode(Alive()))
    while (name := name_of(requests)) is not None:
        if name == "挂":
            signal.pause()
        if name == "死":
            os._exit(3)
        if name == "乱":
            answers.send_bytes(b"\x80\x04nonsense")
        for _ in range(5 if name == "慢" else 0):
            time_passes(limits.seconds / 4)
            answers.send_bytes(encode(Alive()))
        answers.send_bytes(encode(Refused(f"答{name}", "")))


def name_of(requests: Connection) -> str | None:
    try:
        return request_of(requests.recv_bytes()).name
    except EOFError:
        return None


def time_passes(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        os.sched_yield()


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderPool]:
    monkeypatch.setattr(module, "serve", _odd)
    with ReaderPool(2, Limits(seconds=3)) as pool:
        yield pool


def answers(pool: ReaderPool, *names: str) -> list[str]:
    files = [(name, Request(name, b"")) for name in names]
    return [f"{key}：{answer.text}" for key, answer in pool.read(files)]


def test_answers_come_in_the_order_of_the_files():
    files = [(number, request(number)) for number in range(40)]
    files[7] = (7, Request("7.txt", b""))
    with ReaderPool(2) as pool:
        found = list(pool.read(iter(files)))
    assert [key for key, _answer in found] == list(range(40))
    assert isinstance(found[7][1], Refused)
    titles = [one.reading.outline.metadata.title for _k, one in found if isinstance(one, Read)]
    assert titles == [f"关于修第{number}条路的通知" for number in range(40) if number != 7]


def test_what_is_refused_beforehand_keeps_its_place():
    refused = Refused("找不到。", "")
    files = [(0, refused), (1, request(1)), (2, refused)]
    with ReaderPool(1) as pool:
        found = list(pool.read(files))
    assert [type(answer) for _key, answer in found] == [Refused, Read, Refused]


def test_no_files_need_no_process():
    with ReaderPool(2) as pool:
        assert list(pool.read([])) == []


def test_few_files_are_taken_ahead():
    taken: list[int] = []

    def files() -> Iterator[tuple[int, Request]]:
        for number in range(200):
            taken.append(number)
            yield number, request(number)

    with ReaderPool(2) as pool:
        for key, _answer in pool.read(files()):
            assert len(taken) - key <= 2 * 8 + 1


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize(
    ("name", "told"), [("挂", "还没有读完"), ("死", "意外中止"), ("乱", "意外中止")]
)
def test_a_process_that_fails_costs_only_its_file(odd: ReaderPool, name: str, told: str):
    found = answers(odd, "甲", name, "乙", "丙")
    assert [one for one in found if name not in one] == ["甲：答甲", "乙：答乙", "丙：答丙"]
    assert told in next(one for one in found if name in one)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_signs_of_life_give_more_time(odd: ReaderPool):
    assert answers(odd, "慢") == ["慢：答慢"]


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_a_process_that_died_while_idle_is_started_anew(odd: ReaderPool):
    assert answers(odd, "甲") == ["甲：答甲"]
    for worker in odd._workers:
        if worker._enclosure is not None:
            worker._enclosure.end()
    assert answers(odd, "乙") == ["乙：答乙"]


def test_a_user_who_stops_is_heard_while_a_file_takes_long(odd: ReaderPool):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(odd.read([("挂", Request("挂", b""))], token.check))


def test_a_bug_is_logged(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch):
    with caplog.at_level(logging.ERROR):
        module._log_bug(Refused("意外。", "", "KeyError at read:1"))
        module._log_bug(Refused("读不了。", ""))
    assert caplog.messages == ["reading failed: KeyError at read:1"]
    caplog.clear()
