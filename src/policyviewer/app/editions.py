"""Whether a text that arrives is new, a new edition of a document, or there already."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from policyviewer.app.readers.messages import Reading
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.title_index import plain_title
from policyviewer.domain.works import (
    are_editions,
    characters_apart,
    content_key,
    is_older,
    same_wording,
    same_work,
)
from policyviewer.storage.documents import DocumentStore


class Outcome(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


_FIDELITY = (("docx", "doc", "wps", "odt"), ("html", "rtf", "ofd", "md"), ("txt",), ("pdf",))
"""Formats from those that keep a text's structure to those that lose the most of it."""
_COPY_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Decision:
    """``document`` is the one that a text belongs to: None for a new one.

    An older edition, or a worse copy of the same one, is kept, but the text that is there stays
    the one that is shown. ``apart`` is how many characters such a copy differs by.
    """

    outcome: Outcome
    document: DocumentSummary | None = None
    present: bool = True
    apart: int | None = None
    content: str = ""
    """The text's content key (see works), which takes long to make."""


class Editions:
    """The documents of a shelf by title, asked for every file of an import.

    Documents that are taken in but not stored yet are known as well.
    """

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._by_title: defaultdict[str, dict[DocumentId, DocumentSummary]] = defaultdict(dict)
        self._waiting: dict[DocumentId, Document] = {}
        self._waiting_content: dict[str, DocumentId] = {}
        self._numbers: dict[DocumentId, int] = {}
        for summary in store.summaries():
            self._know(summary)

    def add(self, document: Document, decision: Decision) -> None:
        """Know a document that is about to be stored."""
        self._numbers[document.id] = document.version
        if decision.present:
            self._waiting[document.id] = document
            self._waiting_content[decision.content] = document.id
            self._know(_summary(document))

    def stored(self) -> None:
        """Forget what was waiting: it is in the store now."""
        self._waiting.clear()
        self._waiting_content.clear()

    def next_number(self, document: DocumentId) -> int:
        """Give the number of the next version of a document."""
        number = self._numbers.get(document)
        return (number or self._store.versions(document)[-1].version) + 1

    def decide(self, source: str, reading: Reading) -> Decision:
        """Say what becomes of a text whose bytes are not known yet.

        A file that was imported from the same place is the same document, unless its number
        (发文字号) says otherwise.
        """
        content = content_key(reading.outline.text)
        return replace(self._decided(source, reading, content), content=content)

    def _decided(self, source: str, reading: Reading, content: str) -> Decision:
        former = self._store.by_source(source)
        if former is not None and not _other_number(former.metadata, reading.outline.metadata):
            return Decision(Outcome.UPDATED, former)
        twin = self._twin(reading, content)
        if twin is not None:
            return Decision(Outcome.UNCHANGED, twin)
        for found in self._of_work(reading.outline.metadata):
            stored = self._load(found.id)
            if are_editions(reading.outline, stored.outline):
                apart = _copied(reading, stored)
                older = is_older(reading.outline, stored.outline)
                present = apart is None and not older
                return Decision(Outcome.UPDATED, found, present, apart)
        return Decision(Outcome.NEW)

    def _of_work(self, data: Metadata) -> list[DocumentSummary]:
        """Give the documents that a text may be an edition of, the last one first."""
        candidates = self._by_title.get(plain_title(data.title), {}).values()
        return [one for one in reversed(candidates) if same_work(one.metadata, data)]

    def _twin(self, reading: Reading, content: str) -> DocumentSummary | None:
        """Give the document of the same wording, or of the same content in another format."""
        outline = reading.outline
        waiting = self._waiting_content.get(content)
        for name in (*([waiting] if waiting else ()), *self._store.of_content(content)):
            stored = self._load(name)
            across_formats = stored.source.format != reading.format and same_work(
                stored.outline.metadata, outline.metadata
            )
            if across_formats or same_wording(stored.outline.text, outline.text):
                return _summary(stored)
        return None

    def _load(self, document: DocumentId) -> Document:
        return self._waiting.get(document) or self._store.load(document)

    def _know(self, summary: DocumentSummary) -> None:
        self._by_title[plain_title(summary.metadata.title)][summary.id] = summary


def _copied(reading: Reading, stored: Document) -> int | None:
    """Give the characters by which a text differs from a better copy of it; None if it is none.

    The same document in a format that holds less (a PDF beside a Word file) loses footnote
    marks, fields and numbers, so its text is never quite the same.
    """
    if _fidelity(reading.format) <= _fidelity(stored.source.format):
        return None
    one, other = reading.outline.text, stored.outline.text
    apart = characters_apart(one, other)
    return apart if apart <= _COPY_SHARE * max(len(one), len(other)) else None


def _fidelity(file_format: str) -> int:
    return next(
        (at for at, formats in enumerate(_FIDELITY) if file_format in formats), len(_FIDELITY)
    )


def _summary(document: Document) -> DocumentSummary:
    return DocumentSummary(
        document.id,
        document.version,
        document.source,
        document.outline.metadata,
        len(document.outline.text),
        0,
    )


def _other_number(one: Metadata, other: Metadata) -> bool:
    numbers = one.document_number, other.document_number
    return all(numbers) and numbers[0] != numbers[1]
