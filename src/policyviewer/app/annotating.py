"""The user's bookmarks, highlights and notes: every change is committed before it returns."""

from __future__ import annotations

import getpass
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from policyviewer.domain.anchoring import Anchor, anchor
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Target,
    quote_of,
)
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.provisions import Provision, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with the place where it stands in the present text."""

    annotation: Annotation
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user wants to keep about a stretch of a document."""

    kind: AnnotationKind
    span: TextRange
    colour: Colour = Colour.YELLOW
    text: str = ""
    tags: tuple[str, ...] = ()


def account_name() -> str:
    """Give the name of the account that runs the program, or a plain word when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "本机用户"


class AnnotationService:
    """Makes, changes and finds annotations."""

    def __init__(
        self,
        store: AnnotationStore,
        author: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        self._store = store
        self._author = author
        self._now = now
        self._new_id = new_id

    def add(self, document: Document, draft: Draft) -> Annotation:
        """Keep a new annotation and give it; committed when this returns.

        Raises StorageError when it cannot be kept; the caller still has the words then.
        """
        now = self._now()
        annotation = Annotation(
            id=AnnotationId(str(self._new_id())),
            author=self._author,
            kind=draft.kind,
            colour=draft.colour,
            text=draft.text,
            tags=draft.tags,
            target=_target(document, draft.span),
            created=now,
            modified=now,
        )
        self._store.save(annotation)
        return annotation

    def add_quote(
        self, document: Document, quote: str, within: TextRange, draft: Draft
    ) -> Annotation:
        """Keep an annotation on the first place within a range where the words stand.

        Raises UserError when they do not stand there.
        """
        at = document.outline.text.find(quote, within.start, within.end)
        if not quote or at < 0:
            raise UserError(
                f"这一处没有“{quote}”。",
                "引文要与原文逐字相同，可以用 policyviewer show 查看原文。",
            )
        return self.add(document, replace(draft, span=TextRange(at, at + len(quote))))

    def edit(self, annotation: AnnotationId, text: str) -> Annotation:
        """Change the words of a note; a highlight that gets words becomes a note."""
        old = self._store.get(annotation)
        kind = old.kind
        if kind is AnnotationKind.HIGHLIGHT and text:
            kind = AnnotationKind.NOTE
        return self._changed(replace(old, text=text, kind=kind))

    def recolour(self, annotation: AnnotationId, colour: Colour) -> Annotation:
        """Give a highlight another colour."""
        return self._changed(replace(self._store.get(annotation), colour=colour))

    def tag(self, annotation: AnnotationId, tags: Iterable[str]) -> Annotation:
        """Give an annotation other tags; blanks and doubles are dropped."""
        clean = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        return self._changed(replace(self._store.get(annotation), tags=clean))

    def delete(self, annotation: AnnotationId) -> None:
        """Put an annotation into the trash."""
        self._store.trash(annotation, self._now())

    def undelete(self, annotation: AnnotationId) -> None:
        """Take an annotation out of the trash again."""
        self._store.restore(annotation)

    def all(self) -> list[Annotation]:
        """Give every annotation outside the trash."""
        return self._store.all()

    def of(self, document: Document) -> list[PlacedAnnotation]:
        """Give the annotations of a document with their places, in the order of the text."""
        tiles = provisions(document.outline)
        placed = [
            PlacedAnnotation(one, _place(one.target, document, tiles))
            for one in self._store.of_document(document.id)
        ]
        return sorted(placed, key=_place_in_text)

    def orphans(self, document: DocumentId) -> list[PlacedAnnotation]:
        """Give the annotations of a document that is no longer in the library."""
        gone = Anchor(AnchorState.TEXT_DELETED, None, None)
        return [PlacedAnnotation(one, gone) for one in self._store.of_document(document)]

    def bookmark_at(self, document: Document, provision: Provision) -> Annotation | None:
        """Give the bookmark that a provision has, if it has one."""
        marks = (one.annotation for one in self.of(document) if one.anchor.span is not None)
        return next(
            (
                one
                for one in marks
                if one.kind is AnnotationKind.BOOKMARK and one.target.provision == provision.id
            ),
            None,
        )

    def _changed(self, annotation: Annotation) -> Annotation:
        changed = replace(annotation, modified=self._now())
        self._store.save(changed)
        return changed


def _target(document: Document, span: TextRange) -> Target:
    text = document.outline.text
    tile = next(
        tile
        for tile in provisions(document.outline)
        if tile.span.start <= span.start < tile.span.end
    )
    return Target(document.id, document.version, tile.id, span, quote_of(text, span))


def _place(target: Target, document: Document, tiles: tuple[Provision, ...]) -> Anchor:
    return anchor(target, document.outline.text, tiles)


def _place_in_text(placed: PlacedAnnotation) -> tuple[int, int]:
    """Sort by place; what has lost its place comes last."""
    span = placed.anchor.span
    return (0, span.start) if span is not None else (1, placed.annotation.target.span.start)
