"""Search hits as rows: by document and then by provision, or one below the other."""

from __future__ import annotations

from collections.abc import Mapping

from policyviewer.domain.queries import FacetName, SearchHit, SearchPage
from policyviewer.ui.models.library_rows import short_title
from policyviewer.ui.models.rows import Row


def result_rows(page: SearchPage, *, grouped: bool = True) -> list[Row]:
    """Give the hits grouped by document, the document of the best hit first; or as they come.

    A document tells how many hits it has in all, as far as that was counted.
    """
    if not grouped:
        return [_hit(hit) for hit in page.hits]
    groups: dict[str, list[SearchHit]] = {}
    for hit in page.hits:
        groups.setdefault(hit.document, []).append(hit)
    counts = counts_of(page)
    return [
        Row(
            f"{short_title(hits[0].title)}（{max(len(hits), counts.get(document, 0))}）",
            group_key(document),
            tip=hits[0].title,
            children=tuple(map(_hit, hits)),
        )
        for document, hits in groups.items()
    ]


def counts_of(page: SearchPage) -> Mapping[str, int]:
    """Give how many hits each document has; of many documents, of those that were counted."""
    return {
        one.value: one.count
        for facet in page.facets
        if facet.name is FacetName.DOCUMENT
        for one in facet.values
    }


def group_key(document: str) -> str:
    """Give the key of the row of a document."""
    return f"document:{document}"


def place_of(hit: SearchHit) -> str:
    """Give where a hit stands: the headings above its provision, and its marker."""
    parts = [*hit.path, hit.marker]
    return " › ".join(part for part in parts if part) or "题名和前言"


def _hit(hit: SearchHit) -> Row:
    return Row(place_of(hit), f"{hit.document}#{hit.provision}", hit.citation, hit)
