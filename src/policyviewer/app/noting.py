"""All annotations as they are looked through: by document or folder, narrowed down by what one
asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import groupby

from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.search.folding import fold

OPEN_STATES = (AnchorState.TEXT_CHANGED, AnchorState.TEXT_DELETED)
"""The states in which annotations have lost their words."""


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

    @property
    def narrow(self) -> bool:
        """Say whether anything besides the kind is asked for."""
        return bool(self.words or self.colours or self.tags or self.states or self.since)


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Annotations of one document in the order of its text, or bookmarks of one folder in that
    of the user.
    """

    name: str
    annotations: tuple[Annotation, ...]
    gone: bool = False
    """Their document is not in the library."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and of everything of these kinds: how much there is, and its tags."""

    groups: tuple[NoteGroup, ...] = ()
    count: int = 0
    total: int = 0
    open: int = 0
    """Those of all that have lost their words."""
    tags: tuple[str, ...] = field(default=())
    """The most frequent first."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The annotations of some kinds by their indices, with what is told of them all."""

    indices: tuple[int, ...]
    open: int
    tags: tuple[str, ...]


class Notebook:
    """The annotations outside the trash, in their order and with the keys by which they are
    narrowed down: worked out once, so that a hundred thousand are narrowed down while one types.
    """

    def __init__(
        self,
        annotations: Iterable[Annotation],
        titles: Mapping[DocumentId, str],
        states: Mapping[AnnotationId, AnchorState],
    ) -> None:
        newest_first = tuple(annotations)
        names = dict.fromkeys(one.target.document for one in newest_first)
        documents = {name: at for at, name in enumerate(names)}
        self._annotations = sorted(
            newest_first,
            key=lambda one: (documents[one.target.document], one.target.span.start),
        )
        self._titles = titles
        self._states = states
        self._parts: dict[frozenset[AnnotationKind], _Part] = {}

    def found(self, wanted: Wanted, *, by_folder: bool = False) -> Found:
        """Give what has all that is wanted, the documents with the newest annotations first."""
        part = self._part(wanted.kinds)
        chosen = [self._annotations[at] for at in self._chosen(part.indices, wanted)]
        return Found(
            groups=_by_folder(chosen) if by_folder else self._by_document(chosen),
            count=len(chosen),
            total=len(part.indices),
            open=part.open,
            tags=part.tags,
        )

    def _part(self, kinds: frozenset[AnnotationKind]) -> _Part:
        known = self._parts.get(kinds)
        if known is None:
            pairs = [(n, one) for n, one in enumerate(self._annotations) if one.kind in kinds]
            if not kinds:
                pairs = list(enumerate(self._annotations))
            tags = Counter(tag for _at, one in pairs for tag in one.tags)
            known = self._parts[kinds] = _Part(
                tuple(at for at, _one in pairs),
                sum(self._state_of[at] in OPEN_STATES for at, _one in pairs),
                tuple(name for name, _count in tags.most_common()),
            )
        return known

    def _chosen(self, chosen: Iterable[int], wanted: Wanted) -> Iterable[int]:
        """Give the indices of what has all that is wanted, asking only for what is."""
        notes, states = self._annotations, self._state_of
        if wanted.colours:
            colours = tuple(wanted.colours)  # members are told apart by identity: hashing is slow
            chosen = [at for at in chosen if notes[at].colour in colours]
        for tag in wanted.tags:
            chosen = [at for at in chosen if tag in notes[at].tags]
        if wanted.states:
            asked = tuple(wanted.states)
            chosen = [at for at in chosen if states[at] in asked]
        if wanted.since:
            begins = datetime.fromisoformat(wanted.since).astimezone().timestamp()
            chosen = [at for at in chosen if self._times[at] >= begins]
        for word in wanted.words.split():
            key = fold(word)
            chosen = [at for at in chosen if key in self._keys[at]]
        return chosen

    def _by_document(self, chosen: Sequence[Annotation]) -> tuple[NoteGroup, ...]:
        return tuple(
            NoteGroup(
                self._titles.get(name) or group[0].target.title,
                group,
                gone=name not in self._titles,
            )
            for name, notes in groupby(chosen, key=lambda one: one.target.document)
            for group in (tuple(notes),)
        )

    @cached_property
    def _state_of(self) -> list[AnchorState]:
        known, still = self._states, AnchorState.IN_PLACE
        return [known.get(one.id, still) for one in self._annotations]

    @cached_property
    def _times(self) -> list[float]:
        return [one.modified.timestamp() for one in self._annotations]

    @cached_property
    def _keys(self) -> list[str]:
        """What words are looked for in; only words need it."""
        return [
            fold("\n".join((one.text, one.target.quote.exact, one.target.citation, *one.tags)))
            for one in self._annotations
        ]


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
