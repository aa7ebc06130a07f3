"""What is read: a document's text with its components, nodes and findings.

The model and its terms are those of the drafting rules for laws (编章节条款项目) and of
GB/T 9704-2012 for official documents (一、（一）1.（1）). All ranges are code points of the
stored text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from policyviewer.domain.metadata import Metadata
from policyviewer.domain.names import called
from policyviewer.domain.notices import Notice
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Table

DocumentId = NewType("DocumentId", str)
PARSER_VERSION = 6
"""Raised whenever the parser reads the same text differently: what was built is built anew."""

NodeId = NewType("NodeId", str)
"""A path that names a node within its document, for example ``main/l1_3/l2_2``."""


class NodeClass(StrEnum):
    """The level a node is of, by its printed marker."""

    PART = "part"
    SUBPART = "subpart"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARA = "para"
    ITEM = "item"
    SUBITEM = "subitem"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"
    DECIMAL = "decimal"
    DASH = "dash"
    TABLE = "table"


class HeadingKind(StrEnum):
    """How a node carries its heading: alone on its line, before the text, or not at all."""

    OWN_LINE = "own_line"
    RUN_IN = "run_in"
    ITEM = "item"


class ComponentKind(StrEnum):
    """The part that a stretch of text plays in a document."""

    FRONT = "front"
    NOTICE = "notice"
    MAIN = "main"
    ATTACHMENT = "attachment"
    TOC = "toc"
    FURNITURE = "furniture"
    BACK = "back"


INSIDE = frozenset({ComponentKind.TOC, ComponentKind.FURNITURE})
"""Components that lie inside others."""


@dataclass(frozen=True, slots=True)
class Component:
    """A stretch of the text with one role; all components together are the whole text."""

    id: str
    kind: ComponentKind
    title: str
    span: TextRange


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered unit of the text: ``span`` holds its marker, heading and all below it."""

    id: NodeId
    parent: NodeId | None
    component: str
    cls: NodeClass
    marker: str
    """As printed: ``一、``, ``(一)``, ``第五十四条``."""
    number: int | None
    label: str
    heading_kind: HeadingKind | None
    heading: TextRange
    """Marker and heading as printed: what is set in the heading's typeface."""
    span: TextRange
    responsible: str | None = None
    """The text of a trailing bracket that names the responsible bodies."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the text that looks damaged; the text itself is never changed.

    ``code`` is one of ``masked``, ``lost-digits``, ``number-gap``, ``number-repeat``, ….
    ``suggestion`` is the restored reading of the range where there is only one good one.
    """

    code: str
    span: TextRange
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """What the parser makes of a text; ``nodes`` stand in reading order, parents first."""

    text: str
    metadata: Metadata
    components: tuple[Component, ...]
    nodes: tuple[Node, ...]
    findings: tuple[Finding, ...]
    tables: tuple[Table, ...] = ()

    def restored_text(self) -> str:
        """Give the text with every sure restoration put in; same length, same offsets."""
        pieces: list[str] = []
        at = 0
        for finding in sorted(self.findings, key=lambda one: one.span):
            if finding.code != "masked" or not finding.suggestion or finding.span.start < at:
                continue
            pieces += (self.text[at : finding.span.start], finding.suggestion)
            at = finding.span.end
        return "".join((*pieces, self.text[at:]))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's text came from."""

    name: str
    """The path as the user gave it, or the name inside the bundled library."""
    format: str
    """``txt``, later ``docx`` and so on."""
    sha256: str
    """Of the original file's bytes, in hexadecimal."""
    imported: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a document in a library."""

    id: DocumentId
    version: int
    """1 for the first text that was imported under this id, then counted up."""
    source: Source
    outline: Outline
    notices: tuple[Notice, ...] = ()
    """What the reading of the file had to tell."""

    @property
    def title(self) -> str:
        """Give the title, or the name of the file where the text has none."""
        return called(self.outline.metadata.title, self.source.name)


@dataclass(frozen=True, slots=True)
class DocumentName:
    """What a document is called; ``imported`` sorts by time."""

    id: DocumentId
    title: str
    number: str
    """The document number, or nothing."""
    imported: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a list shows of a document, without its text."""

    id: DocumentId
    version: int
    source: Source
    metadata: Metadata
    characters: int
    provisions: int

    @property
    def title(self) -> str:
        """Give the title, or the name of the file where the text has none."""
        return called(self.metadata.title, self.source.name)

    @property
    def name(self) -> DocumentName:
        """Give what the document is called."""
        data, imported = self.metadata, self.source.imported.isoformat()
        return DocumentName(self.id, data.title, data.document_number or "", imported)
