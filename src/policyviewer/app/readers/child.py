"""The life of a reading process: take a file, answer, take the next."""

from __future__ import annotations

import os
import sys
import traceback
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from policyviewer.app.readers.messages import Alive, Read, Refused, Request, encode, request_of
from policyviewer.domain.errors import UserError
from policyviewer.importers.confinement import Limits, confine, grant
from policyviewer.importers.pulse import heard_by

if TYPE_CHECKING:
    from policyviewer.app.readers.inline import InlineReader

_FEW_THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "2"}
"""On a machine of many cores NumPy would ask for more memory than one reader may have."""
_NO_TRACE = {"RUST_BACKTRACE": "0"}
"""Where it is asked for, a panic over a broken workbook costs seconds of looking up symbols."""
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")


def serve(requests: Connection, answers: Connection, limits: Limits) -> None:
    """Answer requests until the pipe is closed, within the limits and without any network."""
    confine(limits)
    os.environ.update(_FEW_THREADS | _NO_TRACE)
    _close_mouth()
    sys.addaudithook(_refuse_network)
    from policyviewer.app.readers.inline import InlineReader  # not in the window's process

    reader = InlineReader()

    def alive() -> None:
        grant(limits.seconds)
        answers.send_bytes(encode(Alive()))

    answers.send_bytes(encode(Alive()))  # from now on the clock is that of the file
    while True:
        try:
            request = request_of(requests.recv_bytes())
        except EOFError:
            return
        grant(limits.seconds)
        with heard_by(alive):
            answer = answer_to(request, reader, limits)
        answers.send_bytes(answer)


def answer_to(request: Request, reader: InlineReader, limits: Limits) -> bytes:
    """Give the encoded answer to a request; whatever happens, there is one."""
    name = request.name
    try:
        answer = encode(Read(reader.read(name, request.data)))
    except UserError as error:
        return encode(Refused(error.text, error.hint))
    except (MemoryError, RecursionError):
        return encode(too_large(name))
    except Exception as error:  # noqa: BLE001  # a bug: the next file is read all the same
        where = traceback.extract_tb(error.__traceback__)[-1]
        return encode(unexpected(name, f"{type(error).__name__} at {where.name}:{where.lineno}"))
    return answer if len(answer) <= limits.output else encode(too_large(name))


def too_large(name: str) -> Refused:
    """Give the answer to a file that wants more memory than there is for one."""
    return Refused(
        f"“{name}”展开后太大，读不下去。",
        "它可能已损坏，也可能不是一份文件。请用原来的软件打开，拆成几份或另存后再导入。",
    )


def died(name: str) -> Refused:
    """Give the answer to a file at which the process ended."""
    return Refused(
        f"读“{name}”时，读取程序意外中止，这份文件没有导入。",
        "它可能已损坏或太大。请用原来的软件打开，拆成几份或另存后再导入。",
    )


def unexpected(name: str, trace: str) -> Refused:
    """Give the answer to a file that the program fails at."""
    return Refused(
        f"“{name}”读取时出了意外错误。",
        "请用原来的软件打开它，另存为 .docx 或纯文本后再导入。",
        trace,
    )


def _close_mouth() -> None:
    """Send what libraries print nowhere: stdout may be the command line's JSON."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_NETWORK):
        raise PermissionError(event)
