"""The user's notes on paper: marks in the text, the notes in the margin or behind the text.

The margin is narrow. What does not fit in there stands whole behind the text, and its beginning
in the margin says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import BLANKS
from policyviewer.ui.paper.measures import HEIGHT, POINT, RIGHT, of_mm
from policyviewer.ui.paper.paging import MarginNote, Page
from policyviewer.ui.paper.paragraphs import Paragraph, plain
from policyviewer.ui.paper.styles import MARGIN_NOTE, NOTE, NOTES_HEADING
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.reader.blocks import Face

GAP = of_mm(2)
"""From the text to the notes beside it, and from these to the paper's edge at least."""
MARGIN_WIDTH = RIGHT - GAP - of_mm(4)
LINE = 1.35 * MARGIN_NOTE.size * POINT
"""From one line of a note in the margin to the next."""
MOST_LINES = 24
"""Of a note in the margin."""
_BETWEEN = 0.6 * LINE
_LONGEST_QUOTE = 60


class NotesPlace(StrEnum):
    """Where notes are printed."""

    NONE = "none"
    MARGIN = "margin"
    END = "end"


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A mark in the text, and what was noted to it; marks without words have no number."""

    number: int | None
    span: TextRange
    text: str
    colour: Colour
    quote: str = ""


def numbered(placed: Iterable[PlacedAnnotation], within: TextRange) -> tuple[PrintedNote, ...]:
    """Give notes and highlights that begin in a range, in the order of the text.

    Bookmarks mark no words, and what has lost its place has none on paper either.
    """
    marks = [
        (one.anchor.span, one.annotation)
        for one in placed
        if one.anchor.span is not None and one.annotation.kind is not AnnotationKind.BOOKMARK
    ]
    found: list[PrintedNote] = []
    number = 0
    for span, note in sorted(marks, key=lambda one: (one[0], one[1].id)):
        if not within.start <= span.start < within.end:
            continue
        text = note.text.strip()
        number += bool(text)
        quote = note.target.quote.exact
        found.append(PrintedNote(number if text else None, span, text, note.colour, quote))
    return tuple(found)


def end_notes(notes: Sequence[PrintedNote]) -> list[Paragraph]:
    """Give the notes as they stand behind the text; nothing where there are none."""
    told = [plain(_told(one), NOTE) for one in notes if one.number is not None]
    return [plain("批注", NOTES_HEADING, Face.HEITI), *told] if told else []


def _told(note: PrintedNote) -> str:
    quote = note.quote.translate(dict.fromkeys(map(ord, BLANKS + "\n")))
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}……"
    return f"{mark(note)}“{short}”：{note.text}"


def mark(note: PrintedNote) -> str:
    """Give the number of a note as it is printed."""
    return f"［{note.number}］"


def beside(
    pages: Sequence[Page], notes: Sequence[PrintedNote], typesetter: Typesetter
) -> tuple[list[Page], list[PrintedNote]]:
    """Give the pages with notes in their margins, and the notes that are cut there."""
    made, cut = [], []
    for page in pages:
        anchored = [(top, note) for note in notes if (top := _top(page, note)) is not None]
        drafts = [
            (top, note, plain(f"{mark(note)}{note.text}", MARGIN_NOTE)) for top, note in anchored
        ]
        counts = [len(typesetter.lines(one, MARGIN_WIDTH)) for _top, _note, one in drafts]
        shown = _shared(counts)
        cut += [
            note
            for (_top, note, _words), count, some in zip(drafts, counts, shown, strict=True)
            if some < count
        ]
        drafts = [one for one, some in zip(drafts, shown, strict=True) if some]
        counts = [one for one, some in zip(counts, shown, strict=True) if some]
        shown = [some for some in shown if some]
        tops = _tops([top for top, _note, _words in drafts], [some * LINE for some in shown])
        made.append(
            replace(
                page,
                notes=tuple(
                    MarginNote(words, top, some, whole=some == count)
                    for (_top, _note, words), top, some, count in zip(
                        drafts, tops, shown, counts, strict=True
                    )
                ),
            )
        )
    return made, cut


def _top(page: Page, note: PrintedNote) -> float | None:
    """Give where on a page the words of a numbered note begin."""
    if note.number is None:
        return None
    for one in page.placed:
        top = one.top_of(note.span.start)
        if top is not None:
            return top
    return None


def _shared(counts: Sequence[int]) -> list[int]:
    """Give how many lines of each note are shown, so that all of a page have room; those for
    which none is left have their number in the text alone.
    """
    for most in range(MOST_LINES, 1, -1):
        shown = [min(count, most) for count in counts]
        if sum(shown) * LINE + _BETWEEN * len(shown) <= HEIGHT:
            return shown
    room = int(HEIGHT / (2 * LINE + _BETWEEN))
    return [min(count, 2) if number < room else 0 for number, count in enumerate(counts)]


def _tops(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Give where notes begin: beside their words or, where these are close, below each other."""
    tops: list[float] = []
    end = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, end))
        end = tops[-1] + height + _BETWEEN
    below = HEIGHT
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], below - heights[number])
        below = tops[number] - _BETWEEN
    return tops
