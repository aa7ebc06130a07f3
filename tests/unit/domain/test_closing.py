from __future__ import annotations

import pytest
from typing_extensions import override

from policyviewer.domain.closing import Closing


class Door(Closing):
    closed = 0

    @override
    def close(self) -> None:
        self.closed += 1


def test_it_is_given_and_closed_once():
    with Door() as door:
        assert door.closed == 0
    assert door.closed == 1


def test_it_is_closed_on_an_error_too_which_goes_on():
    door = Door()
    with pytest.raises(ValueError, match="draught"), door:
        raise ValueError("draught")
    assert door.closed == 1
