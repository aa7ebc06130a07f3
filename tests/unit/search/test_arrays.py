from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from policyviewer.search import arrays

ONES = {
    "bytes": np.arange(5, dtype=np.uint8),
    "none": np.empty(0, np.int64),
    "numbers": np.array([-1, 0, 2**31 - 1], np.int32),
}


def test_arrays_are_read_as_they_were_written(tmp_path: Path) -> None:
    arrays.write(tmp_path / "a", ONES)
    found = arrays.read(tmp_path / "a")
    assert {name: values.tolist() for name, values in found.items()} == {
        name: values.tolist() for name, values in ONES.items()
    }
    assert {name: values.dtype for name, values in found.items()} == {
        name: values.dtype for name, values in ONES.items()
    }


def test_an_array_is_written_in_parts(tmp_path: Path) -> None:
    with arrays.ArrayWriter(tmp_path / "a", {"a": ("<i4", 5), "b": ("|u1", 2)}) as file:
        file.add("a", np.array([1, 2]))
        file.add("b", np.array([7, 8]))
        file.add("a", np.array([3, 4, 5]))
    found = arrays.read(tmp_path / "a")
    assert (found["a"].tolist(), found["b"].tolist()) == ([1, 2, 3, 4, 5], [7, 8])


def test_what_was_read_cannot_be_written_to(tmp_path: Path) -> None:
    arrays.write(tmp_path / "a", ONES)
    with pytest.raises(ValueError, match="read-only"):
        arrays.read(tmp_path / "a")["numbers"][0] = 1


@pytest.mark.parametrize("cut", [1, 9, 20, 150, 200])
def test_a_file_that_is_cut_is_refused(tmp_path: Path, cut: int) -> None:
    arrays.write(tmp_path / "a", ONES)
    data = (tmp_path / "a").read_bytes()
    (tmp_path / "b").write_bytes(data[:cut])
    with pytest.raises((ValueError, OSError)):
        arrays.read(tmp_path / "b")


@pytest.mark.parametrize("told", ['[["a","|O8",0,1]]', '[["a","<i4",-64,1]]', "[[1]]", "{"])
def test_a_header_of_something_else_is_refused(tmp_path: Path, told: str) -> None:
    header = told.encode()
    size = len(header).to_bytes(8, "little")
    (tmp_path / "a").write_bytes((b"PVarray1" + size + header).ljust(256, b"\0"))
    with pytest.raises(ValueError):  # noqa: PT011  # any of them
        arrays.read(tmp_path / "a")


def test_an_array_knows_its_file(tmp_path: Path) -> None:
    arrays.write(tmp_path / "a", ONES)
    found = arrays.read(tmp_path / "a")["numbers"]
    assert arrays.file_of(found).size() == (tmp_path / "a").stat().st_size
    with pytest.raises(TypeError):
        arrays.file_of(ONES["numbers"])
