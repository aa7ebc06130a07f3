"""Words that are struck out: a line runs through their middle."""

from __future__ import annotations

from policyviewer.importers.pages.pieces import Page, Piece, Ruling

_MIDDLE = (0.35, 0.65)
"""Of the height of words: a line there strikes them out, one below is an underline."""
_BEYOND = 0.3
"""Characters that the line may reach beyond the words: a table's line goes on."""
_STEP = 8.0
"""Points: what stands near a line is looked for in strips of this height."""


def take_struck(page: Page) -> bool:
    """Take the lines that strike words out from a page's rulings; say whether there are any."""
    strips: dict[int, list[Piece]] = {}
    for piece in page.pieces:
        strips.setdefault(int(piece.middle // _STEP), []).append(piece)
    kept = []
    for ruling in page.rulings:
        at = int(ruling.at // _STEP)
        near = [piece for strip in (at - 1, at, at + 1) for piece in strips.get(strip, ())]
        if ruling.upright or not _strikes(ruling, near):
            kept.append(ruling)
    struck = len(kept) < len(page.rulings)
    page.rulings[:] = kept
    return struck


def _strikes(ruling: Ruling, pieces: list[Piece]) -> bool:
    """Say whether words stand along the whole of the line, and it runs through their middle."""
    through = [piece for piece in pieces if _runs_through(ruling, piece)]
    if not through:
        return False
    slack = _BEYOND * max(piece.size for piece in through)
    return (
        min(piece.left for piece in through) - slack <= ruling.start
        and ruling.end <= max(piece.right for piece in through) + slack
    )


def _runs_through(ruling: Ruling, piece: Piece) -> bool:
    high = piece.bottom - piece.top
    return (
        _MIDDLE[0] * high <= ruling.at - piece.top <= _MIDDLE[1] * high
        and piece.left < ruling.end
        and piece.right > ruling.start
    )
