"""The services of one run, built once and handed to whoever needs them."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService, account_name
from policyviewer.app.citing import CitationService
from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.comparing import ComparingService
from policyviewer.app.compiling import CompilationService
from policyviewer.app.foldering import FolderService
from policyviewer.app.importing import ImportService
from policyviewer.app.keeping import KeepingService
from policyviewer.app.library import LibraryService
from policyviewer.app.naming import NamingService
from policyviewer.app.opening import OpeningService
from policyviewer.app.overlaps import Shelves
from policyviewer.app.packs.service import PackService
from policyviewer.app.paths import AppPaths
from policyviewer.app.placing import PlacingService
from policyviewer.app.recent import RecentService
from policyviewer.app.removing import RemovalService
from policyviewer.app.search_history import SearchHistory
from policyviewer.app.searching import SearchService
from policyviewer.app.settings import Settings
from policyviewer.app.settling import SettlingService
from policyviewer.app.suggesting import SuggestionService
from policyviewer.app.tagging import TagService
from policyviewer.app.tasking import TaskService
from policyviewer.app.undoing import Steps
from policyviewer.app.watching import WatchService
from policyviewer.domain.errors import DamagedDatabaseError, DamagedNotesError
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.compilations import CompilationStore
from policyviewer.storage.correspondences import CorrespondenceStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.folders import FolderStore
from policyviewer.storage.placements import PlacementStore
from policyviewer.storage.reading import ReadingStore
from policyviewer.storage.searches import SearchStore
from policyviewer.storage.tags import TagStore
from policyviewer.storage.task_progress import TaskProgressStore


@dataclass(frozen=True, slots=True)
class Services:
    """All that the window does, without the window."""

    paths: AppPaths
    library: LibraryService
    importing: ImportService
    opening: OpeningService
    watching: WatchService
    searching: SearchService
    citing: CitationService
    comparing: ComparingService
    compiling: CompilationService
    folders: FolderService
    history: SearchHistory
    suggesting: SuggestionService
    annotating: AnnotationService
    settling: SettlingService
    tagging: TagService
    reading: ReadingStore
    recent: RecentService
    keeping: KeepingService
    tasking: TaskService
    packs: PackService
    removing: RemovalService
    naming: NamingService
    notes: Database
    collection: Collection

    def close(self) -> None:
        """Close index and databases; nothing of the services may be used afterwards."""
        self.searching.close()
        self.naming.close()
        self.collection.close()
        self.notes.close()


def open_notes(paths: AppPaths) -> Database:
    """Open the database of notes and check it.

    Raises DamagedNotesError when it is broken (see :mod:`policyviewer.app.rescue`) and
    StorageError when it cannot be used.
    """
    notes = Database(paths.notes, Schema.NOTES)
    try:
        notes.check()
    except DamagedDatabaseError as error:
        notes.close()
        raise DamagedNotesError(error.text, error.hint) from error
    return notes


def build_services(paths: AppPaths, settings: Settings, ctx: JobContext | None = None) -> Services:
    """Open the notes, the library and its index; raises what the two openings raise."""
    with ExitStack() as opened:
        notes = opened.enter_context(closing(open_notes(paths)))
        collection = opened.enter_context(open_collection(paths, ctx))
        opened.pop_all()  # from here on Services.close does it
    importing = ImportService(collection.own, stored=collection.shelves.look_again)
    searching = SearchService(collection.shelves)
    history = SearchHistory(SearchStore(notes))
    library = LibraryService(collection.shelves)
    reading = ReadingStore(notes)
    annotations = AnnotationStore(notes)
    steps = Steps()
    placing = PlacingService(annotations, PlacementStore(notes), library.former)
    annotating = AnnotationService(
        annotations, placing, settings.author or account_name(), steps=steps
    )
    return Services(
        paths=paths,
        library=library,
        citing=CitationService(library, collection.shelves),
        comparing=ComparingService(library, CorrespondenceStore(notes)),
        compiling=CompilationService(CompilationStore(notes), library, steps=steps),
        folders=FolderService(FolderStore(notes)),
        importing=importing,
        opening=OpeningService(collection.shelves),
        watching=WatchService(collection.own, importing, paths.drive),
        searching=searching,
        history=history,
        suggesting=SuggestionService(collection.shelves, history, searching.words),
        annotating=annotating,
        settling=SettlingService(library, annotating, placing),
        tagging=TagService(TagStore(notes), annotating),
        reading=reading,
        recent=RecentService(library, reading, collection.own),
        keeping=KeepingService(notes, paths.backups, annotating),
        tasking=TaskService(
            TaskProgressStore(notes),
            library.former,
            lambda name: library.title(name) is not None,
        ),
        packs=PackService(
            paths,
            annotating.documents,
            lambda: [one.id for one in collection.own.documents.names()],
        ),
        removing=RemovalService(
            collection.own,
            lambda: _look_again(collection.shelves, searching),
            worked=next((when for _name, when in reading.last_read(1)), None),
        ),
        naming=NamingService(collection.shelves, paths.cache),
        notes=notes,
        collection=collection,
    )


def _look_again(shelves: Shelves, searching: SearchService) -> None:
    """Let documents that came into view, or went out of it, be found or not."""
    shelves.look_again()
    searching.refresh()
