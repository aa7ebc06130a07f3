"""The commands about the user's own work: notes and bookmarks."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from policyviewer.app import settings
from policyviewer.app.annotating import AnnotationService, Draft, account_name
from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.app.marked_clauses import marked_clauses
from policyviewer.app.note_statistics import statistics_of
from policyviewer.app.notes_files import (
    FOR_PEOPLE,
    KIND_NAMES,
    export_notes,
    merged_text,
    read_notes,
)
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacedAnnotation, PlacingService, still
from policyviewer.app.present_citations import with_present_citations
from policyviewer.app.services import open_notes
from policyviewer.app.settling import SettlingService
from policyviewer.app.tagging import TagService
from policyviewer.cli import note_shapes
from policyviewer.cli.note_selection import selected
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database
from policyviewer.storage.placements import PlacementStore
from policyviewer.storage.tags import TagStore


def notes(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Do one of the things that can be done with annotations."""
    if options.action == "add":
        return _add(options, paths, terminal, AnnotationKind.NOTE)
    deeds: dict[str, Deed] = {
        "list": _list,
        "export": _export,
        "import": _import,
        "read": _read,
        "stats": _statistics,
        "history": _history,
        "tags": _tags,
    }
    with _opened(paths, terminal) as desk:
        return deeds[options.action](options, desk, terminal)


def bookmarks(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List the bookmarks, or add one."""
    if options.action == "add":
        return _add(options, paths, terminal, AnnotationKind.BOOKMARK)
    options.kind = [AnnotationKind.BOOKMARK.value]
    with _opened(paths, terminal) as desk:
        return _list(options, desk, terminal)


def _add(options: Namespace, paths: AppPaths, terminal: Terminal, kind: AnnotationKind) -> int:
    name, _mark, provision = options.reference.partition("#")
    with _opened(paths, terminal) as desk:
        library = desk.library
        document = library.open(library.find(name).id)
        whole = TextRange(0, len(document.outline.text))
        within = provision_of(document, provision).span if provision else whole
        if kind is AnnotationKind.BOOKMARK:
            made = desk.annotating.add(document, Draft(kind, within))
        else:
            draft = Draft(kind, within, text=options.text, tags=tuple(options.tag))
            made = desk.annotating.add_quote(document, options.quote, within, draft)
    if terminal.as_json:
        terminal.json(note_shapes.annotation(PlacedAnnotation(made, still(made.target))))
    else:
        terminal.text(f"已保存 {made.id}")
    return 0


def _list(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    listed = selected(options, desk.annotating, desk.library).placed
    if terminal.as_json:
        terminal.json([note_shapes.annotation(one) for one in listed])
        return 0
    for one in listed:
        mark = one.annotation
        tags = "".join(f" #{tag}" for tag in mark.tags)
        provision = one.anchor.provision or mark.target.provision
        terminal.text(f"{mark.id}  {mark.target.document}#{provision}{tags}")
        terminal.text(f"    “{mark.target.quote.exact[:60]}” {mark.text}".rstrip())
    terminal.text(f"共 {len(listed)} 条")
    return 0


def _export(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    wanted = [one.annotation for one in selected(options, desk.annotating, desk.library).placed]
    if options.out.suffix.lower() in FOR_PEOPLE:
        wanted = with_present_citations(wanted, desk.library, desk.annotating)
    count = export_notes(desk.annotating.hand_out(wanted), options.out)
    if terminal.as_json:
        terminal.json({"exported": count, "file": str(options.out)})
    else:
        terminal.text(f"已导出 {count} 条到“{options.out}”")
    return 0


def _import(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    read = read_notes(options.source)
    found = desk.annotating.take_in(read.received)
    desk.settling.bring_home()
    counts = {
        "new": len(found.new),
        "changed": len(found.changed),
        "conflicting": len(found.conflicting),
        "known": len(found.known),
        "trashed": len(found.trashed),
        "unreadable": read.unreadable,
    }
    if terminal.as_json:
        terminal.json(counts)
    else:
        terminal.text(merged_text(found, read.unreadable))
    return 0


def _read(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    chosen = selected(options, desk.annotating, desk.library).placed
    wanted = [one.annotation.id for one in chosen]
    clauses = marked_clauses(desk.library, desk.annotating, wanted)
    if terminal.as_json:
        terminal.json([note_shapes.marked_clause(one) for one in clauses])
        return 0
    for clause in clauses:
        terminal.text(clause.citation or f"《{clause.title}》")
        for line in clause.text.splitlines():
            terminal.text(f"    {line.strip()}")
        for mark in clause.marks:
            if mark.annotation.text:
                terminal.text(f"    * {mark.annotation.text}（{mark.annotation.author}）")
    terminal.text(f"共 {len(clauses)} 条")
    return 0


def _statistics(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    chosen = selected(options, desk.annotating, desk.library)
    states = {one.annotation.id: one.anchor.state for one in chosen.placed}
    counted = statistics_of([one.annotation for one in chosen.placed], chosen.titles, states)
    if terminal.as_json:
        terminal.json([note_shapes.statistics(one) for one in counted])
        return 0
    for one in counted[1:]:
        kinds = "，".join(f"{KIND_NAMES[kind]} {count}" for kind, count in one.kinds.items())
        terminal.text(f"{one.title}：{kinds}" + (f"，原文已变 {one.open}" if one.open else ""))
    terminal.text(f"共 {counted[0].total} 条，{len(counted) - 1} 份文件")
    return 0


def _history(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    found = [one for one in desk.annotating.all() if one.id.startswith(options.id)]
    if len(found) != 1:
        what = "可以指多条批注" if found else "没有对应的批注"
        raise UserError(f"“{options.id}”{what}。", "用 policyviewer notes list 可以看到编号。")
    (one,) = found
    texts = [*desk.annotating.former_texts(one.id), (one.modified, one.text)]
    if terminal.as_json:
        terminal.json([{"modified": when.isoformat(), "note": text} for when, text in texts])
        return 0
    for when, text in texts:
        terminal.text(f"{when.astimezone():%Y-%m-%d %H:%M}  {text}")
    return 0


def _tags(options: Namespace, desk: Desk, terminal: Terminal) -> int:
    tagging = desk.tagging
    if options.rename:
        tagging.rename(*options.rename)
    if options.remove:
        tagging.remove(options.remove)
    if options.colour:
        tag, colour = options.colour
        if colour not in set(Colour):
            raise UserError(f"没有“{colour}”这种颜色。", f"可以是 {'、'.join(Colour)}。")
        tagging.recolour(tag, Colour(colour))
    tags = tagging.tags()
    if terminal.as_json:
        listed = [{"tag": one.name, "count": one.count, "colour": one.colour} for one in tags]
        terminal.json(listed)
        return 0
    for one in tags:
        terminal.text(f"{one.name}  {one.count}")
    terminal.text(f"共 {len(tags)} 个标签")
    return 0


@dataclass(frozen=True, slots=True)
class Desk:
    """The services that the commands about notes need."""

    library: LibraryService
    annotating: AnnotationService
    settling: SettlingService
    tagging: TagService


Deed = Callable[[Namespace, Desk, Terminal], int]


@contextmanager
def _opened(paths: AppPaths, terminal: Terminal) -> Iterator[Desk]:
    with (
        open_collection(paths, terminal.context()) as collection,
        closing(open_notes(paths)) as database,
    ):
        yield desk_of(collection, database, paths)


def desk_of(collection: Collection, database: Database, paths: AppPaths) -> Desk:
    """Give the services over an open library and open notes."""
    library = LibraryService(collection.shelves)
    store = AnnotationStore(database)
    placing = PlacingService(store, PlacementStore(database), library.former)
    annotating = AnnotationService(store, placing, _author(paths))
    settling = SettlingService(library, annotating, placing)
    return Desk(library, annotating, settling, TagService(TagStore(database), annotating))


def local_service(database: Database, paths: AppPaths) -> AnnotationService:
    """Give the service of the notes alone: places in documents are not asked for."""
    store = AnnotationStore(database)
    return AnnotationService(store, PlacingService(store, PlacementStore(database)), _author(paths))


def _author(paths: AppPaths) -> str:
    return settings.load(paths.settings).author or account_name()
