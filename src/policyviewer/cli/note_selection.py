"""Which annotations a command is about: by document, words, tag, colour, author, state and day."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UnknownDocumentError


@dataclass(frozen=True, slots=True)
class Selection:
    """Annotations with their places, and the titles of the library."""

    placed: list[PlacedAnnotation]
    titles: dict[DocumentId, str]


def selected(options: Namespace, service: AnnotationService, library: LibraryService) -> Selection:
    """Give the annotations that have all that the options ask for, the newest document first.

    Raises UnknownDocumentError where the document is not there.
    """
    from policyviewer.app.noting import Notebook, Wanted

    placed = _placed(service, library)
    titles = {one.id: one.metadata.title for one in library.documents()}
    states = {one.annotation.id: one.anchor.state for one in placed}
    notebook = Notebook([one.annotation for one in placed], titles, states)
    documents = [library.find(options.document).id] if options.document else []
    wanted = Wanted(
        words=options.words,
        kinds=frozenset(map(AnnotationKind, options.kind)),
        colours=frozenset(map(Colour, options.colour)),
        tags=frozenset(options.tag),
        states=frozenset(map(AnchorState, options.state)),
        since=options.since,
        documents=frozenset(documents),
        authors=frozenset(options.author),
        until=options.until,
    )
    by_id = {one.annotation.id: one for one in placed}
    groups = notebook.found(wanted).groups
    return Selection([by_id[one.id] for group in groups for one in group.annotations], titles)


def _placed(service: AnnotationService, library: LibraryService) -> list[PlacedAnnotation]:
    """Give every annotation with its place; one whose document is gone is listed too."""
    placed: list[PlacedAnnotation] = []
    for name in dict.fromkeys(one.target.document for one in service.all()):
        try:
            placed += service.of(library.open(name))
        except UnknownDocumentError:
            placed += service.orphans(name)
    return placed
