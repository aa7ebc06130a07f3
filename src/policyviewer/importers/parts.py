"""The parts of a zipped document, read so that a crafted file can neither fill the memory nor
reach outside.

The limits are those that were measured with entity bombs, a zip of 3 MB with 1 GB of XML in it,
and elements nested 20,000 deep: each is refused within a few hundredths of a second.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 5000
_LARGEST_PART = 64 * 1024 * 1024
_LARGEST_TOTAL = 256 * 1024 * 1024
_MOST_TAGS = 2_000_000
"""Of a part: lxml needs some 200 bytes for each, and a million characters have 600,000."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF_16 = ("utf-16-le", "utf-16-be")
_DOCTYPES = (b"<!DOCTYPE", *("<!DOCTYPE".encode(one) for one in _UTF_16))
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises on damaged bytes."""
_TRY_AGAIN = "请用原来的软件打开它，另存一份后再导入。"


class Parts:
    """A zip file in memory; ``name`` is the document's, for the words of an error."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises UnreadableDocumentError when the bytes are no sound zip file or too much."""
        self._name = name
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise self._refused("由太多的部分组成，不像是一份文件")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise self._refused("已经损坏，打不开") from error
        self._entries = {
            entry.filename.replace("\\", "/").lstrip("/").lower(): entry
            for entry in self._zip.infolist()
        }
        self._read = 0

    @property
    def names(self) -> frozenset[str]:
        """Give the parts' names in lower case: the formats leave it open how they are written."""
        return frozenset(self._entries)

    def read(self, part: str) -> bytes | None:
        """Give a part's bytes, or None when there is none of that name.

        Raises UnreadableDocumentError when it is damaged, locked or too large.
        """
        entry = self._entries.get(part.lower())
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise self._refused("加了密码", "请用原来的软件打开它，去掉密码另存后再导入。")
        if entry.compress_type not in _METHODS:
            raise self._refused("用了不常见的压缩方法")
        most = min(_LARGEST_PART, _LARGEST_TOTAL - self._read)
        if entry.file_size > most:
            raise self._too_large()
        try:
            with self._zip.open(entry) as file:
                data = file.read(most + 1)
        except BROKEN as error:
            raise self._refused("已经损坏，打不开") from error
        if len(data) > most:  # what the entry said of its size was not true
            raise self._too_large()
        self._read += len(data)
        return data

    def xml(self, part: str, prepare: Callable[[bytes], bytes] = bytes) -> Element | None:
        """Give a part's root element, or None when there is none of that name.

        ``prepare`` may change the bytes before they are parsed. Raises UnreadableDocumentError also
        for what is no XML, declares entities, is nested deeper than 256 elements or has too many.
        """
        data = self.read(part)
        return None if data is None else self._parsed(prepare(data))

    def _parsed(self, data: bytes) -> Element:
        from lxml import etree

        if any(one in data for one in _DOCTYPES):
            raise self._refused("声明了文档类型，可能是有意损坏的")
        if max(data.count(b"<"), data.count(b"=")) > _MOST_TAGS:
            raise self._too_large()
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise self._refused("已经损坏，或嵌套过深") from error
        if root.getroottree().docinfo.doctype:
            raise self._refused("声明了文档类型，可能是有意损坏的")
        return root

    def _refused(self, reason: str, hint: str = _TRY_AGAIN) -> UnreadableDocumentError:
        return UnreadableDocumentError(f"“{self._name}”{reason}。", hint)

    def _too_large(self) -> UnreadableDocumentError:
        return self._refused("展开后过大，不像是一份文件", "请检查是否选错了文件。")


def zip_names(data: bytes) -> frozenset[str]:
    """Give the names of a zip file's parts in lower case; none when the bytes are no zip file."""
    if not data.startswith(ZIP):
        return frozenset()
    try:
        return Parts(data, "").names
    except UnreadableDocumentError:
        return frozenset()
