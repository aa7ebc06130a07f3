"""The commands about the user's own work: notes and bookmarks."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from policyviewer.app import settings
from policyviewer.app.annotating import AnnotationService, Draft, account_name
from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.app.notes_files import export_notes, merged_text, read_notes
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacedAnnotation, PlacingService
from policyviewer.app.services import open_notes
from policyviewer.cli import shapes
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.annotations import AnchorState, AnnotationKind
from policyviewer.domain.errors import UnknownDocumentError
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database
from policyviewer.storage.placements import PlacementStore


def notes(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List every annotation, add a note, write notes into a file or take them in from one."""
    if options.action == "add":
        return _add(options, paths, terminal, AnnotationKind.NOTE)
    if options.action == "export":
        return _export(options, paths, terminal)
    if options.action == "import":
        return _import(options, paths, terminal)
    return _list(paths, terminal, frozenset(AnnotationKind))


def bookmarks(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List the bookmarks, or add one."""
    if options.action == "add":
        return _add(options, paths, terminal, AnnotationKind.BOOKMARK)
    return _list(paths, terminal, frozenset({AnnotationKind.BOOKMARK}))


def _add(options: Namespace, paths: AppPaths, terminal: Terminal, kind: AnnotationKind) -> int:
    name, _mark, provision = options.reference.partition("#")
    with (
        open_collection(paths, terminal.context()) as collection,
        closing(open_notes(paths)) as database,
    ):
        library = LibraryService(collection.shelves)
        document = library.open(library.find(name).id)
        whole = TextRange(0, len(document.outline.text))
        within = provision_of(document, provision).span if provision else whole
        service = annotation_service(database, library, paths)
        if kind is AnnotationKind.BOOKMARK:
            made = service.add(document, Draft(kind, within))
        else:
            draft = Draft(kind, within, text=options.text, tags=tuple(options.tag))
            made = service.add_quote(document, options.quote, within, draft)
    if terminal.as_json:
        terminal.json(shapes.annotation(made, AnchorState.IN_PLACE))
    else:
        terminal.text(f"已保存 {made.id}")
    return 0


def _list(paths: AppPaths, terminal: Terminal, kinds: frozenset[AnnotationKind]) -> int:
    with (
        open_collection(paths, terminal.context()) as collection,
        closing(open_notes(paths)) as database,
    ):
        library = LibraryService(collection.shelves)
        service = annotation_service(database, library, paths)
        listed = [one for one in _placed(service, library) if one.annotation.kind in kinds]
    if terminal.as_json:
        terminal.json([shapes.annotation(one.annotation, one.anchor.state) for one in listed])
        return 0
    for one in listed:
        mark = one.annotation
        terminal.text(f"{mark.id}  {mark.target.document}#{mark.target.provision}")
        terminal.text(f"    “{mark.target.quote.exact[:60]}” {mark.text}".rstrip())
    terminal.text(f"共 {len(listed)} 条")
    return 0


def _export(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    with (
        open_collection(paths, terminal.context()) as collection,
        closing(open_notes(paths)) as database,
    ):
        library = LibraryService(collection.shelves)
        document = library.find(options.document).id if options.document else None
        service = annotation_service(database, library, paths)
        wanted = [
            one
            for one in service.all()
            if document in (None, one.target.document) and set(options.tag) <= set(one.tags)
        ]
        count = export_notes(service.hand_out(wanted), options.out)
    if terminal.as_json:
        terminal.json({"exported": count, "file": str(options.out)})
    else:
        terminal.text(f"已导出 {count} 条到“{options.out}”")
    return 0


def _import(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    received = read_notes(options.source)
    with closing(open_notes(paths)) as database:
        found = local_service(database, paths).take_in(received)
    counts = {
        "new": len(found.new),
        "changed": len(found.changed),
        "conflicting": len(found.conflicting),
        "known": len(found.known),
    }
    if terminal.as_json:
        terminal.json(counts)
    else:
        terminal.text(merged_text(found))
    return 0


def _placed(service: AnnotationService, library: LibraryService) -> list[PlacedAnnotation]:
    """Give every annotation with its place; one whose document is gone is listed too."""
    placed: list[PlacedAnnotation] = []
    for name in dict.fromkeys(one.target.document for one in service.all()):
        try:
            placed += service.of(library.open(name))
        except UnknownDocumentError:
            placed += service.orphans(name)
    return placed


def local_service(database: Database, paths: AppPaths) -> AnnotationService:
    """Give the service of the notes alone: places in documents are not asked for."""
    store = AnnotationStore(database)
    return AnnotationService(store, PlacingService(store, PlacementStore(database)), _author(paths))


def annotation_service(
    database: Database, library: LibraryService, paths: AppPaths
) -> AnnotationService:
    """Give the service of the notes with their places in the documents of a library."""
    store = AnnotationStore(database)
    placing = PlacingService(store, PlacementStore(database), library.former)
    return AnnotationService(store, placing, _author(paths))


def _author(paths: AppPaths) -> str:
    return settings.load(paths.settings).author or account_name()
