"""Several reading processes: files go in, readings come out in the same order."""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from typing_extensions import override

from policyviewer.app.readers.child import died, serve
from policyviewer.app.readers.messages import (
    Alive,
    Answer,
    Read,
    Refused,
    Request,
    answer_of,
    encode,
)
from policyviewer.domain.closing import Closing
from policyviewer.importers.confinement import Enclosure, Limits

logger = logging.getLogger(__name__)

K = TypeVar("K")

_LOOK = 0.1
"""Seconds between two looks at the user's wish to stop."""
_STARTING = 60.0
"""Seconds that a process may take to start, on a machine that is busy with other things."""
_AHEAD = 8
"""Files read ahead of the one that is waited for, a process: what bounds the memory."""


class ReaderPool(Closing):
    """Reads files in processes of their own, each of which may die without harm."""

    def __init__(self, count: int | None = None, limits: Limits | None = None) -> None:
        cores = multiprocessing.cpu_count()
        self._limits = limits or Limits()
        self._workers = [_Worker(self._limits) for _ in range(count or min(2, cores))]

    @override
    def close(self) -> None:
        """End all processes, also those that are at work."""
        for worker in self._workers:
            worker.end()

    def read(
        self, files: Iterable[tuple[K, Request | Refused]], check: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[K, Read | Refused]]:
        """Give the answer to each file, in the order of the files; what is refused stays so.

        ``check`` is called often while waiting, and may raise to leave. A process that takes
        too long, too much memory, or dies, is ended; its file is refused with the reason.
        """
        line = _Line(iter(files), _AHEAD * len(self._workers))
        while True:
            check()
            for worker in self._workers:
                if not worker.busy and (job := line.next()) is not None:
                    worker.begin(*job)
            yield from line.ready()
            if line.finished:
                return
            for place, answer in self._answers():
                line.put(place, answer)

    def _answers(self) -> Iterator[tuple[int, Read | Refused]]:
        """Wait a little and give what has been answered, or will never be."""
        busy = [worker for worker in self._workers if worker.busy]
        heard = wait([worker.ears for worker in busy], timeout=_LOOK)
        for worker in busy:
            place = worker.place
            answer = worker.hear() if worker.ears in heard else worker.overdue()
            if answer is not None:
                yield place, answer


class _Line(Generic[K]):
    """The files in their order: which is next, which are answered, which may be given out."""

    def __init__(self, files: Iterator[tuple[K, Request | Refused]], ahead: int) -> None:
        self._files = files
        self._ahead = ahead
        self._keys: dict[int, K] = {}
        self._answers: dict[int, Read | Refused] = {}
        self._taken = self._given = 0
        self._ended = False

    @property
    def finished(self) -> bool:
        return self._ended and self._given == self._taken

    def next(self) -> tuple[int, Request] | None:
        """Give the next file to be read, or None when there is none or enough are under way."""
        while not self._ended and self._taken - self._given < self._ahead:
            try:
                key, request = next(self._files)
            except StopIteration:
                self._ended = True
                break
            place = self._taken
            self._keys[place] = key
            self._taken += 1
            if isinstance(request, Request):
                return place, request
            self._answers[place] = request
        return None

    def put(self, place: int, answer: Read | Refused) -> None:
        self._answers[place] = answer

    def ready(self) -> Iterator[tuple[K, Read | Refused]]:
        while self._given in self._answers:
            place = self._given
            self._given += 1
            yield self._keys.pop(place), self._answers.pop(place)


class _Worker:
    """One process, started with its first file and again after its death."""

    ears: Connection

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._mouth: Connection | None = None
        self._enclosure: Enclosure | None = None
        self._name: str | None = None
        self._deadline = 0.0
        self.place = 0

    @property
    def busy(self) -> bool:
        return self._name is not None

    def begin(self, place: int, request: Request) -> None:
        """Send a file to the process, which is started if it is not there."""
        message = encode(request)
        if self._mouth is not None and not self._sent(self._mouth, message):
            self.end()  # it died while it was idle
        self._grant()
        if self._mouth is None:
            self._mouth = self._start()
            self._sent(self._mouth, message)  # where that fails, its silence is heard
            self._deadline += _STARTING
        self.place, self._name = place, request.name

    def hear(self) -> Read | Refused | None:
        """Give the answer that has come; None for a mere sign of life."""
        name = self._name or ""
        try:
            answer = answer_of(self.ears.recv_bytes(self._limits.output + 1))
        except (EOFError, OSError):  # killed for its memory, or crashed
            return self._given_up(died(name), "died")
        except ValueError:
            return self._given_up(died(name), "answered nonsense")
        if isinstance(answer, Alive):
            self._grant()
            return None
        self._name = None
        _log_bug(answer)
        return answer

    def overdue(self) -> Refused | None:
        """Give up a process that takes too long; None when it has time left."""
        if time.monotonic() < self._deadline:
            return None
        seconds = round(self._limits.seconds)
        refused = Refused(
            f"“{self._name}”读了 {seconds} 秒还没有读完，已停止。",
            "它可能已损坏。请用原来的软件打开，拆成几份或另存后再导入。",
        )
        return self._given_up(refused, "took too long")

    def end(self) -> None:
        """End the process and close the pipes."""
        self._name = None
        if self._enclosure is not None:
            self._enclosure.end()
            self._enclosure = None
        if self._mouth is not None:
            with suppress(OSError):
                self._mouth.close()
            self.ears.close()
            self._mouth = None

    @staticmethod
    def _sent(mouth: Connection, message: bytes) -> bool:
        try:
            mouth.send_bytes(message)
        except OSError:
            return False
        return True

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        requests, mouth = context.Pipe(duplex=False)
        self.ears, answers = context.Pipe(duplex=False)
        process = context.Process(
            target=serve, args=(requests, answers, self._limits), daemon=True, name="reader"
        )
        process.start()
        requests.close()
        answers.close()
        self._enclosure = Enclosure(process, self._limits)
        return mouth

    def _given_up(self, answer: Refused, reason: str) -> Refused:
        logger.info("a reading process %s", reason)
        self.end()
        return answer

    def _grant(self) -> None:
        self._deadline = time.monotonic() + self._limits.seconds


def _log_bug(answer: Answer) -> None:
    if isinstance(answer, Refused) and answer.trace:
        logger.error("reading failed: %s", answer.trace)
