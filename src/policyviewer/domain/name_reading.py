"""The names in a text: places, bodies and projects, each where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from policyviewer.domain.body_reading import bodies_of
from policyviewer.domain.gazetteer import Atlas
from policyviewer.domain.named import Named, NameKind
from policyviewer.domain.patterns import regex
from policyviewer.domain.place_reading import places_of
from policyviewer.domain.project_reading import projects_of

_WHOLE = regex("[省市县区州盟旗镇乡村]$")
Span = tuple[int, int]


def names_of(text: str, atlas: Atlas) -> list[Named]:
    """Give all names in the order of the text.

    A place in the name of a body counts for itself too where it is named in full: 湖北省 in
    湖北省地震局, but not 重庆 in 重庆大学. In the name of a project it always counts.
    """
    places = places_of(text, atlas)
    bodies, projects = _settled(bodies_of(text, places), projects_of(text, places, atlas.ordinary))
    whole = [
        (start, end)
        for start, end in places
        if not _covered((start, end), bodies) or _WHOLE.search(text, end - 1, end)
    ]
    found = [
        *(Named(*one, NameKind.PLACE, text[slice(*one)]) for one in whole),
        *(Named(*one, NameKind.BODY, text[slice(*one)]) for one in bodies),
        *(Named(*one, NameKind.PROJECT, text[slice(*one)]) for one in projects),
    ]
    return sorted(found)


def _settled(bodies: list[Span], projects: list[Span]) -> tuple[list[Span], list[Span]]:
    """Give both lists without what overlaps something longer in the other."""
    kept = [one for one in projects if not _covered(one, [b for b in bodies if _longer(b, one)])]
    return [one for one in bodies if not _covered(one, kept)], kept


def _longer(one: Span, other: Span) -> bool:
    return one[1] - one[0] > other[1] - other[0]


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    """Say whether a stretch overlaps one of a list, which is sorted and has none that do."""
    start, end = span
    before = bisect_left(spans, (end, end))
    return before > 0 and spans[before - 1][1] > start
