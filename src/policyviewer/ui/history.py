"""Where the reader has been: back and forward over every jump, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.documents import DocumentId

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A document and the code point at the top of the page."""

    document: DocumentId
    offset: int


@dataclass(frozen=True, slots=True)
class History:
    """The places before and after the present one; every change gives a new history."""

    past: tuple[Place, ...] = ()
    future: tuple[Place, ...] = ()

    def left(self, place: Place) -> History:
        """Give the history after a jump away from a place; what lay ahead is forgotten."""
        if self.past and self.past[-1] == place:
            return History(self.past)
        return History((*self.past, place)[-_KEPT:])

    def back(self, now: Place) -> tuple[Place, History] | None:
        """Give the place before, and the history there; None at the beginning."""
        if not self.past:
            return None
        return self.past[-1], History(self.past[:-1], (now, *self.future))

    def forward(self, now: Place) -> tuple[Place, History] | None:
        """Give the place after, and the history there; None at the end."""
        if not self.future:
            return None
        return self.future[0], History((*self.past, now), self.future[1:])
