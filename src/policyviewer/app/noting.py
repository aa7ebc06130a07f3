"""All annotations as they are looked through: by document or folder, narrowed down by what one
asks for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from policyviewer.app.note_columns import Facet, in_order
from policyviewer.app.note_stock import key_of
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.search.folding import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask: TypeAlias = NDArray[np.bool_]

OPEN_STATES = (AnchorState.TEXT_CHANGED, AnchorState.TEXT_DELETED)
"""The states in which annotations have lost their words."""
_BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What annotations must have; nothing is asked for where a part is empty."""

    words: str = ""
    kinds: frozenset[AnnotationKind] = frozenset()
    colours: frozenset[Colour] = frozenset()
    tags: frozenset[str] = frozenset()
    states: frozenset[AnchorState] = frozenset()
    since: str = ""
    """The ISO date from which they were changed."""
    documents: frozenset[DocumentId] = frozenset()
    authors: frozenset[str] = frozenset()
    until: str = ""
    """The ISO date up to which they were changed, that day too."""

    @property
    def narrow(self) -> bool:
        """Say whether anything besides the kind is asked for."""
        parts = (self.words, self.colours, self.tags, self.states, self.since, self.until)
        return any(parts) or bool(self.documents or self.authors)


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Annotations of one document in the order of its text, or bookmarks of one folder in that
    of the user.
    """

    name: str
    annotations: tuple[Annotation, ...]
    gone: bool = False
    """Their document is not in the library."""
    document: DocumentId | None = None
    """None for a folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and of everything of these kinds: how much there is, and what it has."""

    groups: tuple[NoteGroup, ...] = ()
    count: int = 0
    total: int = 0
    open: int = 0
    """Those of all that have lost their words."""
    tags: tuple[str, ...] = ()
    """The most frequent first, and so are the other two."""
    documents: tuple[tuple[DocumentId, str], ...] = ()
    """Those with annotations, with their titles."""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """The annotations of some kinds, with what is told of them all."""

    mask: Mask
    total: int
    open: int
    tags: tuple[str, ...]
    documents: tuple[tuple[DocumentId, str], ...]
    authors: tuple[str, ...]


class Notebook:
    """Annotations in their order and with what they are narrowed down by, worked out once and in
    arrays, so that a hundred thousand are narrowed down while one types.
    """

    def __init__(
        self,
        annotations: Collection[Annotation],
        titles: Mapping[DocumentId, str],
        states: Mapping[AnnotationId, AnchorState],
        key: Callable[[Annotation], str] = key_of,
    ) -> None:
        self._annotations = in_order(annotations)
        self._titles = titles
        self._states = states
        self._key = key
        self._parts: dict[frozenset[AnnotationKind], _Part] = {}

    def found(self, wanted: Wanted, *, by_folder: bool = False) -> Found:
        """Give what has all that is wanted, the documents with the newest annotations first."""
        part = self._part(wanted.kinds)
        indices = self._chosen(part.mask, wanted)
        chosen: list[Annotation] = self._annotations[indices].tolist()
        return Found(
            groups=_by_folder(chosen) if by_folder else self._by_document(indices, chosen),
            count=len(chosen),
            total=part.total,
            open=part.open,
            tags=part.tags,
            documents=part.documents,
            authors=part.authors,
        )

    def _part(self, kinds: frozenset[AnnotationKind]) -> _Part:
        known = self._parts.get(kinds)
        if known is None:
            mask = self._kinds.any_of(kinds or self._kinds.values)
            inside: list[Annotation] = self._annotations[mask].tolist()
            documents = self._documents.frequent(mask)
            known = self._parts[kinds] = _Part(
                mask,
                len(inside),
                int((mask & self._state_of.any_of(OPEN_STATES)).sum()),
                _frequent(tag for one in inside for tag in one.tags),
                tuple(self._named(DocumentId(name)) for name in documents),
                self._authors.frequent(mask),
            )
        return known

    def _chosen(self, mask: Mask, wanted: Wanted) -> NDArray[np.int64]:
        """Give the indices of what has all that is wanted, asking only for what is."""
        asked: tuple[tuple[Collection[str], Callable[[], Facet]], ...] = (
            (wanted.colours, lambda: self._colours),
            (wanted.states, lambda: self._state_of),
            (wanted.documents, lambda: self._documents),
            (wanted.authors, lambda: self._authors),
        )
        for values, facet in asked:
            if values:
                mask = mask & facet().any_of(values)
        for tag in wanted.tags:
            mask = mask & self._tagged(tag)
        if wanted.since:
            mask = mask & (self._times >= _midnight(wanted.since))
        if wanted.until:
            mask = mask & (self._times < _midnight(wanted.until) + 86_400)
        for word in wanted.words.split():
            mask = mask & self._having(fold(word))
        return mask.nonzero()[0]

    def _tagged(self, tag: str) -> Mask:
        import numpy as np

        mask = np.zeros(len(self._annotations), bool)
        mask[self._by_tag.get(tag, [])] = True
        return mask

    def _having(self, key: str) -> Mask:
        """Tell which annotations have a word, in one walk through the words of all."""
        import numpy as np

        words, ends = self._words
        places = [found.start() for found in re.finditer(re.escape(key), words)]
        mask = np.zeros(len(ends), bool)
        mask[ends.searchsorted(places, side="right")] = True
        return mask

    def _by_document(
        self, indices: NDArray[np.int64], chosen: Sequence[Annotation]
    ) -> tuple[NoteGroup, ...]:
        """Give neighbours of one document as a group."""
        bounds = [*self._documents.changes(indices), len(chosen)]
        return tuple(self._group(tuple(chosen[a:b])) for a, b in pairwise(bounds))

    def _named(self, document: DocumentId) -> tuple[DocumentId, str]:
        title = self._titles.get(document)
        if title is None:
            first = self._documents.any_of([document]).argmax()
            title = str(self._annotations[first].target.title)
        return document, title

    def _group(self, notes: tuple[Annotation, ...]) -> NoteGroup:
        target = notes[0].target
        title = self._titles.get(target.document)
        return NoteGroup(title or target.title, notes, title is None, target.document)

    @cached_property
    def _kinds(self) -> Facet:
        return Facet([one.kind for one in self._annotations.tolist()])

    @cached_property
    def _colours(self) -> Facet:
        return Facet([one.colour for one in self._annotations.tolist()])

    @cached_property
    def _documents(self) -> Facet:
        return Facet([one.target.document for one in self._annotations.tolist()])

    @cached_property
    def _authors(self) -> Facet:
        return Facet([one.author for one in self._annotations.tolist()])

    @cached_property
    def _state_of(self) -> Facet:
        known, still = self._states, AnchorState.IN_PLACE
        return Facet([known.get(one.id, still) for one in self._annotations.tolist()])

    @cached_property
    def _by_tag(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self._annotations.tolist()):
            for tag in one.tags:
                found.setdefault(tag, []).append(at)
        return found

    @cached_property
    def _times(self) -> NDArray[np.float64]:
        import numpy as np

        return np.array([one.modified.timestamp() for one in self._annotations.tolist()], float)

    @cached_property
    def _words(self) -> tuple[str, NDArray[np.int64]]:
        """Give the words of all annotations one behind the other, and where each one's end."""
        import numpy as np

        keys = [self._key(one) + _BETWEEN for one in self._annotations.tolist()]
        return "".join(keys), np.cumsum([len(key) for key in keys])


def _frequent(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _count in Counter(values).most_common())


def _midnight(day: str) -> float:
    """Give when a day begins in the time of this place, in seconds."""
    return datetime.fromisoformat(day).astimezone().timestamp()


def _by_folder(chosen: Sequence[Annotation]) -> tuple[NoteGroup, ...]:
    """Give bookmarks by folder, those in none last; new ones stand behind those put in order."""
    groups: dict[str, list[Annotation]] = {}
    for one in chosen:
        groups.setdefault(one.folder, []).append(one)
    names = sorted(groups, key=lambda name: (not name, name))
    return tuple(
        NoteGroup(
            name,
            tuple(sorted(groups[name], key=lambda one: (not one.rank, one.rank, one.created))),
        )
        for name in names
    )
