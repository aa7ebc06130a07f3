"""Files of libraries in a smaller form that says the same."""

from __future__ import annotations

import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PureWindowsPath

Entry = tuple[str, str, str]
"""As PyInstaller collects files: place in the program, where it lies here, kind."""
DICTIONARY = "jieba/dict.txt"
PACKED_DICTIONARY = "jieba/dict.txt.xz"
_MODULES = "base_library.zip"
_READINGS = """\
import json
import zlib

told = json.loads(zlib.decompress({data}))
{name} = {{{key}: value for key, value in told.items()}}
"""


def deflated(data: bytes) -> bytes:
    """Give a zip of which each entry is compressed, everything else being the same."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as former, zipfile.ZipFile(packed, "w") as made:
        for entry in former.infolist():
            content = former.read(entry)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return packed.getvalue()


def readings(name: str, key: str, data: bytes) -> str:
    """Give a module of pypinyin's that has its table in itself, not in a file of JSON beside it.

    ``key`` is what the table's keys are, as an expression of the JSON's ``key``.
    """
    compact = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()
    return _READINGS.format(data=zlib.compress(compact, 9), name=name, key=key)


DICTIONARY_FORM = {DICTIONARY: (PACKED_DICTIONARY, lzma.compress)}
"""Where nothing reads it but policyviewer.search.lexicon."""
MODULES_FORM = {_MODULES: (_MODULES, deflated)}
"""Where Python has zlib built in: these are the modules it starts with."""
TABLES = {"phrases_dict": "key", "pinyin_dict": "int(key)"}
"""The modules of pypinyin's that are tables, and what their keys are."""


def smaller(
    entries: Iterable[Entry],
    forms: Mapping[str, tuple[str, Callable[[bytes], bytes]]],
    folder: Path,
) -> list[Entry]:
    """Give the entries, those that have a form with a file in a folder instead of their own."""
    made: list[Entry] = []
    for place, source, kind in entries:
        posix = PureWindowsPath(place).as_posix()
        if posix not in forms:
            made.append((place, source, kind))
            continue
        other, form = forms[posix]
        data = form(Path(source).read_bytes())
        made.append((str(Path(other)), str(_written(folder / other, data)), kind))
    return made


def with_tables(modules: Iterable[Entry], folder: Path) -> list[Entry]:
    """Give the modules that take the place of pypinyin's tables, written into a folder."""
    made: list[Entry] = []
    for module, source, kind in modules:
        package, _, name = module.rpartition(".")
        if package == "pypinyin" and name in TABLES:
            data = Path(source).with_suffix(".json").read_bytes()
            text = readings(name, TABLES[name], data)
            made.append((module, str(_written(folder / f"{name}.py", text.encode())), kind))
    return made


def _written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file
