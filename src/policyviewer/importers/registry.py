"""Which importer reads which file, and which files a folder holds."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policyviewer.domain.errors import UnreadableDocumentError, UserError
from policyviewer.domain.names import readable
from policyviewer.importers.archive import is_archive, members
from policyviewer.importers.base import ImportedDocument, Importer, Unreadable
from policyviewer.importers.parts import ZIP

LARGEST = 64 * 1024 * 1024
"""Bytes: the text of twenty national codes; more is no document but a data file."""
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 的文件，但不是 Word 文档或 Excel 表格"),
    (b"pk\x03\x04", "压缩过的文件，但不是认得的文档"),
    (b"rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    (b"\x1f\x8b", "GZIP 压缩包"),
    (b"mz", "程序"),
    (b"\x7felf", "程序"),
)
"""What no importer takes, by its first bytes."""
_LARGEST_ARCHIVE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read: where it is, for people, its name, and its bytes or what is wrong.

    The place of a file in an archive goes on behind the archive's own.
    """

    source: str
    name: str
    data: bytes | UserError


def load(path: Path) -> Iterator[SourceFile]:
    """Give the file at a path, or the files in an archive one at a time."""
    source, name = readable(str(path)), readable(path.name)
    try:
        data = bytes_of(path)
        if not is_archive(data):
            yield SourceFile(source, name, data)
            return
        for one in members(data, name):
            yield SourceFile(f"{source}/{one.name}", one.name.rpartition("/")[2], one.data)
    except UserError as error:
        yield SourceFile(source, name, error)


def read(path: Path) -> ImportedDocument:
    """Give the document in a file, read by the importer that its content asks for.

    Raises UnreadableDocumentError with the reason and what to do.
    """
    name = readable(path.name)
    return extract(bytes_of(path), name)


def extract(data: bytes, name: str) -> ImportedDocument:
    """Give the document in a file's bytes; ``name`` is how the user knows it.

    Raises UnreadableDocumentError with the reason and what to do.
    """
    if not data.strip():
        raise UnreadableDocumentError(f"“{name}”是空文件。", "请检查是否选错了文件。")
    importer = _importer(data, name)
    found = importer.extract(data, name)
    if not found.text.strip():
        raise UnreadableDocumentError(f"“{name}”里没有文字。", "请检查是否选错了文件。")
    return ImportedDocument(
        text=found.text,
        format=_format(importer.format, name),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        tables=found.tables,
        notices=found.notices,
        markings=found.markings,
    )


def _importer(data: bytes, name: str) -> Importer:
    """Give the importer that takes the bytes; plain text is what nothing else is."""
    for one in _importers():
        if one.takes(data):
            return one
    begins = data[:16].lower()
    for start, kind in _OTHERS:
        if begins.startswith(start):
            raise UnreadableDocumentError(
                f"“{name}”是{kind}。", "请用原来的软件打开它，另存为 .docx 或 .pdf 后再导入。"
            )
    return _of_words(name)


@cache
def _importers() -> tuple[Importer, ...]:
    """Give those that know their files by the bytes.

    They are loaded with the first file: the window starts without any of their libraries.
    """
    from policyviewer.importers.docx.importer import DocxImporter
    from policyviewer.importers.odt.importer import OdtImporter
    from policyviewer.importers.ofd import OfdImporter
    from policyviewer.importers.pdf import PdfImporter
    from policyviewer.importers.rtf import RtfImporter
    from policyviewer.importers.scanned import PictureImporter
    from policyviewer.importers.web.importer import HtmlImporter
    from policyviewer.importers.word97 import Word97Importer
    from policyviewer.importers.xlsx import XlsxImporter

    return (
        DocxImporter(),
        Word97Importer(),
        OdtImporter(),
        OfdImporter(),
        PdfImporter(),
        PictureImporter(),
        RtfImporter(),
        XlsxImporter(),
        HtmlImporter(),
    )


def _of_words(name: str) -> Importer:
    """Give the importer of what is nothing but words: Markdown is only told by its name."""
    from policyviewer.importers.markdown import SUFFIXES, MarkdownImporter
    from policyviewer.importers.text import TextImporter

    return MarkdownImporter() if name.lower().endswith(SUFFIXES) else TextImporter()


def _format(found: str, name: str) -> str:
    """Give the format; what WPS writes is Word's own, so only the name tells it apart."""
    return "wps" if found == "doc" and name.lower().endswith(".wps") else found


def expand(paths: Sequence[Path]) -> tuple[list[Path], list[Unreadable]]:
    """Give the files that paths mean, folders read through to the bottom, each file once.

    What leads nowhere comes back with its reason. Hidden files are left out.
    """
    files: dict[Path, None] = {}
    failures: list[Unreadable] = []
    for path in paths:
        for found in _below(path):
            if isinstance(found, Unreadable):
                failures.append(found)
            else:
                files.setdefault(found)
    return list(files), failures


def _below(path: Path) -> Iterator[Path | Unreadable]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        yield Unreadable(path, UserError("找不到这个文件或文件夹。", "请检查路径是否写对。"))
    except OSError:
        yield Unreadable(
            path, UserError("打不开这个路径。", "请检查路径是否写对、有没有访问权限。")
        )
    else:
        if stat.S_ISDIR(mode):
            yield from _walk(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Unreadable(path, UserError("这不是普通的文件。", "请选择文件或文件夹。"))


def _walk(folder: Path) -> Iterator[Path | Unreadable]:
    """Read a folder through; links to folders are not followed, so there are no loops."""
    closed: list[Unreadable] = []

    def note(error: OSError) -> None:
        place = Path(error.filename or folder)
        closed.append(Unreadable(place, UserError("打不开这个文件夹。", "请检查访问权限。")))

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place) / name
    yield from closed


def bytes_of(path: Path) -> bytes:
    """Give the bytes of a file; raises UnreadableDocumentError for what is none or too large."""
    name = readable(path.name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableDocumentError(f"“{name}”是文件夹。", "请选择其中的文件。")
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait for ever
            raise UnreadableDocumentError(f"“{name}”不是普通的文件。", "请选择文件。")
        if status.st_size > (_LARGEST_ARCHIVE if _looks_zipped(path) else LARGEST):
            raise UnreadableDocumentError(
                f"“{name}”太大（{status.st_size >> 20} MB），不像是一份文件。",
                "请检查是否选错了文件；压缩包请先解压再导入。",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocumentError(f"找不到“{name}”。", "请检查路径是否写对。") from error
    except OSError as error:
        raise UnreadableDocumentError(
            f"打不开“{name}”。", "请检查文件是否被占用、有没有读取权限。"
        ) from error


def _looks_zipped(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == ZIP
