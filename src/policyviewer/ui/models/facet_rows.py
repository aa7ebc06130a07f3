"""Facets as rows: the first values of each, the chosen ones always, the others on request."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from typing_extensions import override

from policyviewer.domain.queries import FACET_NAMES, Facet, FacetName, FacetValue
from policyviewer.ui.models.rows import Index, Role, Row, RowModel
from policyviewer.ui.translation import tr

FIRST = 6
"""Values that a facet shows without being asked."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A value of a facet that can be chosen."""

    name: FacetName
    value: FacetValue


@dataclass(frozen=True, slots=True)
class More:
    """Values of a facet that are not shown yet."""

    name: FacetName


class FacetModel(RowModel):
    """Shows facets; what can be chosen has a check mark."""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = super().data(index, Role.VALUE) if index.isValid() else None
        if isinstance(value, Pick):
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if value.value.chosen else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return tr("{label}，{count} 条").format(
                    label=value.value.label, count=value.value.count
                )
        return super().data(index, role)


def facet_rows(facets: Sequence[Facet], typed: str, opened: Collection[FacetName]) -> list[Row]:
    """Give a group for each facet that has values; ``typed`` narrows the values down, and the
    ``opened`` facets show all of theirs.
    """
    by_name = {facet.name: facet.values for facet in facets}
    groups = []
    for name, title in FACET_NAMES.items():
        found = [one for one in by_name.get(name, ()) if typed in one.label]
        if found:
            rows = _rows(name, found, shows_all=bool(typed) or name in opened)
            groups.append(
                Row(
                    title,
                    name.value,
                    tr("{title}：{count} 项").format(title=title, count=len(found)),
                    children=tuple(rows),
                )
            )
    return groups


def _rows(name: FacetName, found: Sequence[FacetValue], *, shows_all: bool) -> list[Row]:
    if shows_all or len(found) <= FIRST + 1:
        shown = list(found)
    else:
        shown = [one for at, one in enumerate(found) if at < FIRST or one.chosen]
    rows = [
        Row(
            one.label,
            f"{name.value}#{one.value}",
            tr("{label}：{count} 条").format(label=one.label, count=one.count),
            Pick(name, one),
        )
        for one in shown
    ]
    left = len(found) - len(shown)
    return (
        [*rows, Row(tr("另有 {left} 项…").format(left=left), f"{name.value}#", value=More(name))]
        if left
        else rows
    )
