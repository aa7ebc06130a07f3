"""The JSON shapes that the command line promises: keys may be added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.domain.documents import Document, DocumentSummary
from policyviewer.domain.metadata import Metadata, Status, status_on
from policyviewer.domain.queries import SearchHit, SearchPage

if TYPE_CHECKING:  # the parser behind it costs a search 40 ms of its start
    from policyviewer.app.citing import CitedFrom
    from policyviewer.app.import_report import ImportedFile, ImportReport, Remark
    from policyviewer.app.tables_export import FoundTable
    from policyviewer.app.tasking import TrackedTask
    from policyviewer.domain.name_counts import NameCount

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
        "documents": [_imported(one) for one in report.documents],
        "skipped": [
            {"source": one.source, "id": one.document, "title": one.title} for one in report.skipped
        ],
        "seconds": round(report.seconds, 3),
    }


def _imported(one: ImportedFile) -> Shape:
    return {
        "id": one.document,
        "source": one.source,
        "title": one.title,
        "document_number": one.document_number,
        "written": one.written,
        "version": one.version,
        "present": one.present,
        "levels": {level.value: count for level, count in one.levels},
        "warnings": [remark(warned) for warned in one.warnings],
    }


def remark(one: Remark) -> Shape:
    """Give a warning of an import; without a place it is about the whole file."""
    return {
        "code": one.code,
        "start": one.span.start if one.span else None,
        "end": one.span.end if one.span else None,
        "message": one.message,
        "suggestion": one.suggestion,
    }


def summary(one: DocumentSummary, today: str) -> Shape:
    """Give a document of the list, with its status on a day (ISO)."""
    return {
        "id": one.id,
        "title": one.metadata.title,
        "source": one.source.name,
        **metadata(one.metadata),
        "status": _status(one.metadata, today),
        "characters": one.characters,
        "provisions": one.provisions,
        "version": one.version,
        "format": one.source.format,
    }


def found_table(one: FoundTable, text: str) -> Shape:
    """Give a table of ``tables``, with its rows as lists of words."""
    return {
        "provision": one.provision,
        "citation": one.citation,
        "start": one.table.span.start,
        "end": one.table.span.end,
        "rows": one.rows(text),
    }


def edition(one: DocumentSummary, present: int) -> Shape:
    """Give one of the versions of a document; ``present`` is the number of the one shown."""
    return {
        "version": one.version,
        "present": one.version == present,
        "source": one.source.name,
        "format": one.source.format,
        "imported": one.source.imported.isoformat(),
        "characters": one.characters,
        **metadata(one.metadata),
    }


def cited_from(one: CitedFrom) -> Shape:
    """Give a place of another document that refers to this one.

    ``start`` and ``end`` are of the other document, ``target`` is the range of this one.
    """
    found = one.found
    return {
        "document": found.document,
        "title": found.document_title,
        "provision": found.citing.provision,
        "marker": found.citing.marker,
        "start": found.citing.span.start,
        "end": found.citing.span.end,
        "words": found.words,
        "target": None if one.target is None else [one.target.start, one.target.end],
    }


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
        "expansions": [{"written": e.written, "added": list(e.added)} for e in page.expansions],
        "suggestions": list(page.suggestions),
        "short_forms": [
            {
                "written": one.written,
                "forms": [
                    {"text": form.text, "count": form.count, "clear": form.clear}
                    for form in one.forms
                ],
            }
            for one in page.short_forms
        ],
        "facets": {
            facet.name.value: [
                {"value": v.value, "label": v.label, "count": v.count, "chosen": v.chosen}
                for v in facet.values
            ]
            for facet in page.facets
        },
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


def metadata(data: Metadata) -> Shape:
    """Give what a list and an outline say of a document beside its title."""
    return {
        "issuers": list(data.issuers),
        "document_number": data.document_number,
        "kind": data.kind,
        "kind_as_printed": data.kind_as_printed,
        "written": data.written,
        "published": data.published,
        "effective": data.effective,
        "expires": data.expires,
    }


def _status(data: Metadata, today: str) -> str | None:
    status = status_on(today, data.effective, data.expires)
    return None if status is Status.UNKNOWN else status.value


def task(one: TrackedTask, today: str) -> Shape:
    """Give a task with its bodies and deadlines, and what is kept about it."""
    found = one.task
    return {
        "provision": found.provision,
        "task": found.name,
        "lead": list(found.lead),
        "support": list(found.support),
        "deadline": found.deadline or None,
        "text": found.text,
        "marker": found.marker,
        "path": list(found.path),
        "start": found.span.start,
        "end": found.span.end,
        "deadlines": [{"printed": day.printed, "date": day.day} for day in found.deadlines],
        "due": one.due(today),
        "urgency": one.urgency(today).value,
        "status": one.progress.status.value,
        "remark": one.progress.remark,
        "own_deadline": one.progress.due,
        "text_changed": one.changed,
    }


def name_count(one: NameCount) -> Shape:
    """Give a name with its forms, and how many provisions and documents have it."""
    return {
        "name": one.text,
        "kind": one.kind.value,
        "provisions": one.provisions,
        "documents": one.documents,
        "forms": [{"text": form.text, "provisions": form.provisions} for form in one.forms],
    }
