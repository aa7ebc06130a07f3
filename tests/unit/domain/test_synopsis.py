from __future__ import annotations

from tests.unit.laws import BODIES, law

from policyviewer.domain.alignment import tiles_of
from policyviewer.domain.comparison import compare
from policyviewer.domain.structure import parse
from policyviewer.domain.synopsis import Change, paragraph_parts, pieces_of, unit_of


def test_a_unit_knows_where_its_words_begin_behind_the_number():
    text = law(*BODIES)
    unit = unit_of(tiles_of(parse(text))[2].provision, text)
    assert (unit.id, unit.marker) == ("art_2", "第二条")
    assert text[unit.body :].startswith("县人民政府")
    assert unit.span.of(text) == f"第二条　{BODIES[1]}"


def test_words_of_several_units_are_compared_as_one():
    old, new = law(*BODIES), law(BODIES[0] + BODIES[1], *BODIES[2:])
    olds, news = (tiles_of(parse(text)) for text in (old, new))
    units = [unit_of(tile.provision, old) for tile in olds[1:3]], [unit_of(news[1].provision, new)]
    changed = [piece.old.of(old) for piece in pieces_of((old, new), *units) if not piece.same]
    assert changed == ["第二条　"]


def test_paragraphs_of_all_provisions_are_counted_once():
    synopsis = compare(parse(law(*BODIES)), parse(law(*BODIES[:-1])))
    kinds = [part.change for part in paragraph_parts(synopsis)]
    assert (kinds.count(Change.SAME), kinds.count(Change.DELETED)) == (7, 1)


def test_what_corresponds_is_measured_by_letters():
    whole = parse(law(*BODIES))
    assert compare(whole, whole).share == 1
    assert 0 < compare(whole, parse(law(*BODIES[:3]))).share < 1
