"""The full-text search measured: completeness, speed against its peers, growth, building, opening.

    POLICYVIEWER_CORPUS=DIR python benchmarks/search.py [--documents N] [--only SECTION,...]
        [--engines ENGINE,...] [--python ENGINE=PATH ...] [--laws DIR]

Sections: completeness, latency, growth, build, import, open, update, exactness, relevance. Peers
run in processes of their own (search_peers.py), each with the Python that has it: SQLite's FTS5
with jieba's words and with trigrams, stock Whoosh, and, where they are installed, Xapian
(python3-xapian of Debian) and tantivy (pip). All times are CPU times of the same run; a class's
time is the median of its queries, warm the least of three rounds. ``recollindex`` (recollcmd)
is compared with our import where it is found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.queries import IndexedProvision, SearchFilter, SearchQuery
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.search import matching, writer
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.facts import year_of
from policyviewer.search.folding import fold
from policyviewer.search.parsing import parse as parse_query
from policyviewer.search.reader import IndexReader
from policyviewer.search.spelling import spellings

HERE = Path(__file__).parent
LIMIT = 20
EACH = 20
"""Queries of a class."""
ROUNDS = 3
KINDS = ("frequent", "rare", "and", "phrase", "or", "question", "prefix", "filter")
ENGINES = ("stock", "fts5", "trigram", "xapian", "tantivy")
NEEDED: dict[str, dict[str, float]] = {
    "stock": {"frequent": 100, "question": 100, "and": 50, "phrase": 50, "or": 30, "filter": 1000},
    "xapian": {**dict.fromkeys(KINDS, 1.0), "rare": 1 / 1.5},
    "fts5": {kind: 1.0 for kind in KINDS if kind != "rare"},
    "tantivy": dict.fromkeys(KINDS, 0.5),
}
"""How many times faster ours must be; tantivy's is for the second time a query is asked."""
COLD = 0.25
"""As many times faster than tantivy when a query is asked the first time."""
PARTS, BOOLEANS = 2000, 500
GROWN = (1, 2, 4)
WORDS = WordAnalyzer()
Figures = dict[str, Any]
"""What an engine took, and the times of its answers."""


@dataclass(frozen=True, slots=True)
class Task:
    """A query as typed, and its words as the peers get them."""

    kind: str
    typed: str
    words: tuple[str, ...]
    year: int | None = None


def laws(folder: Path) -> Iterator[IndexedProvision]:
    """Give the provisions of all text files, in the order of their paths."""
    for path in sorted(folder.rglob("*.txt")):
        inside = str(path.relative_to(folder))
        source = Source(inside, "txt", "", datetime(2026, 1, 1, tzinfo=UTC))
        name = DocumentId(hashlib.sha256(inside.encode()).hexdigest()[:12])
        outline = parse(path.read_text(encoding="utf-8"))
        yield from records(Document(name, 1, source, outline))


def around(one: IndexedProvision) -> str:
    """Give all that is indexed of a provision."""
    return "\n".join((one.title, *one.path, one.restored))


def tasks(provisions: Sequence[IndexedProvision], dice: random.Random) -> list[Task]:
    """Sample queries: words by how many provisions have them, parts of texts, and questions."""
    having: Counter[str] = Counter()
    for one in dice.sample(provisions, min(6000, len(provisions))):
        having.update({word for word in WORDS.terms(one.text) if len(word) > 1 and is_han(word)})
    ranked = [word for word, _ in having.most_common()]
    frequent, middle = ranked[:120], ranked[20:800]
    rare = [word for word in ranked if having[word] == 1]
    years = sorted({year_of(one.written) for one in provisions} - {0}) or [2000]
    made: list[Task] = []
    for _ in range(EACH):
        word, many = dice.choice(frequent), dice.sample(middle, 3)
        phrase, asked = part(provisions, dice, 6), part(provisions, dice, 14)
        seldom, other = dice.choice(rare), dice.choice(frequent)
        made += [
            Task("frequent", word, (word,)),
            Task("rare", seldom, (seldom,)),
            Task("and", " ".join(many[:2]), tuple(many[:2])),
            Task("phrase", f"“{phrase}”", tuple(WORDS.terms(phrase))),
            Task("or", " | ".join(many), tuple(many)),
            Task("question", f"{asked}怎么办呢", tuple(WORDS.terms(f"{asked}怎么办呢"))),
            Task("prefix", f"{other}*", (other,)),
            Task("filter", word, (word,), dice.choice(years[-20:])),
        ]
    return made


def is_han(text: str) -> bool:
    """Say whether a text is of ideographs alone."""
    return all("\u4e00" <= one <= "\u9fff" for one in text)


def part(provisions: Sequence[IndexedProvision], dice: random.Random, length: int) -> str:
    """Give a part of a text, of ideographs alone."""
    while True:
        text = dice.choice(provisions).text
        start = dice.randrange(len(text))
        found = text[start : start + length]
        if len(found) == length and is_han(found):
            return found


def milliseconds(reader: IndexReader, task: Task) -> float:
    """Give the CPU time of our answer."""
    began = time.process_time()
    reader.search(query_of(task))
    return (time.process_time() - began) * 1000


def least(reader: IndexReader, task: Task) -> float:
    """Give the least CPU time of a few answers."""
    return min(milliseconds(reader, task) for _ in range(ROUNDS))


def query_of(task: Task) -> SearchQuery:
    """Give a task as our query."""
    wanted = SearchFilter(years=(task.year, task.year)) if task.year else SearchFilter()
    return SearchQuery(task.typed, LIMIT, wanted=wanted)


class Bench:
    """The corpus, and our index of it."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder, self.options = folder, options
        self.provisions = list(islice(laws(options.laws), options.documents or None))
        self.dice = random.Random(1)
        self.index = folder / "ours"
        self.built = built(self.index, self.provisions)
        self.reader = IndexReader([self.index])
        self.engines: dict[str, Figures] = {}
        self._numbers = {
            (str(one.document), one.provision): at for at, one in enumerate(self.provisions)
        }

    def completeness(self) -> None:
        """Compare with brute force: parts of texts, and what is put together of them."""
        texts = [(fold(one.text), fold(one.restored)) for one in self.provisions]
        wrong = 0
        for number in range(PARTS):
            phrase = self._part(number % 20 + 1)
            wrong += self._found(f"“{phrase}”") != holding(texts, phrase)
        print(f"completeness: {PARTS - wrong} of {PARTS} parts of texts give equal sets")
        wrong = 0
        for _ in range(BOOLEANS):
            typed, expected = self._boolean(texts, 2)
            wrong += self._found(typed) != expected
        print(f"completeness: {BOOLEANS - wrong} of {BOOLEANS} boolean queries give equal sets")

    def _found(self, typed: str) -> set[int]:
        """Give all hits of a query, as the numbers of provisions; no excerpts are cut."""
        (segment,) = self.reader.refresh()
        return set(matching.answering(segment, parse_query(typed), SearchFilter()).tolist())

    def _part(self, length: int) -> str:
        """Give a part of a text that can stand in quotation marks and has something to find."""
        while True:
            text = self.dice.choice(self.provisions).text
            start = self.dice.randrange(len(text))
            found = text[start : start + length]
            plain = not set(fold(found)) & set("\"'\n") and "“" not in found
            if found.strip() == found and plain:
                return found

    def _boolean(self, texts: list[tuple[str, str]], depth: int) -> tuple[str, set[int]]:
        """Give a query of several parts and its hits; what is excluded comes behind."""
        if depth == 0 or self.dice.random() < 0.2:
            phrase = self._part(self.dice.randint(1, 4))
            return f"“{phrase}”", holding(texts, phrase)
        one, first = self._boolean(texts, depth - 1)
        other, second = self._boolean(texts, depth - 1)
        way = self.dice.choice(("and", "or", "not"))
        if way == "and":
            return f"({one} {other})", first & second
        if way == "or":
            return f"({one} | {other})", first | second
        return f"({one} -{other})", first - second

    def latency(self) -> None:
        """Print every class's time, ours and theirs, and the ratios."""
        asked = tasks(self.provisions, self.dice)
        ours = {
            "first": [milliseconds(self.reader, task) for task in asked],
            "warm": [least(self.reader, task) for task in asked],
        }
        found: dict[str, Figures] = {"ours": {**self.built, **ours}}
        for engine in self.options.engines.split(","):
            told = self._peer(engine, asked)
            if told:
                found[engine] = told
        self.engines = found
        for use in ("warm", "first"):
            print_latency(use, asked, found)

    def _peer(self, engine: str, asked: Sequence[Task]) -> Figures | None:
        """Let another engine build and answer; None where it is not installed."""
        folder = self.folder / engine
        folder.mkdir()
        with (folder / "rows.jsonl").open("w", encoding="utf-8") as file:
            for one in self.provisions:
                row = {
                    "words": " ".join(WORDS.terms(around(one))),
                    "text": one.text,
                    "year": year_of(one.written),
                }
                file.write(json.dumps(row) + "\n")
        told = [
            {"kind": one.kind, "words": one.words, "year": one.year, "typed": one.typed}
            for one in asked
        ]
        (folder / "queries.json").write_text(json.dumps(told), encoding="utf-8")
        python = self.options.python.get(engine, sys.executable)
        done = subprocess.run(
            [python, str(HERE / "search_peers.py"), engine, str(folder)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        shutil.rmtree(folder)
        if done.returncode:
            print(f"{engine} is left out: {done.stderr.strip().splitlines()[-1:]}")
            return None
        told_back: Figures = json.loads(done.stdout)
        return told_back

    def growth(self) -> None:
        """Print the 95th percentile for the corpus once, twice and four times over."""
        base = self.provisions[: len(self.provisions) // GROWN[-1]]
        asked = tasks(base, random.Random(2))
        print("growth, p95 ms CPU" + "".join(f"{kind:>11}" for kind in (*KINDS, "all")))
        before: list[float] = []
        for times in GROWN:
            copies = [copied(one, copy) for copy in range(times) for one in base]
            built(self.folder / f"grown{times}", copies)
            reader = IndexReader([self.folder / f"grown{times}"])
            spent = [least(reader, task) for task in asked]
            figures = [
                high([ms for ms, task in zip(spent, asked, strict=True) if task.kind == kind])
                for kind in KINDS
            ]
            figures.append(high(spent))
            print(f"x{times:<17}" + "".join(f"{one:>11.2f}" for one in figures))
            if before:
                ratios = (one / other for one, other in zip(figures, before, strict=True))
                print(f"{'  times as much':<18}" + "".join(f"{one:>11.2f}" for one in ratios))
            before = figures

    def build(self) -> None:
        """Print what a first build takes."""
        if not self.engines:
            self.latency()
        ours = self.engines["ours"]
        print("first build    CPU s  wall s  peak MB  size MB  CPU/ours")
        for name, told in self.engines.items():
            print(
                f"{name:<12}{told['cpu']:>8.1f}{told['wall']:>8.1f}{told['peak']:>9.0f}"
                f"{told['size']:>9.0f}{told['cpu'] / ours['cpu']:>10.1f}"
            )

    def opening(self) -> None:
        """Print what it takes a fresh process to open the index and answer."""
        code = (
            "import sys, time; from pathlib import Path\n"
            "from policyviewer.search.reader import IndexReader\n"
            "from policyviewer.domain.queries import SearchQuery\n"
            "began = time.process_time()\n"
            f"page = IndexReader([Path({str(self.index)!r})]).search(SearchQuery('环境保护'))\n"
            "spent = time.process_time() - began\n"
            "loaded = [one for one in ('jieba', 'rjieba') if one in sys.modules]\n"
            "print(page.total, round(spent, 3), round(time.process_time(), 3), loaded)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        total, spent, whole, loaded = done.stdout.split(maxsplit=3)
        print(
            f"open and first answer: {spent} s CPU, {whole} s with the start of Python "
            f"({total} hits; word cutters loaded: {loaded.strip()})"
        )

    def update(self) -> None:
        """Print how long it takes until a changed document is found."""
        folder = self.folder / "updated"
        shutil.copytree(self.index, folder)
        reader = IndexReader([folder])
        reader.search(SearchQuery("环境"))
        spent = []
        for number in range(10):
            name = self.dice.choice(self.provisions).document
            changed = [
                replace(one, text=f"{one.text}新词{number}", restored=f"{one.text}新词{number}")
                for one in self.provisions
                if one.document == name
            ]
            began = time.perf_counter()
            writer.update(folder, [name], changed, JobContext())
            reader.refresh()
            assert reader.search(SearchQuery(f"新词{number}")).total == len(changed)
            spent.append(time.perf_counter() - began)
        print(
            f"update: one document replaced and found after {statistics.median(spent):.3f} s, "
            f"at most {max(spent):.3f} s wall"
        )

    def importing(self) -> None:
        """Print what the whole import takes, and what recollindex takes over the same files."""
        home = self.folder / "home"
        ours = [
            sys.executable, "-m", "policyviewer", "--home", str(home), "--library",
            str(home / "library"), "--quiet", "import", str(self.options.laws),
        ]  # fmt: skip
        print_run("our import", ours, home)
        if shutil.which("recollindex") is None:
            print("recollindex is not installed")
            return
        config = self.folder / "recoll"
        (config / "cache").mkdir(parents=True)
        (config / "recoll.conf").write_text(
            f"topdirs = {self.options.laws.resolve()}\ncachedir = {config / 'cache'}\n"
        )
        print_run("recollindex", ["recollindex", "-c", str(config), "-z"], config / "cache")

    def exactness(self) -> None:
        """Compare the first hits with those of Whoosh's own BM25F over the same fields."""
        from whoosh import query
        from whoosh.index import open_dir
        from whoosh.scoring import BM25F

        asked = [one for one in tasks(self.provisions, random.Random(3)) if one.kind in (
            "frequent", "rare", "and", "or", "filter")]  # fmt: skip
        equal = asked_for = 0
        generation = next(one for one in self.index.iterdir() if one.is_dir())
        with open_dir(str(generation)).searcher(weighting=BM25F()) as searcher:
            for task in asked:
                page = self.reader.search(query_of(task))
                if any(len(word) != 2 or len(spellings(word)) > 1 for word in task.words):
                    continue  # Whoosh gets a gram for each word, and no number in other numerals
                asked_for += 1
                terms = [query.Term("grams", one) for one in task.words]
                allowed = {
                    self._numbers[hit.document, hit.provision]
                    for hit in self.reader.search(replace(query_of(task), limit=None)).hits
                }
                hits = searcher.search(query.Or(terms), limit=None)
                theirs = [hit.docnum for hit in hits if hit.docnum in allowed][:LIMIT]
                ours = [self._numbers[hit.document, hit.provision] for hit in page.hits]
                equal += ours == theirs
        print(f"exactness: the first {LIMIT} are Whoosh's for {equal} of {asked_for} queries")

    def relevance(self) -> None:
        """Print what benchmarks/relevance.py measures."""
        subprocess.run(
            [sys.executable, str(HERE / "relevance.py"), "--laws", str(self.options.laws)],
            check=False,
        )


def holding(texts: Sequence[tuple[str, str]], phrase: str) -> set[int]:
    """Give where a phrase stands, as printed or as restored."""
    key = fold(phrase)
    return {at for at, pair in enumerate(texts) if key in pair[0] or key in pair[1]}


def built(folder: Path, provisions: Sequence[IndexedProvision]) -> dict[str, float]:
    """Build our index and give what it took; the memory is that of this process besides."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began, wall = time.process_time(), time.perf_counter()
    writer.build(folder, provisions, JobContext(), len(provisions))
    return {
        "cpu": time.process_time() - began,
        "wall": time.perf_counter() - wall,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before,
        "size": sum(one.stat().st_size for one in folder.rglob("*")) / 1e6,
    }


def copied(one: IndexedProvision, copy: int) -> IndexedProvision:
    """Give a provision of another document with some of its words changed."""
    if copy == 0:
        return one
    dice = random.Random(f"{copy}{one.document}{one.provision}")
    text = list(one.text)
    for at in dice.sample(range(len(text)), len(text) // 10):
        if is_han(text[at]):
            text[at] = chr(0x4E00 + (ord(text[at]) - 0x4E00 + copy * 97) % 20000)
    changed = "".join(text)
    name = DocumentId(f"{one.document}{copy}")
    return replace(one, document=name, text=changed, restored=changed)


def high(values: Sequence[float]) -> float:
    """Give the value that 95 % do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def print_latency(use: str, asked: Sequence[Task], found: dict[str, Figures]) -> None:
    """Print the medians of a use, and how many times faster ours is."""
    print(f"\nlatency, {use}: p50 ms CPU" + "".join(f"{name:>9}" for name in found) + "   ours p95")
    others = [name for name in found if name != "ours"]
    for kind in KINDS:
        of_kind = {
            name: [ms for ms, task in zip(told[use], asked, strict=True) if task.kind == kind]
            for name, told in found.items()
        }
        middle = {name: statistics.median(values) for name, values in of_kind.items()}
        ratios = []
        for name in others:
            needed = NEEDED.get(name, {}).get(kind)
            if name == "tantivy" and use == "first":
                needed = COLD
            ratio = middle[name] / middle["ours"]
            short = needed is not None and ratio < needed and (use == "warm" or name == "tantivy")
            ratios.append(f"{name} x{ratio:.2f}" + (f" SHORT of {needed:.2f}" if short else ""))
        figures = "".join(f"{middle[name]:>9.2f}" for name in found)
        print(f"  {kind:<22}{figures}{high(of_kind['ours']):>11.2f}   {', '.join(ratios)}")


def print_run(name: str, command: Sequence[str], folder: Path) -> None:
    """Run a command and print what it took, its children's memory together as it was at most."""
    began, peak = time.perf_counter(), 0
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            peak = max(peak, family_memory(run.pid))
            time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / 1e6
    print(
        f"{name:<12} {time.perf_counter() - began:6.1f} s wall {cpu:6.1f} s CPU "
        f"{peak / 1024:6.0f} MB together {size:6.0f} MB on disk"
    )


def family_memory(pid: int) -> int:
    """Give the memory of a process and those that it started, in KB (of Linux's /proc)."""
    place = Path(f"/proc/{pid}")
    try:
        status = (place / "status").read_text()
        children = (place / "task" / str(pid) / "children").read_text().split()
    except OSError:  # it has ended
        return 0
    own = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), "0")
    return int(own) + sum(map(family_memory, map(int, children)))


SECTIONS: dict[str, Callable[[Bench], None]] = {
    "completeness": Bench.completeness,
    "latency": Bench.latency,
    "build": Bench.build,
    "growth": Bench.growth,
    "open": Bench.opening,
    "update": Bench.update,
    "exactness": Bench.exactness,
    "import": Bench.importing,
    "relevance": Bench.relevance,
}


def main() -> int:
    """Run the sections that were asked for; status 1 when the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laws", type=Path, help="the unpacked laws")
    parser.add_argument("--documents", type=int, default=0, help="only so many provisions")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas")
    parser.add_argument("--engines", default=",".join(ENGINES), help="peers, with commas")
    parser.add_argument("--python", action="append", default=[], help="ENGINE=PATH of a Python")
    options = parser.parse_args()
    options.laws = options.laws or Path(os.environ.get("POLICYVIEWER_CORPUS", "")) / "laws"
    options.python = dict(one.split("=", 1) for one in options.python)
    if not options.laws.is_dir():
        print("POLICYVIEWER_CORPUS must name a folder with laws/", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options)
        characters = sum(len(one.text) for one in bench.provisions)
        print(f"{len(bench.provisions)} provisions, {characters} characters")
        for section in options.only.split(","):
            SECTIONS[section](bench)
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
