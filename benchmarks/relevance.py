"""How well the search answers lay questions: are the articles that answer them among the first?

    POLICYVIEWER_CORPUS=DIR python benchmarks/relevance.py [--laws DIR] [--misses N]

Every question of ``questions.jsonl`` is put to an index of the national laws (local regulations
and cases left out) just as a user's would be. An article counts in any edition of its law, and
editions of an article count as one hit. Prints the share of right articles among the first 10
and 100, the reciprocal rank of the first right one and nDCG, over all questions and over two
halves: all questions about a law fall into one half, so that what was learned on one is tested on
laws that the other has not seen. The interval holds 95 % of 1,000 samples of the questions.

What was tried, each on the other half of the questions than it was fitted on (three random halves;
in brackets halves by law), R@10 and nDCG@10:

    characters and pairs, BM25 (before)                          .492 .400
    words that say nothing left out of the question              .493 .397
    those of jieba's words added at half weight                  .494 .400
    a linear ranking of the best 300, pairwise fit, 21 features  .487 .407   (.374 .334)
    the same, softmax fit                                        .550 .450   (.465 .375)
    8 features: share of pairs and characters inside the text,
    law, rule, article, document, title                          .534 .438   (.517 .424)
    and the words of the law for daily ones                      .546 .444   (.529 .430)
    and codes preferred to other laws                            .571 .460   (.489 .393)
    without the title: as it is now, weights rounded             .570 .458   (.487 .394)

Of no use on the other half: longest common text, pairs of three, headings, the chapter's or the
neighbours' scores, length, jieba's words, places of the question's words in the title. That codes
are preferred shows only with questions about the Civil Code in both halves, as in real life.

Nothing is gained any more by other weights or more candidates (all questions; as it is: R@10 .568,
nDCG .456, R@100 .740; 95 % of samples lie within .03 of R@10):

    the words of the law also find candidates                    .568 .456   R@100 .744
    600 candidates instead of 300                                .566 .455   R@100 .751
    both, 1,000 candidates of 4,000                              .565 .455   R@100 .762, 4 ms more
    weight of the words of the law 6, 10 (now 8)                 .564 .454 / .570 .456
    weight of the BM25 score 6, 9 (now 7.5)                      .565 .456 / .562 .454
    weight of the pairs 3, 6 (now 4)                             .567 .456 / .562 .456
    weight of the document 1, 3 (now 2)                          .562 .454 / .565 .456
    weight of the characters 4 (now 2)                           .566 .454
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.numerals import chinese
from policyviewer.domain.queries import IndexedProvision, SearchHit, SearchQuery
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer
from policyviewer.search.reader import IndexReader

LEFT_OUT = ("地方性法规", "案例")
DEEP = 100
FIRST = 10
HEADER = "questions about                  R@10            95 %      R@100   MRR@10  nDCG@10"
_EDITION = re.compile(r"[(（]\d{4}.*?[)）]|中华人民共和国|[^\w]")
_ARTICLE = re.compile("第([零〇一二三四五六七八九十百千]+)条(之[一二三四五六七八九十])?")

Key = tuple[str, str]
"""A law and an article of it, without the edition."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the articles that answer it."""

    text: str
    gold: frozenset[Key]
    law: str
    """Of the first article, by which questions fall into halves."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one question was answered."""

    recall10: float
    recall100: float
    reciprocal: float
    ndcg: float


def law(title: str) -> str:
    """Give what all editions and prints of a law's name share."""
    return _EDITION.sub("", title)


def article(marker: str) -> str:
    """Give the number of an article as printed, without the word for it."""
    found = _ARTICLE.match(marker)
    return found[0] if found else ""


def questions(path: Path) -> Iterator[Question]:
    """Read the questions."""
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        gold = [(law(part["law"]), article(part["article"])) for part in one["gold"]]
        yield Question(one["question"], frozenset(gold), gold[0][0])


def provisions(folder: Path) -> Iterator[IndexedProvision]:
    """Give the provisions of the national laws."""
    for path in sorted(folder.rglob("*.txt")):
        inside = path.relative_to(folder)
        if inside.parts[0] in LEFT_OUT:
            continue
        source = Source(str(inside), "txt", "", datetime(2026, 1, 1, tzinfo=UTC))
        outline = parse(path.read_text(encoding="utf-8"))
        name = DocumentId(hashlib.sha256(str(inside).encode()).hexdigest()[:12])
        yield from records(Document(name, 1, source, outline))


def key(hit: SearchHit) -> Key:
    """Give the law and the article of a hit; the Civil Code lies in files of its parts."""
    number = re.search(r"art_(\d+)(?:_(\d+))?", hit.provision)
    name = "民法典" if hit.source.startswith("民法典/") else law(hit.title)
    if number is None:
        return name, hit.provision
    more = f"之{chinese(int(number[2]))}" if number[2] else ""
    return name, f"第{chinese(int(number[1]))}条{more}"


def score(question: Question, found: Sequence[Key]) -> Score:
    """Compare the keys that were found, each once, with the right ones."""
    ranks = [rank for rank, one in enumerate(found, start=1) if one in question.gold]
    first = [rank for rank in ranks if rank <= FIRST]
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(FIRST, len(question.gold)) + 1))
    return Score(
        recall10=len(first) / len(question.gold),
        recall100=len(ranks) / len(question.gold),
        reciprocal=1 / first[0] if first else 0.0,
        ndcg=sum(1 / math.log2(rank + 1) for rank in first) / best,
    )


def half(question: Question) -> int:
    """Give 0 or 1: all questions about one law have the same."""
    return hashlib.sha256(question.law.encode()).digest()[0] & 1


def mean(values: Iterable[float]) -> float:
    """Give the mean, 0 of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Give what 95 % of the means of samples lie between."""
    dice = random.Random(1)
    means = sorted(mean(dice.choices(values, k=len(values))) for _ in range(1000))
    return means[25], means[974]


def line(name: str, scores: Sequence[Score]) -> str:
    """Give a row of the table."""
    low, high = interval([one.recall10 for one in scores])
    return (
        f"{name:<22}{len(scores):>6}{mean(one.recall10 for one in scores):>9.3f}"
        f"  [{low:.3f}, {high:.3f}]{mean(one.recall100 for one in scores):>9.3f}"
        f"{mean(one.reciprocal for one in scores):>9.3f}{mean(one.ndcg for one in scores):>9.3f}"
    )


def measure(reader: IndexReader, asked: Sequence[Question], misses: int = 0) -> None:
    """Ask all questions and print the table, and the first questions that fail."""
    scores, spent = [], time.process_time()
    for question in asked:
        hits = reader.search(SearchQuery(question.text, limit=2 * DEEP)).hits
        found = list(dict.fromkeys(map(key, hits)))[:DEEP]
        scores.append(score(question, found))
        if misses and not scores[-1].recall10:
            misses -= 1
            print(f"{question.text}\n  right {sorted(question.gold)}\n  found {found[:4]}")
    spent = time.process_time() - spent
    print(HEADER)
    print(line("all laws", scores))
    for number in (0, 1):
        part = [one for one, of in zip(scores, asked, strict=True) if half(of) == number]
        print(line(f"laws of half {number + 1}", part))
    print(f"{1000 * spent / max(1, len(asked)):.1f} ms CPU a question, with excerpts")


def main() -> int:
    """Build the index and measure; status 1 when the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laws", type=Path, help="the unpacked laws")
    parser.add_argument("--misses", type=int, default=0, help="print so many unanswered questions")
    parser.add_argument("--index", type=Path, help="a folder to keep the index in")
    asked = parser.parse_args()
    corpus = Path(os.environ.get("POLICYVIEWER_CORPUS", ""))
    laws = asked.laws or corpus / "laws"
    if not (corpus / "questions.jsonl").is_file() or not laws.is_dir():
        print(
            "POLICYVIEWER_CORPUS must name a folder with questions.jsonl and laws/", file=sys.stderr
        )
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.index or Path(scratch) / "index"
        if not folder.exists():
            writer.build(folder, provisions(laws), JobContext())
        listed = list(questions(corpus / "questions.jsonl"))
        measure(IndexReader([folder]), listed, asked.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
