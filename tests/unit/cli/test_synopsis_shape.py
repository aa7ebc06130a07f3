from __future__ import annotations

from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Side, compared
from policyviewer.cli.synopsis_shape import synopsis
from policyviewer.domain.structure import parse


def shape(*bodies: str, by_paragraphs: bool = False) -> dict[str, object]:
    sides = [Side("条例", parse(law(*one))) for one in (BODIES, bodies)]
    return synopsis(compared(*sides), by_paragraphs=by_paragraphs)


def test_a_pair_has_the_keys_that_were_promised():
    keys = {"kind", "old", "new", "old_text", "new_text"}
    assert all(keys <= pair.keys() for pair in shape(*BODIES)["pairs"])


def test_what_is_gone_has_no_new_side():
    pair = next(one for one in shape(*BODIES[1:])["pairs"] if one["kind"] == "deleted")
    assert (pair["old"], pair["new"], pair["new_text"]) == ("art_1", None, None)
    assert pair["old_text"] == f"第一条　{BODIES[0]}"


def test_of_two_that_were_joined_each_has_a_pair():
    pairs = shape(BODIES[0] + BODIES[1], *BODIES[2:])["pairs"]
    joined = [(one["old"], one["new"]) for one in pairs if one["reshaping"] == "merged"]
    assert joined == [("art_1", "art_1"), ("art_2", "art_1")]


def test_differences_are_places_in_the_two_texts():
    revised = BODIES[0].replace("方便", "便利")
    pair = next(one for one in shape(revised, *BODIES[1:])["pairs"] if one["kind"] == "changed")
    (found,) = pair["differences"]
    old, new = law(*BODIES), law(revised, *BODIES[1:])
    assert old[slice(*found["old"])] == "方便"
    assert new[slice(*found["new"])] == "便利"


def test_paragraphs_are_pairs_of_their_own():
    assert shape(*BODIES, by_paragraphs=True)["counts"] == {"same": 8}
