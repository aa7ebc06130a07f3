"""What became of every file of an import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from policyviewer.app.editions import Decision
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary, NodeClass
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """A file that could not be imported, with the reason in the user's words."""

    source: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at, with its place in the text where it has one."""

    code: str
    message: str
    span: TextRange | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A document that is new or has a new version."""

    source: str
    document: DocumentId
    title: str
    document_number: str | None
    written: str | None
    version: int
    present: bool
    """False for an older edition than the one that is shown."""
    levels: tuple[tuple[NodeClass, int], ...]
    """The levels that were found, with the number of units of each."""
    warnings: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file whose content is in the library already, as the document named."""

    source: str
    document: DocumentId
    title: str


@dataclass(slots=True)
class ImportReport:
    """What became of every file that was given."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: list[ImportFailure] = field(default_factory=list)
    documents: list[ImportedFile] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)
    """Of the unchanged files, those that are no mere copies byte for byte."""
    seconds: float = 0.0


def failure(source: str, error: UserError) -> ImportFailure:
    """Give the entry of a file that was not imported."""
    return ImportFailure(source, error.text, error.hint)


def skipped_file(source: str, document: DocumentSummary) -> SkippedFile:
    """Give the entry of a file whose content is there."""
    return SkippedFile(source, document.id, document.metadata.title)


def imported_file(document: Document, decision: Decision) -> ImportedFile:
    """Give the entry of a document that was taken in."""
    outline = document.outline
    told = [Remark(one.code, one.message) for one in document.notices]
    told += _edition(document, decision)
    told += [Remark(one.code, one.message, one.span, one.suggestion) for one in outline.findings]
    return ImportedFile(
        source=document.source.name,
        document=document.id,
        title=outline.metadata.title,
        document_number=outline.metadata.document_number,
        written=outline.metadata.written,
        version=document.version,
        present=decision.present,
        levels=tuple(Counter(node.cls for node in outline.nodes).items()),
        warnings=tuple(told),
    )


def _edition(document: Document, decision: Decision) -> list[Remark]:
    former = decision.document
    if former is None:
        return []
    title = former.metadata.title
    if decision.present:
        words = f"是《{title}》的新文本（第 {document.version} 版），旧文本仍然保留。"
        return [Remark("new-version", words)]
    if decision.apart is not None:
        words = (
            f"与文库中的《{title}》只差 {decision.apart} 个字，按同一文件的另一种格式保存，"
            "显示的仍是原来的一版。"
        )
        return [Remark("other-format", words)]
    words = f"是《{title}》较早的文本，已作为旧版保存，显示的仍是较新的一版。"
    return [Remark("older-version", words)]
