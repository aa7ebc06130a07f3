"""Word 97-2003 documents (.doc), which is also what WPS writes as .wps.

Three ways, the better one first: msdoc2docx, which keeps numbers, tables and notes; an office
program that is installed; the bare words.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.notices import Notice
from policyviewer.importers import office
from policyviewer.importers.bare_words import bare_words, boxes
from policyviewer.importers.base import Extract
from policyviewer.importers.control_signs import replaced, without_signs
from policyviewer.importers.docx.importer import extracted
from policyviewer.importers.writing import TextWriter

logger = logging.getLogger(__name__)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_LARGEST = 64 * 1024 * 1024
_MOST_STREAMS = 20_000
_RAW = tuple(
    "".join(sign for sign in OLE[:6].decode(encoding, "ignore") if sign >= " ")
    for encoding in ("utf-16-le", "utf-16-be", "cp1252", "gb18030", "utf-8")
)
"""How the file's first bytes look when they are taken for words."""
_LOST = Notice(
    "lost-numbering",
    "这份旧格式的文件只读出了文字：自动编号和表格可能缺失，删去的修订文字可能还在。"
    "如有 Word 或 WPS，请另存为 .docx 后再导入。",
)


class Word97Importer:
    """Reads .doc files and .wps files, told by their content."""

    format = "doc"

    def __init__(self, convert: Callable[[bytes, str], bytes | None] = office.as_docx) -> None:
        """``convert`` saves a document as .docx with an installed program, if there is one."""
        self._convert = convert

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a Word 97 document, or one of Word's that is locked."""
        return data.startswith(OLE) and (_WORD in data or _LOCKED in data)

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the text, with all that the first way that succeeds can keep."""
        if _LOCKED in data and _WORD not in data:
            raise _locked(name)
        converted = _converted(data, name)
        if converted is not None:
            return _with_boxes(converted, name, boxes(data))
        saved = self._convert(data, ".doc")
        extract = None if saved is None else extracted(saved, name)
        if extract is not None and not _is_raw(extract.text):
            return extract
        return _bare(data, name)


def _is_raw(text: str) -> bool:
    """Say whether an office program took the file's own bytes for words, not knowing them."""
    return any(sign in text[:200] for sign in _RAW)


def _converted(data: bytes, name: str) -> bytes | None:
    """Give the document as .docx, or None when msdoc2docx does not understand it."""
    from doc2docx import convert
    from doc2docx.cfb import CompoundFileLimits
    from doc2docx.errors import EncryptedDocumentError

    limits = CompoundFileLimits(_LARGEST, _LARGEST, _MOST_STREAMS)
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as folder:
        source, target = Path(folder) / "document.doc", Path(folder) / "document.docx"
        source.write_bytes(data)
        try:
            report = convert(source, target, limits=limits).report
        except EncryptedDocumentError as error:
            raise _locked(name) from error
        except Exception as error:  # noqa: BLE001  # a young library; damaged bytes surprise it
            logger.info("msdoc2docx gave up: %s", type(error).__name__)
            return None
        return without_signs(target.read_bytes(), replaced(report.diagnostics))


def _with_boxes(converted: bytes, name: str, known: Sequence[str]) -> Extract:
    """Read the converted document with those text boxes that got lost on the way."""
    extract = extracted(converted, name)
    words = _words(extract.text)
    lost = [box for box in known if _words(box) not in words]
    if not lost:
        return extract
    extract = extracted(converted, name, lost)
    placed = _words(extract.text) != words
    where = "放在第一处图形的位置" if placed else "没有读入"
    told = Notice("text-boxes", f"文本框里的文字“{'”“'.join(lost)}”{where}，请对照原件。")
    return replace(
        extract,
        notices=(*extract.notices, told),
        markings=tuple(dict.fromkeys((*lost, *extract.markings))),
    )


def _words(text: str) -> str:
    return "".join(text.split())


def _bare(data: bytes, name: str) -> Extract:
    paragraphs = bare_words(data)
    if paragraphs is None:
        raise UnreadableDocumentError(
            f"“{name}”已经损坏，或是很旧的 Word 格式。",
            "请用 Word 或 WPS 打开它，另存为 .docx 后再导入。",
        )
    writer = TextWriter()
    for paragraph in paragraphs:
        writer.paragraph(paragraph)
    writer.notice(_LOST.code, _LOST.message)
    return writer.extract(boxes(data))


def _locked(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"“{name}”加了密码。", "请用 Word 或 WPS 打开它，去掉密码另存后再导入。"
    )
