"""What a document has between the same neighbours: its own evidence for a masked character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policyviewer.domain.vocabulary import ANY

_LEFT, _RIGHT = (2, 0), (0, 2)
_BOTH = ((1, 1), (2, 1), (1, 2), (2, 2))
_SHAPES = (_LEFT, _RIGHT, *_BOTH)
"""How many characters on the left and right must be the same."""
_DOUBT = {(2, 0): 4.0, (0, 2): 4.0, (1, 1): 9.0, (2, 1): 4.5, (1, 2): 4.5, (2, 2): 2.0}
"""How many observations the expectation counts for that they correct."""
_SMOOTH = 0.5
_CHARACTERS = 3000
"""How many different characters a language commonly uses."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many times likelier the neighbours make a character than it is anywhere."""

    lifts: Mapping[str, float]
    other: float
    """The same for any character that is not named."""

    @property
    def likelier(self) -> list[str]:
        """Give the characters that the neighbours make likelier."""
        return [char for char, lift in self.lifts.items() if lift > 1.0]

    def of(self, char: str) -> float:
        """Give the lift of one character."""
        return self.lifts.get(char, self.other)


class Contexts:
    """The neighbourhoods of a document, counted where some gap asks for them.

    ``printed`` has ANY in every gap; ``known`` is the same text with the sure readings put in:
    neighbours may be restored, what is counted between them is printed.
    """

    def __init__(self, printed: str, known: str, gaps: Iterable[int]) -> None:
        self._known = known
        self._single = Counter(printed)
        self._size = len(printed)
        self._counts = _counted(printed, known, gaps)

    def evidence(self, at: int) -> Evidence:
        """Give what the document says about the gap at a place."""
        seen = {
            shape: self._counts[shape].get(near)
            for shape in _SHAPES
            if (near := _near(self._known, at, shape)) is not None
        }
        found = {shape: counts for shape, counts in seen.items() if counts}
        if not found:
            return Evidence({}, 1.0)
        chars = {char for counts in found.values() for char in counts}
        base = {char: self._share(char) for char in chars}
        likely, other = dict(base), 1.0
        for shape, counts in found.items():
            likely, other = _corrected(shape, counts, base, likely, other)
        return Evidence({char: likely[char] / base[char] for char in chars}, other)

    def printed(self, char: str) -> int:
        """Give how often the document prints a character."""
        return self._single[char]

    def _share(self, char: str) -> float:
        return (self._single[char] + _SMOOTH) / (self._size + _SMOOTH * _CHARACTERS)


def _corrected(
    shape: tuple[int, int],
    counts: Counter[str],
    base: Mapping[str, float],
    likely: dict[str, float],
    other: float,
) -> tuple[dict[str, float], float]:
    """Give the expectation after the observations of a shape.

    A shape with one side multiplies what the other side says; one with both replaces it.
    """
    doubt, seen = _DOUBT[shape], counts.total()
    if shape in (_LEFT, _RIGHT):
        fresh = {
            char: likely[char] * (counts[char] / base[char] + doubt) / (seen + doubt)
            for char in likely
        }
    else:
        fresh = {char: (counts[char] + doubt * likely[char]) / (seen + doubt) for char in likely}
    other *= doubt / (seen + doubt)
    whole = sum(fresh.values()) + other * max(0.0, 1.0 - sum(base.values()))
    return {char: share / whole for char, share in fresh.items()}, other / whole


def _near(text: str, at: int, shape: tuple[int, int]) -> str | None:
    """Give the neighbours of a place, or None where one of them is hidden or missing."""
    before, after = shape
    if at < before:
        return None
    near = text[at - before : at] + text[at + 1 : at + 1 + after]
    return near if len(near) == before + after and ANY not in near else None


def _counted(
    printed: str, known: str, gaps: Iterable[int]
) -> dict[tuple[int, int], dict[str, Counter[str]]]:
    wanted: dict[tuple[int, int], dict[str, Counter[str]]] = {shape: {} for shape in _SHAPES}
    for at in gaps:
        for shape in _SHAPES:
            if (near := _near(known, at, shape)) is not None:
                wanted[shape].setdefault(near, Counter())
    for (before, after), keys in wanted.items():
        if not keys:
            continue
        for at in range(before, len(known) - after):
            counts = keys.get(known[at - before : at] + known[at + 1 : at + 1 + after])
            if counts is not None and "\u3400" <= printed[at] <= "\u9fff":
                counts[printed[at]] += 1
    return wanted
