"""The words that restore masked characters: jieba's dictionary and those that offices use.

Only data files are read, and only when the first mask asks for them: a document without masks
never pays for it, and nothing of jieba is imported.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from policyviewer.domain.errors import UserError
from policyviewer.domain.gazetteer import Atlas, atlas
from policyviewer.domain.vocabulary import Words
from policyviewer.shipped import resources

_OFFICIAL_WEIGHT = 3000
"""How often a phrase of offices is taken to be used where the dictionary does not say more."""
_PLACE = "ns"
_NAMES = ("nz", "nr", "nt", "nrt", "nrfg")
_PAIR = 2
_PERSONS = ("nr", "nrt", "nrfg")
"""Names of persons: what masks one must not be read as another."""


def dictionary_path() -> Path:
    """Give the place of jieba's dict.txt, which is packed where nothing else reads it.

    Raises UserError when jieba is not installed.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise UserError("找不到分词词典。", "请重新安装本程序。")
    plain = Path(spec.origin).parent / "dict.txt"
    return plain if plain.exists() else plain.with_name(f"{plain.name}.xz")


def official_path() -> Path:
    """Give the place of the phrases of official language, one a line."""
    return resources() / "language" / "公文用语.txt"


class DictionaryLexicon:
    """Words with frequencies, from a file of lines ``word frequency part-of-speech``."""

    def __init__(self, path: Path | None = None, official: Path | None = None) -> None:
        self._path = path
        self._official = official

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        return self._words.total

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        return self._words.frequency(word)

    def matching(self, pattern: str) -> Sequence[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character."""
        return self._words.matching(pattern)

    @cached_property
    def _words(self) -> Words:
        frequencies: dict[str, int] = {}
        persons: set[str] = set()
        for line in _lines(self._path or dictionary_path()):
            word, frequency, kind = line.split()
            frequencies[word] = int(frequency)
            if kind in _PERSONS:
                persons.add(word)
        total = sum(frequencies.values())
        for word in phrases(self._official or official_path()):
            frequencies[word] = max(_OFFICIAL_WEIGHT, frequencies.get(word, 0))
            persons.discard(word)
        return Words(frequencies, persons, total)


def read_atlas(path: Path | None = None) -> Atlas:
    """Give the places of the program and of the dictionary.

    Raises UserError when jieba is not installed.
    """
    places: list[str] = []
    ordinary: list[str] = []
    for line in _lines(path or dictionary_path()):
        word, _, kind = line.split()
        if kind == _PLACE:
            places.append(word)
        elif len(word) == _PAIR and kind not in _NAMES:
            ordinary.append(word)
    return atlas(places, ordinary)


def phrases(path: Path) -> list[str]:
    """Read the words of a file, one a line; lines with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _lines(path: Path) -> Iterator[str]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from lines
