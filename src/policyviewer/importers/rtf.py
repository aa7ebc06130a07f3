"""RTF: the words by striprtf, from a source that ``rtf_source`` has made simple."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import BLANKS
from policyviewer.importers.base import Extract
from policyviewer.importers.blocks import Block, framed, words_of
from policyviewer.importers.ordinals import circled, spaced
from policyviewer.importers.rtf_source import (
    BETWEEN,
    BOX,
    CELL,
    END,
    NOTE,
    PARAGRAPH,
    ROW,
    RowShape,
    Source,
    TooMuchError,
    source_of,
)
from policyviewer.importers.rtf_tables import cells_of
from policyviewer.importers.writing import WITHIN_CELL, TextWriter

_BEGINS = b"{\\rtf"
_LARGEST = 64 * 1024 * 1024
_MOST_SIGNS, _MOST_WORDS = 6_000_000, 700_000
"""Characters and control words that striprtf reads in two seconds: three times the longest code."""
_CONTROL = regex(r"\\[a-zA-Z]{1,32}-?\d{0,10} ?|\\'[0-9a-fA-F]{2}")
_MARK = regex(f"([{NOTE}{BOX}])(\\d{{1,7}}){END}")
_CELL_END = regex(f"{CELL}|{ROW}(\\d{{1,7}}){END}")
_LEFT_OVER = regex(f"[{NOTE}{BOX}{CELL}{ROW}{END}]")
_LABEL = regex(r"^[ \xa0]*(\S{1,12}?)[ \u3000]?\t")
"""The number of a list, which is followed by a tab."""
_TOLD = (
    ("pict", "images", "文件里有 {} 幅图片，其中的文字没有读入。"),
    ("object", "embedded", "文件里嵌有 {} 个其他文件或对象，其中的内容没有读入。"),
    ("deleted", "revisions", "文件里有修订痕迹：按接受全部修订读入，删去的文字没有读入。"),
    ("annotation", "comments", "文件里有 {} 条批注，没有读入。"),
    ("hidden", "hidden-text", "文件里有 {} 处隐藏的文字，没有读入。"),
)


class RtfImporter:
    """Reads Rich Text Format."""

    format = "rtf"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are RTF."""
        return data[:64].lstrip().startswith(_BEGINS)

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the paragraphs and tables; raises UnreadableDocumentError."""
        if len(data) > _LARGEST or data.count(b"\\") > 2 * _MOST_WORDS:
            raise _too_much(name)
        try:
            source = source_of(data.decode("latin-1").lstrip())
            rtf = source.text()
            if _is_too_much(rtf):
                raise _too_much(name)
            return _extract(source, _stripped(rtf).split(BETWEEN))
        except TooMuchError as error:
            raise _too_much(name) from error
        except (ValueError, OverflowError, LookupError, RecursionError) as error:
            raise UnreadableDocumentError(
                f"“{name}”已经损坏，读不出来。", "请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"
            ) from error


def _too_much(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"“{name}”太大或嵌套太深，不像是一份文件。", "请检查是否选错了文件。"
    )


def _is_too_much(rtf: str) -> bool:
    if rtf.count("\\") > _MOST_WORDS:
        return True
    return len(rtf) > _MOST_SIGNS and len(_CONTROL.sub("", rtf)) > _MOST_SIGNS


def _stripped(rtf: str) -> str:
    from striprtf.striprtf import rtf_to_text

    words: str = rtf_to_text(  # type: ignore[no-untyped-call]  # striprtf is untyped
        rtf, encoding="gb18030", errors="replace"
    )
    joined = words.encode("utf-16-le", "surrogatepass")  # rare characters come in two halves
    return joined.decode("utf-16-le", "ignore")


def _extract(source: Source, texts: list[str]) -> Extract:
    if len(texts) != len(source.stories):
        raise ValueError
    stories = _Stories(source, texts)
    writer = TextWriter()
    for block in stories.blocks(texts[-1]):
        if isinstance(block, str):
            writer.paragraph(block)
        else:
            writer.table(block)
    for number, note in enumerate(source.notes):
        writer.paragraph(f"注{_sign(number)}：{stories.words(note)}")
    for what, code, message in _TOLD:
        if source.counts[what]:
            writer.notice(code, message.format(source.counts[what]))
    return writer.extract([stories.words(one) for one in (*source.boxes, *source.outside)])


def _sign(number: int) -> str:
    sign = circled(number + 1)
    return f"〔{sign}〕" if sign.isascii() else sign


class _Stories:
    """The texts of all stories, and how they belong to each other."""

    def __init__(self, source: Source, texts: list[str]) -> None:
        self._source = source
        self._texts = texts

    def words(self, story: int) -> str:
        """Give a story as plain words."""
        return words_of(list(self.blocks(self._texts[story]))).strip()

    def blocks(self, text: str) -> Iterator[Block]:
        """Give paragraphs and tables; a text box stands before the paragraph that holds it."""
        rows: list[tuple[list[str], RowShape]] = []
        cells: list[str] = []
        at = 0
        for end in _CELL_END.finditer(text):
            before, paragraph, words = text[at : end.start()].rpartition("\n")
            at = end.end()
            if paragraph:  # be it a blank one
                yield from self._table(rows)
                yield from self._paragraphs(before)
                rows = []
            if end[1] is None:
                cells.append(words)
            else:
                rows.append((cells, self._shape(int(end[1]))))
                cells = []
        yield from self._table([*rows, (cells, RowShape())] if cells else rows)
        yield from self._paragraphs(text[at:])

    def _shape(self, number: int) -> RowShape:
        shapes = self._source.shapes
        return shapes[number] if number < len(shapes) else RowShape()

    def _paragraphs(self, text: str) -> Iterator[str]:
        for line in text.replace(PARAGRAPH, "\n").split("\n"):
            if not line:  # of which there may be very many
                yield line
                continue
            words, boxes = self._unmarked(line)
            yield from boxes
            yield _labelled(words)

    def _table(self, rows: list[tuple[list[str], RowShape]]) -> Iterator[Block]:
        """Give the table of some rows, or what is in it when it is but a frame."""
        rows = [(cells, shape) for cells, shape in rows if cells]
        inside = [
            [one for paragraph in self._paragraphs(cell) if (one := paragraph.strip(BLANKS))]
            for cells, _shape in rows
            for cell in cells
        ]
        frame = framed(inside) if inside else []
        if frame is not None:
            yield from frame
            return
        words = iter(inside)
        yield cells_of(
            [([WITHIN_CELL.join(next(words)) for _ in cells], shape) for cells, shape in rows]
        )

    def _unmarked(self, line: str) -> tuple[str, list[str]]:
        """Give a line with its notes' signs, and the words of its text boxes."""
        boxes: list[str] = []

        def mark(found: re.Match[str]) -> str:
            number = int(found[2])
            if found[1] == NOTE:
                return _sign(number) if number < len(self._source.notes) else ""
            if number < len(self._source.boxes):
                boxes.append(self.words(self._source.boxes[number]))
            return ""

        return _LEFT_OVER.sub("", _MARK.sub(mark, line)), [one for one in boxes if one]


def _labelled(line: str) -> str:
    """Give a paragraph with the number of its list as it is typed by hand."""
    label = _LABEL.match(line)
    if label is None:
        return line.strip(" ")
    return spaced(label[1].rstrip("\u3000"), line[label.end() :].strip(" "))
