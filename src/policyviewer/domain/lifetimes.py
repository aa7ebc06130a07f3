"""The life of a document: when it was made, came into force, was amended, repealed, or lapses.

Its own clauses tell the first and the last day in force; what amends or repeals it are other
documents of the library. A repeal or an amendment counts from the day on which the document that
says so is in force itself, as the 《立法法》 has it; where its text names no such day, from its
own date. Where a date is missing nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.patterns import regex
from policyviewer.domain.standing import Standing
from policyviewer.domain.text import without_marks
from policyviewer.domain.title_index import keys_of, plain_title

_HANDED_OUT = regex("(?:印发|发布|公布)(.{4,})的通知$")


class EventKind(IntEnum):
    """What happened, in the order in which the events of one day are told."""

    WRITTEN = 1
    PUBLISHED = 2
    EFFECTIVE = 3
    """The first day in force."""
    AMENDED = 4
    REPEALED = 5
    EXPIRES = 6
    """The last day in force, by the text itself."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a document on a day (ISO), by its own words or another's."""

    day: str
    kind: EventKind
    by: DocumentId | None = None
    title: str = ""
    """Of the document that amends or repeals."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The events of a document in their order."""

    events: tuple[Event, ...] = ()

    def standing_on(self, day: str) -> Standing | None:
        """Give what is to be known of the document on a day (ISO), None for nothing."""
        if self._happened(EventKind.REPEALED, day):
            return Standing.REPEALED
        expires, effective = self._last(EventKind.EXPIRES), self._last(EventKind.EFFECTIVE)
        if expires is not None and expires.day < day:
            return Standing.LAPSED
        if effective is not None and day < effective.day:
            return Standing.NOT_YET
        return Standing.AMENDED if self._happened(EventKind.AMENDED, day) else None

    def is_in_force(self, day: str) -> bool | None:
        """Say whether the document holds on a day (ISO), None where it does not say since when."""
        standing = self.standing_on(day)
        if standing is Standing.AMENDED:
            return True
        if standing is not None:
            return False
        return None if self._last(EventKind.EFFECTIVE) is None else True

    def why(self, day: str) -> Event | None:
        """Give the event by which the document stands as it does on a day."""
        kinds = {
            Standing.REPEALED: EventKind.REPEALED,
            Standing.LAPSED: EventKind.EXPIRES,
            Standing.NOT_YET: EventKind.EFFECTIVE,
            Standing.AMENDED: EventKind.AMENDED,
        }
        standing = self.standing_on(day)
        kind = kinds[standing] if standing is not None else EventKind.EFFECTIVE
        found = [one for one in self.events if one.kind is kind]
        if kind in (EventKind.REPEALED, EventKind.AMENDED):
            found = [one for one in found if one.day <= day]
        if not found:
            return None
        return found[0] if kind is EventKind.REPEALED else found[-1]

    def _happened(self, kind: EventKind, day: str) -> bool:
        return any(one.kind is kind and one.day <= day for one in self.events)

    def _last(self, kind: EventKind) -> Event | None:
        return next((one for one in reversed(self.events) if one.kind is kind), None)


class Lifetimes:
    """The lives of the documents of a library."""

    def __init__(self, documents: Iterable[DocumentSummary]) -> None:
        from policyviewer.domain.references import amended_by, repealed_by  # not before needed

        self._documents = {one.id: one for one in documents}
        self._acts: dict[str, list[Event]] = defaultdict(list)
        """What amends or repeals, by the key of the name of what it means."""
        self._written: dict[DocumentId, str] = {}
        for one in self._documents.values():
            law, gone = amended_by(one.metadata.title), repealed_by(one.metadata.title)
            for name in dict.fromkeys((*one.metadata.repeals, *gone)):
                self._add(EventKind.REPEALED, name, one)
            if law is not None and law not in gone:
                self._add(EventKind.AMENDED, law, one)

    def of(self, document: DocumentId) -> Lifetime:
        """Give the life of a document; one without events for any other id."""
        one = self._documents.get(document)
        if one is None:
            return Lifetime()
        events = {*_own(one.metadata), *self._from_others(one)}
        return Lifetime(tuple(sorted(events, key=lambda event: (event.day, event.kind))))

    def standings(self, day: str) -> dict[DocumentId, Standing]:
        """Give the documents about which there is something to be known on a day (ISO)."""
        eventful = (name for name, one in self._documents.items() if self._is_eventful(one, day))
        found = {name: self.of(name).standing_on(day) for name in eventful}
        return {name: standing for name, standing in found.items() if standing is not None}

    def _is_eventful(self, one: DocumentSummary, day: str) -> bool:
        """Say whether there may be something to know: of most of a library there is nothing."""
        data = one.metadata
        own = (data.expires or day) < day or (data.effective or day) > day
        names = _names(data)
        return own or any(name in self._acts for name in (*names, *_short_names(names[0])))

    def _add(self, kind: EventKind, name: str, by: DocumentSummary) -> None:
        data = by.metadata
        if _is_dated(data.written):
            day = data.effective if _is_dated(data.effective) else data.written
            self._acts[_key(name)].append(Event(str(day), kind, by.id, data.title))
            self._written[by.id] = str(data.written)

    def _from_others(self, one: DocumentSummary) -> Iterator[Event]:
        """Give what later documents do to one; what is dated before it means another edition."""
        data = one.metadata
        if not _is_dated(data.written):
            return
        names = _names(data)
        for name in (*names, *_short_names(names[0])):
            for act in self._acts.get(name, ()):
                said = min(act.day, self._written[act.by or one.id])
                later = act.by != one.id and said > str(data.written)
                if later and (name in names or self._of_one_house(act, data)):
                    yield act

    def _of_one_house(self, act: Event, data: Metadata) -> bool:
        """Say whether an office that acts is the one that issued a document, or its 办公室."""
        by = self._documents[act.by].metadata.issuers if act.by is not None else ()
        pairs = product(by, data.issuers)
        return any(one.startswith(other) or other.startswith(one) for one, other in pairs)


def standings(documents: Iterable[DocumentSummary], today: str) -> dict[DocumentId, Standing]:
    """Give the documents about which there is something to be known on a day (ISO)."""
    return Lifetimes(documents).standings(today)


def _own(data: Metadata) -> Sequence[Event]:
    """Give what a document says of its own life."""
    dates = {
        EventKind.WRITTEN: data.written,
        EventKind.PUBLISHED: data.published if data.published != data.written else None,
        EventKind.EFFECTIVE: data.effective,
        EventKind.EXPIRES: data.expires,
    }
    return [Event(day, kind) for kind, day in dates.items() if day and _is_dated(day)]


def _names(data: Metadata) -> list[str]:
    """Give the keys by which others name a document, its title first."""
    return [_key(data.title), *filter(None, [data.document_number])]


def _short_names(title: str) -> list[str]:
    """Give the keys that leave out the issuer, or the notice by which a norm was handed out: what
    repeals the norm names the norm, 《某县停车办法》 of 某县人民政府关于印发《某县停车办法》的通知.
    """
    handed_out = _HANDED_OUT.search(title)
    return sorted({*keys_of(title), handed_out[1] if handed_out else title} - {title})


def _is_dated(day: str | None) -> bool:
    return day is not None and day[:4].isdecimal()


def _key(name: str) -> str:
    """Give a number as it is, a title as titles are compared; a title in a title is printed in
    other marks than by itself.
    """
    return name if name.endswith("号") else plain_title(without_marks(name))
