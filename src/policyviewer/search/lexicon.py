"""The dictionary of jieba as the lexicon that restores masked characters.

Only its data file is read, and only when the first mask asks for it: a document without masks
never pays for it, and nothing of jieba is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from policyviewer.domain.errors import UserError
from policyviewer.domain.vocabulary import ANY, fits

_LONGEST = 6


def dictionary_path() -> Path:
    """Give the place of jieba's dict.txt.

    Raises UserError when jieba is not installed.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise UserError("找不到分词词典。", "请重新安装本程序。")
    return Path(spec.origin).parent / "dict.txt"


class DictionaryLexicon:
    """Words with frequencies, from a file of lines ``word frequency part-of-speech``."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        return self._counted[1]

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        return self._counted[0].get(word, 0)

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character."""
        first, last = pattern[0], pattern[-1]
        if first == ANY and last == ANY:
            return []
        groups, key = (self._by_first, first) if first != ANY else (self._by_last, last)
        frequencies = self._counted[0]
        return [
            (word, frequencies[word])
            for word in groups.get((len(pattern), key), ())
            if fits(word, pattern)
        ]

    @cached_property
    def _counted(self) -> tuple[dict[str, int], int]:
        frequencies: dict[str, int] = {}
        with (self._path or dictionary_path()).open(encoding="utf-8") as lines:
            for line in lines:
                word, _, rest = line.partition(" ")
                frequencies[word] = int(rest.partition(" ")[0])
        return frequencies, sum(frequencies.values())

    @cached_property
    def _by_first(self) -> dict[tuple[int, str], list[str]]:
        return self._grouped(0)

    @cached_property
    def _by_last(self) -> dict[tuple[int, str], list[str]]:
        return self._grouped(-1)

    def _grouped(self, place: int) -> dict[tuple[int, str], list[str]]:
        groups: dict[tuple[int, str], list[str]] = {}
        for word, count in self._counted[0].items():
            if 1 < len(word) <= _LONGEST and count > 0:
                groups.setdefault((len(word), word[place]), []).append(word)
        return groups
