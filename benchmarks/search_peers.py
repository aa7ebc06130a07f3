"""One other search engine over the rows of benchmarks/search.py, in a process of its own.

Run by that benchmark with the Python that has the engine: python search_peers.py ENGINE FOLDER
FOLDER holds ``rows.jsonl`` (words joined by blanks, text, year) and ``queries.json``. Builds the
engine's index, answers every query several times, and prints one JSON line: CPU and peak memory of
the build, the index's size, and for each query the CPU milliseconds of its first use and the least
of the later ones. Of every engine the first 20 hits are fetched with their texts.
"""

from __future__ import annotations

import importlib
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LIMIT = 20
ROUNDS = 3
Row = dict[str, Any]
Query = dict[str, Any]


def rows(folder: Path) -> Iterator[Row]:
    """Read the rows one by one."""
    with (folder / "rows.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def stock(folder: Path) -> Callable[[], Callable[[Query], object]]:
    """Whoosh as its manual has it: positions, its own writer, scorer and filters."""
    from whoosh import analysis, fields, index, query

    text = fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer(), stored=False)
    schema = fields.Schema(text=text, body=fields.STORED, year=fields.NUMERIC(int))

    def build() -> Callable[[Query], object]:
        made = index.create_in(str(folder / "index"), schema)
        writer = made.writer(limitmb=256)
        for row in rows(folder):
            writer.add_document(text=row["words"], body=row["text"], year=row["year"])
        writer.commit()
        searcher = made.searcher()

        def search(asked: Query) -> object:
            terms = [query.Term("text", word) for word in asked["words"]]
            ways = {
                "phrase": lambda: query.Phrase("text", asked["words"]),
                "or": lambda: query.Or(terms),
                "question": lambda: query.Or(terms),
                "prefix": lambda: query.Prefix("text", asked["words"][0]),
            }
            made = ways.get(asked["kind"], lambda: query.And(terms))()
            year = asked.get("year")
            wanted = query.NumericRange("year", year, year) if year else None
            return [hit.fields() for hit in searcher.search(made, limit=LIMIT, filter=wanted)]

        return search

    return build


def fts5(folder: Path, tokenizer: str = "unicode61") -> Callable[[], Callable[[Query], object]]:
    """SQLite's FTS5 over the same words, or over the texts with its trigrams."""

    def build() -> Callable[[Query], object]:
        base = sqlite3.connect(folder / "index" / "fts.db")
        base.execute("PRAGMA journal_mode=off")
        base.execute("CREATE TABLE body (id INTEGER PRIMARY KEY, text TEXT, year INTEGER)")
        base.execute(
            "CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='" + tokenizer + "')"
        )
        column = "text" if tokenizer == "trigram" else "words"
        for number, row in enumerate(rows(folder)):
            base.execute("INSERT INTO body VALUES (?, ?, ?)", (number, row["text"], row["year"]))
            base.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (number, row[column]))
        base.commit()

        def search(asked: Query) -> object:
            kind, words = asked["kind"], [one.replace('"', "") for one in asked["words"]]
            if kind == "prefix":
                match = f'"{words[0]}"*'
            elif kind == "phrase":
                match = '"' + ("" if tokenizer == "trigram" else " ").join(words) + '"'
            else:
                sign = " OR " if kind in ("or", "question") else " AND "
                match = sign.join(f'"{word}"' for word in words)
            year = asked.get("year")
            narrow = "AND +body.year = :year" if year else ""
            return base.execute(
                "SELECT body.* FROM found CROSS JOIN body ON body.id = found.rowid "
                f"WHERE found MATCH :match {narrow} ORDER BY rank LIMIT {LIMIT}",
                {"match": match, "year": year},
            ).fetchall()

        return search

    return build


def xapian(folder: Path) -> Callable[[], Callable[[Query], object]]:
    """Xapian over the same words."""
    engine: Any = importlib.import_module("xapian")

    def build() -> Callable[[Query], object]:
        base = engine.WritableDatabase(str(folder / "index" / "x"), engine.DB_CREATE_OR_OPEN)
        for row in rows(folder):
            document = engine.Document()
            for place, word in enumerate(row["words"].split()):
                document.add_posting(word[:60], place + 1)
            document.add_value(0, engine.sortable_serialise(row["year"]))
            document.set_data(row["text"])
            base.add_document(document)
        base.commit()
        base.close()
        reading = engine.Database(str(folder / "index" / "x"))

        def search(asked: Query) -> object:
            words = [one[:60] for one in asked["words"]]
            kind, query = asked["kind"], engine.Query
            if kind == "prefix":
                limits = (0, query.WILDCARD_LIMIT_ERROR, query.OP_OR)
                made = query(query.OP_WILDCARD, words[0], *limits)
            else:
                way = {"phrase": query.OP_PHRASE, "or": query.OP_OR, "question": query.OP_OR}
                made = query(way.get(kind, query.OP_AND), words)
            if year := asked.get("year"):
                number = engine.sortable_serialise(year)
                made = query(query.OP_FILTER, made, query(query.OP_VALUE_RANGE, 0, number, number))
            enquire = engine.Enquire(reading)
            enquire.set_query(made)
            return [hit.document.get_data() for hit in enquire.get_mset(0, LIMIT)]

        return search

    return build


def tantivy(folder: Path) -> Callable[[], Callable[[Query], object]]:
    """Tantivy, in Rust, over the same words, with the texts stored."""
    engine: Any = importlib.import_module("tantivy")

    def build() -> Callable[[Query], object]:
        schema = (
            engine.SchemaBuilder()
            .add_text_field("words", stored=False, tokenizer_name="whitespace")
            .add_text_field("text", stored=True, tokenizer_name="raw", index_option="basic")
            .add_integer_field("year", stored=True, indexed=True, fast=True)
            .build()
        )
        index = engine.Index(schema, path=str(folder / "index"))
        writer = index.writer(256_000_000, 1)
        for row in rows(folder):
            writer.add_document(
                engine.Document(words=row["words"], text=row["text"][:8000], year=row["year"])
            )
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()
        query, occur = engine.Query, engine.Occur

        def search(asked: Query) -> object:
            kind, words = asked["kind"], asked["words"]
            terms = [query.term_query(schema, "words", word) for word in words]
            if kind == "prefix":
                made = query.regex_query(schema, "words", f"{words[0]}.*")
            elif kind == "phrase" and len(words) > 1:
                made = query.phrase_query(schema, "words", words)
            else:
                must = occur.Should if kind in ("or", "question") else occur.Must
                made = query.boolean_query([(must, one) for one in terms])
            if year := asked.get("year"):
                narrow = query.term_query(schema, "year", year)
                made = query.boolean_query([(occur.Must, made), (occur.Must, narrow)])
            found = searcher.search(made, LIMIT)
            return [searcher.doc(place)["text"] for _, place in found.hits]

        return search

    return build


ENGINES = {
    "stock": stock,
    "fts5": fts5,
    "trigram": lambda folder: fts5(folder, "trigram"),
    "xapian": xapian,
    "tantivy": tantivy,
}


def milliseconds(search: Callable[[Query], object], asked: Query) -> float:
    """Give the CPU time of an answer."""
    began = time.process_time()
    search(asked)
    return (time.process_time() - began) * 1000


def main() -> None:
    """Build, ask, and print what it took."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    (folder / "index").mkdir()
    began, wall = time.process_time(), time.perf_counter()
    search = ENGINES[name](folder)()
    told: dict[str, Any] = {"cpu": time.process_time() - began, "wall": time.perf_counter() - wall}
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told["size"] = sum(one.stat().st_size for one in (folder / "index").rglob("*")) / 1e6
    queries = json.loads((folder / "queries.json").read_text(encoding="utf-8"))
    told["first"] = [milliseconds(search, one) for one in queries]
    told["warm"] = [min(milliseconds(search, one) for _ in range(ROUNDS)) for one in queries]
    print(json.dumps(told))


if __name__ == "__main__":
    main()
