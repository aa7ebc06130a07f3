"""The JSON shapes that the command line promises: keys may be added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.domain.annotations import AnchorState, Annotation
from policyviewer.domain.documents import Document, DocumentSummary, Finding, Node, Outline
from policyviewer.domain.metadata import Metadata, Status
from policyviewer.domain.queries import SearchHit, SearchPage

if TYPE_CHECKING:  # the parser behind it costs a search 40 ms of its start
    from policyviewer.app.importing import ImportReport

Shape = dict[str, object]


def import_report(report: ImportReport) -> Shape:
    """Give what an import did."""
    return {
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "failed": [
            {"source": one.source, "reason": one.reason, "hint": one.hint} for one in report.failed
        ],
        "documents": [
            {
                "id": document.id,
                "source": document.source.name,
                "title": document.outline.metadata.title,
                "warnings": [warning(one) for one in document.outline.findings],
            }
            for document in report.documents
        ],
        "seconds": round(report.seconds, 3),
    }


def summary(one: DocumentSummary) -> Shape:
    """Give a document of the list."""
    return {
        "id": one.id,
        "title": one.metadata.title,
        "source": one.source.name,
        **_metadata(one.metadata),
        "status": None if one.metadata.status is Status.UNKNOWN else one.metadata.status.value,
        "characters": one.characters,
        "provisions": one.provisions,
        "version": one.version,
        "format": one.source.format,
    }


def outline(source: str, file_format: str, read: Outline) -> Shape:
    """Give the structure of a document."""
    data = read.metadata
    return {
        "source": source,
        "format": file_format,
        "title": data.title,
        "title_as_printed": data.title_as_printed,
        **_metadata(data),
        "addressees": list(data.addressees),
        "text": read.text,
        "components": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "title": one.title,
                "start": one.span.start,
                "end": one.span.end,
            }
            for one in read.components
        ],
        "nodes": [node(one) for one in read.nodes],
        "warnings": [warning(one) for one in read.findings],
    }


def node(one: Node) -> Shape:
    """Give a node of the tree."""
    return {
        "id": one.id,
        "parent": one.parent,
        "component": one.component,
        "class": one.cls.value,
        "marker": one.marker,
        "number": one.number,
        "label": one.label,
        "heading_kind": one.heading_kind.value if one.heading_kind else None,
        "start": one.span.start,
        "end": one.span.end,
        "responsible": one.responsible,
    }


def warning(one: Finding) -> Shape:
    """Give a finding as a warning of an outline or an import."""
    return {
        "code": one.code,
        "start": one.span.start,
        "end": one.span.end,
        "message": one.message,
        "suggestion": one.suggestion,
    }


def finding(one: Finding, text: str) -> Shape:
    """Give a finding of ``check`` with the words it is about."""
    return {**warning(one), "text": one.span.of(text)}


def provision(document: Document, provision_id: str, text: str, citation: str) -> Shape:
    """Give a provision, or a whole document, to read."""
    return {
        "document": document.id,
        "provision": provision_id or None,
        "text": text,
        "citation": citation,
    }


def search_page(page: SearchPage) -> Shape:
    """Give the answer to a query."""
    return {
        "query": page.query.text,
        "total": page.total,
        "complete": page.complete,
        "elapsed_ms": round(page.elapsed_ms, 2),
        "hits": [hit(one) for one in page.hits],
        "hint": page.hint or None,
    }


def hit(one: SearchHit) -> Shape:
    """Give one hit: highlights are ``[start, end]`` in the excerpt."""
    return {
        "document": {"id": one.document, "title": one.title, "source": one.source},
        "provision": {
            "id": one.provision,
            "marker": one.marker,
            "path": list(one.path),
            "citation": one.citation,
        },
        "score": round(one.score, 4),
        "excerpt": one.excerpt,
        "highlights": [[span.start, span.end] for span in one.highlights],
        "matches": [[span.start, span.end] for span in one.matches],
    }


def annotation(one: Annotation, state: AnchorState) -> Shape:
    """Give a note, highlight or bookmark."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "document": one.target.document,
        "provision": one.target.provision,
        "quote": one.target.quote.exact,
        "note": one.text,
        "tags": list(one.tags),
        "colour": one.colour.value,
        "state": state.value,
        "author": one.author,
        "created": one.created.isoformat(),
        "modified": one.modified.isoformat(),
    }


def _metadata(data: Metadata) -> Shape:
    return {
        "issuers": list(data.issuers),
        "document_number": data.document_number,
        "kind": data.kind,
        "kind_as_printed": data.kind_as_printed,
        "written": data.written,
        "published": data.published,
        "effective": data.effective,
    }
