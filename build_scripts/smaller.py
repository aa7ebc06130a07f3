"""Files of libraries in a smaller form that says the same."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PureWindowsPath

Entry = tuple[str, str, str]
"""As PyInstaller collects files: place in the program, where it lies here, kind."""
DICTIONARY = "jieba/dict.txt"
PACKED_DICTIONARY = "jieba/dict.txt.gz"
MODULES = "base_library.zip"


def gzipped(data: bytes) -> bytes:
    """Give data as gzip packs them, without a time."""
    return gzip.compress(data, mtime=0)


def compact(data: bytes) -> bytes:
    """Give JSON without blanks and line ends between what it says."""
    return json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()


def deflated(data: bytes) -> bytes:
    """Give a zip of which each entry is compressed, everything else being the same."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as former, zipfile.ZipFile(packed, "w") as made:
        for entry in former.infolist():
            content = former.read(entry)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return packed.getvalue()


FORMS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    "pypinyin/phrases_dict.json": ("pypinyin/phrases_dict.json", compact),
    "pypinyin/pinyin_dict.json": ("pypinyin/pinyin_dict.json", compact),
}
"""By place, the place and the form of the smaller file: for what reads it as it is."""
DICTIONARY_FORM = {DICTIONARY: (PACKED_DICTIONARY, gzipped)}
"""Where nothing reads it but policyviewer.search.lexicon."""
MODULES_FORM = {MODULES: (MODULES, deflated)}
"""Where Python has zlib built in: these are the modules it starts with."""


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
        file = folder / other
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(form(Path(source).read_bytes()))
        made.append((str(Path(other)), str(file), kind))
    return made
