"""PDF: characters with their places, read page by page by PDFium."""

from __future__ import annotations

import re

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.pages.assembly import assembled
from policyviewer.importers.pages.pieces import Page
from policyviewer.importers.writing import TextWriter

_HEAD = 1024
_BEGINS = re.compile(rb"%PDF-\d")
_MOST_PAGES = 5_000
_MOST_NAMED = 20


class PdfImporter:
    """Reads PDF documents; scanned pages with the help of text recognition, where installed."""

    format = "pdf"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a PDF's; a few bytes may stand before its mark."""
        return bool(_BEGINS.search(data[:_HEAD]))

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the paragraphs and tables; raises UnreadableDocumentError."""
        from policyviewer.importers.pdf_pages import PdfFile

        with PdfFile(data, name) as file:
            if file.length > _MOST_PAGES:
                raise UnreadableDocumentError(
                    f"“{name}”有 {file.length} 页，不像是一份文件。", "请把它拆成几份后再导入。"
                )
            pages = list(file.pages())
            writer = TextWriter()
            silent = [page.number for page in pages if not page.pieces and page.pictured]
            broken = [page.number for page in pages if page.garbled and not page.pieces]
            garbled = [page.number for page in pages if page.garbled and page.pieces]
            if silent:
                pages = _with_scans(file, pages, silent, writer, name)
            if broken:
                _tell_broken(broken, len(pages), writer, name)
            if garbled:
                _tell_garbled(garbled, len(pages), writer, name)
            return assembled(pages, writer)


def _with_scans(
    file: object, pages: list[Page], scanned: list[int], writer: TextWriter, name: str
) -> list[Page]:
    """Give the pages, the scanned ones read by recognition."""
    from policyviewer.importers.pdf_pages import PdfFile
    from policyviewer.importers.scanned import can_recognise, recognised

    if not can_recognise():
        if len(scanned) == sum(bool(page.pieces or page.pictured) for page in pages):
            raise UnreadableDocumentError(
                f"“{name}”是扫描件，每一页都是图片，没有文字。",
                "请安装文字识别组件（pip install 'policyviewer[ocr]'）后再导入，"
                "或先用识别软件转成带文字的 PDF。",
            )
        writer.notice(
            "scanned-pages", f"第 {numbers(scanned)} 页是扫描的图片，没有文字，未能读入。"
        )
        return pages
    assert isinstance(file, PdfFile)
    writer.notice(
        "scanned-pages", f"第 {numbers(scanned)} 页是扫描的图片，文字由识别得来，请对照原件核对。"
    )
    return [
        recognised(file.picture(page.number), page) if page.number in set(scanned) else page
        for page in pages
    ]


def _tell_broken(broken: list[int], length: int, writer: TextWriter, name: str) -> None:
    if len(broken) == length:
        raise UnreadableDocumentError(
            f"“{name}”的每一页都已损坏，读不出来。", "请重新取得这份文件后再导入。"
        )
    writer.notice("unreadable-part", f"第 {numbers(broken)} 页已损坏，未能读入。")


def _tell_garbled(garbled: list[int], length: int, writer: TextWriter, name: str) -> None:
    if len(garbled) == length:
        raise UnreadableDocumentError(
            f"“{name}”的字体没有写明各是什么字，读出来的是乱码。",
            "请用原来的软件打开它，重新输出为 PDF 或另存为 .docx 后再导入。",
        )
    writer.notice(
        "unreadable-part", f"第 {numbers(garbled)} 页的字体没有写明各是什么字，那里可能是乱码。"
    )


def numbers(pages: list[int]) -> str:
    """Give page numbers for a sentence, long lists cut short."""
    told = "、".join(map(str, pages[:_MOST_NAMED]))
    return f"{told} 等 {len(pages)}" if len(pages) > _MOST_NAMED else told
