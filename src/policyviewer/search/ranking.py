"""The best of many rows, in the order of Whoosh: by score, and those alike by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

_BLOCK = 64
"""Neighbours of which the best is looked at first."""
_MANY = 2048
"""Scores from which that pays."""


def best(scores: Array, most: int) -> Array:
    """Give where the highest scores are, at most so many: the highest first, of those that are
    alike the first.
    """
    import numpy as np

    if most <= 0:
        return np.empty(0, np.int64)
    chosen = np.arange(len(scores)) if most >= len(scores) else _reaching(scores, most)
    order = np.argsort(-scores[chosen], kind="stable")[:most]
    return chosen[order]


def _reaching(scores: Array, most: int) -> Array:
    """Give where scores are that may be among the highest, in order."""
    import numpy as np

    whole = len(scores) // _BLOCK
    if whole > most and len(scores) >= _MANY:
        blocks = scores[: whole * _BLOCK].reshape(whole, _BLOCK).max(axis=1)
        least = np.partition(blocks, whole - most)[whole - most]
        chosen = np.flatnonzero(scores >= least)
    else:
        chosen = np.arange(len(scores))
    if len(chosen) > most:
        those = scores[chosen]
        least = np.partition(those, len(those) - most)[len(those) - most]
        chosen = chosen[those >= least]
    return chosen
