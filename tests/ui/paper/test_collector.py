from __future__ import annotations

import gc

import pytest

from policyviewer.ui.paper.collector import resting_collector


def test_it_works_again_afterwards():
    with resting_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure():
    with pytest.raises(ValueError, match="no"), resting_collector():
        raise ValueError("no")
    assert gc.isenabled()


def test_who_ends_first_does_not_wake_it_for_the_other():
    with resting_collector():
        with resting_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
