from __future__ import annotations

from policyviewer.domain.gazetteer import (
    PROVINCES,
    Gazetteer,
    atlas,
    bare_places,
    dictionary_places,
    known_places,
)


def test_the_longest_name_is_found_where_it_begins() -> None:
    gazetteer = Gazetteer(["长江", "长江经济带", "江津"])
    assert gazetteer.ends("在长江经济带和长江边") == {1: 6, 7: 9}
    assert "长江" in gazetteer
    assert Gazetteer([]).ends("长江") == {}


def test_every_province_is_known() -> None:
    assert len(PROVINCES) == 34
    assert set(PROVINCES) <= set(known_places())


def test_a_dictionary_adds_what_may_be_trusted() -> None:
    words = ["巴东县", "城市", "超市", "第三国", "赤水河", "涪陵", "大城市"]
    assert list(dictionary_places(words)) == ["巴东县", "赤水河"]
    assert list(bare_places(words)) == ["巴东县", "赤水河", "涪陵"]


def test_an_atlas_has_both_and_the_ordinary_words() -> None:
    made = atlas(["巴东县", "涪陵"], ["加快"])
    assert "巴东县" in made.known
    assert "涪陵" not in made.known
    assert "涪陵" in made.bare
    assert made.ordinary == {"加快"}
