"""Reading Whoosh's pickles without trusting them.

Whoosh keeps its table of contents, posting blocks and stored fields as pickles, and a pickle
may call anything that can be imported. An index is only ever our own cache, but others may
swap its files; so nothing is unpickled but plain data and the classes that the caller names
(the way of the Python documentation, "Restricting Globals").
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from typing import IO, Protocol

from typing_extensions import override

_BROKEN = (EOFError, ValueError, LookupError, TypeError, AttributeError, OverflowError, MemoryError)
"""What the unpickler itself raises over bytes that are no pickle."""

Classes = Mapping[tuple[str, str], type]
"""Classes that may be unpickled, by module and name."""
NOTHING: Classes = {}


class _Readable(Protocol):
    """What an unpickler needs of a file."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self) -> bytes: ...


class _GuardedUnpickler(pickle.Unpickler):
    """Knows numbers, texts and their containers, and the classes it is given."""

    def __init__(self, file: IO[bytes] | _Readable, classes: Classes) -> None:
        super().__init__(file)
        self._classes = classes

    @override
    def find_class(self, module: str, name: str) -> type:
        try:
            return self._classes[module, name]
        except KeyError:
            msg = f"the index names {module}.{name}"
            raise pickle.UnpicklingError(msg) from None


def loads(data: bytes) -> object:
    """Give the plain data of a pickle; raises pickle.UnpicklingError for all else."""
    return load(io.BytesIO(data))


def load(file: IO[bytes] | _Readable, classes: Classes = NOTHING) -> object:
    """Read plain data and these classes at the file's position.

    Raises pickle.UnpicklingError for all else.
    """
    try:
        return _GuardedUnpickler(file, classes).load()
    except _BROKEN as error:
        msg = "not a pickle of plain data"
        raise pickle.UnpicklingError(msg) from error
