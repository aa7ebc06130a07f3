from __future__ import annotations

import random

import numpy as np
import pytest

from policyviewer.search.ranking import best


@pytest.mark.parametrize("count", [0, 1, 20, 63, 2047, 2048, 5000, 20_001])
@pytest.mark.parametrize("different", [1, 3, 1000, 10**9])
@pytest.mark.parametrize("most", [0, 1, 20, 200, 10**6])
def test_the_best_come_first_and_those_alike_in_their_order(
    count: int, different: int, most: int
) -> None:
    dice = random.Random(count + different + most)
    scores = [dice.randrange(different) / 7 for _ in range(count)]
    expected = sorted(range(count), key=lambda at: (-scores[at], at))[:most]
    assert best(np.array(scores), most).tolist() == expected
