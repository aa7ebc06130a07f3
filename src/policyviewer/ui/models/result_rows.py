"""Search hits as rows: by document, then by provision."""

from __future__ import annotations

import html

from policyviewer.domain.queries import SearchHit, SearchPage
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.library_rows import short_title
from policyviewer.ui.models.rows import Row


def result_rows(page: SearchPage) -> list[Row]:
    """Give the hits grouped by document, the document of the best hit first."""
    groups: dict[str, list[SearchHit]] = {}
    for hit in page.hits:
        groups.setdefault(hit.document, []).append(hit)
    return [
        Row(
            f"{short_title(hits[0].title)}（{len(hits)}）",
            tip=hits[0].title,
            children=tuple(map(_hit, hits)),
        )
        for hits in groups.values()
    ]


def _hit(hit: SearchHit) -> Row:
    return Row(place_of(hit), f"{hit.document}#{hit.provision}", hit.citation, hit)


def place_of(hit: SearchHit) -> str:
    """Give where a hit stands: the headings above its provision, and its marker."""
    parts = [*hit.path, hit.marker]
    return " › ".join(part for part in parts if part) or "题名和前言"


def marked(excerpt: str, highlights: tuple[TextRange, ...], style: str) -> str:
    """Give an excerpt as rich text with its hits in a style; everything else is escaped."""
    parts: list[str] = []
    at = 0
    for span in highlights:
        hit = html.escape(span.of(excerpt))
        parts += (html.escape(excerpt[at : span.start]), f'<span style="{style}">{hit}</span>')
        at = span.end
    return "".join((*parts, html.escape(excerpt[at:])))
