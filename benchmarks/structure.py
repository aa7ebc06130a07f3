"""Measure the parser against hand-made gold; prints a table.

POLICYVIEWER_CORPUS names the corpus folder: outlines.jsonl, laws.tar.xz and govcn/ in it.
"""

from __future__ import annotations

import html
import json
import logging
import os
import random
import re
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import jieba

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.masks import mask_findings
from policyviewer.domain.provisions import provisions
from policyviewer.domain.structure import parse
from policyviewer.domain.tree import DIVISIONS
from policyviewer.search.lexicon import DictionaryLexicon

_GAPS = re.compile(r"\s+")
_MASKED = "政党军财民"
_DOCUMENTS = 30


def laws(corpus: Path) -> dict[str, str]:
    """Give the texts of all laws by their path."""
    texts: dict[str, str] = {}
    with tarfile.open(corpus / "laws.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".txt"):
                texts[member.name.removeprefix("./")] = file.read().decode("utf-8")
    return texts


def pages(corpus: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Give the State Council pages: what their tables say, and their text alone."""
    for line in (corpus / "govcn/metadata.jsonl").read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        page = (corpus / "govcn" / said["file"]).read_text(encoding="utf-8")
        body = page[page.index('id="UCAP-CONTENT"') :].partition(">")[2]
        body = re.sub(
            r"<br\s*/?>|</(?:p|tr|div|h\d)>", "\n", body.rpartition("</tbody>")[0] or body
        )
        yield said, html.unescape(re.sub(r"<[^>]+>", "", body))


def measure_outlines(corpus: Path, texts: dict[str, str]) -> None:
    headings = articles = total = 0
    for line in (corpus / "outlines.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = texts[gold["path"]]
        nodes = parse(text).nodes
        firsts = any(re.match("[一二三四五六七八九十]+、", one) for one in gold["headings"])
        wanted = DIVISIONS | ({NodeClass.L1} if firsts else set())
        found = [_GAPS.sub("", one.heading.of(text)) for one in nodes if one.cls in wanted]
        headings += found == [_GAPS.sub("", one) for one in gold["headings"]]
        numbered = [_GAPS.sub("", one.marker) for one in nodes if one.cls is NodeClass.ARTICLE]
        articles += numbered == [_GAPS.sub("", one) for one in gold["articles"]]
        total += 1
    print(f"headings equal to gold    {headings} of {total}")
    print(f"articles equal to gold    {articles} of {total}")


def measure_metadata(corpus: Path) -> None:
    right = dict.fromkeys(("title", "issuers", "document_number", "written"), 0)
    total = 0
    for said, text in pages(corpus):
        data = parse(text).metadata
        right["title"] += data.title == said["title"]
        right["issuers"] += "、".join(data.issuers) == said["issuer"]
        right["document_number"] += data.document_number == said["document_number"]
        right["written"] += data.written == re.sub("[年月]", "-", said["written"]).rstrip("日")
        total += 1
    for name, count in right.items():
        print(f"{name:<25} {count} of {total}")


def measure_losses_and_speed(texts: dict[str, str]) -> None:
    parsing, whole = 0.0, 0
    for text in texts.values():
        start = time.process_time()
        outline = parse(text)
        parsing += time.process_time() - start
        whole += "".join(tile.span.of(text) for tile in provisions(outline)) == text
    print(f"lossless                  {whole} of {len(texts)}")
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


def measure_masks(corpus: Path, texts: dict[str, str]) -> None:
    chance = random.Random(1)
    taken = [text for _said, text in pages(corpus)][: _DOCUMENTS // 2]
    taken += chance.sample(sorted(texts.values()), _DOCUMENTS - len(taken))
    lexicon = DictionaryLexicon()
    hidden = right = wrong = 0
    for text in taken:
        places = {at for at, char in enumerate(text) if char in _MASKED and chance.random() < 0.3}
        masked = "".join("*" if at in places else char for at, char in enumerate(text))
        hidden += len(places)
        for finding in mask_findings(masked, lexicon):
            if finding.suggestion is not None:
                good = finding.suggestion == finding.span.of(text)
                right += finding.span.length * good
                wrong += finding.span.length * (not good)
    print(f"masks: precision          {right / max(1, right + wrong):.4f}")
    print(f"masks: recall             {right / max(1, hidden):.4f} of {hidden}")


def main() -> int:
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    corpus = Path(folder)
    texts = laws(corpus)
    measure_outlines(corpus, texts)
    measure_metadata(corpus)
    measure_losses_and_speed(texts)
    measure_masks(corpus, texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
