"""Library packs: what a publisher hands out, version by version, and what may stand in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.patterns import regex

SMALLEST_BLOCK, USUAL_BLOCK = 16 << 10, 64 << 10
"""Bytes: an update changes pages of the database here and there, and adds segments to the index."""
LARGEST_BLOCK = 16 << 20
MOST_BLOCKS = 1 << 16
"""Blocks that a file is cut into: the blocks of a larger file are larger."""
LONGEST_NAME = 32
"""Characters of a library's name in paths."""
_NAME = regex(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
)
"""Names that Windows gives to devices, in every folder."""
_PLACES = regex(
    r"library\.sqlite"
    r"|index/current\.json"
    r"|index/\d{6}/[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}"
    r"|originals/[0-9a-f]{2}/[0-9a-f]{64}(?:\.[a-z0-9]{1,10})?"
)
_HASH = regex(r"[0-9a-f]{64}")


class ChangeKind(StrEnum):
    """What has become of a document from one version of a library to another."""

    ADDED = "added"
    REVISED = "revised"
    REPEALED = "repealed"
    """It is still there, but no longer in force."""
    WITHDRAWN = "withdrawn"
    """It is no longer part of the library."""


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document of a pack, without its text."""

    id: DocumentId
    version: int
    title: str
    number: str
    written: str
    over: bool
    """Whether it was no longer in force on the day that the pack was made for."""
    digest: str
    """SHA-256 of the text that is shown, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Change:
    """A document that differs from one version to another."""

    kind: ChangeKind
    document: DocumentId
    title: str
    number: str


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a shelf, cut into blocks of one size (bytes), the last one being shorter."""

    path: str
    size: int
    block: int
    blocks: tuple[str, ...]
    """The SHA-256 of each block, in hexadecimal."""

    def length(self, number: int) -> int:
        """Give the bytes of a block."""
        return min(self.block, self.size - number * self.block)


@dataclass(frozen=True, slots=True)
class PackHead:
    """What a version of a library says of itself."""

    library: str
    """The name in paths, that all versions of a library share."""
    title: str
    publisher: str
    version: int
    as_of: str
    """资料截至: the day (ISO) up to which the documents were gathered."""
    schema: int
    """Of the database."""
    index_schema: int
    parser: int

    @property
    def label(self) -> str:
        """Give how it is called in a sentence."""
        return f"《{self.title}》第 {self.version} 版"


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is in a version of a library."""

    head: PackHead
    documents: tuple[PackedDocument, ...]
    changes: tuple[Change, ...]
    """Since the version before, as its publisher tells them."""
    files: tuple[PackedFile, ...]

    @property
    def size(self) -> int:
        """Give the bytes of all files."""
        return sum(one.size for one in self.files)


def block_size(path: str, size: int) -> int:
    """Give the bytes of the blocks that a file is cut into."""
    block = SMALLEST_BLOCK if path == "library.sqlite" else USUAL_BLOCK
    while size > block * MOST_BLOCKS:
        block *= 2
    return block


def is_library_name(name: str) -> bool:
    """Say whether a library may be called so in paths, on every system."""
    fits = len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None
    return fits and name not in _DEVICES


def changes_between(
    before: Iterable[PackedDocument], after: Iterable[PackedDocument]
) -> tuple[Change, ...]:
    """Give what has changed, in the order of the later documents; those withdrawn come last."""
    former = {one.id: one for one in before}
    found: list[Change] = []
    for one in after:
        kind = _kind(former.pop(one.id, None), one)
        if kind is not None:
            found.append(Change(kind, one.id, one.title, one.number))
    withdrawn = (
        Change(ChangeKind.WITHDRAWN, one.id, one.title, one.number) for one in former.values()
    )
    return (*found, *withdrawn)


def counted(changes: Sequence[Change]) -> str:
    """Give the changes in a few words."""
    names = {
        ChangeKind.ADDED: "新增",
        ChangeKind.REVISED: "修订",
        ChangeKind.REPEALED: "废止",
        ChangeKind.WITHDRAWN: "移出",
    }
    counts = Counter(one.kind for one in changes)
    told = [f"{name} {counts[kind]} 份" for kind, name in names.items() if counts[kind]]
    return "，".join(told) or "没有变化"


def fault(manifest: Manifest) -> str:
    """Give what a manifest must not say, "" where it is in order.

    Whoever is trusted may still err: no path leads out of a library's folder, and the files are
    those of a shelf and nothing else.
    """
    if not is_library_name(manifest.head.library) or manifest.head.version < 1:
        return "文库的代号或版次不合规定"
    folded = {one.path.casefold() for one in manifest.files}
    if len(folded) != len(manifest.files):
        return "同一个文件出现了两次"
    strange = next((one for one in manifest.files if not _PLACES.fullmatch(one.path)), None)
    if strange is not None:
        return f"含有不该有的文件“{strange.path[:80]}”"
    if "library.sqlite" not in folded:
        return "没有文库数据库"
    return "" if all(map(_is_cut_right, manifest.files)) else "文件的分块不合规定"


def _kind(before: PackedDocument | None, now: PackedDocument) -> ChangeKind | None:
    if before is None:
        return ChangeKind.ADDED
    if now.over and not before.over:
        return ChangeKind.REPEALED
    return None if now.digest == before.digest else ChangeKind.REVISED


def _is_cut_right(file: PackedFile) -> bool:
    if not (SMALLEST_BLOCK <= file.block <= LARGEST_BLOCK and file.size >= 0):
        return False
    whole = len(file.blocks) == -(-file.size // file.block) <= MOST_BLOCKS
    return whole and all(_HASH.fullmatch(one) for one in file.blocks)
