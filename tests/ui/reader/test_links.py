from __future__ import annotations

import pytest

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.links import Links

A, B, C = TextRange(5, 20), TextRange(8, 12), TextRange(40, 44)


def test_the_innermost_link_is_meant():
    links = Links([C, A, B])
    assert links.at(9) == B
    assert links.at(6) == A
    assert links.at(30) is None
    assert links.touching(TextRange(0, 100)) == [A, B, C]


@pytest.mark.parametrize(("at", "forward", "back"), [(0, A, None), (6, B, A), (50, None, C)])
def test_the_keyboard_begins_in_view(at: int, forward, back):
    assert Links([A, B, C]).step(1, at) == forward
    assert Links([A, B, C]).step(-1, at) == back


def test_the_keyboard_goes_from_link_to_link():
    links = Links([A, B, C])
    assert [links.step(1, 0) for _ in range(4)] == [A, B, C, None]
    assert links.step(-1, 100) == C
    assert links.step(-1, 100) == B
    assert Links().step(1, 0) is None
