"""OpenDocument texts, as LibreOffice and newer WPS write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.blocks import words_of
from policyviewer.importers.odt.body import Body
from policyviewer.importers.odt.names import q
from policyviewer.importers.odt.numbering import Numbering
from policyviewer.importers.odt.runs import Found
from policyviewer.importers.parts import Parts, zip_names
from policyviewer.importers.writing import TextWriter

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KIND = b"application/vnd.oasis.opendocument.text"
_MARGINS = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")
_TOLD = (
    ("pictures", "images", "文件里有 {} 幅图片或对象，其中的文字没有读入。"),
    ("revisions", "revisions", "文件里有 {} 处修订痕迹：按接受全部修订读入，删去的文字没有读入。"),
    ("comments", "comments", "文件里有 {} 条批注，没有读入。"),
)


class OdtImporter:
    """Reads .odt files with their lists, notes, text boxes and tables."""

    format = "odt"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are an OpenDocument text."""
        if not {"content.xml", "mimetype"} <= zip_names(data):
            return False
        with suppress(UnreadableDocumentError):
            return (Parts(data, "").read("mimetype") or b"").startswith(_KIND)
        return False

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the text as it reads with all revisions accepted; notes stand behind it."""
        parts = Parts(data, name)
        if b"encryption-data" in (parts.read("META-INF/manifest.xml") or b""):
            raise UnreadableDocumentError(
                f"“{name}”加了密码。", "请用原来的软件打开它，去掉密码另存后再导入。"
            )
        content, styles = parts.xml("content.xml"), parts.xml("styles.xml")
        story = None if content is None else content.find(f"{q('office:body')}/{q('office:text')}")
        if story is None:
            raise UnreadableDocumentError(
                f"“{name}”里没有正文。", "请用原来的软件打开它，另存为 .docx 后再导入。"
            )
        found = Found([])
        body = Body(Numbering(styles, content), found)
        writer = TextWriter()
        try:
            _write(writer, body, found, story)
        except RecursionError as error:
            raise UnreadableDocumentError(
                f"“{name}”里的内容嵌套过深。", "请用原来的软件打开它，另存一份后再导入。"
            ) from error
        return writer.extract([*body.boxes, *_margins(styles)])


def _write(writer: TextWriter, body: Body, found: Found, story: Element) -> None:
    for block in body.blocks(story):
        if isinstance(block, str):
            writer.paragraph(block)
        else:
            writer.table(block)
    for sign, note in found.notes:  # a note in a note is met, and told, on the way
        writer.paragraph(f"注{sign}：{words_of(body.blocks(note)).strip()}")
    for field, code, message in _TOLD:
        count = getattr(found, field)
        if count:
            writer.notice(code, message.format(count))


def _margins(styles: Element | None) -> Iterator[str]:
    """Give the words of headers and footers."""
    for margin in _MARGINS:
        for element in [] if styles is None else styles.iter(q(f"style:{margin}")):
            for paragraph in element.iter(q("text:p")):
                yield "".join(str(words) for words in paragraph.itertext())
