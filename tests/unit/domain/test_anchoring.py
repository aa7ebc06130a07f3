from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from policyviewer.domain.anchoring import Anchor, anchor
from policyviewer.domain.annotations import AnchorState, Quote, Target, quote_of
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.provisions import Provision, provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　县人民政府负责全县道路的规划和建设。
第三条　乡镇人民政府负责本乡镇道路的养护工作。
第四条　本条例自2026年1月1日起施行。
"""


def tiles_of(text: str) -> tuple[Provision, ...]:
    return provisions(parse(text))


def target_on(words: str, text: str = LAW) -> Target:
    return target_at(text, text.index(words), len(words))


def target_at(text: str, at: int, length: int) -> Target:
    span = TextRange(at, at + length)
    tile = provision_at(tiles_of(text), at)
    return Target(DocumentId("d"), 1, tile.id, span, quote_of(text, span))


def placed(words: str, revised: str) -> Anchor:
    return anchor(target_on(words), revised, tiles_of(revised))


def test_an_unchanged_text_keeps_everything_in_place():
    target = target_on("乡镇人民政府")
    assert placed("乡镇人民政府", LAW) == Anchor(AnchorState.IN_PLACE, target.span, "art_3")


def test_a_typo_elsewhere_leaves_the_note_in_its_provision():
    revised = LAW.replace("方便群众出行", "方便人民群众出行")
    found = placed("道路的养护", revised)
    assert found.state is AnchorState.IN_PLACE
    assert found.span.of(revised) == "道路的养护"


def test_a_renumbered_article_takes_its_note_along():
    revised = LAW.replace("第四条", "第五条").replace("第三条", "第四条")
    revised = revised.replace("第四条　乡镇", "第三条　县交通局负责监督。\n第四条　乡镇")
    found = placed("乡镇人民政府", revised)
    assert (found.state, found.provision) == (AnchorState.MOVED, "art_4")
    assert found.span.of(revised) == "乡镇人民政府"


def test_the_same_words_elsewhere_are_not_taken_in_silence():
    revised = LAW.replace("县人民政府负责全县道路的规划和建设", "规划和建设另行规定")
    found = placed("人民政府负责", revised)
    assert (found.state, found.span) == (AnchorState.TEXT_CHANGED, None)


def test_changed_words_are_left_to_a_person():
    found = placed("养护工作", LAW.replace("养护工作", "管护工作"))
    assert (found.state, found.span, found.provision) == (AnchorState.TEXT_CHANGED, None, "art_3")


def test_a_deleted_provision_is_told():
    revised = LAW.replace("第四条　本条例自2026年1月1日起施行。\n", "")
    assert placed("2026年1月1日", revised).state is AnchorState.TEXT_DELETED


def test_a_bookmark_on_nothing_but_a_place_is_not_lost():
    whole = target_on("第二条　县人民政府负责全县道路的规划和建设。")
    assert anchor(whole, LAW, tiles_of(LAW)).state is AnchorState.IN_PLACE


@given(st.data())
def test_what_is_found_always_reads_as_it_did(data: st.DataObject):
    start = data.draw(st.integers(0, len(LAW) - 1))
    end = data.draw(st.integers(start + 1, len(LAW)))
    cut = data.draw(st.integers(0, len(LAW)))
    revised = LAW[:cut] + data.draw(st.text("道路县人民\n第一条", max_size=12)) + LAW[cut:]
    assume(revised.strip())
    words = LAW[start:end]
    span = TextRange(start, end)
    tile = provision_at(tiles_of(LAW), start)
    target = Target(DocumentId("d"), 1, tile.id, span, quote_of(LAW, span))
    found = anchor(target, revised, tiles_of(revised))
    assert found.span is None or found.span.of(revised) == words


@given(st.data())
def test_in_an_unchanged_text_nothing_is_ever_lost(data: st.DataObject):
    start = data.draw(st.integers(0, len(LAW) - 1))
    span = TextRange(start, data.draw(st.integers(start + 1, len(LAW))))
    tile = provision_at(tiles_of(LAW), start)
    target = Target(DocumentId("d"), 1, tile.id, span, quote_of(LAW, span))
    found = anchor(target, LAW, tiles_of(LAW))
    assert (found.state, found.span) == (AnchorState.IN_PLACE, span)


def test_words_that_stand_where_they_stood_have_stayed_though_the_text_repeats_itself():
    form = "某办法\n第一条　姓名：　　。\n第二条　姓名：　　。\n" * 3
    tiles = tiles_of(form)
    for start in (at for at in range(len(form)) if form.startswith("姓名", at)):
        target = target_at(form, start, 2)
        assert anchor(target, form, tiles).span == TextRange(start, start + 2)


def test_a_prefix_longer_than_its_place_is_only_context():
    target = target_on("甲", "甲乙丙")
    quote = replace(target.quote, prefix="很长的前文" * 3)
    found = anchor(replace(target, quote=quote), "甲乙丙", tiles_of("甲乙丙"))
    assert (found.state, found.span) == (AnchorState.TEXT_CHANGED, None)


def test_the_same_words_in_the_old_place_between_others_have_not_stayed():
    target = target_on("乡镇人民政府")
    start = target.span.start
    revised = f"{'新' * (start - 4)}第一条　乡镇人民政府另行规定。\n第二条　乡镇人民政府另定。\n"
    assert target.span.of(revised) == "乡镇人民政府"
    assert anchor(target, revised, tiles_of(revised)).span is None


def test_a_stretch_longer_than_its_words_has_not_stayed():
    target = target_on("道路的养护")
    longer = replace(target, span=TextRange(target.span.start, target.span.end + 9))
    found = anchor(longer, LAW, tiles_of(LAW))
    assert found.span == target.span


def test_no_words_have_no_place_not_even_at_the_end():
    end = TextRange(len(LAW), len(LAW))
    target = Target(DocumentId("d"), 1, "art_1", end, Quote("", "", ""))
    assert anchor(target, LAW, tiles_of(LAW)) == Anchor(AnchorState.TEXT_CHANGED, None, "art_1")
