"""Annotations as files: to read (Markdown, Word, Excel), to keep and to hand on (JSON, package).

A package (.pvnotes) is a ZIP archive with the same JSON and a digest of it: a copy that suffered
on its way is refused, and said to have.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from policyviewer.app.exporting import LONGEST_CELL, put
from policyviewer.app.word_files import add_paragraph, new_document, printable
from policyviewer.domain.annotations import Annotation, AnnotationKind
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.merging import Merge, Received
from policyviewer.domain.web_annotations import ReadPage, annotations_of, page

PACKAGE = ".pvnotes"
_FORMAT = 1
_LARGEST = 256 * 1024 * 1024
"""Bytes that a package may unfold to: a hundred thousand annotations take a quarter of it."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises for what is no archive, cut off, damaged, encrypted or packed strangely."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Other ways, into which one wrong bit turns ours, fail with errors of their own."""
_NOTES, _MANIFEST = "notes.json", "manifest.json"
_CUT = "……（Excel 的单元格放不下，全文请导出为 Word 或 Markdown）"
COLUMNS = (
    ("文件", 36),
    ("条款", 34),
    ("类别", 8),
    ("原文", 60),
    ("批注", 50),
    ("标签", 16),
    ("作者", 12),
    ("修改时间", 18),
)
"""The columns of the workbook, and how wide they are in half-width characters."""
KIND_NAMES = {
    AnnotationKind.BOOKMARK: "书签",
    AnnotationKind.HIGHLIGHT: "高亮",
    AnnotationKind.NOTE: "批注",
}


FOR_PEOPLE = (".docx", ".xlsx", ".md")
"""Formats to be read: citations are those of today."""


def export_notes(handed: Sequence[Received], path: Path) -> int:
    """Write annotations into a file, in a format by its name; gives their number.

    Raises UserError when there are none or the format is unknown, and StorageError when the
    file cannot be written.
    """
    make = _MAKERS.get(path.suffix.lower())
    if make is None:
        names = "、".join(_MAKERS)
        raise UserError(f"不认识“{path.suffix}”这种格式。", f"文件名请以 {names} 结尾。")
    if not handed:
        raise UserError("没有可以导出的批注。", "请先在正文里做批注，或换一个范围。")
    put(path, make(handed))
    return len(handed)


def read_notes(path: Path) -> ReadPage:
    """Give the annotations of a package or a JSON file, and how many there make no sense.

    Raises UserError when there are none, or it is damaged, and StorageError when it cannot be
    read.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _unfit(path, "文件太大。")
        data = path.read_bytes()
    except OSError as error:
        raise StorageError(f"读不出“{path}”。", "请检查文件是否还在、能否打开。") from error
    if path.suffix.lower() == PACKAGE:
        data = _unpacked(path, data)
    try:
        return annotations_of(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise _unfit(path, "里面不是批注。") from error


def merged_text(found: Merge, unreadable: int = 0) -> str:
    """Give the sentence that tells what came of notes that were taken in."""
    parts = {
        "条是新的": len(found.new),
        "条更新了": len(found.changed),
        "条双方都改过，两份都保留": len(found.conflicting),
        "条本来就有": len(found.known) - len(found.trashed),
        "条您以前删除过，仍在“已删除的批注”里": len(found.trashed),
        "条读不懂，没有导入": unreadable,
    }
    words = "，".join(f"{count} {name}" for name, count in parts.items() if count)
    return f"已导入批注：{words}。" if words else "这个文件里没有批注。"


def json_of(handed: Sequence[Received]) -> bytes:
    """Give annotations as JSON-LD of the Web Annotation Data Model."""
    return json.dumps(page(handed), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def package_of(handed: Sequence[Received]) -> bytes:
    """Give annotations as a package."""
    notes = json_of(handed)
    manifest = {
        "format": _FORMAT,
        "count": len(handed),
        "authors": sorted({one.annotation.author for one in handed}),
        "sha256": hashlib.sha256(notes).hexdigest(),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        archive.writestr(_NOTES, notes)
    return written.getvalue()


def markdown_of(handed: Sequence[Received]) -> bytes:
    """Give annotations as Markdown: a heading for each document, a quotation for each of them."""
    lines = ["# 批注"]
    for title, group in _by_document(handed):
        lines += ["", f"## {_line(title)}"]
        for one in group:
            quoted = (f"> {line}" for line in one.target.quote.exact.strip().splitlines() if line)
            lines += ["", *quoted, "", f"— {_source(one)}"]
            lines += ["", one.text] if one.text else []
            lines += ["", _foot(one)]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def word_of(handed: Sequence[Received]) -> bytes:
    """Give annotations as a Word document."""
    made = new_document()
    heading, quoted = made.styles["Heading 2"], made.styles["Quote"]
    made.add_heading("批注", level=1)
    for title, group in _by_document(handed):
        add_paragraph(made, printable(title), heading)
        for one in group:
            add_paragraph(made, printable(one.target.quote.exact.strip()), quoted)
            add_paragraph(made, printable(f"——{_source(one)}"))
            if one.text:
                add_paragraph(made, printable(one.text)).runs[0].bold = True
            add_paragraph(made, printable(_foot(one)))
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def workbook_of(handed: Sequence[Received]) -> bytes:
    """Give annotations as an Excel workbook, one a row."""
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EEF7"})
    sheet = book.add_worksheet("批注")
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(handed), len(COLUMNS) - 1)
    rows = (_row(one) for _title, group in _by_document(handed) for one in group)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, cell_text(text), cell)
    book.close()
    return written.getvalue()


def cell_text(text: str) -> str:
    """Give a text as a cell holds it; one that is too long says so at its end."""
    if len(text) <= LONGEST_CELL:
        return text
    return text[: LONGEST_CELL - len(_CUT)] + _CUT


_MAKERS: dict[str, Callable[[Sequence[Received]], bytes]] = {
    ".docx": word_of,
    ".xlsx": workbook_of,
    ".md": markdown_of,
    ".json": json_of,
    PACKAGE: package_of,
}


def _unpacked(path: Path, data: bytes) -> bytes:
    """Give the JSON of a package; its digest must be right."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise _unfit(path, "文件太大。")
            if any(one.compress_type not in _PACKED for one in archive.infolist()):
                raise zipfile.BadZipFile
            manifest = json.loads(archive.read(_MANIFEST))
            notes = archive.read(_NOTES)
    except _BROKEN as error:
        raise _unfit(path, "它不是批注包，或者已经损坏。") from error
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise UserError(f"“{path.name}”由更新版本的程序做成。", "请安装新版程序再导入。")
    if manifest.get("sha256") != hashlib.sha256(notes).hexdigest():
        raise _unfit(path, "它在传递中损坏了。")
    return notes


def _unfit(path: Path, why: str) -> UserError:
    hint = "请对方重新导出一份再试；您的批注没有任何改动。"
    return UserError(f"不能导入“{path.name}”：{why}", hint)


def _by_document(handed: Sequence[Received]) -> list[tuple[str, list[Annotation]]]:
    """Give annotations by the titles of their documents, in the order of the texts."""
    ordered = sorted(
        (one.annotation for one in handed),
        key=lambda one: (one.target.title, one.target.document, one.target.span.start),
    )
    groups = groupby(ordered, key=lambda one: one.target.title or str(one.target.document))
    return [(title, list(group)) for title, group in groups]


def _source(one: Annotation) -> str:
    return _line(one.target.citation or f"《{one.target.title or one.target.document}》")


def _foot(one: Annotation) -> str:
    tags = " ".join(f"#{tag}" for tag in one.tags)
    parts = (KIND_NAMES[one.kind], tags, one.author, _when(one))
    return " · ".join(part for part in parts if part)


def _row(one: Annotation) -> tuple[str, ...]:
    target = one.target
    quote = target.quote.exact.strip()
    words = (target.title or str(target.document), target.citation, KIND_NAMES[one.kind], quote)
    return (*words, one.text, " ".join(one.tags), one.author, _when(one))


def _when(one: Annotation) -> str:
    return one.modified.astimezone().strftime("%Y-%m-%d %H:%M")


def _line(text: str) -> str:
    return " ".join(text.split())
