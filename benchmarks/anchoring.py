"""Do annotations stay with their words when a text is revised?

Run: python benchmarks/anchoring.py FOLDER [annotations] [seed]

Puts annotations on fifteen of the texts (.txt) in a folder, revises these in eight ways of which
each place is known, parses both, and prints for each way how many annotations ended as they
should, how many a person is asked about without need, and how many were attached to other words:
that must be none. None can be lost: each has one of the four states.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from policyviewer.domain.annotations import AnchorState, Target, quote_of
from policyviewer.domain.carrying import Revision
from policyviewer.domain.documents import DocumentId, NodeClass, Outline
from policyviewer.domain.numerals import chinese
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.wording import letters_of

SHARE = 0.97
_ARTICLE = re.compile(r"^[ \u3000]*第[一二三四五六七八九十百千零〇]+条(?=[ \u3000])", re.MULTILINE)
_LETTER = re.compile("[\u4e00-\u9fff]")
_SIMILAR = {"的": "地", "和": "与", "应": "须", "及": "和", "或": "和", "在": "于"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text and what takes its place."""

    span: TextRange
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """An annotation, the span where its words must be found, or None, and the state expected."""

    target: Target
    span: TextRange | None
    gone: bool
    """Its whole provision was taken out."""


class Revised:
    """A text after edits that do not overlap, with the new place of every code point."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        parts: list[str] = []
        self._places: list[int | None] = [None] * (len(text) + 1)
        at = length = 0
        for edit in [
            *sorted(edits, key=lambda one: one.span),
            Edit(TextRange(len(text), len(text)), ""),
        ]:
            kept = text[at : edit.span.start]
            for offset in range(len(kept)):
                self._places[at + offset] = length + offset
            parts += [kept, edit.words]
            if edit.span.length and letters_of(edit.span.of(text)) == letters_of(edit.words):
                for offset in range(edit.span.start, edit.span.end):  # only its form is another
                    self._places[offset] = length + len(kept)
            length += len(kept) + len(edit.words)
            at = edit.span.end
        self.text = "".join(parts)
        self._former = text

    def place(self, span: TextRange) -> TextRange | None:
        """Give where a span is, if all its code points are there side by side.

        Blanks that came or went do not count.
        """
        places = [
            self._places[at] for at in range(span.start, span.end) if self._former[at].strip()
        ]
        if not places or None in places:
            return None
        found = TextRange(places[0] or 0, (places[-1] or 0) + 1)
        same = letters_of(found.of(self.text)) == letters_of(span.of(self._former))
        return found if same else None


Way = Callable[[str, random.Random], list[Edit]]


def typo(text: str, chance: random.Random) -> list[Edit]:
    """Put right one character in forty sentences."""
    places = [one.start() for one in _LETTER.finditer(text) if text[one.start()] in _SIMILAR]
    chosen = sorted(chance.sample(places, min(40, len(places))))
    return [Edit(TextRange(at, at + 1), _SIMILAR[text[at]]) for at in chosen]


def inserted(text: str, chance: random.Random) -> list[Edit]:
    """Put in three articles, and renumber."""
    articles = list(_ARTICLE.finditer(text))
    new = sorted(chance.sample(range(len(articles)), min(3, len(articles))))
    words = "国家支持有关单位开展宣传教育活动，鼓励社会各方面参与，具体办法另行制定。\n"
    return _renumbered(articles, [], {at: [words] for at in new})


def deleted(text: str, chance: random.Random) -> list[Edit]:
    """Take out one article in six, and renumber."""
    articles = list(_ARTICLE.finditer(text))
    gone = chance.sample(range(len(articles)), max(1, len(articles) // 6))
    return _renumbered(articles, gone, {}, text)


def split(text: str, chance: random.Random) -> list[Edit]:
    """Cut one article in four in two at a full stop, and renumber."""
    articles = list(_ARTICLE.finditer(text))
    cuts: dict[int, int] = {}
    for at in range(len(articles)):
        start, end = articles[at].end(), _end(articles, at, text)
        stops = [one.end() for one in re.finditer("。", text[start:end])][:-1]
        if stops and chance.random() < 0.25:
            cuts[at] = start + chance.choice(stops)
    edits: list[Edit] = []
    number = 0
    for at, article in enumerate(articles):
        number += 1
        edits.append(Edit(TextRange(*article.span()), f"第{chinese(number)}条"))
        if at in cuts:
            number += 1
            edits.append(Edit(TextRange(cuts[at], cuts[at]), f"\n第{chinese(number)}条\u3000"))
    return edits


def doubled(text: str, chance: random.Random) -> list[Edit]:
    """Put before one article in six another that is nearly the same, and renumber."""
    articles = list(_ARTICLE.finditer(text))
    new: dict[int, list[str]] = {}
    for at in chance.sample(range(len(articles)), max(1, len(articles) // 6)):
        new[at] = [_nearly(text[articles[at].end() : _end(articles, at, text)], chance)]
    return _renumbered(articles, [], new)


def outlived(text: str, _chance: random.Random) -> list[Edit]:
    """Take out every article that stands behind one that is nearly the same, and renumber."""
    articles = list(_ARTICLE.finditer(text))
    words = [text[one.end() : _end(articles, at, text)] for at, one in enumerate(articles)]
    near = (SequenceMatcher(None, *pair, autojunk=False) for pair in pairwise(words))
    gone = [at for at, pair in enumerate(near, start=1) if pair.ratio() > 0.8]
    return _renumbered(articles, gone, {}, text)


def other_format(text: str, chance: random.Random) -> list[Edit]:
    """Read the text from another format: blanks and the width of signs are others."""
    wide = {"(": "（", ")": "）", "（": "(", "）": ")", "，": "，", "　": "  ", " ": "\u3000"}
    edits = [
        Edit(TextRange(at, at + 1), wide[sign])
        for at, sign in enumerate(text)
        if sign in wide and wide[sign] != sign
    ]
    breaks = [at for at, sign in enumerate(text) if sign == "\n"]
    return edits + [Edit(TextRange(at, at), " ") for at in chance.sample(breaks, len(breaks) // 3)]


def new_year(text: str, chance: random.Random) -> list[Edit]:
    """Write next year's version: years and amounts, one article new, one gone, typos."""
    digits = re.compile(r"[二三四五六七八九]十[一二三四五六七八九]?(?=[万日个年])")
    edits = [Edit(TextRange(*one.span()), "一百零五") for one in digits.finditer(text)]
    articles = list(_ARTICLE.finditer(text))
    gone = chance.sample(range(len(articles)), max(1, len(articles) // 20))
    new = {(gone[0] + 3) % len(articles): ["有关部门应当在每年年底前公布上一年度工作情况。\n"]}
    return _apart(_renumbered(articles, gone, new, text) + edits + typo(text, chance))


WAYS: dict[str, Way] = {
    "typos put right": typo,
    "articles put in": inserted,
    "provisions cut in two": split,
    "articles taken out": deleted,
    "near-duplicate beside": doubled,
    "near-duplicate outlives": outlived,
    "from another format": other_format,
    "next year's version": new_year,
}


BEFORE: dict[str, Way] = {"near-duplicate outlives": doubled}
"""What is done to a text before the annotations are made."""


def _end(articles: Sequence[re.Match[str]], at: int, text: str) -> int:
    """Give where an article ends: at the next one, or the heading before it."""
    end = articles[at + 1].start() if at + 1 < len(articles) else len(text)
    heading = re.search(
        r"\n[ \u3000]*第[一二三四五六七八九十百]+[编章节]", text[articles[at].end() : end]
    )
    return articles[at].end() + heading.start() + 1 if heading else end


def _renumbered(
    articles: Sequence[re.Match[str]],
    gone: Sequence[int],
    new: dict[int, list[str]],
    text: str = "",
) -> list[Edit]:
    """Give the edits that number articles through, without some, and with new ones before some."""
    edits: list[Edit] = []
    number = 0
    for at, article in enumerate(articles):
        put: list[str] = []
        for words in new.get(at, ()):
            number += 1
            put.append(f"第{chinese(number)}条\u3000{words.lstrip()}")
        if at in gone:
            edits.append(Edit(TextRange(article.start(), _end(articles, at, text)), "".join(put)))
            continue
        number += 1
        edits.append(Edit(TextRange(*article.span()), f"{''.join(put)}第{chinese(number)}条"))
    return edits


def _nearly(words: str, chance: random.Random) -> str:
    """Give the words of an article as they would be for a neighbouring case."""
    letters = [at for at, sign in enumerate(words) if _LETTER.match(sign)]
    changed = list(words)
    for at in chance.sample(letters, max(1, len(letters) // 12)):
        changed[at] = chance.choice("县区省国市州")
    return "".join(changed)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Give the edits that overlap none before them, insertions and renumbering first."""
    kept: list[Edit] = []
    for edit in edits:
        if not any(
            one.span.start < edit.span.end and edit.span.start < one.span.end for one in kept
        ):
            kept.append(edit)
    return kept


def targets(outline: Outline, chance: random.Random, count: int) -> list[tuple[Target, Provision]]:
    """Put annotations on words, sentences and whole articles."""
    tiles = [one for one in provisions(outline) if one.cls is NodeClass.ARTICLE]
    made: list[tuple[Target, Provision]] = []
    for tile in (chance.choice(tiles) for _ in range(count)):
        words = tile.span.of(outline.text)
        start = tile.span.start + len(words) - len(words.lstrip()) + len(tile.marker.strip())
        end = tile.span.start + len(words.rstrip())
        if chance.random() < 0.2:
            span = tile.span
        else:
            start = chance.randrange(start + 1, max(start + 2, end - 4))
            end = min(end, start + chance.choice((4, 6, 10, 16, 30, 60)))
            words = outline.text[start:end]
            start += len(words) - len(words.lstrip())
            span = TextRange(start, max(start + 1, end - len(words) + len(words.rstrip())))
        quote = quote_of(outline.text, span)
        made.append((Target(DocumentId("d"), 1, tile.id, span, quote), tile))
    return made


def cases(outline: Outline, way: Way, chance: random.Random, count: int) -> tuple[str, list[Case]]:
    """Give a revised text, and where each annotation is in it."""
    text = outline.text
    revised = Revised(text, way(text, chance))
    made: list[Case] = []
    for target, tile in targets(outline, chance, count):
        words = tile.span.of(text)
        body = tile.span.start + len(words) - len(words.lstrip()) + len(tile.marker.strip())
        whole = target.span == tile.span
        inside = TextRange(body, tile.span.start + len(words.rstrip()))
        found = revised.place(inside if whole else target.span)
        letters = (at for at in range(inside.start, inside.end) if text[at].strip())
        gone = all(revised.place(TextRange(at, at + 1)) is None for at in letters)
        made.append(Case(target, found, gone))
    return revised.text, made


def judged(case: Case, revision: Revision, old: Outline, new: Outline) -> str:
    """Say in a word how an annotation ended."""
    anchor = revision.anchor(case.target)
    if case.span is None:
        if anchor.span is not None:
            return "other words"
        wanted = AnchorState.TEXT_DELETED if case.gone else AnchorState.TEXT_CHANGED
        return "as it should" if anchor.state is wanted else "changed or deleted"
    if anchor.span is None:
        return "asked without need"
    tiles = provisions(new)
    body = anchor.span
    words = body.of(new.text)
    trimmed = TextRange(
        body.start + len(words) - len(words.lstrip()), body.end - len(words) + len(words.rstrip())
    )
    tile = provision_at(tiles, trimmed.start)
    same = (
        trimmed == case.span
        or (
            case.target.span.of(old.text).lstrip().startswith(tile.marker or "第")
            and trimmed.end == case.span.end
            and trimmed.start <= case.span.start
            and tile.marker.strip() in trimmed.of(new.text)
        )
        or (
            trimmed.end == case.span.end
            and re.fullmatch(r"\s*第.+条\s*", new.text[trimmed.start : case.span.start] or "x")
        )
    )
    if not same:
        return "other words"
    state = AnchorState.IN_PLACE if tile.id == case.target.provision else AnchorState.MOVED
    return "as it should" if anchor.state is state else "other state"


def told(verdict: str, case: Case, revision: Revision, new: Outline) -> str:
    """Give a line about an annotation that ended otherwise than it should."""
    anchor = revision.anchor(case.target)
    got = anchor.span.of(new.text) if anchor.span else anchor.state
    meant = case.span.of(new.text) if case.span else "nothing"
    return f"  {verdict}: {case.target.quote.exact!r} → {got!r}, not {meant!r}"


def cases_of(found: Counter[str]) -> int:
    """Give how many cases were judged."""
    return found.total() - found["words still there"]


def texts(folder: Path) -> list[str]:
    """Give the texts that have twenty articles and more."""
    read = (one.read_text("utf-8", errors="replace") for one in sorted(folder.rglob("*.txt")))
    return [one for one in read if len(_ARTICLE.findall(one)) >= 20]


def main() -> int:
    """Measure and print the table; the exit code is 1 when one of the bounds is missed."""
    folder = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 2026)
    chosen = texts(folder)
    chosen = chance.sample(chosen, min(15, len(chosen)))
    names = (
        "words still there",
        "as it should",
        "asked without need",
        "changed or deleted",
        "other state",
        "other words",
    )
    print(f"{'revision':<26}{'cases':>6}" + "".join(f"{name:>20}" for name in names))
    everything: Counter[str] = Counter()
    for name, way in WAYS.items():
        found: Counter[str] = Counter()
        for chosen_text in chosen:
            before = BEFORE[name](chosen_text, chance) if name in BEFORE else []
            old = parse(Revised(chosen_text, before).text)
            revised, made = cases(old, way, chance, -(-count // len(chosen)))
            new = parse(revised)
            revision = Revision(old, new)
            for case in made:
                verdict = judged(case, revision, old, new)
                found[verdict] += 1
                found["words still there"] += case.span is not None
                if verdict != "as it should":
                    print(told(verdict, case, revision, new))
        everything += found
        print(f"{name:<26}{cases_of(found):>6}" + "".join(f"{found[one]:>20}" for one in names))
    share = everything["as it should"] / cases_of(everything)
    print(
        f"{'all':<26}{cases_of(everything):>6}" + "".join(f"{everything[one]:>20}" for one in names)
    )
    print(f"as a careful person would: {share:.1%}   bound {SHARE:.0%}")
    return int(everything["other words"] > 0 or share < SHARE)


if __name__ == "__main__":
    raise SystemExit(main())
