from __future__ import annotations

import unicodedata

import pytest

from policyviewer.importers.pages import radicals
from policyviewer.importers.pages.radicals import without_radicals


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("⼈⼝⾼⼭", "人口高山"),
        ("⻘⼭县⻓", "青山县长"),
        ("⻋⻔⻅⻚", "车门见页"),
        ("人口 abc", "人口 abc"),
    ],
)
def test_radicals_become_the_characters_that_look_like_them(given: str, meant: str):
    assert without_radicals(given) == meant


def test_none_of_the_characters_meant_is_a_radical_again():
    every = "".join(map(chr, radicals._mapping()))
    assert len(without_radicals(every)) == len(every)
    assert not any("RADICAL" in unicodedata.name(one) for one in without_radicals(every))
