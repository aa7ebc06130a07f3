from __future__ import annotations

import io
import os
import pickle
from collections import defaultdict
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import binary

from policyviewer.search import safe_pickle


class Malicious:
    """Runs a command of the shell when it is unpickled."""

    def __reduce__(self):
        return os.system, ("touch hacked",)


@pytest.mark.parametrize("data", [{"a": (1, "b", None)}, [1.5, b"x"], {1, 2}, True])
def test_plain_data_is_read(data: object) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        if protocol > 3 or not isinstance(data, set | list):  # else made by calling a name
            assert safe_pickle.loads(pickle.dumps(data, protocol)) == data


def test_a_call_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError, match=r"system"):
        safe_pickle.loads(pickle.dumps([Malicious()]))
    assert not (tmp_path / "hacked").exists()


def test_only_the_classes_named_are_read() -> None:
    data = pickle.dumps(defaultdict(int, a=1), 4)
    classes = {("collections", "defaultdict"): defaultdict, ("builtins", "int"): int}
    assert safe_pickle.load(io.BytesIO(data), classes) == {"a": 1}
    with pytest.raises(pickle.UnpicklingError):
        safe_pickle.loads(data)


def test_reading_ends_with_the_pickle() -> None:
    file = io.BytesIO(pickle.dumps(1, 2) + b"rest")
    assert safe_pickle.load(file) == 1
    assert file.read() == b"rest"


@given(binary(max_size=60))
def test_bytes_that_are_no_pickle_raise_one_error(data: bytes) -> None:
    with suppress(pickle.UnpicklingError):
        safe_pickle.loads(data)
