"""Terms of a text: single characters with their pairs, and jieba's words.

Both work on the folded text (see :mod:`policyviewer.search.folding`). The word cutter is
loaded with the first text that is cut: a search needs no words and never loads it.
"""

from __future__ import annotations

import importlib.util
import logging
import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from policyviewer.domain.patterns import regex
from policyviewer.search.folding import fold

_RUN = regex(r"[^\W_]+")
"""What str.isalnum is true of, which is asked of each character alone."""


class Backend(StrEnum):
    """Who cuts words: jieba's Rust port, or jieba itself where there is no build of that."""

    RJIEBA = "rjieba"
    JIEBA = "jieba"


class Cutter(Protocol):
    """What both backends are asked for."""

    def cut_for_search(self, sentence: str, /) -> Iterable[str]:
        """Cut words for an index: long words also give the shorter ones inside."""
        ...


def runs(key: str) -> list[str]:
    """Give the stretches of letters, digits and ideographs between all other characters."""
    return _RUN.findall(key)


def grams(key: str) -> list[str]:
    """Give every character of the runs of a folded text, and every two that are neighbours.

    Runs depend on each character alone. So where a text contains a term, the text's grams
    contain the term's: the candidates that grams give miss nothing.
    """
    found: list[str] = []
    for run in runs(key):
        found += run
        found += [first + second for first, second in pairwise(run)]
    return found


def required_grams(key: str) -> set[str]:
    """Give the fewest grams that a text with this folded term must have: the pairs of its
    runs, and the characters that stand alone.
    """
    found: set[str] = set()
    for run in runs(key):
        pairs = {first + second for first, second in pairwise(run)}
        found |= pairs or {run}
    return found


def cut_words(text: str) -> list[str]:
    """Cut a text into words with the default backend and no words of the user's."""
    return WordAnalyzer().terms(text)


class GramAnalyzer:
    """Cuts grams; a callable for Whoosh, which pickles it with the schema."""

    def terms(self, text: str) -> list[str]:
        """Give the grams of a text."""
        return grams(fold(text))

    def __call__(self, value: str, **kwargs: object) -> Iterator[object]:
        """Give the grams as Whoosh's tokens."""
        return _tokens(self.terms(value), kwargs)


class WordAnalyzer:
    """Cuts words as jieba does for search; a callable for Whoosh.

    ``dictionary`` is a folder of files of ``word frequency`` lines that both backends learn.
    """

    def __init__(self, backend: Backend | None = None, dictionary: Path | None = None) -> None:
        self._backend = backend
        self._dictionary = dictionary

    def terms(self, text: str) -> list[str]:
        """Give the words of a text."""
        return self.cut(fold(text))

    def cut(self, key: str) -> list[str]:
        """Give the words of a folded text's runs: over punctuation the backends would differ."""
        cut = self._cutter.cut_for_search
        return [word for run in runs(key) for word in cut(run)]

    def __call__(self, value: str, **kwargs: object) -> Iterator[object]:
        """Give the words as Whoosh's tokens."""
        return _tokens(self.terms(value), kwargs)

    @override
    def __getstate__(self) -> dict[str, object]:
        return {"_backend": self._backend, "_dictionary": None}

    @cached_property
    def _cutter(self) -> Cutter:
        words = dict(user_words(self._dictionary)) if self._dictionary else {}
        return load_cutter(self._backend or preferred_backend(), words)


def preferred_backend() -> Backend:
    """Give the fast backend where it is installed."""
    return Backend.RJIEBA if importlib.util.find_spec("rjieba") else Backend.JIEBA


def user_words(folder: Path) -> Iterator[tuple[str, int]]:
    """Read the words and frequencies of a folder's ``.txt`` files; lines with # are comments.

    Raises ValueError for a line that is neither.
    """
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                word, frequency = line.split()
                yield fold(word), int(frequency)


def load_cutter(backend: Backend, words: dict[str, int]) -> Cutter:
    """Load jieba's dictionary, with words of the user's added."""
    return _rjieba(words) if backend is Backend.RJIEBA else _jieba(words)


def _rjieba(words: dict[str, int]) -> Cutter:
    import rjieba  # 0.3 s: only when words are cut

    cutter = rjieba.Jieba()
    for word, frequency in words.items():
        cutter.add_word(word, frequency, None)
    loaded: Cutter = cutter
    return loaded


def _jieba(words: dict[str, int]) -> Cutter:
    """Load the pure one. It insists on a cache file, which saves no time and is read back
    unchecked: it gets a folder that is gone afterwards.
    """
    import jieba  # 1 s: only when words are cut

    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as scratch:
        cutter.tmp_dir = scratch
        cutter.initialize()
    for word, frequency in words.items():
        cutter.add_word(word, frequency)
    loaded: Cutter = cutter
    return loaded


def _tokens(terms: Iterable[str], options: dict[str, object]) -> Iterator[object]:
    from whoosh.analysis import entoken

    wanted = {
        name: value for name, value in options.items() if name in {"boosts", "mode", "positions"}
    }
    tokens: Iterator[object] = entoken(terms, **wanted)
    return tokens
