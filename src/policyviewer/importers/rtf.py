"""RTF: the words by striprtf; notes, text boxes and deleted words, which it mixes up, by us."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.ordinals import circled, spaced
from policyviewer.importers.rtf_groups import Group, deepest, outer_groups
from policyviewer.importers.writing import TableCell, TextWriter

_BEGINS = b"{\\rtf"
_LARGEST = 32 * 1024 * 1024
"""Bytes: striprtf takes seven seconds for so much."""
_DEEPEST = 2_000
_NOTES = ("footnote",)
_SHAPES = ("shp", "do")
_BOXES = ("shptxt", "dptxbxtext")
_OUTSIDE = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_DROPPED = ("deleted", "pict", "objdata", "themedata", "colorschememapping", "datastore")
_MARK = "\x02{}{}\x03"
"""Stands where a note (n) or a text box (b) was taken out; no RTF text holds these signs."""
_MARKED = re.compile("\x02([nb])(\\d+)\x03")
_LABEL = re.compile(r"^[ \xa0]*(\S{1,12}?)[ \u3000]?\t")
"""The number of a list, which is followed by a tab."""
_FONTS = re.compile(r"\{\\fonttbl")


class RtfImporter:
    """Reads Rich Text Format."""

    format = "rtf"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are RTF."""
        return data[:64].lstrip().startswith(_BEGINS)

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the paragraphs and tables; raises UnreadableDocumentError."""
        text = data.decode("latin-1").replace("\x02", "").replace("\x03", "")
        if len(data) > _LARGEST or deepest(text) > _DEEPEST:
            raise UnreadableDocumentError(
                f"“{name}”太大或嵌套太深，不像是一份文件。", "请检查是否选错了文件。"
            )
        try:
            return _extract(text)
        except (ValueError, OverflowError, LookupError, RecursionError) as error:
            raise UnreadableDocumentError(
                f"“{name}”已经损坏，读不出来。", "请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"
            ) from error


def _extract(text: str) -> Extract:
    taken = _Taken(_head(text))
    kept: list[str] = []
    at = 0
    for group in outer_groups(text, (*_NOTES, *_SHAPES, *_OUTSIDE, *_DROPPED)):
        kept += (text[at : group.start], taken.out(text, group))
        at = group.end
    kept.append(text[at:])
    writer = TextWriter()
    for line in _lines(_stripped("".join(kept)), taken.boxes):
        line.write(writer)
    for number, note in enumerate(taken.notes, start=1):
        writer.paragraph(f"注{circled(number)}：{note}")
    taken.tell(writer)
    return writer.extract((*taken.boxes, *taken.outside))


class _Taken:
    """What is taken out of the text because striprtf would lose it or mix it up."""

    def __init__(self, head: str) -> None:
        self._head = head
        self._counts: Counter[str] = Counter()
        self.notes: list[str] = []
        self.boxes: list[str] = []
        self.outside: list[str] = []

    def out(self, text: str, group: Group) -> str:
        """Take a group out and give what stands in its place."""
        self._counts[group.word] += 1
        if group.word in _NOTES:
            self.notes.append(_words(self._head, text, group))
            return _MARK.format("n", len(self.notes))
        if group.word in _SHAPES:
            return "".join(map(self._box, _boxes(self._head, text[group.start : group.end])))
        if group.word in _OUTSIDE:
            self.outside.append(_words(self._head, text, group))
        return ""

    def tell(self, writer: TextWriter) -> None:
        """Tell what is not in the text."""
        if self._counts["pict"]:
            words = f"文件里有 {self._counts['pict']} 幅图片，其中的文字没有读入。"
            writer.notice("images", words)
        if self._counts["deleted"]:
            words = "文件里有修订痕迹：按接受全部修订读入，删去的文字没有读入。"
            writer.notice("revisions", words)

    def _box(self, words: str) -> str:
        self.boxes.append(words)
        return _MARK.format("b", len(self.boxes))


def _head(text: str) -> str:
    """Give the beginning that says how the words are encoded: code page and fonts."""
    fonts = _FONTS.search(text[:200_000])
    begin = text[: fonts.start()] if fonts else text[:200]
    groups = outer_groups(text[:2_000_000], ("fonttbl",))
    table = next((text[one.start : one.end] for one in groups), "")
    return f"{begin}{table}"


def _boxes(head: str, shape: str) -> list[str]:
    """Give the words of the text boxes in a drawing, which may be many or none."""
    found = (_words(head, shape, group) for group in outer_groups(shape, _BOXES))
    return [words for words in found if words]


def _words(head: str, text: str, group: Group) -> str:
    inside = text[group.start + 1 : group.end - 1]
    inside = inside.replace("\\*", "", 1).replace(f"\\{group.word}", "", 1)
    dropped = list(outer_groups(f"{{{inside}}}", _DROPPED))
    for one in reversed(dropped):
        inside = inside[: one.start - 1] + inside[one.end - 1 :]
    return _stripped(f"{head} {inside}}}").strip()


def _stripped(text: str) -> str:
    from striprtf.striprtf import rtf_to_text

    words: str = rtf_to_text(  # type: ignore[no-untyped-call]  # striprtf is untyped
        text, encoding="gb18030", errors="replace"
    )
    return words


class _Paragraph:
    def __init__(self, text: str) -> None:
        self._text = text

    def write(self, writer: TextWriter) -> None:
        writer.paragraph(self._text)


class _Table:
    def __init__(self, rows: list[list[TableCell]]) -> None:
        self._rows = rows

    def write(self, writer: TextWriter) -> None:
        writer.table(self._rows)


def _lines(text: str, boxes: list[str]) -> Iterator[_Paragraph | _Table]:
    """Give paragraphs and tables; a text box stands before the paragraph that holds it.

    striprtf ends each cell with a bar, so a line that ends with one is a row.
    """
    rows: list[list[TableCell]] = []
    for raw in text.split("\n"):
        line, found = _unmarked(raw)
        if line.endswith("|") and line.count("|") > 1:
            rows.append([TableCell(cell.strip()) for cell in line[:-1].split("|")])
            continue
        if rows:
            yield _Table(rows)
            rows = []
        yield from (_Paragraph(boxes[number - 1]) for number in found)
        yield _Paragraph(_labelled(line))
    if rows:
        yield _Table(rows)


def _labelled(line: str) -> str:
    """Give a paragraph with the number of its list as it is typed by hand."""
    label = _LABEL.match(line)
    if label is None:
        return line.strip(" ")
    return spaced(label[1].rstrip("\u3000"), line[label.end() :].strip(" "))


def _unmarked(line: str) -> tuple[str, list[int]]:
    """Give a line with its notes' numbers in place, and the numbers of its text boxes."""
    boxes: list[int] = []

    def mark(found: re.Match[str]) -> str:
        if found[1] == "n":
            return circled(int(found[2]))
        boxes.append(int(found[2]))
        return ""

    return _MARKED.sub(mark, line), boxes
