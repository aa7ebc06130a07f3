"""A document, or a stretch of it, made ready for paper: what the reader's plan says, in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policyviewer.domain.documents import ComponentKind, Outline
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.measures import COLUMNS
from policyviewer.ui.paper.paragraphs import Align, Paragraph, Part, Style
from policyviewer.ui.paper.styles import ATTACHMENT, STYLES, TITLES
from policyviewer.ui.paper.tables import printed_table
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, block_of
from policyviewer.ui.reader.grids import Grid
from policyviewer.ui.reader.plan import PagePlan
from policyviewer.ui.reader.table_widths import ems
from policyviewer.ui.reader.title_lines import title_lines

LONGEST_TITLE = 20
"""Characters of 2号 in a line."""
_LEVELS = {
    BlockKind.TITLE: 0,
    BlockKind.CHAPTER: 1,
    BlockKind.L1: 1,
    BlockKind.SECTION: 2,
}
_LONGEST_BOOKMARK = 40
_CAPTION = regex(r"附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?")


def manuscript(outline: Outline, span: TextRange | None = None) -> list[Part]:
    """Give what is to be printed of a document: all of it, or what a range holds.

    Rows of tables are printed whole, with the rows that are laid out together with them.
    """
    span = span or TextRange(0, len(outline.text))
    plan = PagePlan(outline)
    first, last = plan.item_line(span.start), plan.line_at(max(span.start, span.end - 1))
    items = [one for one in plan.items(first, last + 1) if one.span.overlaps(span)]
    parts: list[Part] = []
    for _, group in groupby(items, key=lambda one: isinstance(one, Grid)):
        some = list(group)
        grids = [one for one in some if isinstance(one, Grid)]
        blocks = [_clipped(one, span) for one in some if isinstance(one, Block)]
        parts += _tables(outline.text, grids)
        parts += _paragraphs(outline.text, blocks)
    return _on_own_pages(parts, outline)


def _clipped(block: Block, span: TextRange) -> Block:
    inside = block.span.clipped(span) or block.span
    return block if inside == block.span else block_of(block.kind, inside, [*block.runs], Face.BODY)


def _tables(text: str, grids: Sequence[Grid]) -> Iterator[Part]:
    """Give the tables that neighbouring grids make; a first grid begins another one."""
    table: list[Grid] = []
    for grid in grids:
        if grid.first and table:
            yield printed_table(text, table)
            table = []
        table.append(grid)
    if table:
        yield printed_table(text, table)


def _paragraphs(text: str, blocks: Sequence[Block]) -> Iterator[Paragraph]:
    whole = _titled(text, _joined(text, blocks))
    for kind, group in groupby(whole, key=lambda one: "title" if one.kind in TITLES else one.kind):
        some = list(group)
        styles = [STYLES[one.kind] for one in some]
        if kind is BlockKind.SIGNATURE:
            styles = _signed([one.span.of(text) for one in some])
        elif kind == "title":
            styles = [*(replace(one, below=0) for one in styles[:-1]), styles[-1]]
        elif kind is BlockKind.FIRST_BACK:
            styles = [replace(styles[0], above=1), *styles[1:]]
        made = [_paragraph(text, *one) for one in zip(some, styles, strict=True)]
        if kind == "title":
            made = [_marked_once(made), *(replace(one, bookmark="") for one in made[1:])]
        yield from made


def _marked_once(lines: Sequence[Paragraph]) -> Paragraph:
    """Give the first line of a title as the bookmark of all of it."""
    return replace(lines[0], bookmark="".join(one.words for one in lines if one.bookmark))


def _joined(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the paragraphs that the screen cuts in pieces, and titles of one line, as wholes."""
    kept: Block | None = None
    for block in blocks:
        if kept is not None and _goes_on(text, kept, block):
            runs = [*kept.runs, *block.runs]
            kept = block_of(
                kept.kind, TextRange(kept.span.start, block.span.end), runs, runs[0].face
            )
            continue
        if kept is not None:
            yield kept
        kept = block
    if kept is not None:
        yield kept


def _goes_on(text: str, block: Block, other: Block) -> bool:
    if other.kind is BlockKind.CONTINUED:
        return True
    title = block.kind is other.kind is BlockKind.TITLE
    return title and "\n" not in text[block.span.end : other.span.start]


def _titled(text: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """Give titles in lines that fit the paper."""
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            for line in title_lines(text, block.span, LONGEST_TITLE):
                yield block_of(BlockKind.TITLE, line, [], Face.TITLE)
        else:
            yield block


def _signed(lines: Sequence[str]) -> list[Style]:
    """Give how the lines of a signature are set: two characters from the right, and the date two
    further to the right than the name above it (section 7.3.5.2).
    """
    style = STYLES[BlockKind.SIGNATURE]
    styles = [style if number == 0 else replace(style, above=0) for number in range(len(lines))]
    if len(lines) > 1:
        name, day = map(ems, lines[-2:])
        room = COLUMNS - style.right
        left = min(room - name, room - day - 2)
        if left >= 0:
            for back, more in ((-2, 0), (-1, 2)):
                styles[back] = replace(styles[back], align=Align.LEFT, left=left + more, right=0)
    return styles


def _paragraph(text: str, block: Block, style: Style) -> Paragraph:
    start = block.span.start
    words = block.span.of(text)
    level = _LEVELS.get(block.kind)
    heading = block.runs[0].span.of(text) if block.runs else words
    made = Paragraph(
        words, tuple((run.span.end - start, run.face) for run in block.runs), style, start
    )
    if level is None:
        return made
    whole = words == heading
    style = replace(style, keeps=style.keeps or (whole and block.kind is not BlockKind.TITLE))
    called = heading.rstrip("。")[:_LONGEST_BOOKMARK]
    return replace(made, style=style, bookmark=called, level=level)


def _on_own_pages(parts: Sequence[Part], outline: Outline) -> list[Part]:
    """Let attachments begin new pages, and a text that a notice hands out (section 7.3.4)."""
    notice = any(one.kind is ComponentKind.NOTICE for one in outline.components)
    apart = {ComponentKind.ATTACHMENT} | ({ComponentKind.MAIN} if notice else set())
    starts = [(one.span.start, one.kind) for one in outline.components if one.kind in apart]
    starts.sort(reverse=True)
    made: list[Part] = []
    for part in parts:
        at = part.at if isinstance(part, Paragraph) else None
        if at is None or not starts or at < starts[-1][0]:
            made.append(part)
            continue
        kind = starts[-1][1]
        while starts and at >= starts[-1][0]:
            kind = starts.pop()[1]
        made.append(_begun(part, kind) if made else part)
    return made


def _begun(part: Part, kind: ComponentKind) -> Part:
    if not isinstance(part, Paragraph):
        return part
    captioned = kind is ComponentKind.ATTACHMENT and _CAPTION.fullmatch(part.words)
    return replace(part, new_page=True, style=ATTACHMENT if captioned else part.style)
