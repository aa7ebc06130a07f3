"""Measure how masked characters are restored; prints a table.

POLICYVIEWER_CORPUS names the corpus folder. In 30 documents, half of them pages and half laws,
characters of a set are masked at random; a restoration counts when it is the very character.
The rows differ in set, share and sign; the seeds are fixed. The model's four weights were chosen
on other laws and on every second page.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pages import pages
from structure import laws

from policyviewer.domain.masks import mask_findings
from policyviewer.search.lexicon import DictionaryLexicon

_DOCUMENTS = 30
_POLITICAL = "政党军财民"
_FREQUENT = 300


def measure(
    texts: Sequence[str], characters: str, share: float, sign: str, chance: random.Random
) -> tuple[int, int, int]:
    """Give how many characters were masked, restored rightly, and restored wrongly."""
    lexicon = DictionaryLexicon()
    hidden = right = wrong = 0
    for text in texts:
        places = {
            at for at, char in enumerate(text) if char in characters and chance.random() < share
        }
        masked = "".join(sign if at in places else char for at, char in enumerate(text))
        hidden += len(places)
        for finding in mask_findings(masked, lexicon):
            for offset, char in enumerate(finding.suggestion or ""):
                at = finding.span.start + offset
                good = at in places and text[at] == char
                right, wrong = right + good, wrong + (not good)
    return hidden, right, wrong


def main() -> int:
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    corpus = Path(folder)
    found = [page.text for page in pages(corpus)]
    chance = random.Random(20)
    texts = [*chance.sample(found, _DOCUMENTS // 2)]
    texts += chance.sample(sorted(laws(corpus).values()), _DOCUMENTS - len(texts))
    counts = Counter(char for text in found for char in text if "\u4e00" <= char <= "\u9fff")
    frequent = [char for char, _count in counts.most_common(_FREQUENT)]
    others = "".join(chance.sample(frequent, 12))
    print(f"{'characters':<26}{'share':>6}{'sign':>5}{'masked':>8}{'precision':>11}{'recall':>8}")
    for characters, share, sign in (
        (_POLITICAL, 0.3, "*"),
        (_POLITICAL, 0.6, "*"),
        (_POLITICAL, 1.0, "*"),
        (_POLITICAL, 0.3, "×"),
        (_POLITICAL, 0.3, "□"),
        (f"{_POLITICAL}法国权", 0.3, "*"),
        (f"{_POLITICAL}{others[:5]}", 0.3, "*"),
        (others, 0.3, "*"),
        ("".join(frequent), 0.02, "*"),
    ):
        hidden, right, wrong = measure(texts, characters, share, sign, chance)
        name = characters if len(characters) < 13 else f"the {len(characters)} most frequent"
        print(
            f"{name:<26}{share:>6.2f}{sign:>5}{hidden:>8}"
            f"{right / max(1, right + wrong):>11.4f}{right / max(1, hidden):>8.4f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
