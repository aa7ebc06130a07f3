"""A print: what is wanted on paper, and the pages that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.exporting import put
from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.collector import resting_collector
from policyviewer.ui.paper.faces import PrintFaces, Substitution
from policyviewer.ui.paper.manuscript import manuscript
from policyviewer.ui.paper.notes import NotesPlace, PrintedNote, beside, end_notes, numbered
from policyviewer.ui.paper.paging import Page, Pager
from policyviewer.ui.paper.paragraphs import Part, plain
from policyviewer.ui.paper.pdf import pdf_of
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.styles import SOURCE
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What the user wants on paper."""

    outline: Outline
    """With the text as it is to be printed: as it stands, or restored."""
    source: str
    """The line that tells where the words come from."""
    span: TextRange | None = None
    """A selection or a section; None for all of the document."""
    notes: tuple[PlacedAnnotation, ...] = ()
    notes_place: NotesPlace = NotesPlace.NONE


def laid_out(wish: PrintWish, ctx: JobContext) -> Print:
    """Give the pages of what is wanted; ``ctx`` hears how far it is.

    Raises UserError when there is nothing to print.
    """
    outline = wish.outline
    span = wish.span or TextRange(0, len(outline.text))
    if not span.of(outline.text).strip():
        raise UserError(tr("没有可以打印的文字。"), tr("请先选中要打印的文字，或者打印整份文件。"))
    wanted = wish.notes_place is not NotesPlace.NONE
    notes = numbered(wish.notes, span) if wanted else ()
    faces = PrintFaces()
    typesetter = Typesetter(faces)
    with resting_collector():
        pager = Pager(typesetter)
        parts: list[Part] = [*manuscript(outline, wish.span)]
        parts.append(plain(wish.source, SOURCE, Face.KAITI))
        pager.add(parts, lambda done: ctx.step(done, len(parts)))
        pages = _with_notes(pager, notes, wish.notes_place, typesetter)
    return Print(outline.metadata.title, pages, notes, faces.substitutions)


def _with_notes(
    pager: Pager, notes: Sequence[PrintedNote], place: NotesPlace, typesetter: Typesetter
) -> tuple[Page, ...]:
    if place is not NotesPlace.MARGIN:
        pager.add(end_notes(notes))
        return pager.pages
    noted, cut = beside(pager.pages, notes, typesetter)
    before = len(noted)
    pager.add(end_notes(cut))
    behind = pager.pages
    with_them = [_both(one, other) for one, other in zip(noted, behind, strict=False)]
    return (*with_them, *behind[before:])


def _both(noted: Page, page: Page) -> Page:
    return Page(page.number, page.placed, noted.notes)


def save_pdf(made: Print, path: Path, ctx: JobContext) -> None:
    """Write a print as a PDF, in the place of a file that is there.

    Raises StorageError when the file cannot be written.
    """
    put(path, pdf_of(made, PrintFaces(), lambda done: ctx.step(done, len(made.pages))))


def write_pdf(wish: PrintWish, path: Path, ctx: JobContext) -> Print:
    """Lay out what is wanted and write it as a PDF; raises what the two raise."""
    made = laid_out(wish, ctx)
    save_pdf(made, path, ctx)
    return made


def told(substitutions: Sequence[Substitution]) -> str:
    """Give the sentence that announces missing typefaces; nothing where none is missing."""
    parts = [
        tr("{faces}未安装，用“{family}”代替").format(
            faces=tr("、").join(one.name for one in substitutions if one.family == family),
            family=family,
        )
        for family in dict.fromkeys(one.family for one in substitutions)
    ]
    return tr("{parts}。").format(parts=tr("；").join(parts)) if parts else ""
