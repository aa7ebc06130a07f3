from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Mapping

import pytest
from catalogues import catalogue

from windows import cpython
from windows.cpython import UntrustedError, check_library, wanted_files


def archive(files: Mapping[str, bytes]) -> bytes:
    """Give a source archive that carries files as the real one does."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    outer = io.BytesIO()
    with tarfile.open(fileobj=outer, mode="w:gz") as packed:
        entry = tarfile.TarInfo("embed-1/embed/data.zip")
        entry.size = len(inner.getvalue())
        packed.addfile(entry, io.BytesIO(inner.getvalue()))
    return outer.getvalue()


def taken(files: Mapping[str, bytes]) -> dict[str, bytes]:
    data = archive(files)
    return wanted_files(data, hashlib.sha256(data).hexdigest())


def test_another_archive_is_refused():
    with pytest.raises(UntrustedError, match="hash"):
        wanted_files(archive({}))


def test_what_is_of_no_use_is_not_taken():
    names = ("python.exe", "Lib/os.py", "Lib/site-packages/x.py", "Lib/__pycache__/os.pyc")
    more = ("Scripts/pip.exe", "vcruntime140.dll", "DLLs/_tkinter.pyd", "Lib/")
    files = {f"cp313/{name}": b"x" for name in (*names, *more)} | {"other/a.py": b"x"}
    assert taken(files).keys() == {"python.exe", "Lib/os.py"}


@pytest.mark.parametrize("name", ["cp313/../evil.py", "cp313//evil.py", "cp313/a\\evil.py"])
def test_a_place_outside_is_refused(name: str):
    with pytest.raises(UntrustedError, match="lies outside"):
        taken({name: b"x"})


LISTED = b"print('listed')"


def library(**files: bytes) -> dict[str, bytes]:
    digest = hashlib.sha256(LISTED).digest()
    return {"DLLs/python_lib.cat": catalogue(digest), "Lib/listed.py": LISTED, **files}


def test_listed_files_are_good_and_so_are_empty_packages():
    check_library({**library(), "Lib/empty/__init__.py": b"", "LICENSE.txt": b"any"})


@pytest.mark.parametrize(
    "files",
    [
        {"Lib/other.py": b"print('other')"},
        {"Lib/listed.py": LISTED + b" "},
        {"Lib/xml/__init__.py": b"print('other')"},
        {"Lib/empty.py": b""},
    ],
)
def test_a_file_that_is_not_listed_is_refused(files: dict[str, bytes]):
    with pytest.raises(UntrustedError, match="not in the signed catalogue"):
        check_library({**library(), **files})


def test_the_pins_are_whole_hashes():
    for one in (cpython.SHA256, cpython._ROOT_SHA256, *cpython._UNLISTED.values()):
        assert len(bytes.fromhex(one)) == 32
