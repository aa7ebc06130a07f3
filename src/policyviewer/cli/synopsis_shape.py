"""The JSON shape of a comparison: keys may be added, never changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

from policyviewer.app.comparing import Compared, Side
from policyviewer.app.synopsis_cells import Cells
from policyviewer.domain.synopsis import Change, Part, Row, Unit, paragraph_parts

Shape = dict[str, object]


def synopsis(made: Compared, *, by_paragraphs: bool) -> Shape:
    """Give two texts in pairs: of several provisions that correspond, each with each."""
    cells = Cells(made.synopsis)
    pairs = list(_paragraphs(made, cells) if by_paragraphs else _provisions(made, cells))
    return {
        "old": _side(made.old),
        "new": _side(made.new),
        "superior": made.superior,
        "verdict": made.verdict or None,
        "counts": dict(Counter(str(pair["kind"]) for pair in pairs)),
        "pairs": pairs,
    }


def _side(side: Side) -> Shape:
    return {
        "document": side.document,
        "version": side.version,
        "title": side.title,
        "date": side.day or None,
    }


def _provisions(made: Compared, cells: Cells) -> Iterator[Shape]:
    for row in made.synopsis.rows:
        for old, new in product(row.old or (None,), row.new or (None,)):
            yield {**_pair(made, cells, row, old, new), **_more(row), "remark": cells.remark(row)}


def _paragraphs(made: Compared, cells: Cells) -> Iterator[Shape]:
    for part in paragraph_parts(made.synopsis):
        for old, new in product(part.old or (None,), part.new or (None,)):
            yield _pair(made, cells, part, old, new)


def _pair(
    made: Compared, cells: Cells, one: Row | Part, old: Unit | None, new: Unit | None
) -> Shape:
    return {
        "kind": one.change.value,
        "old": _name(old),
        "new": _name(new),
        "old_text": _text(made.old, old),
        "new_text": _text(made.new, new),
        "old_label": cells.place(old, 0) if old else None,
        "new_label": cells.place(new, 1) if new else None,
        "differences": _differences(one),
    }


def _more(row: Row) -> Shape:
    return {
        "renumbered": row.renumbered,
        "reshaping": row.reshaping.value if row.reshaping else None,
        "revised": row.revised,
        "carried": row.carried.value if row.carried else None,
        "by_hand": row.by_hand,
    }


def _differences(one: Row | Part) -> list[Shape]:
    """Give the words that differ, by their places in either text."""
    parts = one.parts if isinstance(one, Row) else (one,)
    return [
        {
            "old": [piece.old.start, piece.old.end],
            "new": [piece.new.start, piece.new.end],
        }
        for part in parts
        if (part.old and part.new) or part.change is Change.MOVED
        for piece in part.pieces
        if not piece.same
    ]


def _name(unit: Unit | None) -> str | None:
    return None if unit is None else unit.id


def _text(side: Side, unit: Unit | None) -> str | None:
    return None if unit is None else unit.span.of(side.outline.text)
