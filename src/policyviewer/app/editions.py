"""Whether a text that arrives is new, a new edition of a document, or there already."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from policyviewer.app.readers.messages import Reading
from policyviewer.domain.documents import DocumentId, DocumentSummary, Outline
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.title_index import plain_title
from policyviewer.domain.works import content_key, is_older, same_wording, same_work
from policyviewer.storage.documents import DocumentStore


class Outcome(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Decision:
    """``document`` is the one that a text belongs to: None for a new one.

    An older edition is kept, but the one that is there stays the one that is shown.
    """

    outcome: Outcome
    document: DocumentSummary | None = None
    present: bool = True


class Editions:
    """The documents of a shelf by title, asked for every file of an import."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._by_title: defaultdict[str, dict[DocumentId, DocumentSummary]] = defaultdict(dict)
        for summary in store.summaries():
            self.add(summary)

    def add(self, summary: DocumentSummary) -> None:
        """Know a document that was stored."""
        self._by_title[plain_title(summary.metadata.title)][summary.id] = summary

    def of_work(self, data: Metadata) -> DocumentSummary | None:
        """Give the document that a text is an edition of, the last one of several."""
        candidates = self._by_title.get(plain_title(data.title), {}).values()
        return next((one for one in reversed(candidates) if same_work(one.metadata, data)), None)

    def decide(self, source: str, reading: Reading) -> Decision:
        """Say what becomes of a text whose bytes are not known yet.

        A file that was imported from the same place is the same document, unless its number
        (发文字号) says otherwise.
        """
        former = self._store.by_source(source)
        if former is not None and not _other_number(former.metadata, reading.outline.metadata):
            return Decision(Outcome.UPDATED, former)
        twin = self._twin(reading)
        if twin is not None:
            return Decision(Outcome.UNCHANGED, twin)
        found = self.of_work(reading.outline.metadata)
        if found is None:
            return Decision(Outcome.NEW)
        older = is_older(reading.outline, self._outline(found))
        return Decision(Outcome.UPDATED, found, present=not older)

    def _twin(self, reading: Reading) -> DocumentSummary | None:
        """Give the document of the same wording, or of the same content in another format."""
        outline = reading.outline
        for document in self._store.of_content(content_key(outline.text)):
            stored = self._store.load(document)
            across_formats = stored.source.format != reading.format and same_work(
                stored.outline.metadata, outline.metadata
            )
            if across_formats or same_wording(stored.outline.text, outline.text):
                return self._store.versions(document)[stored.version - 1]
        return None

    def _outline(self, summary: DocumentSummary) -> Outline:
        return self._store.load(summary.id).outline


def _other_number(one: Metadata, other: Metadata) -> bool:
    numbers = one.document_number, other.document_number
    return all(numbers) and numbers[0] != numbers[1]
