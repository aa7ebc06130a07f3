"""How many misspellings are put right, and how long suggestions take, over a library.

``python benchmarks/suggestions.py LIBRARY`` takes words of the library's index (fixed seed),
makes one mistake in each, and prints by kind of mistake how often the right word is suggested
first or at all; then the times of that, and of suggestions while titles are typed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from policyviewer.app.search_history import SearchHistory
from policyviewer.app.shelves import open_shelf
from policyviewer.app.suggesting import SuggestionService
from policyviewer.domain.queries import SearchQuery
from policyviewer.search.likeness import look_alike, sound_alike
from policyviewer.search.reader import IndexReader
from policyviewer.search.segments import open_segments
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.searches import SearchStore

SEED = 20200101
LEAST_ROWS = 20
Mistake = Callable[[str, random.Random, Sequence[str]], str]


def sounding(word: str, rng: random.Random, chars: Sequence[str]) -> str:
    return _changed(word, rng, chars, sound_alike)


def looking(word: str, rng: random.Random, chars: Sequence[str]) -> str:
    return _changed(word, rng, chars, look_alike)


def other(word: str, rng: random.Random, chars: Sequence[str]) -> str:
    return _changed(word, rng, chars, lambda _one, _other: True)


def missing(word: str, rng: random.Random, _chars: Sequence[str]) -> str:
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def extra(word: str, rng: random.Random, chars: Sequence[str]) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice(chars) + word[at:]


def swapped(word: str, rng: random.Random, _chars: Sequence[str]) -> str:
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _changed(
    word: str, rng: random.Random, chars: Sequence[str], alike: Callable[[str, str], bool]
) -> str:
    at = rng.randrange(len(word))
    likely = [char for char in chars if char != word[at] and alike(word[at], char)]
    return word[:at] + rng.choice(likely) + word[at + 1 :] if likely else word


MISTAKES: tuple[Mistake, ...] = (sounding, looking, other, missing, extra, swapped)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path, help="folder of a library, only read")
    parser.add_argument("--words", type=int, default=200, help="misspellings of each kind")
    options = parser.parse_args()
    rng = random.Random(SEED)
    words = list(_words(options.library / "index"))
    reader = IndexReader([options.library / "index"])
    began = time.perf_counter()
    reader.search(SearchQuery("形政许可证件", suggest=True))
    print(f"first use of the table of readings: {_ms(time.perf_counter() - began)}")
    chars = sorted({char for word in words for char in word})
    times: list[float] = []
    for mistake in MISTAKES:
        times += _spell(reader, mistake, _misspelled(words, chars, mistake, rng), options.words)
    _print_times("did you mean (whole search)", times)
    _type(options.library, rng)


def _words(index: Path) -> Iterator[str]:
    """Give words of three to eight ideographs that stand in enough provisions."""
    for segment in open_segments(index):
        run = segment.terms("words").run()
        assert isinstance(run.terms, list)
        for at, data in enumerate(run.terms):
            word = bytes(data).decode("utf-8", "surrogatepass")
            plain = all("\u4e00" <= char <= "\u9fff" for char in word)
            if plain and 3 <= len(word) <= 8 and run.ends[at + 1] - run.ends[at] >= LEAST_ROWS:
                yield word


def _misspelled(
    words: Sequence[str], chars: Sequence[str], mistake: Mistake, rng: random.Random
) -> Iterator[tuple[str, str]]:
    for word in rng.sample(words, len(words)):
        typed = mistake(word, rng, chars)
        if typed != word:
            yield word, typed


def _spell(
    reader: IndexReader, mistake: Mistake, pairs: Iterator[tuple[str, str]], most: int
) -> list[float]:
    """Print how often a word is suggested for its misspelling, where that has hardly any hits."""
    first = there = asked = other_words = 0
    times = []
    for word, typed in pairs:
        if asked >= most:
            break
        began = time.perf_counter()
        page = reader.search(SearchQuery(typed, suggest=True))
        took = time.perf_counter() - began
        if page.complete and page.total > 2:
            other_words += 1
            continue
        times.append(took)
        asked += 1
        first += page.suggestions[:1] == (word,)
        there += word in page.suggestions
    print(
        f"{mistake.__name__:9} {asked} misspelled: right first {first / max(1, asked):.1%}, "
        f"among three {there / max(1, asked):.1%} ({other_words} are words themselves, left out)"
    )
    return times


def _type(library: Path, rng: random.Random) -> None:
    shelf = open_shelf(library, writable=False)
    titles = [one.metadata.title for one in shelf.documents.summaries()]
    with tempfile.TemporaryDirectory() as folder:
        notes = Database(Path(folder) / "notes.sqlite", Schema.NOTES)
        history = SearchHistory(SearchStore(notes))
        for title in titles[:500]:
            history.remember(SearchQuery(title[:6]), 1)
        words = IndexReader([shelf.index]).words
        service = SuggestionService([shelf], history, words)
        began = time.perf_counter()
        service.suggest("环")
        print(f"first suggestion: {_ms(time.perf_counter() - began)}")
        times = []
        for title in rng.sample(titles, min(200, len(titles))):
            for end in range(1, min(12, len(title)) + 1):
                began = time.perf_counter()
                service.suggest(title[:end])
                times.append(time.perf_counter() - began)
        _print_times("suggestions while typing", times)
        notes.close()
    shelf.close()


def _print_times(name: str, times: Sequence[float]) -> None:
    ranked = sorted(times)
    middle, most = statistics.median(ranked), ranked[int(len(ranked) * 0.95)]
    print(f"{name}: {len(times)}, p50 {_ms(middle)}, p95 {_ms(most)}, max {_ms(ranked[-1])}")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
