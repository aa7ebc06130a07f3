"""How a search hit is told in words."""

from __future__ import annotations

from policyviewer.domain.queries import SearchHit
from policyviewer.ui.translation import tr


def place_of(hit: SearchHit) -> str:
    """Give where a hit stands: the headings above its provision, and its marker."""
    parts = [*hit.path, hit.marker]
    return " › ".join(part for part in parts if part) or tr("题名和前言")
