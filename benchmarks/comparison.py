"""Does the comparison of two texts tell what was really done to the first?

Run: POLICYVIEWER_CORPUS=FOLDER python benchmarks/comparison.py [scripts] [seed]

POLICYVIEWER_CORPUS names the corpus folder: laws.tar.xz in it. Each script edits a law in six
ways at once (put in, take out, move, cut in two, join, reword) and numbers the articles anew, or
leaves gaps and counts 第五条之一. A script is recovered when every article of both texts has the
fate that the script gave it, and no other. Then come two figures of time: a law of 1,260 articles
against its revision, and two texts that have nothing in common.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policyviewer.domain.comparison import compare
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.numerals import chinese
from policyviewer.domain.structure import parse
from policyviewer.domain.synopsis import Change, Synopsis

SHARE = 0.98
SECONDS = 1.0
_LONG = 1_260
_FAR = 4
"""Articles that stay between the old and the new place of one that is moved, at least: of two
neighbours that change places nobody can say which was moved."""
_SENTENCE = re.compile("[^。]*。")
_CLAUSE = re.compile("[\u4e00-\u9fff]{6,14}(?=[，；。])")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of articles, by their place among those of the old and the new text."""

    change: str
    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(slots=True)
class Piece:
    """An article of the new text, or a heading: ``origins`` are the articles that it came from."""

    text: str
    origins: tuple[int, ...] = ()
    deed: str = "same"
    heading: bool = False


@dataclass(slots=True)
class Script:
    """A law with what is to be done to it; each article is touched once."""

    pieces: list[Piece]
    chance: random.Random
    strange: Sequence[str]
    """Articles of other laws."""
    gone: list[int] = field(default_factory=list)
    deeds: Counter[str] = field(default_factory=Counter)

    def free(self) -> list[int]:
        """Give the places of articles that are as they were."""
        return [at for at, one in enumerate(self.pieces) if not one.heading and one.deed == "same"]

    def insert(self) -> bool:
        at = self.chance.choice(self.free())
        self.pieces.insert(at, Piece(self.chance.choice(self.strange), (), "inserted"))
        return True

    def delete(self) -> bool:
        piece = self.pieces.pop(self.chance.choice(self.free()))
        self.gone += piece.origins
        return True

    def move(self) -> bool:
        at = self.chance.choice(self.free())
        piece = self.pieces[at]
        free = self.free()
        place = free.index(at)
        targets = [to for rank, to in enumerate(free) if abs(rank - place) > 2 * _FAR]
        if not targets:
            return False
        to = self.chance.choice(targets)
        piece.deed = "moved"
        self.pieces.insert(to, self.pieces.pop(at))
        return True

    def split(self) -> bool:
        for at in self._shuffled():
            sentences = _SENTENCE.findall(self.pieces[at].text)
            cuts = [
                cut
                for cut in range(1, len(sentences))
                if min(len("".join(half)) for half in (sentences[:cut], sentences[cut:])) >= 24
            ]
            if not cuts or "（一）" in self.pieces[at].text:
                continue
            cut = self.chance.choice(cuts)
            one = self.pieces[at]
            one.deed = "split"
            halves = ["".join(sentences[:cut]), "".join(sentences[cut:])]
            one.text = halves[0]
            self.pieces.insert(at + 1, Piece(halves[1].lstrip(), one.origins, "split"))
            return True
        return False

    def merge(self) -> bool:
        for at in self._shuffled():
            if at + 1 >= len(self.pieces) or at + 1 not in self.free():
                continue
            one, other = self.pieces[at], self.pieces.pop(at + 1)
            join = self.chance.choice(("\n", ""))
            one.text = one.text.rstrip() + join + other.text
            one.origins, one.deed = (*one.origins, *other.origins), "merged"
            return True
        return False

    def reword(self) -> bool:
        for at in self._shuffled():
            piece = self.pieces[at]
            clauses = list(_CLAUSE.finditer(piece.text))
            length = len(piece.text)
            if len(clauses) < 2 or length < 40:
                continue
            chosen = self.chance.sample(clauses, max(1, min(len(clauses) // 3, length // 50)))
            for found in sorted(chosen, key=lambda one: one.start(), reverse=True):
                words = self.chance.choice(_CLAUSE.findall(self.chance.choice(self.strange)))
                piece.text = piece.text[: found.start()] + words + piece.text[found.end() :]
            piece.deed = "changed"
            return True
        return False

    def _shuffled(self) -> list[int]:
        free = self.free()
        self.chance.shuffle(free)
        return free


Deed = Callable[[Script], bool]
DEEDS: tuple[Deed, ...] = (
    Script.move,
    Script.insert,
    Script.delete,
    Script.split,
    Script.merge,
    Script.reword,
)


def articles(outline: Outline) -> list[tuple[int, int, int]]:
    """Give where each article begins, where its words begin, and where it ends."""
    return [
        (one.span.start, one.span.start + len(one.marker), one.span.end)
        for one in outline.nodes
        if one.cls is NodeClass.ARTICLE
    ]


def pieces_of(outline: Outline) -> Iterator[Piece]:
    """Give a law as headings and articles without their numbers."""
    at = 0
    for number, (start, body, end) in enumerate(articles(outline)):
        if outline.text[at:start].strip():
            yield Piece(outline.text[at:start], heading=True)
        yield Piece(outline.text[body:end].strip("\n"), (number,))
        at = end
    yield Piece(outline.text[at:], heading=True)


def written(pieces: Sequence[Piece], *, through: bool) -> str:
    """Give the text of a law with its articles numbered through, or as an amendment does."""
    parts: list[str] = []
    number = branch = 0
    for piece in pieces:
        if piece.heading:
            parts.append(piece.text.strip("\n") + "\n")
            continue
        if through or piece.origins or not number:
            number, branch = number + 1, 0
        else:
            branch += 1
        after = f"之{chinese(branch)}" if branch else ""
        parts.append(f"第{chinese(number)}条{after}\u3000{piece.text.strip()}\n")
    return "\n".join(parts)


def fates(script: Script) -> set[Fate]:
    """Give the fate of every article of a script."""
    made: dict[tuple[int, ...], Fate] = {}
    articles_now = [one for one in script.pieces if not one.heading]
    for at, piece in enumerate(articles_now):
        if not piece.origins:
            made[(-1 - at,)] = Fate("inserted", (), (at,))
            continue
        before = made.get(piece.origins)
        news = (*(before.new if before else ()), at)
        made[piece.origins] = Fate(piece.deed, piece.origins, news)
    return {*made.values(), *(Fate("deleted", (one,), ()) for one in script.gone)}


def found_fates(comparison: Synopsis) -> set[Fate]:
    """Give the fates that the comparison tells, in the script's words."""
    places: list[dict[str, int]] = [
        {node.id: at for at, node in enumerate(n for n in side.nodes if n.cls is NodeClass.ARTICLE)}
        for side in (comparison.old, comparison.new)
    ]
    told: set[Fate] = set()
    for row in comparison.rows:
        old = tuple(places[0][one.id] for one in row.old if one.cls is NodeClass.ARTICLE)
        new = tuple(places[1][one.id] for one in row.new if one.cls is NodeClass.ARTICLE)
        if old or new:
            told.add(Fate((row.reshaping or row.change).value, old, new))
    return told


def scripts(
    laws: Sequence[str], count: int, chance: random.Random
) -> Iterator[tuple[Outline, Script, bool]]:
    """Give laws with scripts that were carried out, and whether they are numbered through."""
    strange = [
        piece.text.strip()
        for law in chance.sample(laws, 40)
        for piece in pieces_of(parse(law))
        if piece.origins and 30 <= len(piece.text) <= 200 and len(_CLAUSE.findall(piece.text)) > 1
    ]
    for _ in range(count):
        old = parse(chance.choice(laws))
        script = Script(list(pieces_of(old)), chance, strange)
        for deed in DEEDS:
            for _time in range(chance.randint(1, 2)):
                script.deeds[deed.__name__] += deed(script)
        yield old, script, chance.random() < 0.75


def measure(laws: Sequence[str], count: int, chance: random.Random) -> float:
    """Print a line for each kind of deed, and give the share of scripts that were recovered."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    whole = 0
    for old, script, through in scripts(laws, count, chance):
        new = parse(written(script.pieces, through=through))
        wanted, got = fates(script), found_fates(compare(old, new))
        whole += wanted == got
        total.update(one.change for one in wanted)
        right.update(one.change for one in wanted & got)
        for one in sorted(wanted - got, key=lambda fate: fate.change):
            others = [f for f in got - wanted if {*f.old} & {*one.old} or {*f.new} & {*one.new}]
            print(f"  {old.metadata.title}: {one} told as {others}")
    print(f"{'fate':<12}{'articles':>10}{'told right':>12}")
    for name in ("same", "changed", "moved", "inserted", "deleted", "split", "merged"):
        print(f"{name:<12}{total[name]:>10}{right[name]:>12}")
    print(f"scripts recovered exactly: {whole} of {count}")
    return whole / count


def timed(old: Outline, new: Outline) -> tuple[float, Synopsis]:
    """Give the least of three CPU seconds that a comparison takes, and the comparison."""
    seconds: list[float] = []
    for _ in range(3):
        began = time.process_time()
        made = compare(old, new)
        seconds.append(time.process_time() - began)
    return min(seconds), made


def measure_time(laws: Sequence[str], chance: random.Random) -> float:
    """Print how long large comparisons take, and give the seconds of a revision."""
    bodies: list[Piece] = []
    for text in chance.sample(laws, len(laws)):
        bodies += [one for one in pieces_of(parse(text)) if one.origins]
        if len(bodies) >= 2 * _LONG:
            break
    law = [Piece(one.text, (at,)) for at, one in enumerate(bodies[:_LONG])]
    other = [Piece(one.text, (at,)) for at, one in enumerate(bodies[_LONG : 2 * _LONG])]
    strange = [one.text for one in other if _CLAUSE.search(one.text)]
    script = Script([Piece("青山县总则\n", heading=True), *law], chance, strange)
    old = parse(written(script.pieces, through=True))
    for _ in range(40):
        for deed in DEEDS:
            deed(script)
    began = time.process_time()
    new = parse(written(script.pieces, through=True))
    reading = time.process_time() - began
    revision, made = timed(old, new)
    changed = sum(row.change is not Change.SAME for row in made.rows)
    ratio = f"{revision / reading:.2f} of what reading the text takes"
    print(f"{len(old.text)} characters, {changed} provisions changed: {revision:.2f} s, {ratio}")
    apart, _made = timed(old, parse("白水县总则\n\n" + written(other, through=True)))
    print(f"{_LONG} articles against {_LONG} of other laws: {apart:.2f} s")
    return revision


def laws_of(folder: Path) -> list[str]:
    """Give the laws of the corpus with twenty to two hundred articles."""
    found: list[str] = []
    with tarfile.open(folder / "laws.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".txt") else None
            if file is not None:
                text = file.read().decode("utf-8", "replace")
                if 20 <= len(re.findall(r"(?m)^第[^\s条]{1,9}条[ \u3000]", text)) <= 200:
                    found.append(text)
    return found


def main() -> int:
    """Measure and print; the exit code is 1 when a bound is not reached."""
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 2026)
    laws = laws_of(Path(folder))
    share = measure(laws, int(sys.argv[1]) if len(sys.argv) > 1 else 200, chance)
    seconds = measure_time(laws, chance)
    print(f"recovered {share:.1%}, bound {SHARE:.0%}; {seconds:.2f} s, bound {SECONDS} s")
    return int(share < SHARE or seconds > SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
