from __future__ import annotations

import pytest

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart, led
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange

SPAN = TextRange(0, 2)
HEADING = CompiledPart(PartId(1), "上级政策")


def part(provision: str) -> CompiledPart:
    quote = Quote("道路" if provision else "", "", "")
    target = Target(DocumentId("a"), 1, provision, SPAN, quote, "道路条例", "《道路条例》第三条")
    return CompiledPart(PartId(2), "", target, "现行有效")


def test_a_part_is_called_by_its_heading_its_title_or_its_citation():
    names = [one.name for one in (HEADING, part(""), part("art_3"))]
    assert names == ["上级政策", "道路条例", "《道路条例》第三条"]
    assert [one.is_whole for one in (HEADING, part(""), part("art_3"))] == [False, True, False]


def test_a_renumbered_part_is_called_as_it_is_now():
    moved = PresentPart(part("art_3"), PartState.MOVED, 2, SPAN, "art_4", citation="第四条")
    assert moved.name == "第四条"
    assert PresentPart(part("art_3"), PartState.GONE).name == "《道路条例》第三条"


@pytest.mark.parametrize(
    ("state", "standing", "changed"),
    [
        (PartState.SAME, "现行有效", False),
        (PartState.SAME, "已废止", True),
        (PartState.MOVED, "现行有效", True),
        (PartState.GONE, "", True),
    ],
)
def test_whoever_should_look_at_a_part_is_told(state: PartState, standing: str, changed: bool):
    assert PresentPart(part("art_3"), state, standing=standing).changed is changed


def test_a_heading_never_changes():
    assert not PresentPart(HEADING, PartState.SAME).changed


def headings(words: str) -> list[CompiledPart]:
    """Give headings that are told by a letter, which is their id too."""
    return [CompiledPart(PartId(ord(word.lower())), word) for word in words]


@pytest.mark.parametrize(
    ("present", "origin", "goal", "made"),
    [
        ("abc", "abc", "cab", "cab"),  # nothing else was done
        ("abcd", "abc", "aBc", "aBcd"),  # a fourth one came
        ("cba", "abc", "ABc", "cBA"),  # put in another order
        ("Abc", "abc", "aBc", "ABc"),  # another one was reworded
        ("aXc", "abc", "aBc", "aXc"),  # it was taken out and another one put in
        ("acd", "ac", "abc", "abcd"),  # what was taken out comes back to its place
        ("dc", "c", "abc", "abdc"),  # to the front where nothing stands before it
        ("abcd", "abc", "ac", "acd"),  # what was put in goes
        ("aBcd", "abc", "ac", "aBcd"),  # unless it was reworded since
    ],
)
def test_parts_are_led_as_far_as_nothing_else_was_done(
    present: str, origin: str, goal: str, made: str
):
    found = led(headings(present), headings(origin), headings(goal))
    assert "".join(one.heading for one in found) == made
