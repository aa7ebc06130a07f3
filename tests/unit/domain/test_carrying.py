from __future__ import annotations

import random
import re
from difflib import SequenceMatcher

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policyviewer.domain import carrying
from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import AnchorState, Target, quote_of
from policyviewer.domain.carrying import Revision
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.wording import letters_of

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　县人民政府负责全县道路的规划和建设。所需经费列入县本级财政预算。
第三条　乡镇人民政府负责本乡镇道路的养护工作，可以组织村民参加。
第四条　损坏道路的，由县交通主管部门责令限期修复，并处二百元罚款。
第五条　损坏路灯的，由县交通主管部门责令限期修复，并处二百元罚款。
第六条　本条例自2026年1月1日起施行。
"""
MARKER = re.compile("第?[一二三四五六]?条?\u3000?")


def target_on(span: TextRange) -> Target:
    name = provision_at(provisions(parse(LAW)), span.start).id
    return Target(DocumentId("d"), 1, name, span, quote_of(LAW, span))


def carried(words: str, revised: str, after: str = "") -> Anchor:
    start = LAW.index(words, LAW.index(after))
    target = target_on(TextRange(start, start + len(words)))
    return Revision(parse(LAW), parse(revised)).anchor(target)


def renumbered(text: str) -> str:
    """Give the law with an article before the third."""
    for old, new in (("六", "七"), ("五", "六"), ("四", "五"), ("三", "四")):
        text = text.replace(f"第{old}条", f"第{new}条")
    return text.replace("第四条", "第三条　县人民政府建立道路档案。\n第四条", 1)


def test_words_of_a_renumbered_article_have_moved():
    revised = renumbered(LAW)
    found = carried("养护工作", revised)
    assert (found.state, found.provision) == (AnchorState.MOVED, "art_4")
    assert found.span is not None
    assert found.span.of(revised) == "养护工作"


def test_a_long_text_without_numbers_is_not_compared_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch,
):
    """Thirty thousand letters would take ten seconds, in which no note could be stored."""
    compared: list[int] = []

    class Counted(SequenceMatcher):  # type: ignore[type-arg]
        def __init__(self, junk: None, one: str, two: str, *, autojunk: bool) -> None:
            compared.append(len(one) * len(two))
            super().__init__(junk, one, two, autojunk)

    chance = random.Random(7)
    lines = ["".join(chance.choices(LAW[20:80].replace("\n", ""), k=60)) for _ in range(500)]
    old = "青山县情况汇报\n" + "\n".join(lines)
    new = old.replace(lines[100], lines[100][:-9] + "另起炉灶").replace(lines[300], "")
    monkeypatch.setattr(carrying, "SequenceMatcher", Counted)
    at = old.index(lines[400]) + 30
    span = TextRange(at, at + 6)
    target = Target(DocumentId("d"), 1, "main", span, quote_of(old, span))
    found = Revision(parse(old), parse(new)).anchor(target)
    assert found.span is not None
    assert found.span.start == new.index(lines[400]) + 30
    assert sum(compared) <= carrying.MANY


def test_a_whole_article_takes_its_new_number_along():
    revised = renumbered(LAW)
    line = LAW.splitlines()[4]
    found = carried(line, revised)
    assert found.span is not None
    assert found.span.of(revised).strip() == line.replace("第四条", "第五条")


def test_several_articles_are_carried_as_one():
    revised = renumbered(LAW)
    words = LAW[LAW.index("限期修复") : LAW.index("路灯") + 2]
    found = carried(words, revised)
    assert found.span is not None
    assert found.span.of(revised) == words.replace("第五条", "第六条")


def test_a_word_put_right_within_the_words_is_asked_about():
    revised = LAW.replace("群众出行", "人民群众出行")
    found = carried("方便群众出行", revised)
    assert (found.state, found.span, found.provision) == (AnchorState.TEXT_CHANGED, None, "art_1")
    assert found.likely is not None
    assert found.likely.of(revised) == "方便人民群众出行"


def test_a_word_put_right_beside_the_words_changes_nothing():
    found = carried("方便群众出行", LAW.replace("修好", "建好"))
    assert found.state is AnchorState.IN_PLACE


def test_words_of_an_article_taken_out_are_not_given_to_one_nearly_the_same():
    revised = LAW.replace(LAW.splitlines()[4] + "\n", "").replace("第五条", "第四条")
    found = carried("由县交通主管部门责令限期修复", revised, "第四条")
    assert found == Anchor(AnchorState.TEXT_DELETED, None, None)


def test_both_halves_of_an_article_cut_in_two_keep_their_words():
    revised = renumbered(LAW).replace("建设。所需", "建设。\n第二条之一　所需")
    for words in ("道路的规划和建设", "所需经费列入县本级财政预算"):
        found = carried(words, revised)
        assert found.span is not None
        assert found.span.of(revised) == words


def test_another_format_changes_nothing():
    revised = LAW.replace("，", ",").replace("\u3000", "  ").replace("\n", " \n\n")
    found = carried("方便群众出行，制定本条例", revised)
    assert found.state is AnchorState.IN_PLACE
    assert found.span is not None
    assert found.span.of(revised) == "方便群众出行,制定本条例"


def test_a_common_phrase_of_an_article_written_anew_is_asked_about():
    revised = LAW.replace(
        "乡镇人民政府负责本乡镇道路的养护工作，可以组织村民参加", "鼓励捐资，可以组织村民评议"
    )
    assert carried("可以组织村民", revised).state is AnchorState.TEXT_CHANGED


def test_a_turn_of_phrase_in_a_new_provision_is_not_taken_for_the_words_in_silence():
    """The rule of the fourth article was changed; a new one ends with the same words."""
    revised = LAW.replace("责令限期修复，并处二百元", "批评教育，并处五百元", 1)
    new = "第五条　打场晒粮不听劝阻的，县交通主管部门责令限期修复，可以通报批评。\n第六条　损坏路灯"
    revised = revised.replace("第六条", "第七条").replace("第五条　损坏路灯", new)
    found = carried("责令限期修复", revised, "第四条")
    assert (found.state, found.provision) == (AnchorState.TEXT_CHANGED, "art_4")


def test_words_that_another_rule_took_up_are_offered():
    revised = LAW.replace("可以组织村民参加", "具体办法另行制定")
    revised = revised.replace("第三条　乡镇人民政府负责本乡镇道路的养护工作", "第三条　道路养护")
    revised = revised.replace("财政预算。", "财政预算；乡镇人民政府负责本乡镇道路的日常养护工作。")
    found = carried("养护工作", revised)
    assert (found.state, found.provision) == (AnchorState.TEXT_CHANGED, "art_2")
    assert found.likely is not None
    assert found.likely.of(revised) == "养护工作"


def test_a_text_that_is_not_the_one_annotated_is_known():
    target = target_on(TextRange(10, 20))
    assert Revision(parse(LAW), parse(LAW)).knows(target)
    assert not Revision(parse(LAW.replace("道路", "公路")), parse(LAW)).knows(target)


@given(st.integers(0, len(LAW) - 2), st.integers(1, 60))
def test_in_the_same_text_everything_stays_where_it_is(start: int, length: int):
    span = TextRange(start, min(len(LAW), start + length))
    assume(letters_of(MARKER.sub("", span.of(LAW))))
    found = Revision(parse(LAW), parse(LAW)).anchor(target_on(span))
    assert found.state is AnchorState.IN_PLACE
    assert found.span is not None
    assert span.start <= found.span.start < found.span.end <= span.end


@pytest.mark.parametrize("seed", range(30))
def test_no_revision_ever_leads_to_other_words(seed: int):
    """Letters are changed, lines taken out and doubled at random; what is found is the same."""
    chance = random.Random(seed)
    lines = LAW.splitlines()
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(1, len(lines))
        deed = chance.randrange(3)
        if deed == 0:
            lines.insert(at, lines[at])
        elif deed == 1 and len(lines) > 3:
            del lines[at]
        elif len(lines[at]) > 8:
            cut = chance.randrange(4, len(lines[at]))
            lines[at] = lines[at][:cut] + chance.choice("路桥县") + lines[at][cut + 1 :]
    revised = "\n".join(lines)
    revision = Revision(parse(LAW), parse(revised))
    for _ in range(20):
        line = chance.choice(LAW.splitlines()[1:])
        words = line[chance.randrange(4, len(line) - 2) :][: chance.randrange(2, 20)]
        start = LAW.index(words, LAW.index(line))
        anchor = revision.anchor(target_on(TextRange(start, start + len(words))))
        if anchor.span is not None:
            assert letters_of(anchor.span.of(revised)) == letters_of(words)


@given(st.text("甲乙丙丁", max_size=120), st.text("甲乙丙丁", max_size=120))
def test_stretches_in_common_are_the_same_letters_in_the_same_order(one: str, other: str):
    two = one[40:] + other + one[:60]
    at = to = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrying, "MANY", 200)
        for begins, there, length in carrying._common_stretches(one, two):
            assert one[begins : begins + length] == two[there : there + length] != ""
            assert (begins >= at, there >= to) == (True, True)
            at, to = begins + length, there + length
