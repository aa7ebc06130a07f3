"""Marked clauses as a page of rich text: to be read on the screen, and to be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby, pairwise

from policyviewer.app.marked_clauses import ClauseMark, MarkedClause
from policyviewer.domain.annotations import Annotation, AnnotationId, AnnotationKind
from policyviewer.ui.models.annotation_rows import day
from policyviewer.ui.theme import LIGHT, Theme

PAPER = LIGHT
"""In whose colours is printed."""
_LOST = "（现在的文本里已经没有这些文字）"
"""Chinese in every window, as the page that it stands on."""


def clause_page(clauses: Sequence[MarkedClause], theme: Theme, *, whole: bool = False) -> str:
    """Give clauses as HTML: document by document, the marked words coloured, the notes numbered
    and below their clause. Of a ``whole`` document the clauses have no heads of their own.

    A citation is a link to ``clause:NUMBER``.
    """
    places = {id(one): at for at, one in enumerate(clauses)}
    numbers = _numbers(clauses)
    parts = [_style(theme)]
    for title, group in groupby(clauses, key=lambda one: one.title or str(one.document)):
        if not whole:
            parts.append(f"<h2>{escape(title)}</h2>")
        for one in group:
            place = places[id(one)]
            if not whole or one.start is None:
                parts.append(_head(one, place))
            words = _coloured(one, numbers, theme).split("\n")
            if whole and not place:
                parts.append(f'<p align="center"><b>{words.pop(0)}</b></p>')
            parts.append(f"<p>{'<br>'.join(words)}</p>")
            noted = (mark.annotation for mark in one.marks if mark.annotation.id in numbers)
            parts += [_note(note, numbers[note.id], theme) for note in noted]
    return "".join(parts)


def _numbers(clauses: Sequence[MarkedClause]) -> dict[AnnotationId, int]:
    """Number what has words or tags through."""
    marks = (mark.annotation for one in clauses for mark in one.marks)
    noted = (one.id for one in marks if one.text or one.tags)
    return {name: at for at, name in enumerate(dict.fromkeys(noted), start=1)}


def _style(theme: Theme) -> str:
    return (
        f"<style>body {{ color: {theme.ink}; }} h2 {{ margin-top: 18px; }}"
        f" a {{ color: {theme.accent}; text-decoration: none; }}"
        f" p {{ margin-top: 2px; margin-bottom: 4px; line-height: 150%; }}"
        f" .path, .foot {{ color: {theme.soft}; }}</style>"
    )


def _head(clause: MarkedClause, number: int) -> str:
    path = f'<span class="path">{escape(" › ".join(clause.path))}</span><br>' if clause.path else ""
    words = escape(clause.citation or f"《{clause.title}》")
    if clause.start is None:
        return f"<p>{path}<b>{words}</b> {_LOST}</p>"
    return f'<p>{path}<b><a href="clause:{number}">{words}</a></b></p>'


def _coloured(clause: MarkedClause, numbers: Mapping[AnnotationId, int], theme: Theme) -> str:
    """Give the words with grounds in the colours of the marks, and numbers where notes belong."""
    marks = [one for one in clause.marks if one.span is not None]
    borders = sorted(
        {0, len(clause.text)}
        | {end for one in marks if one.span for end in (one.span.start, one.span.end)}
    )
    parts: list[str] = []
    for start, end in pairwise(borders):
        piece = escape(clause.text[start:end])
        ground = _ground(marks, start, end, theme)
        parts.append(
            f'<span style="background-color: {ground}">{piece}</span>' if ground else piece
        )
        ending = (
            numbers[one.annotation.id]
            for one in marks
            if one.span and one.span.end == end and one.annotation.id in numbers
        )
        parts += [f"<sup>[{number}]</sup>" for number in ending]
    return "".join(parts)


def _ground(marks: Sequence[ClauseMark], start: int, end: int, theme: Theme) -> str:
    """Give the colour of the last mark that covers a stretch; bookmarks have none."""
    covering = (
        one.annotation
        for one in reversed(marks)
        if one.span and one.span.start <= start and end <= one.span.end
    )
    coloured = (one for one in covering if one.kind is not AnnotationKind.BOOKMARK)
    found = next(coloured, None)
    return theme.highlights[found.colour] if found is not None else ""


def _note(one: Annotation, number: int, theme: Theme) -> str:
    edge = theme.edges[one.colour]
    tags = " ".join(f"#{tag}" for tag in one.tags)
    foot = " · ".join(part for part in (one.author, day(one.modified), tags) if part)
    lines = [escape(line) for line in one.text.splitlines()]
    lines.append(f'<span class="foot">{escape(foot)}</span>')
    return (
        f'<table width="100%" cellspacing="0" cellpadding="4"><tr>'
        f'<td width="4" bgcolor="{edge}"></td><td>[{number}] {"<br>".join(lines)}</td></tr></table>'
    )
