"""Comparisons of a small law of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Compared, Side, beside_superior, compared
from policyviewer.domain.structure import parse

Make = Callable[..., Compared]
REVISED = (BODIES[0].replace("方便", "便利"), *BODIES[1:4], *BODIES[5:], "鼓励捐资修路和护路。")


@pytest.fixture
def make() -> Make:
    """Give a maker of comparisons of two laws, by default the small one and its revision."""

    def made(
        old: tuple[str, ...] = BODIES, new: tuple[str, ...] = REVISED, *, superior: bool = False
    ) -> Compared:
        sides = [Side("青山县道路条例", parse(law(*bodies))) for bodies in (old, new)]
        return (beside_superior if superior else compared)(*sides)

    return made
