"""Comparing documents: two editions or documents, and a local one with its superior."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from policyviewer.app.library import LibraryService
from policyviewer.domain.comparison import compare
from policyviewer.domain.documents import Document, DocumentId, Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.levels import Level, level_of
from policyviewer.domain.superior import Settled, carried_over, paragraph_key
from policyviewer.domain.synopsis import Change, Synopsis, Unit
from policyviewer.domain.wording import letters_of
from policyviewer.domain.works import latest_date
from policyviewer.storage.correspondences import CorrespondenceStore

_STRANGE = 0.1
"""Of two texts that share less, it is said that they may have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document of the library, in the version shown or another one."""

    document: DocumentId
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts; ``document`` is None for a file outside the library."""

    title: str
    outline: Outline
    document: DocumentId | None = None
    version: int = 1

    @property
    def day(self) -> str:
        """Give the latest date (ISO) that the text tells of itself, or nothing."""
        return latest_date(self.outline) or ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts side by side, and what is to be said of them before all else, if anything.

    ``superior`` says that the old side is the superior document of the new one.
    """

    old: Side
    new: Side
    synopsis: Synopsis
    superior: bool = False

    @property
    def names(self) -> tuple[str, str]:
        """Give what tells the two apart: titles, or dates, or numbers of versions."""
        sides = self.old, self.new
        if self.old.title != self.new.title:
            return self.old.title, self.new.title
        days = self.old.day, self.new.day
        if all(days) and days[0] != days[1]:
            return _dated(self.old.title, days[0]), _dated(self.new.title, days[1])
        named = tuple(f"{side.title}（第 {side.version} 版）" for side in sides)
        return (named[0], named[1]) if named[0] != named[1] else (self.old.title, self.new.title)

    @property
    def verdict(self) -> str:
        """Give the answer where there is nothing, or nothing sensible, to compare; else nothing."""
        if self.superior:
            return _superior_verdict(self.synopsis)
        return _verdict(self.old, self.new, self.synopsis)


class ComparingService:
    """Compares documents of the library and keeps what the user says of their paragraphs."""

    def __init__(
        self,
        library: LibraryService,
        store: CorrespondenceStore,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._library = library
        self._store = store
        self._now = now

    def compare(self, old: Edition, new: Edition) -> Compared:
        """Give two documents or editions side by side; raises UnknownDocumentError."""
        return compared(self._side(old), self._side(new))

    def compare_two(self, one: DocumentId, other: DocumentId) -> Compared:
        """Give two documents side by side, the older one first as far as they tell."""
        first, second = (self._side(Edition(name)) for name in (one, other))
        if second.day and second.day < first.day:
            first, second = second, first
        return compared(first, second)

    def carried_out(self, one: DocumentId, other: DocumentId) -> Compared:
        """Give a local document beside its superior one, whichever of the two that is by the
        levels of their issuers; where these do not tell, the first is the superior.
        """
        levels = [_rank(self._library.open(name)) for name in (one, other)]
        if levels[1] < levels[0]:
            one, other = other, one
        return self.beside_superior(one, other)

    def with_former(self, document: DocumentId) -> Compared:
        """Give the shown edition of a document beside the one before it.

        Raises UserError when the document has one edition only, and UnknownDocumentError.
        """
        present = self._library.open(document)
        editions = [self._side(Edition(document, one.version)) for one in self._others(present)]
        if not editions:
            raise UserError(
                f"《{present.outline.metadata.title}》只有一版，没有可以对照的上一版。",
                "导入它的旧版或新版以后，就可以对照了。",
            )
        mine = side_of(present)
        earlier = [one for one in editions if _order(one) < _order(mine)]
        return compared(max(earlier or editions, key=_order), mine)

    def beside_superior(self, superior: DocumentId, local: DocumentId) -> Compared:
        """Give a local document beside its superior one; raises UnknownDocumentError."""
        settled = self._store.of(superior, local)
        return beside_superior(self._side(Edition(superior)), self._side(Edition(local)), settled)

    def tie(self, made: Compared, local: Unit, superior: Unit | None) -> Compared:
        """Keep that a local paragraph carries out one of the superior document, or none; give
        the two documents anew.
        """
        origin = None if superior is None else _key(made.old, superior)
        settled = Settled(_key(made.new, local), origin)
        ids = _documents(made)
        self._store.put(*ids, settled, self._now())
        return self.beside_superior(*ids)

    def untie(self, made: Compared, local: Unit) -> Compared:
        """Let the words tell again what a local paragraph carries out; give the documents anew."""
        ids = _documents(made)
        self._store.forget(*ids, _key(made.new, local))
        return self.beside_superior(*ids)

    def _side(self, edition: Edition) -> Side:
        return side_of(self._library.open(edition.document, edition.version))

    def _others(self, present: Document) -> list[Edition]:
        return [
            Edition(present.id, one.version)
            for one in self._library.editions(present.id)
            if one.version != present.version
        ]


def side_of(document: Document) -> Side:
    """Give a document of the library as one of two texts."""
    outline = document.outline
    return Side(outline.metadata.title, outline, document.id, document.version)


def compared(old: Side, new: Side) -> Compared:
    """Give two texts side by side."""
    return Compared(old, new, compare(old.outline, new.outline))


def beside_superior(superior: Side, local: Side, settled: list[Settled] | None = None) -> Compared:
    """Give a local text beside its superior one."""
    synopsis = carried_over(superior.outline, local.outline, settled or [])
    return Compared(superior, local, synopsis, superior=True)


def _verdict(old: Side, new: Side, synopsis: Synopsis) -> str:
    empty = [side.title or "文件" for side in (old, new) if not side.outline.text.strip()]
    if len(empty) == 2:
        return "两份文件都没有内容，没有可以对照的。"
    if empty:
        return f"《{empty[0]}》没有内容，另一份的全部条文都列为新增或删去。"
    if not synopsis.rows or set(synopsis.counts()) == {Change.SAME}:
        return "两份文件的文字完全相同。"
    if synopsis.share < _STRANGE:
        return "两份文件几乎没有相同的条文，可能不是同一份文件的两版。"
    return ""


def _superior_verdict(synopsis: Synopsis) -> str:
    if not synopsis.rows:
        return "两份文件都没有可以对照的段落。"
    if letters_of(synopsis.old.text) == letters_of(synopsis.new.text):
        return "两份文件的文字完全相同。"
    if not any(row.old and row.new for row in synopsis.rows):
        return "没有找到相对应的段落，两份文件可能没有上下位关系。"
    return ""


def _rank(document: Document) -> int:
    """Give how low the issuer of a document stands; one that is not known stands lowest."""
    level = level_of(document.outline.metadata.issuers)
    return list(Level).index(level) if level is not None else len(Level)


def _dated(title: str, day: str) -> str:
    year, month, date = day.split("-")
    return f"{title}（{year}年{int(month)}月{int(date)}日）"


def _order(side: Side) -> tuple[str, int]:
    return side.day, side.version


def _key(side: Side, unit: Unit) -> str:
    return paragraph_key(letters_of(side.outline.text[unit.body : unit.span.end]))


def _documents(made: Compared) -> tuple[DocumentId, DocumentId]:
    """Give the ids of the superior and the local document; raises UserError outside the library."""
    if made.old.document is None or made.new.document is None:
        raise UserError("文库以外的文件不能修改对应关系。", "请先把两份文件导入文库。")
    return made.old.document, made.new.document
