"""Word documents (.docx, .docm, .dotx), also those that WPS writes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.blocks import words_of
from policyviewer.importers.docx.body import Body
from policyviewer.importers.docx.names import name_of, transitional, w
from policyviewer.importers.docx.notes import Notes
from policyviewer.importers.docx.numbering import Numbering
from policyviewer.importers.docx.styles import Styles
from policyviewer.importers.docx.tally import Tally
from policyviewer.importers.parts import ZIP, Parts, zip_names
from policyviewer.importers.writing import TextWriter

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_USUAL = "word/document.xml"
_RELATIONS = "_rels/{}.rels"


class DocxImporter:
    """Reads .docx files with their automatic numbers, notes, text boxes and tables."""

    format = "docx"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a Word document, be it a damaged one."""
        if not data.startswith(ZIP):
            return False
        names = zip_names(data)
        if names:
            return any(name.startswith("word/") for name in names)
        return _USUAL.encode() in data

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the text as it reads with all revisions accepted; see Tally for what is told."""
        return extracted(data, name)


def extracted(data: bytes, name: str, lost_boxes: Sequence[str] = ()) -> Extract:
    """Give what a .docx file says; raises UnreadableDocumentError.

    ``lost_boxes`` are words that a converter left out; they go to where it left a gap.
    """
    package = _Package(Parts(data, name), name)
    tally = Tally()
    notes = Notes(package.part("footnotes"), package.part("endnotes"))
    numbering = Numbering(package.part("numbering"))
    body = Body(Styles(package.part("styles")), numbering, notes, tally, lost_boxes)
    writer = TextWriter()
    try:
        _write(writer, body, notes, package.main)
    except RecursionError as error:
        raise UnreadableDocumentError(
            f"“{name}”里的内容嵌套过深。", "请用原来的软件打开它，另存一份后再导入。"
        ) from error
    tally.tell(writer)
    return writer.extract([*body.boxes, *package.margins()])


def _write(writer: TextWriter, body: Body, notes: Notes, story: Element) -> None:
    for block in body.blocks(story):
        if isinstance(block, str):
            writer.paragraph(block)
        else:
            writer.table(block)
    told = 0
    while told < len(referred := notes.referred()):  # a note may refer to another one
        sign, note = referred[told]
        writer.paragraph(f"注{sign}：{words_of(body.blocks(note)).strip()}")
        told += 1


class _Package:
    """The parts of a Word document, found by what the main one says of them."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts = parts
        self._place = _main_part(parts)
        root = parts.xml(self._place, transitional)
        if root is None or root.find(w("body")) is None:
            raise UnreadableDocumentError(
                f"“{name}”里没有正文。", "请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"
            )
        self.main = root
        folder, file = posixpath.split(self._place)
        self._folder = folder
        self._targets = [*_targets(parts, posixpath.join(folder, _RELATIONS.format(file)))]

    def part(self, kind: str) -> Element | None:
        """Give the root of the part of a kind, such as styles, or None."""
        places = [*self._of_kind(kind), posixpath.join(self._folder, f"{kind}.xml")]
        return self._parts.xml(places[0], transitional)

    def margins(self) -> Iterator[str]:
        """Give the words of headers and footers, watermarks among them."""
        for kind in ("header", "footer"):
            for place in dict.fromkeys(self._of_kind(kind)):
                root = self._parts.xml(place, transitional)
                yield from [] if root is None else _lines(root)

    def _of_kind(self, kind: str) -> Sequence[str]:
        return [
            posixpath.normpath(posixpath.join(f"/{self._folder}", target)).lstrip("/")
            for found, target in self._targets
            if found.endswith(f"/{kind}")
        ]


def _main_part(parts: Parts) -> str:
    for kind, target in _targets(parts, _RELATIONS.format("")):
        if kind.endswith("/officeDocument"):
            return posixpath.normpath(f"/{target}").lstrip("/")
    return _USUAL


def _targets(parts: Parts, place: str) -> Iterator[tuple[str, str]]:
    """Give type and target of each relation to a part inside the package."""
    root = parts.xml(place)
    for one in [] if root is None else root:
        if one.get("TargetMode") != "External":
            yield one.get("Type") or "", one.get("Target") or ""


def _lines(root: Element) -> Iterator[str]:
    for one in root.iter(w("p")):
        yield "".join(text.text or "" for text in one.iter(w("t")))
    for one in root.iter():
        if name_of(one) == "textpath":
            yield one.get("string") or ""
