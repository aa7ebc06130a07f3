"""Plans the page, line by line, anywhere in the text without looking at all of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from policyviewer.domain.dates import DATE
from policyviewer.domain.documents import (
    INSIDE,
    Component,
    ComponentKind,
    HeadingKind,
    Node,
    NodeClass,
    Outline,
)
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import BLANKS
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, Run, block_of
from policyviewer.ui.reader.grids import Item, TableGrids, blocks_of
from policyviewer.ui.reader.title_lines import LONGEST_LINE, title_in, title_lines

LONGEST_BLOCK = 4_000
"""Code points that Qt lays out in one go well within 50 ms."""

LONGEST_SIGNATURE = 24
MOST_SMALL_LINES = 24
"""Lines of dates and amendments that may stand between a title and its text."""

_FURNITURE = {
    ComponentKind.FRONT: BlockKind.CAPTION,
    ComponentKind.FURNITURE: BlockKind.CAPTION,
    ComponentKind.BACK: BlockKind.BACK,
    ComponentKind.TOC: BlockKind.TOC,
}
_KINDS = {
    NodeClass.PART: BlockKind.CHAPTER,
    NodeClass.SUBPART: BlockKind.CHAPTER,
    NodeClass.CHAPTER: BlockKind.CHAPTER,
    NodeClass.SECTION: BlockKind.SECTION,
    NodeClass.L1: BlockKind.L1,
    NodeClass.L2: BlockKind.L2,
    NodeClass.L3: BlockKind.L3,
    NodeClass.ARTICLE: BlockKind.ARTICLE,
}
_FACES = {
    NodeClass.PART: Face.HEITI,
    NodeClass.SUBPART: Face.HEITI,
    NodeClass.CHAPTER: Face.HEITI,
    NodeClass.SECTION: Face.HEITI,
    NodeClass.L1: Face.HEITI,
    NodeClass.ARTICLE: Face.HEITI,
    NodeClass.L2: Face.KAITI,
}
_YEAR = r"(?:[12]\d{3}|[一二三四五六七八九〇○零]{4})?"
_MONTH_DAY = r"年?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
_DATED = regex(rf"[(（]?{_YEAR}{_MONTH_DAY}")
_DATE_BRACKET = regex(rf"[(（]{_YEAR}{_MONTH_DAY}[^)）]*[)）]")
_DATE_ONLY = regex(rf"{_YEAR}{_MONTH_DAY}")
_CAPTION = regex(r"附\s*[件表图录]?\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?$")
_WORD = regex(rf"[^\n{BLANKS}]")
_BRACKETS = regex("[（(）)]")
_LONGEST_NOTE = 4_000
_SENTENCE_ENDS = "。；！？"
_TITLED = frozenset({ComponentKind.MAIN, ComponentKind.NOTICE, ComponentKind.ATTACHMENT})


def plan(outline: Outline) -> tuple[Block, ...]:
    """Give the whole page of a document."""
    page = PagePlan(outline)
    return tuple(blocks_of(page.items(0, page.lines)))


def note_after(text: str, end: int) -> TextRange | None:
    """Give the dated bracket below a title, which may go over many lines (题注)."""
    begins = _WORD.search(text, end)
    if begins is None or begins[0] not in "（(":
        return None
    depth = 0
    for sign in _BRACKETS.finditer(text, begins.start(), begins.start() + _LONGEST_NOTE):
        depth += 1 if sign[0] in "（(" else -1
        if depth == 0:
            note = TextRange(begins.start(), sign.end())
            return note if DATE.search(note.of(text)) else None
    return None


def _begun(components: Sequence[Component], at: int) -> Component | None:
    """Give the last of the components that begins at or before a code point."""
    index = bisect_right(components, at, key=lambda one: one.span.start) - 1
    return components[index] if index >= 0 else None


class PagePlan:
    """The page of one document, planned by stretches of its lines."""

    def __init__(self, outline: Outline, title_length: int = LONGEST_LINE) -> None:
        """``title_length`` are the characters of a title that stand on a line of the page."""
        self.title_length = title_length
        self._outline = outline
        self._text = outline.text
        self._starts = [0, *(match.end() for match in re.finditer("\n", outline.text))]
        components = sorted(outline.components, key=lambda one: one.span)
        self._components = [one for one in components if one.kind not in INSIDE]
        self._inside = [one for one in components if one.kind in INSIDE]
        self._titles = self._find_titles()
        self._notes = [
            note for title in self._titles if (note := note_after(outline.text, title.end))
        ]
        first = next((one.span.start for one in outline.nodes), len(outline.text))
        self._first_node = first
        self._tables = sorted(outline.tables, key=lambda one: one.span)
        self._grids: dict[int, TableGrids | None] = {}
        """The tables looked at so far, by their place among the tables."""

    @property
    def lines(self) -> int:
        """Give the number of lines of the text, blank ones too."""
        return len(self._starts)

    def line_at(self, at: int) -> int:
        """Give the line in which a code point stands."""
        return max(0, bisect_right(self._starts, at) - 1)

    def start_of(self, line: int) -> int:
        """Give the code point with which a line begins; past the last line, the text's end."""
        return self._starts[line] if line < self.lines else len(self._text)

    def items(self, first: int, last: int) -> list[Item]:
        """Give what begins in the lines ``first`` (included) to ``last`` (excluded).

        Rows that stand in one grid begin with the first of them.
        """
        return [item for line in range(first, last) for item in self._line(line)]

    def item_line(self, at: int) -> int:
        """Give the line with which the grid or paragraph of a code point begins."""
        line = self.line_at(at)
        grids = self._grids_of(line)
        return grids.first_of(line) if grids is not None else line

    def _find_titles(self) -> list[TextRange]:
        titles = []
        for component in self._components:
            if component.kind not in _TITLED:
                continue
            main = component.kind is ComponentKind.MAIN
            printed = self._outline.metadata.title_as_printed if main else ""
            span = component.span
            if component.kind is ComponentKind.ATTACHMENT:
                span = self._below_caption(span)
            found = title_in(self._text, span, printed) or title_in(
                self._text, span, component.title
            )
            if found is not None:
                titles.append(found)
        return titles

    def _below_caption(self, span: TextRange) -> TextRange:
        """Give an attachment without the line that numbers it, where it has one."""
        line = self.line_at(span.start)
        while line < self.lines - 1 and self._words(line).length == 0:
            line += 1
        captioned = _CAPTION.match(self._words(line).of(self._text))
        return TextRange(min(self.start_of(line + 1), span.end), span.end) if captioned else span

    def _grids_of(self, line: int) -> TableGrids | None:
        """Give the table in which a line is a row, if it can be set as one."""
        number = bisect_right(self._tables, self.start_of(line), key=lambda one: one.span.start) - 1
        if number < 0 or self.start_of(line) > self._tables[number].span.end:
            return None
        if number not in self._grids:
            first = self.line_at(self._tables[number].span.start)
            grids = TableGrids(self._text, self._tables[number], self._starts, first)
            self._grids[number] = grids if grids.sound else None
        return self._grids[number]

    def _line(self, line: int) -> Sequence[Item]:
        grids = self._grids_of(line)
        if grids is not None:
            return grids.items(line)
        span = self._words(line)
        if span.length == 0:
            return []
        component = self._component_at(span.start)
        kind = _FURNITURE.get(component.kind) if component is not None else None
        if component is not None and kind is BlockKind.BACK:
            first = not self._text[component.span.start : span.start].strip()
            kind = BlockKind.FIRST_BACK if first else kind
        if kind is not None:
            return _cut(self._text, block_of(kind, span, [], Face.BODY))
        title = next((one for one in self._titles if one.overlaps(span)), None)
        if title is not None:
            return self._title_blocks(span, title)
        return _cut(self._text, self._paragraph(line, span))

    def _words(self, line: int) -> TextRange:
        """Give the range of a line without its line break and the blanks around it."""
        start, end = self.start_of(line), self.start_of(line + 1)
        raw = self._text[start:end].rstrip(BLANKS + "\n")
        words = raw.lstrip(BLANKS)
        return TextRange(start + len(raw) - len(words), start + len(raw))

    def _component_at(self, at: int) -> Component | None:
        """Give the innermost component that holds a code point."""
        inside = _begun(self._inside, at)
        return inside if inside and at < inside.span.end else _begun(self._components, at)

    def _title_blocks(self, span: TextRange, title: TextRange) -> list[Block]:
        """Take a line apart into what is title, date in brackets and text."""
        inside = title.clipped(span) or span
        blocks = [
            block_of(BlockKind.TITLE, one, [], Face.TITLE)
            for one in title_lines(self._text, inside, self.title_length)
        ]
        rest = TextRange(inside.end, span.end)
        date = _DATE_BRACKET.match(self._text, rest.start, rest.end)
        if date is not None:
            under = TextRange(rest.start, date.end())
            blocks.append(block_of(BlockKind.UNDER_TITLE, under, [], Face.KAITI))
            rest = TextRange(date.end(), rest.end)
        words = rest.of(self._text)
        rest = TextRange(rest.start + len(words) - len(words.lstrip(BLANKS)), rest.end)
        if rest.length:
            blocks += _cut(self._text, block_of(BlockKind.BODY, rest, [], Face.BODY))
        return blocks

    def _paragraph(self, line: int, span: TextRange) -> Block:
        nodes = self._nodes_in(span)
        if nodes:
            faces = [Run(self._heading(one), _FACES.get(one.cls, Face.BODY)) for one in nodes]
            kind = _KINDS.get(nodes[0].cls, BlockKind.BODY)
            return block_of(kind, span, faces, Face.BODY)
        noted = any(note.overlaps(span) for note in self._notes)
        if noted or self._under_title(line, span):
            return block_of(BlockKind.UNDER_TITLE, span, [], Face.KAITI)
        return block_of(self._plain_kind(line, span), span, [], Face.BODY)

    def _nodes_in(self, span: TextRange) -> list[Node]:
        """Give the nodes whose printed marker or heading begins in a range."""
        nodes = self._outline.nodes
        first = bisect_left(nodes, span.start, key=lambda one: one.span.start)
        last = bisect_left(nodes, span.end, key=lambda one: one.span.start)
        return [one for one in nodes[first:last] if one.heading.length]

    def _heading(self, node: Node) -> TextRange:
        """Give the range set in the heading's typeface: a run-in heading with its full stop."""
        end = node.heading.end
        if node.heading_kind is HeadingKind.RUN_IN and self._text[end : end + 1] == "。":
            return TextRange(node.heading.start, end + 1)
        return node.heading

    def _under_title(self, line: int, span: TextRange) -> bool:
        """Say whether a line is one of the small ones right below a title."""
        if not self._titles or span.start >= self._first_node or not self._is_small(span):
            return False
        for _ in range(MOST_SMALL_LINES):
            above = self._line_above(line)
            if above is None:
                return False
            line = above
            words = self._words(above)
            if self._in_title(words):
                return True
            if not self._is_small(words):
                return False
        return False

    def _is_small(self, span: TextRange) -> bool:
        words = span.of(self._text)
        number = self._outline.metadata.document_number_as_printed
        return words == number or (
            words[-1] not in _SENTENCE_ENDS and _DATED.match(words) is not None
        )

    def _in_title(self, span: TextRange) -> bool:
        return any(one.overlaps(span) for one in self._titles)

    def _line_above(self, line: int) -> int | None:
        return next((one for one in range(line - 1, -1, -1) if self._words(one).length), None)

    def _line_below(self, line: int) -> int | None:
        below = range(line + 1, min(line + 6, self.lines))
        return next((one for one in below if self._words(one).length), None)

    def _plain_kind(self, line: int, span: TextRange) -> BlockKind:
        words = span.of(self._text)
        if words[-1] in ":：" and span.start < self._first_node and self._opens(line):
            return BlockKind.ADDRESSEE
        if _DATE_ONLY.fullmatch(words) or self._signs(line, words):
            return BlockKind.SIGNATURE
        return BlockKind.BODY

    def _opens(self, line: int) -> bool:
        """Say whether a line is the first one of the text below a title."""
        above = self._line_above(line)
        if above is None:
            return False
        words = self._words(above)
        return self._in_title(words) or self._under_title(above, words)

    def _signs(self, line: int, words: str) -> bool:
        """Say whether a short line without a full stop stands above a date that ends a text."""
        below = self._line_below(line)
        if below is None or len(words) > LONGEST_SIGNATURE or words[-1] in _SENTENCE_ENDS + ":：":
            return False
        return _DATE_ONLY.fullmatch(self._words(below).of(self._text)) is not None


def _cut(text: str, block: Block) -> list[Block]:
    """Cut a block that is too long to be laid out at once, at the ends of sentences."""
    blocks = [block]
    while blocks[-1].span.length > LONGEST_BLOCK:
        whole = blocks.pop()
        start = whole.span.start
        end = start + LONGEST_BLOCK
        stop = max(text.rfind(sign, start, end) for sign in _SENTENCE_ENDS)
        cut = stop + 1 if stop > start + LONGEST_BLOCK // 2 else end
        left, right = TextRange(start, cut), TextRange(cut, whole.span.end)
        rest = [Run(one.span, one.face) for one in whole.runs]
        blocks += [
            block_of(whole.kind, left, rest, Face.BODY),
            block_of(BlockKind.CONTINUED, right, rest, Face.BODY),
        ]
    return blocks
