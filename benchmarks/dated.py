"""Is what became of each article of real laws told as a reader tells it?

Run: POLICYVIEWER_CORPUS=FOLDER python benchmarks/dated.py

POLICYVIEWER_CORPUS names the corpus folder: laws.tar.xz in it. Two laws were read article by
article in two dated versions: "3=3" stayed word for word, "40 43" is the same article reworded or
renumbered in its references, "+27" is new, "-5" gone. Printed is what is told otherwise; the exit
code is 1 where anything is.

The verdicts on 野生动物保护法 were written down before its comparison was looked at. Three articles
were told otherwise then: 16 and 56, rewritten in their places with hardly a word left, and 47, put
out at length, whose words the new article 57 follows as a pattern.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from superior import texts

from policyviewer.domain.comparison import compare
from policyviewer.domain.documents import NodeClass
from policyviewer.domain.structure import parse
from policyviewer.domain.synopsis import Change, Row, Synopsis, Unit

SUPERVISION = """
1 1; 2=2; 3=3; 4=4; 5 5; 6=6; 7=7; 8=8; 9=9; 10=10; 11=11; 12 12; 13=13; 14=14; 15=15; 16=16;
17=17; 18 18; 19 19; 20 20; +21; 21=22; +23; 22=24; +25; 23=26; 24=27; 25=28; 26 29; 27=30; 28=31;
29=32; 30=33; 31=34; 32=35; 33=36; 34=37; 35=38; 36=39; 37=40; 38=41; 39=42; 40 43; 41 44; 42=45;
+46; 43 47; +48; +49; 44 50; +51; 45=52; 46=53; 47=54; 48 55; 49=56; 50=57; 51 58; 52=59; 53=60;
54=61; +62; 55=63; +64; 56=65; 57=66; 58=67; 59=68; 60 69; 61=70; 62=71; 63=72; 64=73; 65 74;
66=75; 67=76; 68=77; 69=78
"""
WILDLIFE = """
1 1; 2 2; 3=3; 4 4; 5=5; 6 6; 7 7; 8 8; 9 9; 10 10; 11 11; 12 12; 13 13; 14 14; 15 15; 16 16;
17=17; 18 18; 19 19; 20 20; 21=21; 22 22; 23 23; 24 24; 25 25; 26 26; +27; 27 28; 28 29; 29 30;
30 31; 31=32; 32 33; 33 34; 34 35; +36; 35 37; +38; 36 39; 37 40; 38 41; 39 42; 40 43; 41 44;
42 45; 43=46; 44 47; 45 48; 46 49; +50; 47 51; 48 52; 49 53; 50 54; 51 55; 52 56; +57; 53 58;
54 59; 55 60; 56 61; 57 62; +63; 58 64
"""
PAIRS = (
    ("监察法(2018-03-20)", "监察法(2024-12-25)", SUPERVISION),
    ("野生动物保护法(2018-10-26)", "野生动物保护法(2022-12-30)", WILDLIFE),
)


def told(synopsis: Synopsis) -> set[str]:
    """Give what a comparison tells of the articles, in the words above."""
    return {one for one in map(_told, synopsis.rows) if one}


def _told(row: Row) -> str:
    old, new = _numbers(row.old), _numbers(row.new)
    if old and new:
        sign = {Change.SAME: "=", Change.CHANGED: " "}.get(row.change, f" {row.change} ")
        return f"{old}{sign}{new}"
    return f"-{old}" if old else f"+{new}" if new else ""


def _numbers(units: tuple[Unit, ...]) -> str:
    articles = (one.id for one in units if one.cls is NodeClass.ARTICLE)
    return "&".join(name.removeprefix("art_").partition("~")[0] for name in articles)


def main() -> int:
    """Print what is told otherwise than a reader does; the exit code is 1 where anything is."""
    folder = os.environ.get("POLICYVIEWER_CORPUS")
    if not folder:
        print("Set POLICYVIEWER_CORPUS to the corpus folder.", file=sys.stderr)
        return 2
    read = texts(Path(folder), {name for pair in PAIRS for name in pair[:2]})
    wrong = 0
    for old, new, verdicts in PAIRS:
        right = {one.strip() for one in verdicts.split(";")}
        got = told(compare(parse(read[old]), parse(read[new])))
        print(f"{old} → {new}: {len(right & got)} of {len(right)} as read")
        for one in sorted(right ^ got):
            print(f"  {'not told' if one in right else 'told    '}: {one}")
        wrong += len(right ^ got)
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
