"""Which chapter of the manual explains what the user is looking at: a decision without widgets."""

from __future__ import annotations

from collections.abc import Mapping

CHAPTERS: Mapping[str, str] = {
    "": "main/l1_1",
    "library": "main/l1_2",
    "overview": "main/l1_2",
    "search": "main/l1_3",
    "bookmarks": "main/l1_4",
    "notes": "main/l1_4",
    "annotations": "main/l1_4",
    "citations": "main/l1_5",
    "synopsis": "main/l1_5",
    "compilation": "main/l1_6",
    "outline": "main/l1_7",
    "reader": "main/l1_7",
    "tasks": "main/l1_5",
    "names": "main/l1_3",
    "properties": "main/l1_2",
}
"""The provisions of the manual, by the part of the window that has the keyboard."""


def chapter_of(place: str) -> str:
    """Give the id of the chapter for a part of the window; the first for any other."""
    return CHAPTERS.get(place, CHAPTERS[""])
