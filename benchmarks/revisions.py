"""Real revisions to be read by a person: annotations on a former text, and where they ended.

Run: python benchmarks/revisions.py FOLDER [annotations] [seed]

Takes texts of a folder that differ only in the date in brackets at the end of their names, puts
annotations on the former text, and prints each, numbered, with the words before and after between
those around them: where it was put, or what is shown beside it when the user is asked. The
milliseconds that comparing two texts took stand beside their names. Whether each is right is for
the reader to say: revisions.md has the verdicts on the sample that is printed without further
arguments.
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
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

FIRST = "监察法"
"""The pair that comes first, with twice as many annotations."""
EACH = 3
_DATED = re.compile(r"(.+)[(（](\d{4}-\d\d-\d\d)[)）]")
_AROUND, _WIDTH = 24, 160


def pairs(folder: Path) -> list[tuple[str, Path, Path]]:
    """Give names with the last two of their texts, the older one first."""
    dated: defaultdict[str, list[tuple[str, Path]]] = defaultdict(list)
    for path in sorted(folder.rglob("*.txt")):
        found = _DATED.fullmatch(path.stem)
        if found:
            dated[found[1]].append((found[2], path))
    several = {name: sorted(texts)[-2:] for name, texts in dated.items() if len(texts) > 1}
    found_pairs = [(name, texts[0][1], texts[1][1]) for name, texts in several.items()]
    return sorted(found_pairs, key=lambda pair: pair[0] != FIRST)


def told(number: int, target: Target, anchor: Anchor, old: Outline, new: Outline) -> str:
    """Give what became of an annotation, in three lines."""
    after = anchor.span or anchor.likely
    shown = "became" if anchor.span else "asked "
    return (
        f"[{number}] {anchor.state}: {target.provision} → {anchor.provision or 'nothing'}\n"
        f"    was    {_framed(old.text, target.span)}\n"
        f"    {shown} {_framed(new.text, after) if after else 'nothing'}"
    )


def main() -> None:
    """Print the annotations and the counts."""
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 105
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 99)
    first, *others = pairs(Path(sys.argv[1]))
    chance.shuffle(others)
    states: Counter[str] = Counter()
    for _name, former, present in [first, *others]:
        old, new = (parse(path.read_text("utf-8")) for path in (former, present))
        if not any(node.cls is NodeClass.ARTICLE for node in old.nodes):
            continue
        began = time.perf_counter()
        revision = Revision(old, new)
        taken = (time.perf_counter() - began) * 1000
        print(f"\n{former.stem} → {present.stem}, {len(old.text)} characters, {taken:.0f} ms")
        for target, _tile in targets(old, chance, EACH if states else 2 * EACH):
            anchor = revision.anchor(target)
            states[anchor.state.value] += 1
            print(told(states.total(), target, anchor, old, new))
        if states.total() >= wanted:
            break
    print("\n" + ", ".join(f"{state}: {count}" for state, count in states.most_common()))


def _framed(text: str, span: TextRange) -> str:
    before = _plain(text[max(0, span.start - _AROUND) : span.start])
    words = _plain(span.of(text))
    short = words if len(words) <= _WIDTH else f"{words[:_WIDTH]}…"
    return f"{before}【{short}】{_plain(text[span.end : span.end + _AROUND])}"


def _plain(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    main()
