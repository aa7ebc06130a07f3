"""The command that sets a document, or a part of it, as a PDF."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from datetime import date

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService, section_of
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacedAnnotation, PlacingService
from policyviewer.app.services import open_notes
from policyviewer.app.sources import printed_on, source_line
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.documents import Document
from policyviewer.domain.lifetimes import Lifetimes
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore


def print_document(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Write a PDF of a document or a provision; missing typefaces are told."""
    from policyviewer.ui.paper.job import PrintWish, told, write_pdf
    from policyviewer.ui.paper.notes import NotesPlace
    from policyviewer.ui.paper.offscreen import ready

    name, _mark, provision = options.reference.partition("#")
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        document = library.open(library.find(name).id)
        span = section_of(document, provision) if provision else None
        lifetime = Lifetimes(library.documents()).of(document.id)
        place = NotesPlace(options.notes)
        notes = () if place is NotesPlace.NONE else _notes(document, library, paths)
    today = date.today()  # noqa: DTZ011  # the day the user lives in
    source = source_line(document.outline, span, printed_on(today, lifetime))
    wish = PrintWish(document.outline, source, span, notes, place)
    with ready(paths):
        made = write_pdf(wish, options.out, terminal.context())
    missing = {one.name: one.family for one in made.substitutions}
    if terminal.as_json:
        told_of = {"out": str(options.out), "pages": len(made.pages), "substitutions": missing}
        terminal.json(told_of)
        return 0
    terminal.text(f"已写好 {len(made.pages)} 页：{options.out}")
    if missing:
        terminal.text(told(made.substitutions))
    return 0


def _notes(
    document: Document, library: LibraryService, paths: AppPaths
) -> tuple[PlacedAnnotation, ...]:
    with closing(open_notes(paths)) as database:
        store = AnnotationStore(database)
        placing = PlacingService(store, PlacementStore(database), library.former)
        return tuple(placing.of(document))
