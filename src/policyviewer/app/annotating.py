"""The user's bookmarks, highlights and notes: every change is committed before it returns."""

from __future__ import annotations

import getpass
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from policyviewer.app.placing import PlacedAnnotation, PlacingService
from policyviewer.app.undoing import Change, Left, Step, Steps
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
from policyviewer.domain.tags import clean_tags
from policyviewer.storage.annotations import AnnotationStore, Changes

KEPT = timedelta(days=90)
"""For so long the trash keeps what was deleted."""
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user wants to keep about a stretch of a document."""

    kind: AnnotationKind
    span: TextRange
    colour: Colour = Colour.YELLOW
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that was taken back or made again; ``left`` are its annotations that stayed as they
    are, because they have been changed otherwise since.
    """

    name: str
    left: int = 0


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
        steps: Steps | None = None,
    ) -> None:
        self._store = store
        self._placing = placing
        self._steps = Steps() if steps is None else steps
        self._author = author
        self._now = now
        self._new_id = new_id

    @property
    def author(self) -> str:
        """Give by what name the user signs what is made from now on."""
        return self._author

    def sign(self, author: str) -> None:
        """Take another name for the user; "" is that of the account."""
        self._author = author or account_name()

    def former_texts(self, annotation: AnnotationId) -> list[tuple[datetime, str]]:
        """Give what a note said before, with the times of writing, the oldest first."""
        return self._store.former_texts(annotation)

    def former_targets(self, annotation: AnnotationId) -> list[tuple[datetime, str, str]]:
        """Give what an annotation was about before, with the times of the changes, the oldest
        first: the provision and the words.
        """
        return self._store.former_targets(annotation)

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
        self._steps.add(Step("添加", (Change(None, annotation),)))
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
        """Change the words of a note; a highlight that gets words becomes a note.

        Words that were written by other ways since (a package, a second program) go into the
        history of the note, as those of an earlier sitting do.
        """

        def written(old: Annotation) -> Annotation:
            noted = old.kind is AnnotationKind.HIGHLIGHT and text
            return replace(old, text=text, kind=AnnotationKind.NOTE if noted else old.kind)

        return self._change("修改批注", annotation, written)

    def recolour(self, annotation: AnnotationId, colour: Colour) -> Annotation:
        """Give a highlight another colour."""
        return self._change("更换颜色", annotation, lambda old: replace(old, colour=colour))

    def tag(self, annotation: AnnotationId, tags: Iterable[str]) -> Annotation:
        """Give an annotation other tags; blanks and doubles are dropped."""
        clean = clean_tags(tags)
        return self._change("修改标签", annotation, lambda old: replace(old, tags=clean))

    def retag(
        self, name: str, tag: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]
    ) -> int:
        """Change the tags of all annotations that have a tag, in one step with a name; give how
        many they were.
        """
        having = self._store.tagged(tag)
        self._change_all(name, having, lambda old: replace(old, tags=change(old.tags)))
        return len(having)

    def arrange(self, bookmarks: Sequence[AnnotationId], folder: str) -> None:
        """Put bookmarks into a folder, in this order; "" is no folder."""
        ranks = {name: float(rank) for rank, name in enumerate(bookmarks, start=1)}
        name = folder.strip()
        self._change_all(
            "排列书签", bookmarks, lambda old: replace(old, folder=name, rank=ranks[old.id])
        )

    def delete(self, annotation: AnnotationId) -> None:
        """Put an annotation into the trash."""
        self.delete_all([annotation])

    def delete_all(self, annotations: Iterable[AnnotationId]) -> None:
        """Put annotations into the trash, in one step."""
        now = self._now()
        self._change_all("删除", annotations, lambda old: replace(old, deleted=now))

    def undelete_all(self, annotations: Iterable[AnnotationId]) -> None:
        """Take annotations out of the trash again."""
        self._change_all("恢复", annotations, lambda old: replace(old, deleted=None))

    def put_on(self, annotation: AnnotationId, document: Document, span: TextRange) -> Annotation:
        """Put an annotation on words of the present text; what it was about before is kept."""
        target = _target(document, span)
        return self._change("重新定位", annotation, lambda old: replace(old, target=target))

    def take_in(self, received: Sequence[Received]) -> Merge:
        """Merge annotations that came from a colleague or a copy, in one step; give the outcome."""
        with self._store.changing():
            mine = {one.id: one for one in self._store.all(include_deleted=True)}
            bases = self._store.bases()
            found = merge(mine, received, bases)
            changes = [Change(mine.get(one.id), one) for one in found.kept]
            self._store.save_all(found.kept)
            self._store.set_bases({one.id: one.modified for one in found.kept})
        former = {one.id: bases.get(one.id) for one in found.kept}
        self._steps.add(Step("导入批注", tuple(changes), former))
        return found

    def bring_back(self, former: Iterable[Annotation]) -> int:
        """Give annotations the state that they had, in one step; give how many had another."""
        with self._store.changing():
            mine = {one.id: one for one in self._store.all(include_deleted=True)}
            changes = [
                Change(mine.get(one.id), replace(one, modified=self._later(mine.get(one.id))))
                for one in former
                if mine.get(one.id) != one
            ]
            self._store.save_all(one.after for one in changes)
        self._steps.add(Step("从备份恢复", tuple(changes)))
        return len(changes)

    def hand_out(self, annotations: Iterable[Annotation]) -> list[Received]:
        """Give annotations as they are handed to others."""
        bases = self._store.bases()
        return [Received(one, bases.get(one.id)) for one in annotations]

    def undo(self) -> Undone | None:
        """Take the last step back; None where there is none."""
        step = self._steps.last_done
        if step is None:
            return None
        now = self._now()
        undone = self._lead(
            step, lambda one, present: one.taken_back(present, now), step.bases, again=False
        )
        self._steps.took_back()
        return undone

    def redo(self) -> Undone | None:
        """Make the step again that was taken back last; None where there is none."""
        step = self._steps.last_undone
        if step is None:
            return None
        bases = {one.after.id: one.after.modified for one in step.changes if step.bases}
        undone = self._lead(step, Change.made_again, bases, again=True)
        self._steps.made_again()
        return undone

    def trash(self) -> list[Annotation]:
        """Give what was deleted, the last first."""
        return self._store.deleted()

    def empty_old_trash(self) -> int:
        """Delete for good what has been in the trash for KEPT; give how many they were.

        Time is counted to the user's last change: a clock that runs ahead by years must not empty
        the trash.
        """
        worked = self._store.last_change()
        return 0 if worked is None else self._store.purge(min(self._now(), worked) - KEPT)

    def get(self, annotation: AnnotationId) -> Annotation:
        """Give an annotation, also from the trash; raises StorageError when there is none."""
        return self._store.get(annotation)

    def all(self) -> list[Annotation]:
        """Give every annotation outside the trash."""
        return self._store.all()

    def changed_since(self, change: int) -> Changes:
        """Give what has changed since a change, also what went to the trash; all since 0."""
        return self._store.changed_since(change)

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
        """Give the bookmark that stands in a provision of the present text, if one does."""
        for one in self.of(document):
            here = one.anchor.span
            bookmark = one.annotation.kind is AnnotationKind.BOOKMARK
            if bookmark and here and provision.span.start <= here.start < provision.span.end:
                return one.annotation
        return None

    def leave(self, document: Document, placed: PlacedAnnotation) -> None:
        """Leave an annotation whose words were changed as it is, and ask no more about it."""
        self._placing.leave(document, placed)
        self._steps.add(Step("保留原样", (), left=(Left(document, placed),)))

    def _change(
        self, name: str, annotation: AnnotationId, change: Callable[[Annotation], Annotation]
    ) -> Annotation:
        """Change one annotation; give it as it is now."""
        return self._change_all(name, [annotation], change)[0]

    def _change_all(
        self,
        name: str,
        annotations: Iterable[AnnotationId],
        change: Callable[[Annotation], Annotation],
    ) -> list[Annotation]:
        """Change annotations as they are stored, in one step; give them as they are now.

        They are read and written in one transaction: a second program cannot come between.
        """
        with self._store.changing():
            old = self._store.some(list(annotations))
            changes = [
                Change(one, replace(new, modified=self._later(one)))
                for one in old
                if (new := change(one)) != one
            ]
            writing = len(changes) == 1 and self._steps.goes_on(changes[0])
            self._store.save_all((one.after for one in changes), writing=writing)
        self._steps.add(Step(name, tuple(changes)))
        known = {one.after.id: one.after for one in changes}
        return [known.get(one.id, one) for one in old]

    def _later(self, old: Annotation | None) -> datetime:
        """Give a time later than that of a former state, whatever the clock says: merging tells
        by it which state came after which.
        """
        now = self._now()
        return now if old is None else max(now, old.modified + _TICK)

    def _lead(
        self,
        step: Step,
        lead: Callable[[Change, Annotation | None], Annotation | None],
        bases: Mapping[AnnotationId, datetime | None],
        *,
        again: bool,
    ) -> Undone:
        """Take a step back or make it again, as far as nothing else has changed the same since."""
        with self._store.changing():
            names = [one.after.id for one in step.changes]
            present = {one.id: one for one in self._store.some(names, missing=True)}
            led = [(lead(one, present.get(one.after.id)), one) for one in step.changes]
            kept = [
                replace(new, modified=self._later(present.get(new.id)))
                for new, _change in led
                if new is not None
            ]
            self._store.save_all(kept)
            self._store.set_bases(bases)
            for one in step.left:
                self._placing.leave(one.document, one.placed, settled=again)
        deeds = [one.make_again() if again else one.take_back() for one in step.deeds]
        return Undone(step.name, left=len(led) - len(kept) + sum(deeds))


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
