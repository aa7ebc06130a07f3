"""Rows of many documents, made in a process of its own while this one writes the index.

Reading documents and cutting words takes about as long as writing the index: two cores need half
the time. Where there can be no second process, or it dies, the rows are made here.
"""

from __future__ import annotations

import logging
import multiprocessing
import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from policyviewer.app.shelves import Shelf, open_shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.records import records
from policyviewer.search import safe_pickle
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import Facts
from policyviewer.search.rows import Row, RowMaker

logger = logging.getLogger(__name__)

NAME = "rows"
"""Of the process."""
FEW = 200
"""Documents from which a second process pays: it takes a second to start."""
_AHEAD = 64
"""Documents whose rows may wait to be written (5 MB)."""
_BETWEEN = " "
"""Between words, none of which has a blank."""
_LONGEST = 1 << 30
"""Bytes of the rows of a document, of which the longest known has 5 MB."""


@contextmanager
def rows_of(shelf: Shelf, documents: Sequence[DocumentId]) -> Iterator[Iterator[Row]]:
    """Give the rows of documents, in order; those that are not there any more have none."""
    if len(documents) < FEW:
        yield _made(shelf, documents)
        return
    with _Process(shelf, documents) as process:
        yield process.rows()


def serve(
    folder: Path,
    writable: bool,  # noqa: FBT001  # arguments of a process go by place
    dictionary: Path | None,
    documents: Sequence[DocumentId],
    mouth: Connection,
) -> None:
    """Send the rows of one document after the other, and end.

    Who cannot send is not needed, and who cannot read is done without.
    """
    with suppress(BrokenPipeError, UserError), mouth:
        shelf = open_shelf(folder, writable=writable, dictionary=dictionary)
        maker = _maker(shelf)
        for document in documents:
            mouth.send_bytes(_packed(_rows(shelf, maker, document)))
        shelf.close()


class _Process:
    """A process that makes rows, and a thread that listens to it: neither waits for the other."""

    def __init__(self, shelf: Shelf, documents: Sequence[DocumentId]) -> None:
        self._shelf, self._documents = shelf, documents
        context = multiprocessing.get_context("spawn")
        self._ears, self._mouth = context.Pipe(duplex=False)
        about = (shelf.folder, shelf.writable, shelf.dictionary, documents, self._mouth)
        self._process = context.Process(target=serve, args=about, daemon=True, name=NAME)
        self._listener = ThreadPoolExecutor(1, "rows")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process.pid is not None:
            self._process.terminate()  # whoever listens hears the end
            self._process.join()
        self._mouth.close()
        self._listener.shutdown()
        self._ears.close()
        self._process.close()

    def rows(self) -> Iterator[Row]:
        """Give what the process sends; when it ends before its time, the rest is made here."""
        done = 0
        try:
            for data in self._sent():
                found = _unpacked(data)
                done += 1
                yield from found
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            logger.warning("rows are made without a second process: %r", error)
        yield from _made(self._shelf, self._documents[done:])

    def _sent(self) -> Iterator[bytes]:
        self._process.start()
        self._mouth.close()
        coming = (self._listener.submit(self._ears.recv_bytes, _LONGEST) for _ in self._documents)
        waiting = deque(islice(coming, _AHEAD))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(islice(coming, 1))


def _made(shelf: Shelf, documents: Sequence[DocumentId]) -> Iterator[Row]:
    maker = _maker(shelf)
    for document in documents:
        yield from _rows(shelf, maker, document)


def _maker(shelf: Shelf) -> RowMaker:
    return RowMaker(WordAnalyzer(dictionary=shelf.dictionary))


def _rows(shelf: Shelf, maker: RowMaker, document: DocumentId) -> Iterator[Row]:
    if shelf.documents.holds(document):
        yield from map(maker.row, records(shelf.documents.load(document)))


def _packed(rows: Iterator[Row]) -> bytes:
    """Give rows as bytes; the words of each as one text, which is read back far sooner."""
    plain = [(tuple(one.facts), *one[1:-1], _BETWEEN.join(one.words)) for one in rows]
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def _unpacked(data: bytes) -> list[Row]:
    """Read rows; raises pickle.UnpicklingError or ValueError when they are none."""
    plain = safe_pickle.loads(data)
    if not isinstance(plain, list):
        msg = "no rows"
        raise ValueError(msg)
    return [
        Row(Facts(*told), record, above, keys, words.split())
        for told, record, above, keys, words in plain
    ]
