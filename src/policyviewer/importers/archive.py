"""Zip files: the documents in them, one after the other, and what is wrong with the others.

Nothing is ever unpacked to the disk: a member is bytes and a name that is only shown.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from policyviewer.domain.errors import UnreadableDocumentError, UserError
from policyviewer.domain.patterns import regex
from policyviewer.importers.parts import BROKEN, ZIP, zip_names

_ENTRY = b"PK\x01\x02"
_MOST_MEMBERS = 20_000
_LARGEST = 64 * 1024 * 1024
_LARGEST_TOTAL = 2 * 1024 * 1024 * 1024
_FREE = 64 * 1024 * 1024
_MOST_RATIO = 200
"""Beyond the free 64 MiB, so much more than its size in the file makes a zip a bomb."""
_UTF_8 = 0x800
_ENCRYPTED = 0x1
_DOCUMENTS = frozenset(
    {"[content_types].xml", "mimetype", "word/document.xml", "xl/workbook.xml", "xl/workbook.bin"}
    | {"content.xml", "ofd.xml", "meta-inf/manifest.xml", "meta-inf/manifest.mf"}
)
"""One of these at its place makes a zip file a document or a program: slides and books as well."""
_CONTROLS = regex("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What could make a name look like another one."""
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")
_SAVE_ANEW = "请先解压，再导入其中的文件。"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; ``name`` is its path there, for people. Its bytes, or what is wrong."""

    name: str
    data: bytes | UserError


def is_archive(data: bytes) -> bool:
    """Say whether bytes are a zip file that holds files, and no document that is one itself."""
    return data.startswith(ZIP) and _DOCUMENTS.isdisjoint(zip_names(data))


def members(data: bytes, name: str) -> Iterator[Member]:
    """Give the files in a zip file one at a time, those of zip files in it as well.

    A zip file in a zip file in a zip file is not opened. Raises UnreadableDocumentError when the
    archive itself cannot be read.
    """
    return _members(data, name, _Budget(len(data)), inner=False)


def _members(data: bytes, name: str, budget: _Budget, *, inner: bool) -> Iterator[Member]:
    budget.entries -= data.count(_ENTRY)
    if budget.entries < 0:
        raise UnreadableDocumentError(f"“{name}”里的文件太多，不像是正常的压缩包。", _SAVE_ANEW)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN as error:
        raise UnreadableDocumentError(
            f"压缩包“{name}”已经损坏，打不开。", "请重新取得这个压缩包。"
        ) from error
    seen: set[str] = set()
    with archive:
        for entry in entries:
            title = name_of(entry)
            if entry.is_dir() or _is_hidden(title):
                continue
            content = _content(archive, entry, title, budget, seen)
            if isinstance(content, bytes) and is_archive(content):
                yield from _nested(content, title, budget, inner=inner)
            else:
                yield Member(title, content)


def _nested(data: bytes, title: str, budget: _Budget, *, inner: bool) -> Iterator[Member]:
    if inner:
        error = UnreadableDocumentError(f"“{title}”是压缩包中的压缩包，层数太多。", _SAVE_ANEW)
        yield Member(title, error)
        return
    try:
        for one in _members(data, title, budget, inner=True):
            yield Member(f"{title}/{one.name}", one.data)
    except UserError as error:
        yield Member(title, error)


class _Budget:
    """What an archive with all in it may swell to, counted on the bytes really read."""

    def __init__(self, packed: int) -> None:
        self.entries = _MOST_MEMBERS
        self.left = min(_LARGEST_TOTAL, max(_FREE, packed * _MOST_RATIO))


def _content(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, title: str, budget: _Budget, seen: set[str]
) -> bytes | UserError:
    wrong = _complaint(entry, title, seen)
    if wrong is not None:
        return wrong
    seen.add(title)
    most = min(_LARGEST, budget.left)
    if entry.file_size > most:
        return _too_large(title)
    try:
        with archive.open(entry) as file:
            data = file.read(most + 1)
    except (*BROKEN, NotImplementedError):
        return UnreadableDocumentError(f"压缩包里的“{title}”已经损坏。", "请重新取得这个压缩包。")
    budget.left -= len(data)
    return data if len(data) <= most else _too_large(title)


def _complaint(entry: zipfile.ZipInfo, title: str, seen: set[str]) -> UserError | None:
    """Give what speaks against reading an entry at all."""
    place = PurePosixPath(title)
    if place.is_absolute() or ".." in place.parts or title[1:2] == ":":
        return UnreadableDocumentError(f"压缩包里的“{title}”指向压缩包之外。", _SAVE_ANEW)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return UnreadableDocumentError(f"压缩包里的“{title}”是链接，不是文件。", _SAVE_ANEW)
    if entry.flag_bits & _ENCRYPTED:
        return UnreadableDocumentError(f"压缩包里的“{title}”加了密码。", _SAVE_ANEW)
    if title in seen:
        return UnreadableDocumentError(f"压缩包里有两个“{title}”，只读了前一个。", _SAVE_ANEW)
    return None


def _too_large(title: str) -> UserError:
    return UnreadableDocumentError(f"压缩包里的“{title}”展开后过大。", _SAVE_ANEW)


def _is_hidden(title: str) -> bool:
    parts = PurePosixPath(title).parts
    return any((part.startswith(".") and part != "..") or part in _HIDDEN for part in parts)


def name_of(entry: zipfile.ZipInfo) -> str:
    """Give an entry's name: UTF-8 where the file says so, else GBK, as Windows writes it."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return _CONTROLS.sub("", name.replace("\\", "/"))
