"""Which characters a document masks: few of them, but those wherever they stand."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

_TRIALS = 5.0
"""How many characters the expectation counts for that every character is masked alike."""

_SPREAD, _FEW = 3.0, 8.0
"""How many times the rate of all characters that of the masked ones is, where any character
may be masked and where only few are: what the other gaps are tells more in between."""

Shares = Mapping[int, Mapping[str, float]]
"""The probabilities of what each hidden character may be, by its place."""


class Masking:
    """How likely each character is to be masked, from what the gaps may be and what is printed.

    A character that is masked here and printed there is less likely than one that is masked as
    often as the others that are masked: their usual part is the yardstick.
    """

    def __init__(self, text: str, printed: Callable[[str], int], shares: Shares) -> None:
        """``text`` has ANY in every gap; ``printed`` counts a character in it."""
        self._text = text
        self._printed = printed
        self._rate = max(1, len(shares)) / max(1, len(text))
        self._masked: dict[str, float] = defaultdict(float)
        self._alike: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        alike = Counter((self._beside(at), id(share)) for at, share in shares.items())
        different = {id(share): share for share in shares.values()}
        for (beside, share), times in alike.items():
            for char, part in different[share].items():
                self._masked[char] += part * times
                self._alike[beside][char] += part * times
        self._usual = max(self._rate, self._mean())
        strength = math.log(self._usual / self._rate / _SPREAD) / math.log(_FEW / _SPREAD)
        self._strength = min(1.0, max(0.0, strength))

    def of(self, char: str, at: int) -> float:
        """Give how many times likelier than any character one is to be masked at a place.

        What gaps with the same neighbours may be is left out: they all err together.
        """
        if not self._strength:
            return 1.0
        masked = self._masked.get(char, 0.0) - self._alike[self._beside(at)].get(char, 0.0)
        share = _TRIALS * self._rate + max(0.0, masked)
        share /= _TRIALS + max(0.0, masked) + self._printed(char)
        likelihood = share / self._rate * min(1.0, share / self._usual)
        return float(likelihood**self._strength)

    @property
    def other(self) -> float:
        """Give the same for a character that was neither read nor printed."""
        return float(min(1.0, self._rate / self._usual) ** self._strength)

    def _beside(self, at: int) -> str:
        return self._text[max(0, at - 1) : at] + self._text[at : at + 2]

    def _mean(self) -> float:
        """Give the part of a character that is masked, as each gap sees it in all the others."""
        whole = sum(self._masked.values())
        if not whole:
            return 0.0
        others = sum(
            count * (count - 1.0) / (count - 1.0 + self._printed(char))
            for char, count in self._masked.items()
            if count > 1.0
        )
        return others / whole
