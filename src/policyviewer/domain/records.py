"""What the full-text index is given of a document: one record a provision."""

from __future__ import annotations

from collections.abc import Iterator

from policyviewer.domain.citations import Citer
from policyviewer.domain.documents import Document
from policyviewer.domain.provisions import provisions
from policyviewer.domain.queries import IndexedProvision


def records(document: Document) -> Iterator[IndexedProvision]:
    """Give a record for every provision that is searched and has words."""
    outline = document.outline
    data = outline.metadata
    restored = outline.restored_text()
    citer = Citer(outline)
    for ordinal, tile in enumerate(provisions(outline)):
        if not tile.searchable or not tile.span.of(outline.text).strip():
            continue
        yield IndexedProvision(
            document=document.id,
            title=data.title,
            source=document.source.name,
            provision=tile.id,
            marker=tile.marker,
            path=tile.path,
            citation=citer.of(tile.id),
            start=tile.span.start,
            text=tile.span.of(outline.text),
            restored=tile.span.of(restored),
            ordinal=ordinal,
            issuers=data.issuers,
            document_number=data.document_number or "",
            kind=data.kind or "",
            status=data.status.value,
            written=data.written or "",
        )
