from __future__ import annotations

import multiprocessing
import socket
from multiprocessing.connection import Connection

import pytest

from policyviewer.app.readers import child, inline
from policyviewer.app.readers.child import answer_to
from policyviewer.app.readers.inline import InlineReader
from policyviewer.app.readers.messages import Alive, Read, Refused, Request, answer_of, encode
from policyviewer.importers.confinement import Limits

REQUEST = Request("一.txt", "关于修路的通知\n一、修路。\n".encode())


class Failing(InlineReader):
    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def read(self, name: str, data: bytes):
        assert (name, data) == (REQUEST.name, REQUEST.data)
        raise self._error


def test_a_file_is_answered():
    answer = answer_of(answer_to(REQUEST, InlineReader(), Limits()))
    assert isinstance(answer, Read)


def test_a_file_that_cannot_be_read_is_refused_in_the_importers_words():
    answer = answer_of(answer_to(Request("空.txt", b""), InlineReader(), Limits()))
    assert answer == Refused("“空.txt”是空文件。", "请检查是否选错了文件。")


@pytest.mark.parametrize("error", [MemoryError(), RecursionError()])
def test_what_wants_too_much_is_refused(error: BaseException):
    answer = answer_of(answer_to(REQUEST, Failing(error), Limits()))
    assert isinstance(answer, Refused)
    assert "太大" in answer.text


def test_an_answer_beyond_the_limit_is_refused():
    answer = answer_of(answer_to(REQUEST, InlineReader(), Limits(output=100)))
    assert isinstance(answer, Refused)
    assert "太大" in answer.text


def test_a_bug_is_told_without_the_words_of_the_file():
    answer = answer_of(answer_to(REQUEST, Failing(KeyError("机密的话")), Limits()))
    assert isinstance(answer, Refused)
    assert answer.trace.startswith("KeyError at read:")
    assert "机密的话" not in f"{answer.text}{answer.hint}{answer.trace}"


class Networked(InlineReader):
    """Stands for a library that would like to fetch something."""

    def read(self, name: str, data: bytes):
        socket.create_connection((name, len(data)))


def _serve_networked(requests: Connection, answers: Connection, limits: Limits) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "InlineReader", Networked)
        child.serve(requests, answers, limits)


def test_a_reading_process_refuses_every_network():
    context = multiprocessing.get_context("spawn")
    requests, mouth = context.Pipe(duplex=False)
    ears, answers = context.Pipe(duplex=False)
    process = context.Process(target=_serve_networked, args=(requests, answers, Limits()))
    process.start()
    mouth.send_bytes(encode(REQUEST))
    assert answer_of(ears.recv_bytes()) == Alive()  # it has started
    answer = answer_of(ears.recv_bytes())
    requests.close()
    mouth.close()  # which ends it
    process.join(30)
    assert process.exitcode == 0
    assert isinstance(answer, Refused)
    assert answer.trace.startswith("PermissionError")
    for end in (ears, answers):
        end.close()
