"""The command that puts provisions and documents together into one Word document or PDF."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from policyviewer.app.collection import open_collection
from policyviewer.app.compiled_parts import NOT_STORED, CompiledPiece, PartReader, part_of
from policyviewer.app.library import LibraryService, section_of
from policyviewer.app.paths import AppPaths
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.compilations import CompiledPart


def compile_parts(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Write a compilation of what is named, in that order; missing typefaces are told."""
    from policyviewer.ui.paper.compiled import CompiledWish
    from policyviewer.ui.paper.compiled_files import write_compilation
    from policyviewer.ui.paper.job import told
    from policyviewer.ui.paper.offscreen import ready

    today = date.today()  # noqa: DTZ011  # the day the user lives in
    with open_collection(paths, terminal.context()) as collection:
        library = LibraryService(collection.shelves)
        reader = PartReader(library, today)
        pieces = tuple(_piece(one, library, reader) for one in options.references)
    with ready(paths):
        wish = CompiledWish(options.title, pieces, today)
        made = write_compilation(wish, options.out, terminal.context())
    if terminal.as_json:
        parts = [one.present.name for one in pieces]
        terminal.json({"out": str(options.out), "parts": parts, "pages": len(made.pages)})
        return 0
    count = sum(one.present.part.target is not None for one in pieces)
    terminal.text(f"已把 {count} 部分编成：{options.out}")
    if made.substitutions:
        terminal.text(told(made.substitutions))
    return 0


def _piece(reference: str, library: LibraryService, reader: PartReader) -> CompiledPiece:
    """Give what ``DOC#PROVISION`` or ``DOC`` means as a part; ``=WORDS`` is a heading."""
    if reference.startswith("="):
        return reader.read(CompiledPart(NOT_STORED, reference[1:].strip()))
    name, _mark, provision = reference.partition("#")
    document = library.open(library.find(name).id)
    span = section_of(document, provision) if provision else None
    return reader.read(part_of(document, span, ""))
