"""Real revisions to be read by a person: annotations on a former text, and where they ended.

Run: python benchmarks/revisions.py FOLDER [pairs] [annotations each] [seed]

Takes texts of a folder that differ only in the date in brackets at the end of their names, puts
annotations on the former text, and prints each with its provision before and after, and the words,
or what would be shown beside them. How many ended how, and the milliseconds that comparing the two
texts took, come at the end of each pair. Whether each is right is for the reader to say.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from anchoring import targets

from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import Target
from policyviewer.domain.carrying import Revision
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.structure import parse

_DATED = re.compile(r"(.+)[(（](\d{4}-\d\d-\d\d)[)）]")
_WIDTH = 90


def pairs(folder: Path) -> list[tuple[str, Path, Path]]:
    """Give names with the last two of their texts, the older one first."""
    dated: defaultdict[str, list[tuple[str, Path]]] = defaultdict(list)
    for path in sorted(folder.rglob("*.txt")):
        found = _DATED.fullmatch(path.stem)
        if found:
            dated[found[1]].append((found[2], path))
    several = {name: sorted(texts)[-2:] for name, texts in dated.items() if len(texts) > 1}
    return [(name, texts[0][1], texts[1][1]) for name, texts in several.items()]


def line(target: Target, anchor: Anchor, new: Outline) -> str:
    """Give what became of an annotation, in one line or two."""
    words = _short(target.quote.exact)
    if anchor.span is not None:
        return f"  {anchor.state:<13}{target.provision} → {anchor.provision} | {words}"
    likely = _short(anchor.likely.of(new.text)) if anchor.likely else "nothing"
    return f"  {anchor.state:<13}{target.provision} | {words}\n{'':>15}=> {likely}"


def main() -> None:
    """Print the pairs and the counts."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    each = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 3)
    found = pairs(Path(sys.argv[1]))
    chance.shuffle(found)
    everything: Counter[str] = Counter()
    for _name, former, present in found[:number]:
        old, new = (parse(path.read_text("utf-8")) for path in (former, present))
        if not any(node.cls is NodeClass.ARTICLE for node in old.nodes):
            continue
        began = time.perf_counter()
        revision = Revision(old, new)
        taken = (time.perf_counter() - began) * 1000
        print(f"\n{former.stem} → {present.stem}, {len(old.text)} characters, {taken:.0f} ms")
        for target, _tile in targets(old, chance, each):
            anchor = revision.anchor(target)
            everything[anchor.state.value] += 1
            print(line(target, anchor, new))
    print("\n" + ", ".join(f"{state}: {count}" for state, count in everything.most_common()))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _WIDTH else f"{plain[:_WIDTH]}…"


if __name__ == "__main__":
    main()
