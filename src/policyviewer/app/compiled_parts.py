"""The parts of a compilation: made of a document, and read anew from the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from policyviewer.app.library import LibraryService
from policyviewer.app.sources import standing_words
from policyviewer.domain.anchoring import Anchor, anchor, has_stayed
from policyviewer.domain.annotations import Quote, Target, quote_of
from policyviewer.domain.citations import Citations
from policyviewer.domain.compilations import (
    CompiledPart,
    PartId,
    PartState,
    PresentPart,
)
from policyviewer.domain.documents import Document, DocumentId, Outline
from policyviewer.domain.errors import UnknownDocumentError, UserError
from policyviewer.domain.lifetimes import Lifetimes
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import without_marks
from policyviewer.domain.wording import wording

if TYPE_CHECKING:  # it is loaded where a text has changed
    from policyviewer.domain.carrying import Revision

NOT_STORED = PartId(0)
"""The id of a part before it is stored."""


@dataclass(frozen=True, slots=True)
class CompiledPiece:
    """A part with the text that it is taken from: None for headings and what is gone."""

    present: PresentPart
    outline: Outline | None = None
    former: Outline | None = None
    """Of a whole document that has changed: the text that was taken in, where it is still there."""

    @property
    def words(self) -> tuple[str, str]:
        """Give the words that were taken in and those in their place now; of a whole document the
        lines that differ.
        """
        target = self.present.part.target
        if target is None:
            return "", ""
        if not self.present.part.is_whole:
            return target.quote.exact, self.present.words
        if self.former is None or self.outline is None:
            return "", ""
        return differing_lines(self.former.text, self.outline.text)


def part_of(document: Document, span: TextRange | None, standing: str) -> CompiledPart:
    """Give words of a document, or all of it, as a part; raises UserError for no words."""
    outline = document.outline
    title = outline.metadata.title
    citations = Citations(outline)
    if span is None:
        whole = TextRange(0, len(outline.text))
        cited = citations.of("")
        target = Target(document.id, document.version, "", whole, Quote("", "", ""), title, cited)
        return CompiledPart(NOT_STORED, "", target, standing)
    span = _trimmed(span, outline.text)
    if not span.length:
        raise UserError("没有选中文字。", "请先选中要收入汇编的文字，或者收入整份文件。")
    provision = provision_at(provisions(outline), span.start).id
    quote = quote_of(outline.text, span)
    cited = citations.of_range(span)
    target = Target(document.id, document.version, provision, span, quote, title, cited)
    return CompiledPart(NOT_STORED, "", target, standing)


class Standings:
    """How the documents of a library stand on a day, in a word each."""

    def __init__(self, library: LibraryService, today: date) -> None:
        self._lifetimes = Lifetimes(library.documents())
        self._today = today

    def of(self, document: DocumentId) -> str:
        """Give how a document stands; nothing where it does not say."""
        return standing_words(self._lifetimes.of(document), self._today)


class PartReader:
    """Reads parts anew from the library; a document is opened once, a revision compared once."""

    def __init__(self, library: LibraryService, today: date) -> None:
        self._library = library
        self._standings = Standings(library, today)
        self._opened: dict[DocumentId, Document | None] = {}
        self._revisions: dict[tuple[DocumentId, int], Revision] = {}

    def read(self, part: CompiledPart) -> CompiledPiece:
        """Give a part as it is now."""
        target = part.target
        if target is None:
            return CompiledPiece(PresentPart(part, PartState.SAME))
        document = self._document(target.document)
        if document is None:
            return CompiledPiece(PresentPart(part, PartState.GONE))
        standing = self._standings.of(document.id)
        piece = (self._whole if part.is_whole else self._words)(part, target, document)
        present = replace(piece.present, version=document.version, standing=standing)
        return replace(piece, present=present)

    def _whole(self, part: CompiledPart, target: Target, document: Document) -> CompiledPiece:
        outline = document.outline
        former = self._former(target, document)
        same = former is None or _same(former.text, outline.text)
        state = PartState.SAME if same else PartState.CHANGED
        span = TextRange(0, len(outline.text))
        present = PresentPart(part, state, span=span, citation=Citations(outline).of(""))
        return CompiledPiece(present, outline, None if same else former)

    def _words(self, part: CompiledPart, target: Target, document: Document) -> CompiledPiece:
        outline = document.outline
        tiles = provisions(outline)
        span = self._place(target, document, tiles)
        if span is None:
            return CompiledPiece(PresentPart(part, PartState.DELETED), outline)
        span = _trimmed(span, outline.text)
        words, cited = span.of(outline.text), Citations(outline).of_range(span)
        moved = without_marks(cited) != without_marks(target.citation)
        state = PartState.MOVED if moved else PartState.SAME
        same = _same(words, target.quote.exact)
        if not same and not (moved and self._only_renumbered(target, document, span)):
            state = PartState.CHANGED
        name = provision_at(tiles, span.start).id
        return CompiledPiece(PresentPart(part, state, 0, span, name, words, cited), outline)

    def _place(
        self, target: Target, document: Document, tiles: Sequence[Provision]
    ) -> TextRange | None:
        """Give where words are now, or what took their place."""
        text = document.outline.text
        if has_stayed(target, text):
            return target.span
        former = self._former(target, document)
        if former is None or target.span.of(former.text) != target.quote.exact:
            was = anchor(target, text, tiles)
            named = (one.span for one in tiles if one.id == was.provision)
            return was.span or next(named, None)
        revision = self._revision(target, former, document)
        found = [
            place
            for tile in provisions(former)
            if (one := tile.span.clipped(target.span))
            and one.of(former.text).strip()
            and (place := _found(revision.anchor(_at(target, one, former.text))))
        ]
        if not found:
            return None
        return TextRange(min(one.start for one in found), max(one.end for one in found))

    def _only_renumbered(self, target: Target, document: Document, span: TextRange) -> bool:
        """Say whether words differ from those that were taken in by their numbers alone."""
        former = self._former(target, document)
        if former is None or target.span.of(former.text) != target.quote.exact:
            return False
        return _same(unnumbered(former, target.span), unnumbered(document.outline, span))

    def _former(self, target: Target, document: Document) -> Outline | None:
        """Give the text that a part was taken from, None where it is no longer there."""
        if target.version == document.version:
            return document.outline
        return self._library.former(document.id, target.version)

    def _revision(self, target: Target, former: Outline, document: Document) -> Revision:
        from policyviewer.domain.carrying import Revision

        key = (document.id, target.version)
        if key not in self._revisions:
            self._revisions[key] = Revision(former, document.outline)
        return self._revisions[key]

    def _document(self, name: DocumentId) -> Document | None:
        if name not in self._opened:
            try:
                self._opened[name] = self._library.open(name)
            except UnknownDocumentError:
                self._opened[name] = None
        return self._opened[name]


def _at(target: Target, span: TextRange, text: str) -> Target:
    """Give the part of a target that lies in one provision, without blanks around it."""
    inside = _trimmed(span, text)
    return replace(target, span=inside, quote=quote_of(text, inside))


def _trimmed(span: TextRange, text: str) -> TextRange:
    """Give a stretch without the blanks around its words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return TextRange(start, start + len(words.strip()))


def _found(place: Anchor) -> TextRange | None:
    return place.span or place.likely


def _same(one: str, other: str) -> bool:
    """Say whether two texts have the same letters, whatever formats made of blanks."""
    return one == other or _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return wording(text, TextRange(0, len(text))).letters


def unnumbered(outline: Outline, span: TextRange) -> str:
    """Give the words of a range without the printed numbers of its provisions."""
    words = []
    for tile in provisions(outline):
        inside = tile.span.clipped(span)
        if inside is not None:
            own = inside.of(outline.text).lstrip()
            words.append(own.removeprefix(tile.marker.strip()))
    return "".join(words)


def differing_lines(old: str, new: str) -> tuple[str, str]:
    """Give the lines of two texts that the other one does not have at that place."""
    was, now = ([one.strip() for one in text.splitlines() if one.strip()] for text in (old, new))
    told: tuple[list[str], list[str]] = ([], [])
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for deed, start, end, begin, stop in matcher.get_opcodes():
        if deed != "equal":
            told[0].extend(was[start:end])
            told[1].extend(now[begin:stop])
    return "\n".join(told[0]), "\n".join(told[1])


def renewed(piece: CompiledPiece) -> CompiledPart:
    """Give a part as it is now in the place of what it was; itself where it is nowhere."""
    present, outline = piece.present, piece.outline
    part, span = present.part, present.span
    if part.target is None or span is None or outline is None:
        return part
    quote = Quote("", "", "") if part.is_whole else quote_of(outline.text, span)
    changed = replace(
        part.target,
        version=present.version,
        provision=present.provision,
        span=span,
        quote=quote,
        title=outline.metadata.title,
        citation=present.citation,
    )
    return replace(part, target=changed, standing=present.standing)
