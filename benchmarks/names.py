"""Measure the names that are read off real documents against hand-made gold; prints a table.

The gold (golden_names.json) was made by reading 20 State Council pages and the bundled document:
for each kind the offset of a name's first place and its forms, one of which must be found; names
under ``either`` count neither way, since people would not agree on them. Offsets are of the texts
that ``pages`` gives, and of the bundled document as restored. The pages under ``later`` were
annotated when the rules stood: they have a table of their own.

POLICYVIEWER_CORPUS names the corpus folder with govcn/ in it.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pages import pages

from policyviewer.domain.gazetteer import Atlas
from policyviewer.domain.name_keys import key_of
from policyviewer.domain.name_reading import names_of
from policyviewer.domain.named import NameKind
from policyviewer.domain.structure import parse
from policyviewer.search.lexicon import DictionaryLexicon, read_atlas
from policyviewer.shipped import resources

SEED = "seed"
_SEED_FILE = "000_58f006bc1ad22d16.txt"


@dataclass
class Score:
    """Counts over all documents."""

    wanted: int = 0
    found: int = 0
    wrong: int = 0

    def told(self, name: str) -> str:
        """Give a line of the table."""
        recall = self.found / max(1, self.wanted)
        precision = self.found / max(1, self.found + self.wrong)
        counts = f"{self.wanted:>8}{self.found:>8}{self.wrong:>8}"
        return f"{name:<10}{counts}{precision:>11.3f}{recall:>8.3f}"


def texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """Give the documents by the names that the gold has for them."""
    for page in pages(corpus):
        yield page.said["file"].removesuffix(".html"), page.text
    seed = (resources() / "library" / _SEED_FILE).read_text(encoding="utf-8")
    yield SEED, parse(seed, DictionaryLexicon()).restored_text()


def compare(
    name: str, text: str, gold: dict[str, Any], atlas: Atlas, scores: dict[NameKind, Score]
) -> None:
    """Add a document's comparison to the scores; prints what is missed and what is wrong."""
    named = names_of(text, atlas)
    for kind, score in scores.items():
        found = {key_of(kind, one.text): one.text for one in named if one.kind is kind}
        wanted = [{key_of(kind, form) for form in forms} for _, *forms in gold[kind.value]]
        let = {key_of(kind, one) for one in gold["either"]}.union(*wanted)
        missed = [forms[0] for (_, *forms), keys in zip(gold[kind.value], wanted, strict=True)
                  if not keys & found.keys()]  # fmt: skip
        wrong = [words for key, words in found.items() if key not in let]
        score.wanted += len(wanted)
        score.found += len(wanted) - len(missed)
        score.wrong += len(wrong)
        for words, said in ((missed, "missed"), (wrong, "wrong")):
            if words:
                print(f"{name:>5} {kind.value:<8}{said}: {' '.join(words)}")


def main() -> None:
    """Print what is missed and wrong, precision and recall of each kind, and the time taken."""
    corpus = Path(os.environ["POLICYVIEWER_CORPUS"])
    gold = json.loads(Path(__file__).with_name("golden_names.json").read_text(encoding="utf-8"))
    atlas = read_atlas()
    tables = [{kind: Score() for kind in NameKind} for _ in range(2)]
    length, took = 0, 0.0
    for name, text in texts(corpus):
        if name in gold:
            began = time.process_time()
            names_of(text, atlas)
            took += time.process_time() - began
            length += len(text)
            compare(name, text, gold[name], atlas, tables[name in gold["later"]])
    for scores, title in zip(tables, ("by which the rules were made", "later"), strict=True):
        tell(title, scores)
    print(f"{took / length * 1e6:.2f} s of CPU for a million code points")


def tell(title: str, scores: dict[NameKind, Score]) -> None:
    """Print a table of scores."""
    print(f"\n{title}\n{'':<10}{'gold':>8}{'found':>8}{'wrong':>8}{'precision':>11}{'recall':>8}")
    whole = Score()
    for kind, score in scores.items():
        print(score.told(kind.value))
        whole = Score(
            whole.wanted + score.wanted, whole.found + score.found, whole.wrong + score.wrong
        )
    print(whole.told("all"))


if __name__ == "__main__":
    main()
