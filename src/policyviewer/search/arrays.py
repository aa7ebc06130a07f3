"""Files of named arrays of numbers, read where they lie: nothing in them is ever called.

A file is a header (mark, length, a JSON list of arrays) and the arrays behind it, each in the
byte order of small ends. They are a cache beside a segment, with checksums in the manifest.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from policyviewer.domain.closing import Closing

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""NumPy's library for matrices starts threads when NumPy is imported, which takes longer than
all else in it; nothing here multiplies matrices.
"""
_MARK = b"PVarray1"
_ALIGNED = 64
_TYPES = frozenset({"|u1", "<u2", "<u4", "<u8", "<i4", "<i8"})

Layout = Mapping[str, tuple[str, int]]
"""The type (``<i4``) and the number of values of each array."""


class ArrayWriter(Closing):
    """Writes arrays of known lengths, each from its beginning to its end, a part at a time."""

    def __init__(self, path: Path, layout: Layout) -> None:
        places, at = [], 0
        for name, (kind, count) in layout.items():
            places.append((name, kind, at, count))
            at += _padded(count * int(kind[2:]))
        header = json.dumps(places).encode().ljust(1)
        start = _padded(len(_MARK) + 8 + len(header))
        self._types = {name: kind for name, (kind, _) in layout.items()}
        self._at = {name: start + place for name, _, place, _ in places}
        self._file = path.open("wb")
        self._file.write(_MARK + len(header).to_bytes(8, "little") + header)
        self._file.truncate(start + at)

    def add(self, name: str, values: Array) -> None:
        """Write the next values of an array."""
        data = values.astype(self._types[name], copy=False).tobytes()
        self._file.seek(self._at[name])
        self._file.write(data)
        self._at[name] += len(data)

    @override
    def close(self) -> None:
        """Close the file."""
        self._file.close()


def write(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write whole arrays."""
    layout = {name: (values.dtype.str, len(values)) for name, values in arrays.items()}
    with ArrayWriter(path, layout) as file:
        for name, values in arrays.items():
            file.add(name, values)


def read(path: Path) -> dict[str, Array]:
    """Map a file into memory and give its arrays, which cannot be written to.

    Raises OSError without the file, and ValueError when it is no such file.
    """
    import numpy as np  # 0.1 s: only with an index

    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    size = int.from_bytes(data[len(_MARK) : len(_MARK) + 8], "little")
    start = _padded(len(_MARK) + 8 + size)
    if data[: len(_MARK)] != _MARK or start > len(data):
        msg = "not a file of arrays"
        raise ValueError(msg)
    found: dict[str, Array] = {}
    for name, kind, at, count in json.loads(data[len(_MARK) + 8 : len(_MARK) + 8 + size]):
        if kind not in _TYPES or at < 0 or count < 0:
            msg = "an array of an unknown type"
            raise ValueError(msg)
        found[name] = np.frombuffer(data, kind, count, start + at)
    return found


def file_of(array: Array) -> mmap.mmap:
    """Give the file that an array was read from; raises TypeError for any other array."""
    data = getattr(array.base, "obj", None)
    if not isinstance(data, mmap.mmap):
        msg = "an array in memory"
        raise TypeError(msg)
    return data


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
