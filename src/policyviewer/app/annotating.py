"""The user's bookmarks, highlights and notes: every change is committed before it returns."""

from __future__ import annotations

import getpass
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from policyviewer.app.placing import PlacedAnnotation, PlacingService
from policyviewer.app.undoing import Change, Steps
from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Target,
    quote_of,
)
from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.merging import Merge, Received, merge
from policyviewer.domain.provisions import Provision, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore

KEPT = timedelta(days=90)
"""For so long the trash keeps what was deleted."""


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
        placing: PlacingService,
        author: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        self._store = store
        self._placing = placing
        self._steps = Steps()
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
        self._do("添加", [Change(None, annotation)])
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
        return self._changed("修改批注", old, replace(old, text=text, kind=kind))

    def recolour(self, annotation: AnnotationId, colour: Colour) -> Annotation:
        """Give a highlight another colour."""
        old = self._store.get(annotation)
        return self._changed("更换颜色", old, replace(old, colour=colour))

    def tag(self, annotation: AnnotationId, tags: Iterable[str]) -> Annotation:
        """Give an annotation other tags; blanks and doubles are dropped."""
        old = self._store.get(annotation)
        clean = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        return self._changed("修改标签", old, replace(old, tags=clean))

    def arrange(self, bookmarks: Sequence[AnnotationId], folder: str) -> None:
        """Put bookmarks into a folder, in this order; "" is no folder."""
        now = self._now()
        changes: list[Change] = []
        for rank, name in enumerate(bookmarks, start=1):
            old = self._store.get(name)
            new = replace(old, folder=folder.strip(), rank=float(rank), modified=now)
            if (old.folder, old.rank) != (new.folder, new.rank):
                changes.append(Change(old, new))
        self._do("排列书签", changes)

    def delete(self, annotation: AnnotationId) -> None:
        """Put an annotation into the trash."""
        self.delete_all([annotation])

    def delete_all(self, annotations: Iterable[AnnotationId]) -> None:
        """Put annotations into the trash, in one step."""
        now = self._now()
        old = [self._store.get(one) for one in annotations]
        self._do("删除", [Change(one, replace(one, deleted=now, modified=now)) for one in old])

    def undelete_all(self, annotations: Iterable[AnnotationId]) -> None:
        """Take annotations out of the trash again."""
        now = self._now()
        old = [self._store.get(one) for one in annotations]
        self._do("恢复", [Change(one, replace(one, deleted=None, modified=now)) for one in old])

    def put_on(self, annotation: AnnotationId, document: Document, span: TextRange) -> Annotation:
        """Put an annotation on words of the present text; what it was about before is kept."""
        old = self._store.get(annotation)
        return self._changed("重新定位", old, replace(old, target=_target(document, span)))

    def take_in(self, received: Sequence[Received]) -> Merge:
        """Merge annotations that came from a colleague or a copy, in one step; give the outcome."""
        mine = {one.id: one for one in self._store.all(include_deleted=True)}
        found = merge(mine, received, self._store.bases())
        self._do("导入批注", [Change(mine.get(one.id), one) for one in found.kept])
        self._store.know_bases(found.kept)
        return found

    def bring_back(self, former: Iterable[Annotation]) -> int:
        """Give annotations the state that they had, in one step; give how many had another."""
        now = self._now()
        mine = {one.id: one for one in self._store.all(include_deleted=True)}
        differing = [
            replace(one, modified=now)
            for one in former
            if one.id not in mine or mine[one.id] != one
        ]
        self._do("从备份恢复", [Change(mine.get(one.id), one) for one in differing])
        return len(differing)

    def hand_out(self, annotations: Iterable[Annotation]) -> list[Received]:
        """Give annotations as they are handed to others."""
        bases = self._store.bases()
        return [Received(one, bases.get(one.id)) for one in annotations]

    def undo(self) -> str | None:
        """Take the last step back; give its name, None where there is none."""
        step = self._steps.back()
        if step is None:
            return None
        now = self._now()
        self._store.save_all(
            replace(one.before, modified=now) if one.before else replace(one.after, deleted=now)
            for one in step.changes
        )
        return step.name

    def redo(self) -> str | None:
        """Make the step again that was taken back last; give its name, None where there is none."""
        step = self._steps.again()
        if step is None:
            return None
        now = self._now()
        self._store.save_all(replace(one.after, modified=now) for one in step.changes)
        return step.name

    def trash(self) -> list[Annotation]:
        """Give what was deleted, the last first."""
        return self._store.deleted()

    def empty_old_trash(self) -> int:
        """Delete for good what has been in the trash for KEPT; give how many they were."""
        return self._store.purge(self._now() - KEPT)

    def get(self, annotation: AnnotationId) -> Annotation:
        """Give an annotation, also from the trash; raises StorageError when there is none."""
        return self._store.get(annotation)

    def all(self) -> list[Annotation]:
        """Give every annotation outside the trash."""
        return self._store.all()

    def of(self, document: Document) -> list[PlacedAnnotation]:
        """Give the annotations of a document with their places, in the order of the text."""
        return self._placing.of(document)

    def documents(self) -> dict[DocumentId, str]:
        """Give the documents that have annotations, with the titles they had."""
        return self._store.documents()

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

    def _changed(self, name: str, old: Annotation, new: Annotation) -> Annotation:
        changed = replace(new, modified=self._now())
        self._do(name, [Change(old, changed)])
        return changed

    def _do(self, name: str, changes: Sequence[Change]) -> None:
        """Keep what changes lead to, all or none, and know how to take them back."""
        self._store.save_all(one.after for one in changes)
        self._steps.add(name, changes)


def _target(document: Document, span: TextRange) -> Target:
    text = document.outline.text
    tile = next(
        tile
        for tile in provisions(document.outline)
        if tile.span.start <= span.start < tile.span.end
    )
    return Target(
        document.id,
        document.version,
        tile.id,
        span,
        quote_of(text, span),
        document.outline.metadata.title,
        Citations(document.outline).of(tile.id),
    )
