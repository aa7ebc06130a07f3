"""What goes to a reading process and comes back: values only, never pickles.

A file may have taken over the process that reads it. What it answers is therefore decoded by
the types below, which can hold nothing but text and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read: the name that is shown, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, parsed; ``secrecy`` is its secrecy marking, if it has one."""

    format: str
    outline: Outline
    notices: tuple[Notice, ...] = ()
    secrecy: str | None = None


class Read(msgspec.Struct, tag=True, frozen=True):
    """The file was read."""

    reading: Reading


class Refused(msgspec.Struct, tag=True, frozen=True):
    """The file cannot be read: why, and what to do. ``trace`` names the place of a bug."""

    text: str
    hint: str
    trace: str = ""


class Alive(msgspec.Struct, tag=True, frozen=True):
    """The file takes long, but the work goes on."""


Answer = Read | Refused | Alive


def encode(message: Request | Answer) -> bytes:
    """Give a message as bytes."""
    return msgspec.msgpack.encode(message)


def request_of(data: bytes) -> Request:
    """Give the request that bytes hold."""
    return msgspec.msgpack.decode(data, type=Request)


def answer_of(data: bytes) -> Answer:
    """Give the answer that bytes hold; raises ValueError for anything else."""
    answer: Answer = msgspec.msgpack.decode(data, type=Answer)
    return answer


def result_of(answer: Read | Refused) -> Reading:
    """Give the reading; raises UnreadableDocumentError where there is none."""
    if isinstance(answer, Refused):
        raise UnreadableDocumentError(answer.text, answer.hint)
    return answer.reading
