"""Annotations as arrays: their order, and what each has of one sort as a number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from policyviewer.domain.annotations import Annotation
from policyviewer.domain.documents import DocumentId

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask: TypeAlias = NDArray[np.bool_]


class Facet:
    """What each annotation has of one sort, as numbers."""

    def __init__(self, values: Sequence[str]) -> None:
        import numpy as np

        numbers: dict[str, int] = {}
        self._codes = np.array([numbers.setdefault(one, len(numbers)) for one in values], np.int32)
        self._numbers = numbers

    @property
    def values(self) -> Iterable[str]:
        """Give the values that occur."""
        return self._numbers.keys()

    def any_of(self, values: Iterable[str]) -> Mask:
        """Tell which annotations have one of some values."""
        import numpy as np

        wanted = np.zeros(len(self._numbers) + 1, bool)
        wanted[[self._numbers.get(one, -1) for one in values]] = True
        wanted[-1] = False
        return wanted[self._codes]

    def frequent(self, mask: Mask) -> tuple[str, ...]:
        """Give the values that some annotations have, the most frequent first."""
        import numpy as np

        counts = np.bincount(self._codes[mask], minlength=len(self._numbers))
        names = list(self._numbers)
        return tuple(names[at] for at in np.argsort(-counts, kind="stable") if counts[at])

    def changes(self, indices: NDArray[np.int64]) -> list[int]:
        """Give where, among some annotations, another value begins than before."""
        import numpy as np

        codes = self._codes[indices]
        if not len(codes):
            return []
        return [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1).tolist()]


def in_order(annotations: Collection[Annotation]) -> NDArray[np.object_]:
    """Give annotations in the order of their texts, the document with the newest ones first."""
    import numpy as np

    objects = np.empty(len(annotations), object)
    objects[:] = list(annotations)
    newest: dict[DocumentId, datetime] = {}
    for one in annotations:
        name, when = one.target.document, one.modified
        if name not in newest or newest[name] < when:
            newest[name] = when
    names = sorted(newest, key=lambda name: (newest[name], name), reverse=True)
    places = {name: at for at, name in enumerate(names)}
    starts = [one.target.span.start for one in annotations]
    order = np.lexsort((starts, [places[one.target.document] for one in annotations]))
    return objects[order]
