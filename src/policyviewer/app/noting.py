"""All annotations as they are looked through: by document or folder, narrowed down by what one
asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.search.folding import fold

OPEN_STATES = frozenset({AnchorState.TEXT_CHANGED, AnchorState.TEXT_DELETED})
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


class Notebook:
    """The annotations outside the trash with the keys by which they are narrowed down."""

    def __init__(
        self,
        annotations: Iterable[Annotation],
        titles: Mapping[DocumentId, str],
        states: Mapping[AnnotationId, AnchorState],
    ) -> None:
        self._annotations = tuple(annotations)
        self._titles = titles
        self._states = states

    def found(self, wanted: Wanted, *, by_folder: bool = False) -> Found:
        """Give what has all that is wanted, the groups with the newest annotations first."""
        inside = self._of_kinds(wanted.kinds)
        asked = [fold(word) for word in wanted.words.split()]
        chosen = [
            one
            for at, one in inside
            if self._has(one, wanted) and all(word in self._keys[at] for word in asked)
        ]
        tags = Counter(tag for _at, one in inside for tag in one.tags)
        return Found(
            groups=_by_folder(chosen) if by_folder else self._by_document(chosen),
            count=len(chosen),
            total=len(inside),
            open=sum(self._state(one) in OPEN_STATES for _at, one in inside),
            tags=tuple(name for name, _count in tags.most_common()),
        )

    def _of_kinds(self, kinds: Collection[AnnotationKind]) -> list[tuple[int, Annotation]]:
        pairs = enumerate(self._annotations)
        return [(at, one) for at, one in pairs if not kinds or one.kind in kinds]

    def _has(self, one: Annotation, wanted: Wanted) -> bool:
        return (
            (not wanted.colours or one.colour in wanted.colours)
            and wanted.tags <= set(one.tags)
            and (not wanted.states or self._state(one) in wanted.states)
            and (not wanted.since or one.modified.astimezone().date().isoformat() >= wanted.since)
        )

    def _state(self, one: Annotation) -> AnchorState:
        return self._states.get(one.id, AnchorState.IN_PLACE)

    def _by_document(self, chosen: Sequence[Annotation]) -> tuple[NoteGroup, ...]:
        groups: dict[DocumentId, list[Annotation]] = {}
        for one in chosen:
            groups.setdefault(one.target.document, []).append(one)
        return tuple(
            NoteGroup(
                self._titles.get(name) or group[0].target.title,
                tuple(sorted(group, key=lambda one: one.target.span)),
                gone=name not in self._titles,
            )
            for name, group in groups.items()
        )

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
