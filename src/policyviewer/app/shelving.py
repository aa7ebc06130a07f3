"""The library as it is looked through: grouped by what one asks for, narrowed down by words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from policyviewer.app.groupings import Grouping
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.folders import Folder
from policyviewer.domain.levels import NAMES, Level, level_of
from policyviewer.domain.lifetimes import Lifetime, Lifetimes
from policyviewer.domain.standing import Standing
from policyviewer.domain.subjects import OTHER, subject_of
from policyviewer.search import initials
from policyviewer.search.folding import fold

Chosen = Mapping[Grouping, str]
"""Names of groups, one of a grouping, in all of which documents shall be."""
_NOTHING: Chosen = {}
COUNTED = tuple(one for one in Grouping if one is not Grouping.FOLDER)
"""What the documents themselves tell."""
LARGE = 2000
"""Documents from which a group is divided further: so many in one list are no help, and Qt
takes long to lay them out.
"""
UNKNOWN = ""
"""The name of the group of documents that lack what they are grouped by; it stands last."""


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that have something in common, and the groups into which they may be divided.

    ``name`` is the value itself: the year, the issuer, a Level, a Standing.
    """

    name: str
    documents: tuple[DocumentSummary, ...] = ()
    groups: tuple[Group, ...] = ()
    count: int = 0
    """Of documents, those of its groups included."""
    grouping: Grouping = Grouping.ISSUER
    """What its name is: a year, an issuer, …."""
    folder: Folder | None = None
    """The folder of the user that it is."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A library, grouped; ``standings`` has the documents of which something is to be told."""

    grouping: Grouping
    groups: tuple[Group, ...]
    standings: Mapping[DocumentId, Standing] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Give the number of documents."""
        return sum(one.count for one in self.groups)


class Catalogue:
    """The documents of a library with the keys by which they are narrowed down, made once."""

    def __init__(self, documents: Iterable[DocumentSummary], today: str) -> None:
        self._documents = tuple(documents)
        self._lifetimes = Lifetimes(self._documents)
        self._standings = self._lifetimes.standings(today)
        self._subjects: dict[str, str] = {}
        """By titles, worked out when they are first asked for."""

    @cached_property
    def _keys(self) -> list[str]:
        """What words are looked for in; folding costs a start 30 ms, which words alone need."""
        return [_key(one) for one in self._documents]

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(self._keys))

    @property
    def newest(self) -> str:
        """Give the date (ISO) of the newest document; empty where none has one."""
        return newest_of(self._documents)

    def lifetime(self, document: DocumentId) -> Lifetime:
        """Give when a document came into force, was amended, repealed, or lapses."""
        return self._lifetimes.of(document)

    def standing(self, document: DocumentId) -> Standing | None:
        """Give what is to be known before one relies on a document, None for most."""
        return self._standings.get(document)

    def __len__(self) -> int:
        return len(self._documents)

    def counts(self, chosen: Chosen) -> dict[Grouping, list[tuple[str, int]]]:
        """Give how many documents each group has, of those that are in all groups chosen; in the
        grouping of a choice itself the other groups are counted as if it were not made.
        """
        found: dict[Grouping, list[tuple[str, int]]] = {}
        for grouping in COUNTED:
            others = {name: value for name, value in chosen.items() if name is not grouping}
            documents = self._chosen(others)
            named = _divided(
                documents, self._name_of(grouping), grouping, newest_first=grouping is Grouping.YEAR
            )
            found[grouping] = [(one.name, one.count) for one in named]
        return found

    def arranged(
        self,
        grouping: Grouping,
        words: str = "",
        check: Callable[[], None] | None = None,
        chosen: Chosen = _NOTHING,
        folders: Sequence[Folder] = (),
    ) -> Arrangement:
        """Give the documents that have all words, or initials of their titles, in groups.

        ``check`` is called now and then, and may raise to end the work; ``chosen`` leaves out
        what is not in all of its groups; ``folders`` are those of the user.
        """
        wanted = {one.id for one in self._chosen(chosen)} if chosen else None
        matches = (
            [_matcher(word, self._characters) for word in fold(words).split()] if words else []
        )
        found: list[DocumentSummary] = []
        for number, one in enumerate(self._documents):
            if check is not None and number % 5000 == 0:
                check()
            if wanted is not None and one.id not in wanted:
                continue
            if all(match(self._keys[number]) for match in matches):
                found.append(one)
        groups = (
            _foldered(found, folders)
            if grouping is Grouping.FOLDER
            else self._grouped(found, grouping)
        )
        return Arrangement(grouping, groups, self._standings)

    def _chosen(self, chosen: Chosen) -> list[DocumentSummary]:
        names = [(self._name_of(grouping), value) for grouping, value in chosen.items()]
        return [one for one in self._documents if all(name(one) == value for name, value in names)]

    def _name_of(self, grouping: Grouping) -> Callable[[DocumentSummary], str]:
        if grouping is Grouping.STANDING:
            return lambda one: self._standings.get(one.id, UNKNOWN)
        if grouping is Grouping.SUBJECT:
            return self._subject
        return _NAMED[grouping]

    def _subject(self, one: DocumentSummary) -> str:
        title = one.metadata.title
        found = self._subjects.get(title)
        if found is None:
            found = self._subjects[title] = subject_of(title)
        return found

    def _grouped(
        self, documents: Sequence[DocumentSummary], grouping: Grouping
    ) -> tuple[Group, ...]:
        if grouping is Grouping.LEVEL:
            return _parted(_levels(documents))
        newest_first = grouping is Grouping.YEAR
        groups = _divided(documents, self._name_of(grouping), grouping, newest_first=newest_first)
        return _parted(groups)


def newest_of(documents: Iterable[DocumentSummary]) -> str:
    """Give the date (ISO) of the newest of documents; empty where none has one."""
    dates = (one.metadata.written or "" for one in documents)
    return max((date for date in dates if date[:4].isdecimal()), default="")


def _foldered(documents: Sequence[DocumentSummary], folders: Sequence[Folder]) -> tuple[Group, ...]:
    """Give a group for each folder, empty ones too, and one for what lies in none."""
    made: list[Group] = []
    lying: set[DocumentId] = set()
    for folder in folders:
        inside = tuple(one for one in documents if one.id in folder.documents)
        lying.update(one.id for one in inside)
        made.append(
            Group(folder.name, inside, count=len(inside), grouping=Grouping.FOLDER, folder=folder)
        )
    rest = tuple(one for one in documents if one.id not in lying)
    if rest:
        made.append(Group(UNKNOWN, rest, count=len(rest), grouping=Grouping.FOLDER))
    return _parted(made)


def _levels(documents: Sequence[DocumentSummary]) -> tuple[Group, ...]:
    """Give a group for each level, divided by issuers."""
    by_level = _divided(documents, _level, Grouping.LEVEL)
    order = [*Level, UNKNOWN]
    by_level = tuple(sorted(by_level, key=lambda one: order.index(one.name)))
    return tuple(
        replace(one, documents=(), groups=_divided(one.documents, _issuer, Grouping.ISSUER))
        if one.name != UNKNOWN
        else one
        for one in by_level
    )


def _parted(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Give groups, the large ones divided by years, or by issuers where they are years."""
    parted: list[Group] = []
    for one in groups:
        if one.groups:
            parted.append(replace(one, groups=_parted(one.groups)))
        elif one.count > LARGE and one.grouping is Grouping.YEAR:
            inside = _divided(one.documents, _issuer, Grouping.ISSUER)
            parted.append(replace(one, documents=(), groups=inside))
        elif one.count > LARGE:
            inside = _divided(one.documents, _year, Grouping.YEAR, newest_first=True)
            parted.append(replace(one, documents=(), groups=inside))
        else:
            parted.append(one)
    return tuple(parted)


def _divided(
    documents: Iterable[DocumentSummary],
    name_of: Callable[[DocumentSummary], str],
    grouping: Grouping,
    *,
    newest_first: bool = False,
) -> tuple[Group, ...]:
    """Give a group for each name: the largest first, or the newest; the unknown last."""
    groups: dict[str, list[DocumentSummary]] = {}
    for one in documents:
        groups.setdefault(name_of(one), []).append(one)
    names = sorted(groups, key=lambda name: (-len(groups[name]), name))
    if newest_first:
        names.sort(reverse=True)
    names.sort(key=lambda name: name in (UNKNOWN, OTHER))
    return tuple(
        Group(name, tuple(groups[name]), count=len(groups[name]), grouping=grouping)
        for name in names
    )


def _level(one: DocumentSummary) -> str:
    return level_of(one.metadata.issuers) or UNKNOWN


def _issuer(one: DocumentSummary) -> str:
    return one.metadata.issuers[0] if one.metadata.issuers else UNKNOWN


def _year(one: DocumentSummary) -> str:
    year = (one.metadata.written or "")[:4]
    return year if year.isdecimal() else UNKNOWN


def _kind(one: DocumentSummary) -> str:
    return one.metadata.kind or UNKNOWN


_NAMED = {
    Grouping.LEVEL: _level,
    Grouping.ISSUER: _issuer,
    Grouping.YEAR: _year,
    Grouping.KIND: _kind,
}


def level_name(name: str) -> str:
    """Give what a group of the levels is called."""
    return next((called for level, called in NAMES.items() if level == name), name)


def _key(one: DocumentSummary) -> str:
    data = one.metadata
    return fold("\n".join((one.title, data.document_number or "", *data.issuers)))


def _matcher(word: str, characters: Iterable[str]) -> Callable[[str], object]:
    """Give what says whether a key has a word, or characters of which it is the initials."""
    typed = initials.letters(word)
    if not typed:
        return lambda key: word in key
    pattern = re.compile(f"{re.escape(word)}|{initials.pattern(typed, characters)}")
    return pattern.search
