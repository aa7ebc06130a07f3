"""The full-text search against stock Whoosh and SQLite's FTS5, in one run over the same laws.

Run: POLICYVIEWER_CORPUS=laws python benchmarks/search.py [provisions]

Builds all three indexes over the first so many provisions (default 12000, 0 for all) of the text
files of that folder, samples queries of seven classes from them with a fixed seed, and prints
the median CPU time of the first page of each, with the ratios. Ours also cuts the excerpts.
"""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from whoosh import fields
from whoosh import index as whoosh_index
from whoosh import query as whoosh_query

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.queries import IndexedProvision, SearchFilter, SearchQuery
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import year_of
from policyviewer.search.reader import IndexReader

EACH = 15
"""Queries of a class."""
ROUNDS = 3
LIMIT = 20
WORDS = WordAnalyzer()


@dataclass(frozen=True, slots=True)
class Task:
    """A query in a form that every engine can be given."""

    kind: str
    words: tuple[str, ...]
    typed: str
    year: int | None = None


Engine = Callable[[Task], object]


def laws(folder: Path) -> Iterator[IndexedProvision]:
    """Give the provisions of all text files, in the order of their paths."""
    for path in sorted(folder.rglob("*.txt")):
        source = Source(path.name, "txt", "", datetime(2026, 1, 1, tzinfo=UTC))
        outline = parse(path.read_text(encoding="utf-8"))
        yield from records(Document(DocumentId(path.name), 1, source, outline))


def tasks(provisions: list[IndexedProvision], dice: random.Random) -> list[Task]:
    """Sample queries: words by how many provisions have them, parts of texts, and questions."""
    having: Counter[str] = Counter()
    for one in dice.sample(provisions, min(3000, len(provisions))):
        having.update({word for word in WORDS.terms(one.text) if len(word) > 1})
    ranked = [word for word, _ in having.most_common()]
    frequent, rare = ranked[:150], [word for word in ranked if having[word] == 1]
    years = sorted({year_of(one.written) for one in provisions} - {0}) or [2000]
    made: list[Task] = []
    for _ in range(EACH):
        word, other = dice.sample(frequent, 2)
        phrase, question = part(provisions, dice, 6), part(provisions, dice, 16)
        made += [
            Task("frequent word", (word,), word),
            Task("rare word", (seldom := dice.choice(rare),), seldom),
            Task("and", (word, other), f"{word} {other}"),
            Task("or", (word, other), f"{word} OR {other}"),
            Task("phrase", tuple(WORDS.terms(phrase)), f'"{phrase}"'),
            Task("question", tuple(WORDS.terms(question)), f"怎么办{question}呢"),
            Task("filter", (word,), word, dice.choice(years)),
        ]
    return made


def part(provisions: list[IndexedProvision], dice: random.Random, length: int) -> str:
    """Give a part of a text without punctuation, blanks or line breaks."""
    while True:
        text = dice.choice(provisions).text
        start = dice.randrange(len(text))
        if text[start : start + length].isalnum() and len(text) >= start + length:
            return text[start : start + length]


def ours(folder: Path, provisions: list[IndexedProvision]) -> Engine:
    """Build and open our index."""
    writer.build(folder, provisions, JobContext(), len(provisions))
    reader = IndexReader([folder])

    def search(task: Task) -> object:
        wanted = SearchFilter(years=(task.year, task.year)) if task.year else SearchFilter()
        return reader.search(SearchQuery(task.typed, LIMIT, wanted=wanted))

    return search


def stock(folder: Path, provisions: list[IndexedProvision]) -> Engine:
    """Build and open an index as Whoosh's manual has it, with the same words and positions."""
    text = fields.TEXT(analyzer=WORDS, stored=True)
    schema = fields.Schema(text=text, year=fields.NUMERIC(int, stored=True))
    folder.mkdir()
    index = whoosh_index.create_in(str(folder), schema)
    adding = index.writer(limitmb=256)
    for one in provisions:
        adding.add_document(text=f"{one.title}\n{one.text}", year=year_of(one.written))
    adding.commit()
    searcher = index.searcher()

    def search(task: Task) -> object:
        terms = [whoosh_query.Term("text", word) for word in task.words]
        made = {
            "phrase": lambda: whoosh_query.Phrase("text", list(task.words)),
            "or": lambda: whoosh_query.Or(terms),
            "question": lambda: whoosh_query.Or(terms),
        }.get(task.kind, lambda: whoosh_query.And(terms))()
        year = whoosh_query.NumericRange("year", task.year, task.year) if task.year else None
        return [hit.fields() for hit in searcher.search(made, limit=LIMIT, filter=year)]

    return search


def fts5(file: Path, provisions: list[IndexedProvision]) -> Engine:
    """Build and open a table of FTS5 over the same words."""
    database = sqlite3.connect(file)
    database.execute("CREATE VIRTUAL TABLE words USING fts5(text, year UNINDEXED)")
    rows = ((" ".join(WORDS.terms(f"{o.title}\n{o.text}")), year_of(o.written)) for o in provisions)
    database.executemany("INSERT INTO words VALUES (?, ?)", rows)
    database.commit()
    asked = "SELECT * FROM words WHERE words MATCH :match {} ORDER BY rank LIMIT :limit"

    def search(task: Task) -> object:
        joint = {"or": " OR ", "question": " OR ", "phrase": " + "}.get(task.kind, " AND ")
        match = joint.join(f'"{word}"' for word in task.words)
        sql = asked.format("AND year = :year" if task.year else "")
        values = {"match": match, "limit": LIMIT, "year": task.year}
        return database.execute(sql, values).fetchall()

    return search


def milliseconds(engine: Engine, task: Task) -> float:
    """Give the least CPU time of a few rounds."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        engine(task)
        spent.append(time.process_time() - began)
    return min(spent) * 1000


def built(name: str, build: Callable[[], Engine]) -> Engine:
    """Build an engine and print what it took."""
    began = time.process_time()
    engine = build()
    print(f"build {name:<14}{time.process_time() - began:>8.1f} s CPU, peak so far {peak():.0f} MB")
    return engine


def peak() -> float:
    """Give the most memory that this process has had, in MB; the provisions are part of it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Build, measure and print the table."""
    corpus = os.environ.get("POLICYVIEWER_CORPUS")
    if not corpus:
        sys.exit("POLICYVIEWER_CORPUS must name a folder of .txt files")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000
    provisions = list(islice(laws(Path(corpus)), count or None))
    characters = sum(len(one.text) for one in provisions)
    print(f"{len(provisions)} provisions, {characters} characters, in {peak():.0f} MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engines = {
            "ours": built("ours", lambda: ours(folder / "ours", provisions)),
            "fts5": built("fts5", lambda: fts5(folder / "fts5", provisions)),
            "stock": built("stock Whoosh", lambda: stock(folder / "stock", provisions)),
        }
        print_table(engines, tasks(provisions, random.Random(1)))


def print_table(engines: dict[str, Engine], asked: list[Task]) -> None:
    """Print the median of each class, and how many times ours goes into the others'."""
    header = "".join(f"{name + ' ms':>12}" for name in engines)
    print(f"{'p50':<16}{header}{'fts5/ours':>12}{'stock/ours':>12}")
    for kind in dict.fromkeys(task.kind for task in asked):
        chosen = [task for task in asked if task.kind == kind]
        medians = [
            statistics.median(milliseconds(engine, task) for task in chosen)
            for engine in engines.values()
        ]
        numbers = "".join(f"{one:>12.2f}" for one in medians)
        ratios = "".join(f"{one / medians[0]:>12.1f}" for one in medians[1:])
        print(f"{kind:<16}{numbers}{ratios}")


if __name__ == "__main__":
    main()
