"""What the full-text index is given of a document."""

from __future__ import annotations

from collections.abc import Iterator

from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Document
from policyviewer.domain.provisions import provisions
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.works import latest_date


def records(document: Document) -> Iterator[IndexedProvision]:
    """Give one record for each provision that has words and is searched."""
    outline, metadata = document.outline, document.outline.metadata
    restored = outline.restored_text()
    citations = Citations(outline)
    written = metadata.written or latest_date(outline) or ""
    for ordinal, tile in enumerate(provisions(outline)):
        words = tile.span.of(outline.text)
        if not tile.searchable or not words.strip():
            continue
        yield IndexedProvision(
            document=document.id,
            title=metadata.title,
            source=document.source.name,
            provision=tile.id,
            marker=tile.marker,
            path=tile.path,
            citation=citations.of(tile.id),
            start=tile.span.start,
            text=words,
            restored=tile.span.of(restored),
            ordinal=ordinal,
            issuers=metadata.issuers,
            document_number=metadata.document_number or "",
            kind=metadata.kind or "",
            effective=metadata.effective or "",
            expires=metadata.expires or "",
            written=written,
        )
