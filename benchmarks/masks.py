"""Measure how masked characters are restored; prints a table.

Characters of real texts are masked and read again. The rules and numbers of the reader were
tuned on one half of the documents; the other half was held out and is reported by itself.

POLICYVIEWER_CORPUS names the corpus folder: laws.tar.xz and govcn/ in it.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pages import pages
from structure import laws

from policyviewer.domain.masks import mask_findings
from policyviewer.search.lexicon import DictionaryLexicon

_FIVE, _NINE = "政党军财民", "政党军财民法国权力"
_COMMON = 300
_LAWS = 15
_ROW = "{:<10}{:<26}{:>6}{:>6}{:>11}{:>9}{:>8}"


@dataclass
class Score:
    """Hidden characters, and those that were read right and wrong."""

    hidden: int = 0
    right: int = 0
    wrong: int = 0


def cases(texts: Sequence[str]) -> list[tuple[str, str, float, str]]:
    """Give name, characters, rate and sign of each measurement."""
    counts = Counter(char for text in texts for char in text if "\u4e00" <= char <= "\u9fff")
    common = [char for char, _count in counts.most_common(_COMMON)]
    chance = random.Random(9)
    first, second = ("".join(chance.sample(common, 12)) for _ in range(2))
    return [
        *((_FIVE, _FIVE, rate, "*") for rate in (0.3, 0.6, 1.0)),
        *((_FIVE, _FIVE, 0.6, sign) for sign in "×□"),
        (_NINE, _NINE, 0.5, "*"),
        (first, first, 0.5, "*"),
        (second, second, 0.3, "*"),
        (f"{_COMMON} common", "".join(common), 0.02, "*"),
    ]


def measure(
    texts: Sequence[str], chars: str, rate: float, sign: str, lexicon: DictionaryLexicon
) -> Score:
    """Mask characters of the texts and count what is read."""
    chance, score = random.Random(1), Score()
    for text in texts:
        hidden = {at for at, one in enumerate(text) if one in chars and chance.random() < rate}
        masked = "".join(sign if at in hidden else one for at, one in enumerate(text))
        score.hidden += len(hidden)
        for finding in mask_findings(masked, lexicon):
            for at, char in enumerate(finding.suggestion or "", finding.span.start):
                good = at in hidden and text[at] == char
                score.right += good
                score.wrong += not good
    return score


def halves(corpus: Path) -> dict[str, list[str]]:
    """Give pages and laws of the tuned and of the held-out half of the documents."""
    chance = random.Random(11)
    written = [page.text for page in pages(corpus)]
    by_path = laws(corpus)
    paths = sorted(by_path)
    chance.shuffle(written)
    chance.shuffle(paths)
    middle = len(written) // 2
    return {
        "tuned": written[:middle] + [by_path[one] for one in paths[::2][:_LAWS]],
        "held out": written[middle:] + [by_path[one] for one in paths[1::2][:_LAWS]],
    }


def main() -> int:
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    lexicon = DictionaryLexicon()
    print(_ROW.format("half", "characters", "rate", "sign", "precision", "recall", "n"))
    for half, texts in halves(Path(folder)).items():
        for name, chars, rate, sign in cases(texts):
            score = measure(texts, chars, rate, sign, lexicon)
            precision = score.right / max(1, score.right + score.wrong)
            recall = score.right / max(1, score.hidden)
            numbers = f"{precision:.4f}", f"{recall:.4f}", score.hidden
            print(_ROW.format(half, name, rate, sign, *numbers), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
