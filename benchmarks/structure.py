"""Measure the parser against hand-made gold; prints a table.

POLICYVIEWER_CORPUS names the corpus folder: outlines.jsonl, laws.tar.xz and govcn/ in it.
"""

from __future__ import annotations

import json
import logging
import os
import random
import re
import sys
import tarfile
import time
from pathlib import Path

import golden
import jieba
import line_cases
from pages import Page, pages

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.provisions import provisions
from policyviewer.domain.structure import parse
from policyviewer.domain.tree import DIVISIONS

_GAPS = re.compile(r"\s+")


def laws(corpus: Path) -> dict[str, str]:
    """Give the texts of all laws by their path."""
    texts: dict[str, str] = {}
    with tarfile.open(corpus / "laws.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".txt"):
                texts[member.name.removeprefix("./")] = file.read().decode("utf-8")
    return texts


def measure_lines(corpus: Path) -> None:
    total, wrong = line_cases.differing(corpus)
    print(f"line cases                {total - len(wrong)} of {total}")
    for case in wrong:
        print(f"    {case}")


def measure_golden(found: list[Page]) -> None:
    golds = golden.golds(Path(__file__).parent / "golden")
    score = golden.Score()
    for page in found:
        name = page.said["file"].removesuffix(".html")
        if name in golds:
            golden.compare(name, page.text, page.tables, golds[name], score)
    print(f"golden trees              {score.documents} documents, {score.nodes} nodes")
    print(f"  boundary F1             {score.boundary_f1:.4f}")
    print(f"  label and kind          {score.labels / score.nodes:.4f}")
    print(f"  parent                  {score.parents / score.nodes:.4f}")
    print(f"  last line               {score.ends / score.nodes:.4f}")
    print(f"  components              {score.components} of {score.documents}")
    print(f"  references found        {score.references_found} of {score.references}")
    for difference in score.differences:
        print(f"    {difference}")


def measure_outlines(corpus: Path, texts: dict[str, str]) -> None:
    headings = articles = total = 0
    different = []
    for line in (corpus / "outlines.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = texts[gold["path"]]
        nodes = parse(text).nodes
        firsts = any(re.match("[一二三四五六七八九十]+、", one) for one in gold["headings"])
        wanted = DIVISIONS | ({NodeClass.L1} if firsts else set())
        found = [_GAPS.sub("", one.heading.of(text)) for one in nodes if one.cls in wanted]
        wanted_headings = [_GAPS.sub("", one) for one in gold["headings"]]
        headings += found == wanted_headings
        if found != wanted_headings:
            different.append((gold["path"], sorted({*found} ^ {*wanted_headings})))
        numbered = [_GAPS.sub("", one.marker) for one in nodes if one.cls is NodeClass.ARTICLE]
        articles += numbered == [_GAPS.sub("", one) for one in gold["articles"]]
        total += 1
    print(f"headings equal to gold    {headings} of {total}")
    print(f"articles equal to gold    {articles} of {total}")
    for path, lines in different:
        print(f"    headings differ: {path}: {lines}")


def measure_metadata(found: list[Page]) -> None:
    right = dict.fromkeys(("title", "issuers", "document_number", "written"), 0)
    total = 0
    for page in found:
        said, data = page.said, parse(page.text, tables=page.tables).metadata
        right["title"] += data.title == said["title"]
        right["issuers"] += "、".join(data.issuers) == said["issuer"]
        right["document_number"] += data.document_number == said["document_number"]
        right["written"] += data.written == re.sub("[年月]", "-", said["written"]).rstrip("日")
        total += 1
    for name, count in right.items():
        print(f"{name:<25} {count} of {total}")


def measure_losses(texts: dict[str, str], found: list[Page], corpus: Path) -> None:
    reports = [path.read_text(encoding="utf-8") for path in sorted((corpus / "reports").iterdir())]
    for name, outlines in (
        ("laws", map(parse, texts.values())),
        ("pages", (parse(page.text, tables=page.tables) for page in found)),
        ("reports", map(parse, reports)),
    ):
        whole = [
            "".join(tile.span.of(one.text) for tile in provisions(one)) == one.text
            for one in outlines
        ]
        print(f"lossless: {name:<15} {sum(whole)} of {len(whole)}")


def measure_speed(texts: dict[str, str]) -> None:
    start = time.process_time()
    for text in texts.values():
        parse(text)
    parsing = time.process_time() - start
    sample = random.Random(1).sample(sorted(texts.values()), len(texts) // 20)
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    start = time.process_time()
    for text in sample:
        jieba.lcut(text)
    rate = (time.process_time() - start) / sum(map(len, sample))
    cutting = rate * sum(map(len, texts.values()))
    print(f"parsing all laws          {parsing:.1f} s of CPU")
    print(f"cutting them with jieba   {cutting:.1f} s of CPU (from a twentieth)")
    print(f"ratio                     {parsing / cutting:.2f}")


def main() -> int:
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    corpus = Path(folder)
    texts, found = laws(corpus), list(pages(corpus))
    measure_lines(corpus)
    measure_outlines(corpus, texts)
    measure_golden(found)
    measure_metadata(found)
    measure_losses(texts, found, corpus)
    measure_speed(texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
