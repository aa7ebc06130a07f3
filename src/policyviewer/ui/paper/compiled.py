"""A compilation made ready for paper: its title, its table of contents, its parts with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from policyviewer.app.compiled_parts import CompiledPiece
from policyviewer.app.sources import cited_line, in_words, source_line
from policyviewer.domain.compilations import CompiledPart, PartState
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.collector import resting_collector
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.manuscript import LONGEST_TITLE, manuscript
from policyviewer.ui.paper.paging import Page, Pager, Placed, PlacedLines
from policyviewer.ui.paper.paragraphs import Paragraph, Part, PrintedTable, Style, plain
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.styles import (
    COMPILED_DATE,
    COMPILED_TITLE,
    CONTENTS_ENTRY,
    CONTENTS_HEADING,
    PART_HEADING,
    PIECE_HEADING,
    SOURCE,
    TITLE_SIZE,
)
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.reader.title_lines import title_lines
from policyviewer.ui.translation import tr

_STATES = {
    PartState.CHANGED: "收入后原文有改动，以上为现在的文字",
    PartState.DELETED: "原文已删去，以上为收入时的文字",
    PartState.GONE: "文库中已没有这份文件，以上为收入时的文字",
}
_NEVER_KEPT = "（文库中已没有这份文件，未能收入全文。）"
CONTENTS = "目　录"
"""The heading of the table of contents: what stands on paper is Chinese in every window."""


@dataclass(frozen=True, slots=True)
class CompiledWish:
    """What the user wants put together."""

    title: str
    pieces: tuple[CompiledPiece, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A compilation before it has pages; entries of the table of contents are numbered."""

    front: tuple[Paragraph, ...]
    """Title and date."""
    contents: tuple[Paragraph, ...]
    body: tuple[Part, ...]


def compiled(wish: CompiledWish) -> Manuscript:
    """Give the paragraphs of a compilation; raises UserError where it has no part."""
    if all(one.present.part.target is None for one in wish.pieces):
        raise UserError(tr("汇编里还没有内容。"), tr("请先把条款或文件收入汇编，再导出。"))
    contents: list[Paragraph] = []
    body: list[Part] = []
    inside = False
    for number, piece in enumerate(wish.pieces):
        heading = piece.present.part.target is None
        inside = inside or heading
        level = 0 if heading or not inside else 1
        first, rest = _parts(piece, wish.today)
        name = piece.present.name
        fresh = bool(body) and _begins_page(wish.pieces, number)
        first = replace(first, bookmark=name, level=level, entry=number, new_page=fresh)
        body.append(first)
        body += (_deeper(one, level) for one in rest)
        contents.append(_entry(name, number, level, heading=heading))
    return Manuscript(_front(wish), tuple(contents), tuple(body))


def laid_out_compilation(wish: CompiledWish, ctx: JobContext) -> Print:
    """Give the pages of a compilation, with the numbers of pages in its table of contents.

    Raises UserError where it has no part.
    """
    faces = PrintFaces()
    pager = Pager(Typesetter(faces))
    heading = plain(CONTENTS, CONTENTS_HEADING, Face.HEITI)
    with resting_collector():
        made = compiled(wish)
        pager.add([*made.front, heading, *made.contents])
        first, *rest = made.body
        body = [_on_new_page(first), *rest]
        pager.add(body, lambda done: ctx.step(done, len(body)))
    return Print(wish.title, _numbered(pager.pages), (), faces.substitutions)


def pages_of(pages: Sequence[Page]) -> dict[int, int]:
    """Give the numbers of the pages on which what the contents list begins."""
    return {
        one.paragraph.entry: page.number
        for page in reversed(pages)
        for one in page.placed
        if isinstance(one, PlacedLines)
        if one.paragraph.entry is not None and not _is_entry(one)
    }


def _numbered(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Give the pages with the numbers in the table of contents."""
    found = pages_of(pages)

    def told(one: Placed) -> Placed:
        if not isinstance(one, PlacedLines) or not _is_entry(one):
            return one
        number = found.get(one.paragraph.entry or 0, 0)
        return replace(one, paragraph=replace(one.paragraph, tail=str(number)))

    return tuple(replace(page, placed=tuple(map(told, page.placed))) for page in pages)


def _is_entry(one: Placed) -> bool:
    return isinstance(one, PlacedLines) and bool(one.paragraph.tail)


def _front(wish: CompiledWish) -> tuple[Paragraph, ...]:
    until = f"（资料截至{in_words(wish.today)}）"
    lines = title_lines(wish.title, TextRange(0, len(wish.title)), LONGEST_TITLE)
    titles = [plain(one.of(wish.title), COMPILED_TITLE, Face.TITLE) for one in lines]
    titles = [*(replace(one, style=replace(one.style, below=0)) for one in titles)]
    return (*titles, plain(until, COMPILED_DATE, Face.KAITI))


def _entry(name: str, number: int, level: int, *, heading: bool) -> Paragraph:
    style = replace(CONTENTS_ENTRY, left=level)
    made = plain(name, style, Face.HEITI if heading else Face.BODY)
    return replace(made, entry=number, tail="0")


def _begins_page(pieces: Sequence[CompiledPiece], number: int) -> bool:
    """Say whether a part begins a page: a document does, and a heading with one below it."""
    part = pieces[number].present.part
    if part.target is None:
        behind = pieces[number + 1 : number + 2]
        return any(one.present.part.is_whole for one in behind)
    before = pieces[number - 1].present.part
    return part.is_whole and before.target is not None


def _parts(piece: CompiledPiece, today: date) -> tuple[Paragraph, list[Part]]:
    """Give how a part begins, and the rest of it."""
    present, outline = piece.present, piece.outline
    part = present.part
    if part.target is None:
        return plain(part.heading, PART_HEADING, Face.TITLE), []
    source = plain(_source(piece, today), SOURCE, Face.KAITI)
    heading = plain(present.name, PIECE_HEADING, Face.HEITI)
    if outline is None or present.span is None:
        return heading, [*_kept(part), source]
    words = manuscript(outline, None if part.is_whole else present.span)
    if not part.is_whole or not any(map(is_title, words)) or isinstance(words[0], PrintedTable):
        return heading, [*words, source]
    return words[0], [*words[1:], source]


def is_title(part: Part) -> bool:
    """Say whether a paragraph is a line of a document's title."""
    return isinstance(part, Paragraph) and part.style.size == TITLE_SIZE


def _kept(part: CompiledPart) -> Iterator[Paragraph]:
    """Give the words as they were when they were taken in."""
    words = part.target.quote.exact if part.target is not None else ""
    lines = [one.strip() for one in words.splitlines() if one.strip()] or [_NEVER_KEPT]
    return (plain(line, Style()) for line in lines)


def _source(piece: CompiledPiece, today: date) -> str:
    present = piece.present
    target = present.part.target
    state = _STATES.get(present.state, "")
    told = "，".join(filter(None, (f"截至{in_words(today)}", present.standing, state)))
    if piece.outline is None or present.span is None:
        return cited_line(target.citation if target else "", told)
    return source_line(piece.outline, None if present.part.is_whole else present.span, told)


def _deeper(part: Part, by: int) -> Part:
    """Give a paragraph whose bookmark lies below that of the part; titles are the part's own."""
    if not isinstance(part, Paragraph) or not part.bookmark:
        return part
    return replace(part, bookmark="" if part.level == 0 else part.bookmark, level=part.level + by)


def _on_new_page(part: Part) -> Part:
    return replace(part, new_page=True) if isinstance(part, Paragraph) else part
